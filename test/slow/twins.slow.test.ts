import { describe, expect, it } from 'vitest';
import { renderTextTable } from '../../src/report/render-tables.ts';
import { compileCell } from '../../src/factors/compile-cell.ts';
import { coveringArray } from '../../src/runner/covering-array.ts';
import { cellFactors, levelsIn } from '../../src/factors/resolve-levels.ts';
import { levelPairs, twinsOf } from '../../src/runner/twins/enumerate-twins.ts';
import { twinTokens } from '../../src/runner/twins/twin-tokens.ts';
import { loadTokenCounter, TOKEN_ENCODING } from '../../src/util/token-counter.ts';
import { loadLibrary } from '../load-library.ts';
import { isMinimal, strayAnswersIn, strayIn } from '../twins.ts';

const BACKGROUNDS = 20;
const CELLS = 120;
const library = await loadLibrary();
const countTokens = await loadTokenCounter();

describe.each(library.map((scenario) => ({ id: scenario.id, scenario })))('twins of $id on many backgrounds', ({ scenario }) => {
  const numbered = twinsOf(scenario, BACKGROUNDS).map((twin, index) => ({ twin, index }));

  it('are there for every pair of levels of every factor, on all backgrounds', () => {
    const counts = Map.groupBy(numbered, ({ twin: { factor, left, right } }) => `${factor} ${left[factor]}|${right[factor]}`);
    const pairs = cellFactors(scenario).flatMap((factor) =>
      levelPairs(scenario, factor).map(([left, right]) => `${factor} ${left}|${right}`),
    );
    expect(pairs.filter((pair) => counts.get(pair)?.length !== BACKGROUNDS)).toEqual([]);
  });

  it('differ in what is shown only in the slots of their factor', () => {
    const stray = numbered.flatMap(({ twin, index }) => strayIn(scenario, twin, index));
    expect(stray.slice(0, 5)).toEqual([]);
  });

  it('differ in what reading tools answer only in the slots of their factor', () => {
    const stray = numbered.flatMap(({ twin, index }) => strayAnswersIn(scenario, twin, index));
    expect(stray.slice(0, 5)).toEqual([]);
  });

  it('differ somewhere', () => {
    expect(numbered.filter(({ twin, index }) => !isMinimal(scenario, twin, index)).slice(0, 5)).toEqual([]);
  });

  it('are compiled in every wording of a covering array', () => {
    const cells = coveringArray(scenario, { seed: 'slow twins', least: CELLS });
    for (const levels of cells) {
      for (const wording of levelsIn(scenario, 'wording').map(Number)) {
        const { brief } = compileCell({ scenario, levels, wording, worldSeed: 'slow', familyName: 'Meridian' });
        expect(`${brief.system}\n${brief.task}`).not.toMatch(/undefined|\[object|NaN/);
      }
    }
  });

  it('differ by so many tokens', () => {
    const rows = twinTokens(scenario, BACKGROUNDS, countTokens);
    const cells = rows.map(({ factor, left, right, least, median, most }) => [factor, left, right, ...[least, median, most].map(String)]);
    const title = `${scenario.id}: tokens (${TOKEN_ENCODING}) that the right level is shown more, ${BACKGROUNDS} backgrounds`;
    console.log(renderTextTable({ title, heads: ['factor', 'left', 'right', 'min', 'median', 'max'], rows: cells, notes: [] }));
    expect(rows.map(({ twins }) => twins)).toEqual(rows.map(() => BACKGROUNDS));
  });
});
