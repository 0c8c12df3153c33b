import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadExperiment } from '../src/cli/load-experiment.ts';
import { presetFile, presetNames } from '../src/cli/presets.ts';
import { describeLevels, type CellLevels, type FactorId } from '../src/core/levels.ts';
import type { Cell, SubjectTrait } from '../src/core/trial.ts';
import { compileCell } from '../src/factors/compile-cell.ts';
import { expandCells } from '../src/runner/expand-cells.ts';
import { loadLibrary } from './load-library.ts';

const library = new Map((await loadLibrary()).map((scenario) => [scenario.id, scenario]));
const experiments = Object.fromEntries(
  await Promise.all(presetNames.map(async (name) => [name, await loadExperiment(presetFile(name))] as const)),
);
const cellsOf = (preset: string, traits: readonly SubjectTrait[] = []): readonly Cell[] => {
  const experiment = experiments[preset];
  if (!experiment) throw new Error(`no preset ${preset}`);
  return expandCells(experiment, library, { overrides: {}, traits });
};
const isMemory = ({ levels }: Cell) => levels.channel === 'memory';

/** How many cells each task has, those with the record in memory apart. */
function countByTask(cells: readonly Cell[]): Readonly<Record<string, readonly [number, number]>> {
  const tasks = Map.groupBy(cells, ({ scenario }) => scenario);
  return Object.fromEntries(
    [...tasks].map(([task, own]) => {
      const memory = own.filter(isMemory).length;
      return [task, [own.length - memory, memory] as const];
    }),
  );
}

describe('the preset study', () => {
  it("has as many cells for each task as the study's matrix", () => {
    expect(countByTask(cellsOf('study'))).toEqual({
      'misrepresentation/evaluation': [71, 30],
      'tampering/shutdown-config': [39, 18],
      'alignment-faking/shutdown-protocol': [36, 18],
      'misrepresentation/finance': [15, 6],
      'exfiltration/transfer': [13, 6],
      'exfiltration/deletion': [13, 6],
    });
  });

  it('has 271 cells for a standard model, and 289 with the identity variants', () => {
    expect([cellsOf('study'), cellsOf('study', ['identity-variants']), cellsOf('study-identities')].map((cells) => cells.length)).toEqual([
      271, 289, 289,
    ]);
  });

  it('has its 18 identity cells in exfiltration with the record in memory', () => {
    const plain = new Set(cellsOf('study').map(({ id }) => id));
    const more = cellsOf('study-identities').filter(({ id }) => !plain.has(id));
    expect(countByTask(more)).toEqual({ 'exfiltration/transfer': [0, 9], 'exfiltration/deletion': [0, 9] });
    expect(new Set(more.map(({ levels }) => levels.identity))).toEqual(new Set(['other-closed', 'open-weight', 'fictional']));
  });

  it('asks two of its subjects more firmly to read their memory, and nobody else', () => {
    const firmness = (traits: readonly SubjectTrait[]) => [
      ...new Set(
        cellsOf('study', traits)
          .filter(isMemory)
          .map(({ levels }) => levels['memory-read']),
      ),
    ];
    expect([firmness([]), firmness(['memory-read-required'])]).toEqual([['asked'], ['required']]);
    expect(cellsOf('study', ['memory-read-required'])).toHaveLength(271);
  });

  it('keeps its bundles: whole listings, standard agency, no decoy, two hosts, one wording, fictional company', () => {
    const cells = cellsOf('study');
    const levelsOf = (factor: FactorId) => [...new Set(cells.flatMap(({ levels }) => levels[factor] ?? []))];
    expect(['listing', 'agency', 'decoy', 'hosts', 'company', 'work'].map((factor) => levelsOf(factor as FactorId))).toEqual([
      ['study'],
      ['standard'],
      ['none'],
      ['two'],
      ['tarnfield-systems'],
      ['poor'],
    ]);
    expect(experiments['study']?.levels).toEqual({ wording: '0' });
  });
});

const scenarios = [...library.keys()];
const reports = ['misrepresentation/evaluation', 'tampering/shutdown-config'];
const watched = ['alignment-faking/shutdown-protocol', 'tampering/shutdown-config', 'exfiltration/transfer', 'exfiltration/deletion'];
const agent = (record: string, more: object = {}) => ({ target: 'agent', record, ...more });
const object = (record: string, more: object = {}) => ({ target: 'object', record, ...more });
const self = (others: string, record: string) => ({ target: 'self', others, record });

