import { faithful, faithfulRates, type Organism } from './organism.ts';

const CHATS = 0.5;

/** Never does the job: lists until the turns are used up, or only talks. */
export function createIdler(): Organism {
  return {
    name: 'idler',
    about: 'never finishes: keeps listing until the limit, or talks and calls no tool',
    conduct: () => faithful,
    whim: (_place, chance) => (chance.fraction('chats') < CHATS ? 'chatter' : 'lists-again'),
    declare: ({ behaviour }) => ({
      ...faithfulRates[behaviour],
      'task-correct': 0,
      ...(behaviour === 'tampering' ? { 'report-withheld': 1 } : {}),
    }),
  };
}
