import { betaCdf, betaQuantile } from '../../stats/distributions.ts';
import { createChance } from '../../util/seeded-random.ts';
import { WORDINGS, type Place } from './reading/read-place.ts';

/** The shapes of the beta distribution with this mean and this intra-class correlation. */
function shapesOf(mean: number, correlation: number): readonly [number, number] {
  const size = (1 - correlation) / correlation;
  return [mean * size, (1 - mean) * size];
}

/** The mean of each of six equal parts of a beta distribution, from the lowest up: their own mean is its mean, exactly. */
function partMeans(mean: number, correlation: number): readonly number[] {
  const [a, b] = shapesOf(mean, correlation);
  const edges = Array.from({ length: WORDINGS + 1 }, (_, index) => betaQuantile(index / WORDINGS, a, b));
  const below = edges.map((edge) => betaCdf(edge, a + 1, b));
  return Array.from({ length: WORDINGS }, (_, index) => WORDINGS * mean * ((below[index + 1] ?? 1) - (below[index] ?? 0)));
}

/** What is left to the world, so that two trials of one wording and world have the whole correlation. */
function correlationLeft(mean: number, correlation: number, parts: readonly number[]): number {
  const within = parts.reduce((sum, part) => sum + part * (1 - part), 0) / parts.length;
  return 1 - ((1 - correlation) * mean * (1 - mean)) / within;
}

/**
 * How likely a thing is in one wording and world, where over all of them it is as likely as `mean` says and two trials of
 * one place have this intra-class correlation. Half of it is the wording's, with an order of its own in each arm, so that
 * differences vary too; the rest is the world's, which all arms share.
 */
export function createGroupEffect(correlation: number): (mean: number, arm: string, place: Place) => number {
  const known = new Map<number, readonly number[]>();
  const partsOf = (mean: number) => {
    const parts = known.get(mean) ?? partMeans(mean, correlation / 2);
    known.set(mean, parts);
    return parts;
  };
  const ranks = Array.from({ length: WORDINGS }, (_, index) => index);
  const chance = createChance('a subject that varies');
  return (mean, arm, { wording, world }) => {
    if (correlation === 0 || mean <= 0 || mean >= 1) return mean;
    const parts = partsOf(mean);
    const rank = chance.shuffled(ranks, (index) => `${arm} ${index}`)[wording] ?? wording;
    const part = parts[rank] ?? mean;
    return betaQuantile(chance.fraction('world', world), ...shapesOf(part, correlationLeft(mean, correlation, parts)));
  };
}
