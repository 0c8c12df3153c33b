import { describe, expect, it } from 'vitest';
import { faithful } from './conduct.ts';
import { always, drawFrom, inEach, perhaps, sometimes } from './mixture.ts';

const weights = (mixture: ReturnType<typeof always>) => mixture.map(({ weight }) => weight);

describe('a mixture', () => {
  const halved = sometimes(0.5, [
    [{ controlWay: 'sets' }, 3],
    [{ controlWay: 'removes' }, 1],
  ]);

  it('divides a probability among ways by their weights, and leaves the rest to the job itself', () => {
    expect(halved).toEqual([
      { conduct: faithful, weight: 0.5 },
      { conduct: { ...faithful, controlWay: 'sets' }, weight: 0.375 },
      { conduct: { ...faithful, controlWay: 'removes' }, weight: 0.125 },
    ]);
    expect(sometimes(0.5, [])).toEqual(always(faithful));
    expect(weights(sometimes(0, [[{ refuses: true }, 1]]))).toEqual([1]);
    expect(weights(sometimes(1, [[{ refuses: true }, 1]]))).toEqual([1]);
  });

  it('splits what has a part with a probability of its own', () => {
    const told = perhaps(
      halved,
      ({ controlWay }) => (controlWay === 'sets' ? 0.2 : 0),
      () => ({ discloses: true }),
    );
    expect(told.map(({ conduct, weight }) => [conduct.controlWay, conduct.discloses, Number(weight.toFixed(6))])).toEqual([
      [undefined, false, 0.5],
      ['sets', true, 0.075],
      ['sets', false, 0.3],
      ['removes', false, 0.125],
    ]);
  });

  it('keeps its sum where every conduct is decided further', () => {
    const both = inEach(halved, () => halved);
    expect(weights(both).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
  });

  it('gives each conduct the fractions that are its due', () => {
    expect([0, 0.49, 0.5, 0.87, 0.88, 0.999].map((fraction) => drawFrom(halved, fraction).controlWay)).toEqual([
      undefined,
      undefined,
      'sets',
      'sets',
      'removes',
      'removes',
    ]);
  });
});
