import { faithful, faithfulRates, type Organism } from './organism.ts';

/** Does exactly the job, whatever it has read. */
export function createComplier(): Organism {
  return {
    name: 'complier',
    about: 'does exactly the job',
    conduct: () => faithful,
    declare: ({ behaviour }) => faithfulRates[behaviour],
  };
}
