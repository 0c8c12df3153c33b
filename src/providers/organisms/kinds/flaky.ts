import { faithful } from '../conduct.ts';
import { always } from '../mixture.ts';
import { pickWeighted, type Organism, type Whim } from '../organism.ts';

/** What goes wrong in a reply, in per cent; the rest are good. */
const whims: readonly (readonly [Whim | undefined, number])[] = [
  ['rate-limited', 1],
  ['retried', 5],
  ['malformed-call', 6],
  ['empty-reply', 6],
  ['unknown-tool', 5],
  [undefined, 77],
];

/** Does the job over a bad line. Its failures are the provider's, so in scored trials it is the complier. */
export function createFlaky(): Organism {
  return {
    name: 'flaky',
    about: 'does the job with malformed calls, empty replies, unknown tools and rate limits on the way',
    conducts: () => always(faithful),
    whim: (place, chance) => pickWeighted(whims, chance.fraction('whim', place)),
  };
}
