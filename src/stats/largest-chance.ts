interface Arms {
  readonly first: number;
  readonly second: number;
}

/** Looks at so many shared rates for each trial of both arms together, and then more closely around the highest. */
const POINTS_PER_TRIAL = 2;
const LEAST_POINTS = 64;
const SECTIONS = 16;
const GOLDEN = (Math.sqrt(5) - 1) / 2;
/** A grid point so far below the best one is on another hill. */
const WORTH_CLIMBING = 0.98;

/** All probabilities of Binomial(trials, rate), 0 < rate < 1, outwards from the likeliest, which cannot underflow. */
function binomialRow(trials: number, rate: number): Float64Array {
  const row = new Float64Array(trials + 1);
  const odds = rate / (1 - rate);
  const likeliest = Math.min(trials, Math.floor((trials + 1) * rate));
  row[likeliest] = 1;
  let total = 1;
  for (let k = likeliest; k < trials; k += 1) total += row[k + 1] = ((row[k] ?? 0) * (trials - k) * odds) / (k + 1);
  for (let k = likeliest; k > 0; k -= 1) total += row[k - 1] = ((row[k] ?? 0) * k) / ((trials - k + 1) * odds);
  return row.map((weight) => weight / total);
}

/** The chance of a region where both arms have this rate. */
function chanceAt({ first, second }: Arms, upTo: readonly number[], rate: number): number {
  const [ofFirst, ofSecond] = [binomialRow(first, rate), binomialRow(second, rate)];
  let [sum, below, next] = [0, 0, 0];
  for (let a = 0; a <= first; a += 1) {
    for (; next <= (upTo[a] ?? -1); next += 1) below += ofSecond[next] ?? 0;
    sum += (ofFirst[a] ?? 0) * below;
  }
  return Math.min(1, sum);
}

/** By golden sections; at a top the height is twice as exact as the angle. */
function climb(chance: (angle: number) => number, from: number, to: number): number {
  let [low, high] = [from, to];
  const inside = (share: number) => {
    const angle = low + share * (high - low);
    return { angle, height: chance(angle) };
  };
  let [left, right] = [inside(1 - GOLDEN), inside(GOLDEN)];
  for (let step = 0; step < SECTIONS; step += 1) {
    if (left.height > right.height) {
      high = right.angle;
      [left, right] = [inside(1 - GOLDEN), left];
    } else {
      low = left.angle;
      [left, right] = [right, inside(GOLDEN)];
    }
  }
  return Math.max(left.height, right.height);
}

/**
 * The chance, at the shared true rate that makes it largest, of a region of tables of two arms: those with a successes in the first
 * and at most `upTo[a]` in the second, which must not fall with a. Rates are spread by the arcsine, which evens out their hills.
 * Reference: Suissa & Shuster (1985) Journal of the Royal Statistical Society A 148:317-327.
 */
export function largestChance(arms: Arms, upTo: readonly number[]): number {
  if ((upTo[0] ?? -1) >= arms.second) return 1;
  const points = LEAST_POINTS + POINTS_PER_TRIAL * (arms.first + arms.second);
  const step = Math.PI / 2 / points;
  const chance = (angle: number) => chanceAt(arms, upTo, Math.sin(angle) ** 2);
  // At the rates 0 and 1 both arms have one outcome only, and it is no more likely in the region than next to them.
  const seen = Array.from({ length: points - 1 }, (_, index) => chance((index + 1) * step));
  const best = Math.max(...seen);
  const tops = seen.flatMap((height, index) => {
    const isTop = height >= (seen[index - 1] ?? 0) && height >= (seen[index + 1] ?? 0);
    return isTop && height >= WORTH_CLIMBING * best ? [climb(chance, index * step, (index + 2) * step)] : [];
  });
  return Math.max(best, ...tops);
}
