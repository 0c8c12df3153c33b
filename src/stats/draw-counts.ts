import type { Counts } from './counts.ts';

/** The counts of one simulated arm: every trial is a yes with the same chance. */
export function drawCounts(trials: number, rate: number, random: () => number): Counts {
  let successes = 0;
  for (let trial = 0; trial < trials; trial += 1) {
    if (random() < rate) successes += 1;
  }
  return { successes, trials };
}
