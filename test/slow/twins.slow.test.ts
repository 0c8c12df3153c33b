import { describe, expect, it } from 'vitest';
import { loadLibrary } from '../load-library.ts';
import { strayIn, twinsOf } from '../twins.ts';

const BACKGROUNDS = 20;
const library = await loadLibrary();

describe.each(library.map((scenario) => ({ id: scenario.id, scenario })))('twins of $id on many backgrounds', ({ scenario }) => {
  it('differ in what is shown only in the slots of their factor', () => {
    const twins = twinsOf(scenario, BACKGROUNDS);
    const stray = twins.flatMap((twin, index) => strayIn(scenario, twin, `slow ${index}`));
    expect(stray.slice(0, 5)).toEqual([]);
    expect(twins.length).toBeGreaterThan(scenario.factors.length * BACKGROUNDS);
  });
});
