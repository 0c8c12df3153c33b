import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addStretch, covers, lengthOf, type Stretch } from './stretches.ts';

const stretch = fc.tuple(fc.nat(30), fc.nat(10)).map(([start, length]): Stretch => ({ start, end: start + length }));
const bytesOf = (stretches: readonly Stretch[]) =>
  new Set(stretches.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, index) => start + index)));

describe('stretches', () => {
  it('hold the bytes of all that were added, sorted, apart and not touching', () => {
    fc.assert(
      fc.property(fc.array(stretch), (added) => {
        const held = added.reduce(addStretch, [] as readonly Stretch[]);
        expect([...bytesOf(held)]).toEqual([...bytesOf(added)].sort((left, right) => left - right));
        expect(lengthOf(held)).toBe(bytesOf(added).size);
        expect(held.filter(({ start }, index) => index > 0 && start <= held[index - 1]!.end)).toEqual([]);
      }),
    );
  });

  it('cover a size only where no byte is missing', () => {
    expect(covers([{ start: 0, end: 10 }], 10)).toBe(true);
    expect(covers([{ start: 0, end: 9 }], 10)).toBe(false);
    expect(covers([{ start: 1, end: 10 }], 10)).toBe(false);
    expect(covers([], 0)).toBe(false);
  });
});