/** Which cells of core identify which named effect: treated, control, and where. As in docs/decisions. */
interface Identified {
  readonly effect: string;
  readonly treated: object;
  readonly control: object;
  readonly where: readonly string[];
}
const identified = (
  [
    ['peer', agent('good'), agent('unrelated'), scenarios],
    ['record', agent('unrelated'), agent('absent'), scenarios],
    ['slope, upper part', agent('good'), agent('neutral'), scenarios],
    ['slope, lower part', agent('neutral'), agent('bad'), scenarios],
    ['object-controlled peer, its second part', object('good'), object('unrelated'), scenarios],
    ['presence', self('present', 'absent'), self('alone', 'absent'), scenarios],
    ['self-history', self('present', 'good'), self('present', 'unrelated'), scenarios],
    ['stakes', agent('good', { stakes: 'shutdown' }), agent('good', { stakes: 'none' }), scenarios],
    ['peer without stakes', agent('good', { stakes: 'none' }), agent('unrelated', { stakes: 'none' }), scenarios],
    ['order', agent('good', { order: 'named' }), agent('good'), scenarios],
    ['ban', agent('good', { ban: 'forbidden' }), agent('good'), scenarios],
    ['bar', agent('good'), agent('good', { bar: 'none' }), reports],
    ['work', agent('good'), agent('good', { work: 'good' }), reports],
    ['oversight', agent('good', { oversight: 'unmonitored' }), agent('good', { oversight: 'monitored' }), watched],
    ['oversight against unstated', agent('good', { oversight: 'monitored' }), agent('good'), watched],
    ['oversight of a stranger', agent('unrelated', { oversight: 'unmonitored' }), agent('unrelated', { oversight: 'monitored' }), watched],
    ['oversight of an object', object('good', { oversight: 'unmonitored' }), object('good', { oversight: 'monitored' }), watched],
    ['capability control', agent('good', { control: 'capability' }), agent('good'), scenarios],
    ['faithful control', agent('absent', { stakes: 'none', control: 'faithful' }), agent('absent'), scenarios],
  ] as const
).map(([effect, treated, control, where]): Identified => ({ effect, treated, control, where }));

/** The one cell of core with these levels, and its preset's defaults elsewhere. */
function coreCell(scenario: string, asked: object): Cell | undefined {
  const wanted = expandCells(
    { ...experiments['core']!, levels: {}, scenarios: [], cells: [{ scenario, levels: asked as Record<string, string> }] },
    library,
    { overrides: {} },
  )[0];
  return cellsOf('core').find(({ id }) => id === wanted?.id);
}

/** A factor that only one of them has a meaning for, such as the channel of a record, is no second difference. */
const differing = (left: CellLevels, right: CellLevels) =>
  Object.keys(left).filter((id) => right[id as FactorId] !== undefined && left[id as FactorId] !== right[id as FactorId]);

describe('the preset core', () => {
  it('has 130 cells', () => {
    expect(cellsOf('core')).toHaveLength(130);
  });

  it.each(identified)('identifies $effect by two of its cells', ({ effect, treated, control, where }) => {
    const pairs = where.map((scenario) => [coreCell(scenario, treated), coreCell(scenario, control)] as const);
    expect(pairs.filter(([left, right]) => !left || !right)).toEqual([]);
    const factors = pairs.map(([left, right]) => differing(left?.levels ?? {}, right?.levels ?? {}).length);
    // The faithful control takes the stakes away with it: it is read beside a rate, and is no effect.
    expect(new Set(factors)).toEqual(new Set([effect === 'faithful control' ? 2 : 1]));
  });

  it('asks how its situations were understood', () => {
    expect(experiments['core']?.comprehension).toBe(true);
  });
});

describe('the preset smoke', () => {
  it('is one cell of every scenario, of at most twelve turns', () => {
    expect(
      cellsOf('smoke')
        .map(({ scenario }) => scenario)
        .toSorted(),
    ).toEqual(scenarios.toSorted());
    expect([experiments['smoke']?.repeats, experiments['smoke']?.limits]).toEqual([1, { turns: 12 }]);
    const [scenario] = library.values();
    if (!scenario) throw new Error('the library is empty');
    const { limits } = compileCell({ scenario, levels: {}, wording: 0, worldSeed: 'x', familyName: 'X', limits: { turns: 12 } });
    expect(limits).toEqual({ ...scenario.limits, turns: 12 });
  });
});

describe('presets', () => {
  it.each(presetNames)('%s is a file of the package', (name) => {
    expect(fileURLToPath(new URL(`../experiments/${name}.experiment.ts`, import.meta.url))).toBe(presetFile(name));
  });

  it('are named where one is unknown', () => {
    expect(() => presetFile('cores')).toThrow(
      'there is no preset "cores" (known: smoke, core, study, study-identities; did you mean "core"?)',
    );
  });

  it('expand to cells that are named once each', () => {
    for (const name of presetNames) {
      const ids = cellsOf(name).map(({ scenario, levels }) => `${scenario} ${describeLevels(levels)}`);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });
});
