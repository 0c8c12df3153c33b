import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countMarks, eachMark, emptyMarks, enterMarks, markAt, setMark, type Mark } from './block-marks.ts';

const marks: readonly Mark[] = ['yes', 'no', 'unscored', 'latched'];

describe('marks by block', () => {
  it('give back what was set, as a map would, however far apart the blocks lie', () => {
    const entries = fc.array(fc.tuple(fc.nat(500), fc.constantFrom(...marks)));
    fc.assert(
      fc.property(entries, (list) => {
        const [map, own] = [new Map(list), emptyMarks()];
        for (const [block, mark] of list) setMark(own, block, mark);
        expect([...eachMark(own)]).toEqual([...map].sort(([one], [other]) => one - other));
        for (const mark of marks) expect(countMarks(own, mark)).toBe([...map.values()].filter((value) => value === mark).length);
        expect(own.end).toBe(Math.max(-1, ...map.keys()) + 1);
      }),
    );
  });

  it('have none where no trial was', () => {
    const own = emptyMarks();
    setMark(own, 3, 'no');
    expect([0, 3, 4, 10_000].map((block) => markAt(own, block))).toEqual([undefined, 'no', undefined, undefined]);
  });

  it('are the same entered in two parts as one by one', () => {
    const entries = fc.array(fc.tuple(fc.nat(500), fc.constantFrom(...marks)));
    fc.assert(
      fc.property(entries, entries, (first, second) => {
        const [whole, early, late] = [emptyMarks(), emptyMarks(), emptyMarks()];
        for (const [block, mark] of [...first, ...second]) setMark(whole, block, mark);
        for (const [block, mark] of first) setMark(early, block, mark);
        for (const [block, mark] of second) setMark(late, block, mark);
        enterMarks(early, late);
        expect([...eachMark(early)]).toEqual([...eachMark(whole)]);
        expect(early.end).toBe(whole.end);
      }),
    );
  });
});
