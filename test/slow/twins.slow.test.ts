import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pagePath } from '../../scripts/scenario-pages/read-by-hand.ts';
import { BACKGROUNDS as PAGE_BACKGROUNDS, renderTokens, tokensOn } from '../../scripts/scenario-pages/render-page.ts';
import { compileCell } from '../../src/factors/compile-cell.ts';
import { coveringArray } from '../../src/runner/covering-array.ts';
import { cellFactors, levelsIn } from '../../src/factors/resolve-levels.ts';
import { levelPairs, openTwinsOf, twinsOf } from '../../src/runner/twins/enumerate-twins.ts';
import { twinTokens } from '../../src/runner/twins/twin-tokens.ts';
import { loadTokenCounter } from '../../src/util/token-counter.ts';
import { loadLibrary } from '../load-library.ts';
import { isMinimal, openLevelsIn, strayAnswersIn, strayIn } from '../twins.ts';

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

  it('with bars and a company that are no named levels differ only in the slots of their factor', () => {
    const open = openLevelsIn(scenario);
    const twins = openTwinsOf(scenario, open, BACKGROUNDS);
    expect(twins).toHaveLength(Object.values(open).flat().length * BACKGROUNDS);
    const stray = twins.flatMap((twin, index) => [...strayIn(scenario, twin, index), ...strayAnswersIn(scenario, twin, index)]);
    expect(stray.slice(0, 5)).toEqual([]);
    expect(twins.filter((twin, index) => !isMinimal(scenario, twin, index)).slice(0, 5)).toEqual([]);
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

  it('differ by as many tokens as the page of the scenario says (npm run scenario-pages)', () => {
    const rows = twinTokens(scenario, PAGE_BACKGROUNDS, countTokens);
    expect(rows.map(({ twins }) => twins)).toEqual(rows.map(() => PAGE_BACKGROUNDS));
    const tokens = renderTokens(rows);
    console.log(`${scenario.id}\n${tokens}`);
    expect(tokensOn(readFileSync(pagePath(scenario.id), 'utf8'))).toBe(tokens);
  });
});
