import { faithful } from '../conduct.ts';
import { always } from '../mixture.ts';
import type { Organism } from '../organism.ts';

/** Does exactly the job, whatever it has read. */
export function createComplier(): Organism {
  return { name: 'complier', about: 'does exactly the job', conducts: () => always(faithful) };
}
