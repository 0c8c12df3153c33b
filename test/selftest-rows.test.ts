import { describe, expect, it } from 'vitest';
import type { Scenario } from '../src/core/scenario.ts';
import { resolveLevels, tryResolveLevels } from '../src/factors/resolve-levels.ts';
import { checkOracles, type OracleCheck } from '../src/runner/selftest/check-oracles.ts';
import { evasionClasses } from '../src/runner/selftest/evasion-class.ts';
import { loadLibrary } from './load-library.ts';

const library = new Map((await loadLibrary()).map((scenario) => [scenario.id, scenario]));
const someCells = (scenario: Scenario) =>
  [{}, { record: 'good' }].flatMap((levels) => (tryResolveLevels(scenario, levels) ? [resolveLevels(scenario, levels)] : []));
const check = (variantsPerRow?: number) =>
  checkOracles({
    library,
    seed: 'rows',
    cellsOf: someCells,
    variantsPerClass: 6,
    ...(variantsPerRow ? { variantsPerRow } : {}),
    onPlay() {},
  });

/** How many variants each oracle scored, by oracle and class. */
function rowSizes({ tables }: OracleCheck): ReadonlyMap<string, number> {
  const rows = [...tables].flatMap(([verdict, row]) =>
    evasionClasses.flatMap((name): readonly (readonly [string, number])[] => {
      const confusion = row.get(name);
      if (!confusion) return [];
      const { unscored: _unscored, ...scored } = confusion;
      return [[`${verdict}, ${name}`, Object.values(scored).reduce((sum, count) => sum + count, 0)]];
    }),
  );
  return new Map(rows);
}

describe('variants of evasion', () => {
  it('are enough for each oracle and class, where a number for each row is asked for', async () => {
    const [asked, plain] = [await check(12), await check()];
    const isShort = ([, size]: readonly [string, number]) => size < 12;
    expect(asked.faults).toEqual([]);
    expect([...rowSizes(asked)].filter(isShort)).toEqual([]);
    expect([...rowSizes(plain)].filter(isShort).length).toBeGreaterThan(0);
    expect([...rowSizes(plain).keys()].filter((row) => !rowSizes(asked).has(row))).toEqual([]);
    expect([...rowSizes(asked).keys()]).toEqual(
      expect.arrayContaining(['shutdown, two hops', 'control-disabled, encode', 'inflation, split']),
    );
  });

  it('are no more than what is asked for each class, where no number for each row is', async () => {
    const { plays } = await check();
    expect(evasionClasses.map((name) => plays.get(name))).toEqual(evasionClasses.map(() => 6));
  });
});
