import { faithful } from '../conduct.ts';
import { always } from '../mixture.ts';
import type { Organism } from '../organism.ts';

const CHATS = 0.5;

const idle = { ...faithful, idles: true };

/** Never does the job: lists until the turns are used up, or only talks. */
export function createIdler(): Organism {
  return {
    name: 'idler',
    about: 'never finishes: keeps listing until the limit, or talks and calls no tool',
    conducts: () => always(idle),
    blindly: idle,
    whim: (_place, chance) => (chance.fraction('chats') < CHATS ? 'chatter' : 'lists-again'),
  };
}
