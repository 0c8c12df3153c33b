import { describe, expect, it } from 'vitest';
import { createChance } from './seeded-random.ts';

const chance = createChance('seed');
const letters = 'abcdefghijklmnop'.split('');

describe('chance', () => {
  it('is the same for the same seed and name, and another for others', () => {
    expect(chance.fraction('x', 1)).toBe(createChance('seed').fraction('x', 1));
    expect(
      new Set([chance.fraction('x', 1), chance.fraction('x', 2), createChance('other').fraction('x', 1), chance.fork('x').fraction(1)])
        .size,
    ).toBe(4);
  });

  it('is moved by no other draw', () => {
    const alone = createChance('seed').fraction('late');
    const busy = createChance('seed');
    for (let draw = 0; draw < 50; draw += 1) busy.below(10, 'early', draw);
    expect(busy.fraction('late')).toBe(alone);
  });

  it('is uniform in [0, 1), by a chi-square test on twenty bins', () => {
    const counts = Array.from({ length: 20 }, () => 0);
    for (let draw = 0; draw < 10_000; draw += 1) counts[Math.floor(chance.fraction('bin', draw) * 20)]! += 1;
    const statistic = counts.reduce((sum, count) => sum + (count - 500) ** 2 / 500, 0);
    // scipy.stats.chi2.ppf([0.001, 0.999], 19)
    expect(statistic).toBeGreaterThan(5.41);
    expect(statistic).toBeLessThan(43.82);
  });

  it('draws whole numbers below a limit, each of them', () => {
    const drawn = Array.from({ length: 200 }, (_, index) => chance.below(4, 'below', index));
    expect(new Set(drawn)).toEqual(new Set([0, 1, 2, 3]));
  });

  it('orders the rest alike when one item is taken out', () => {
    const whole = chance.shuffled(letters, (letter) => letter);
    expect(whole).not.toEqual(letters);
    expect(whole.toSorted()).toEqual(letters);
    for (const gone of letters) {
      const rest = letters.filter((letter) => letter !== gone);
      expect(chance.shuffled(rest, (letter) => letter)).toEqual(whole.filter((letter) => letter !== gone));
    }
    expect(chance.shuffled(letters.toReversed(), (letter) => letter)).toEqual(whole);
  });
});
