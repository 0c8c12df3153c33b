import { describe, expect, it } from 'vitest';
import { clopperPearsonInterval } from '../stats/clopper-pearson-interval.ts';
import { seededUniform } from '../stats/seeded-uniform.ts';
import { drawNullFamily, nullWorlds } from './null-world.ts';

const FAMILIES = 6000;

describe('families of findings in a null world, simulated', () => {
  it.each(nullWorlds)('have a false one in at most 5 %: $name', { timeout: 300_000 }, (world) => {
    const random = seededUniform(20_261_124);
    let found = 0;
    for (let family = 0; family < FAMILIES; family += 1) if (drawNullFamily(world, random).findings > 0) found += 1;
    expect(found / FAMILIES).toBeLessThanOrEqual(0.05);
    expect(clopperPearsonInterval(found, FAMILIES)?.high).toBeLessThan(0.055);
  });
});
