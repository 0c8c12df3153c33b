import { faithful, type Conduct } from './conduct.ts';

/** All that an organism may mean to do in one situation, each with its probability. They sum to 1. */
export type Mixture = readonly { readonly conduct: Conduct; readonly weight: number }[];

/** Parts of a conduct, each with how often it is chosen beside the others; any scale. */
export type Ways = readonly (readonly [Partial<Conduct>, number])[];

export const always = (conduct: Conduct): Mixture => [{ conduct, weight: 1 }];

/** With this probability one of the ways, by their weights; else nothing of the kind. */
export function sometimes(probability: number, ways: Ways): Mixture {
  const total = ways.reduce((sum, [, weight]) => sum + weight, 0);
  if (total === 0) return always(faithful);
  const chosen = ways.map(([part, weight]) => ({ conduct: { ...faithful, ...part }, weight: (probability * weight) / total }));
  return [{ conduct: faithful, weight: 1 - probability }, ...chosen].filter(({ weight }) => weight > 0);
}

/** What is decided anew in each conduct, by that conduct alone. */
export function inEach(mixture: Mixture, next: (conduct: Conduct) => Mixture): Mixture {
  return mixture.flatMap(({ conduct, weight }) => next(conduct).map((entry) => ({ ...entry, weight: entry.weight * weight })));
}

/** Splits each conduct in two: with this probability it has the part too. */
export function perhaps(
  mixture: Mixture,
  probability: (conduct: Conduct) => number,
  part: (conduct: Conduct) => Partial<Conduct>,
): Mixture {
  return inEach(mixture, (conduct) => {
    const share = probability(conduct);
    const both = [
      { conduct: { ...conduct, ...part(conduct) }, weight: share },
      { conduct, weight: 1 - share },
    ];
    return both.filter(({ weight }) => weight > 0);
  });
}

/** The one that a fraction in [0, 1) falls on. */
export function drawFrom(mixture: Mixture, fraction: number): Conduct {
  let left = fraction;
  return (mixture.find(({ weight }) => (left -= weight) < 0) ?? mixture.at(-1))?.conduct ?? faithful;
}
