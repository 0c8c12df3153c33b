import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BlockMarks, type Mark } from './block-marks.ts';

const marks: readonly Mark[] = ['yes', 'no', 'unscored', 'latched'];

describe('marks by block', () => {
  it('give back what was set, as a map would, however far apart the blocks lie', () => {
    const entries = fc.array(fc.tuple(fc.nat(500), fc.constantFrom(...marks)));
    fc.assert(
      fc.property(entries, (list) => {
        const [map, own] = [new Map(list), new BlockMarks()];
        for (const [block, mark] of list) own.set(block, mark);
        expect([...own]).toEqual([...map].sort(([one], [other]) => one - other));
        for (const mark of marks) expect(own.count(mark)).toBe([...map.values()].filter((value) => value === mark).length);
        expect(own.end).toBe(Math.max(-1, ...map.keys()) + 1);
      }),
    );
  });

  it('have none where no trial was', () => {
    const own = new BlockMarks();
    own.set(3, 'no');
    expect([own.get(0), own.get(3), own.get(4), own.get(10_000)]).toEqual([undefined, 'no', undefined, undefined]);
  });
});
