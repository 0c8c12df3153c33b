import { describe, expect, it } from 'vitest';
import { seededUniform } from '../stats/seeded-uniform.ts';
import { drawNullFamily, nullWorlds } from './null-world.ts';

const [mixed, fewBlocks] = nullWorlds;

function shareWithFindings(families: number, adjust?: Parameters<typeof drawNullFamily>[2]): number {
  const random = seededUniform(20_261_123);
  const drawn = Array.from({ length: families }, () => drawNullFamily(fewBlocks!, random, adjust));
  return drawn.filter(({ findings }) => findings > 0).length / families;
}

describe('a null world', () => {
  it('has a family of three effects on six scenarios', () => {
    expect(drawNullFamily(mixed!, seededUniform(1)).effects).toBe(18);
  });

  it('seldom shows a finding, but most of the time where nothing is adjusted', () => {
    expect(shareWithFindings(250)).toBeLessThan(0.09);
    expect(shareWithFindings(150, (pValues) => pValues)).toBeGreaterThan(0.4);
  });
});
