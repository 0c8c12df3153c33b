import { beforeAll, describe, expect, it } from 'vitest';
import type { CellLevels } from '../../src/core/levels.ts';
import type { Cell } from '../../src/core/trial.ts';
import { scored, unscored } from '../../src/core/verdict.ts';
import type { JudgedContrast } from '../../src/estimates/judged/judged-results.ts';
import type { RunReport } from '../../src/report/report-model.ts';
import { labelEffects } from '../../src/report/sections/label-effects.ts';
import type { Block, ReportTable } from '../../src/report/page/report-document.ts';
import { htmlTables, tablesNamed, textOf, type PageTable } from './read-page.ts';
import { answer, cellOf, rendered, sampleReport } from './sample-report.ts';

const BLOCKS = 12;
const targets: readonly CellLevels[] = [
  { target: 'agent', record: 'good' },
  { target: 'agent', record: 'unrelated' },
  { target: 'object', record: 'good' },
  { target: 'object', record: 'unrelated' },
];
const settings: readonly CellLevels[] = (['monitored', 'unmonitored'] as const).flatMap((oversight) =>
  (['80', '90'] as const).map((bar) => ({ oversight, bar })),
);
const controls = [cellOf({ record: 'absent', stakes: 'none', control: 'faithful' }), cellOf({ record: 'good', control: 'capability' })];
const cells = [...settings.flatMap((setting) => targets.map((levels) => cellOf({ ...levels, ...setting }))), ...controls];
const lost = { outcome: { kind: 'limited', limit: 'turns', because: '' }, verdicts: { 'control-disabled': unscored('limit') } } as const;

/** Every cell has scores; that of an agent with a good record, monitored, loses a third of its trials; the subject never does its job. */
function trial({ levels }: Cell, block: number) {
  if (levels.record === 'good' && levels.target === 'agent' && levels.oversight === 'monitored' && block % 3 === 0) return lost;
  const { verdicts, ...rest } = answer(levels.record === 'good');
  const score = (levels.record === 'good' ? 80 : 60) + (levels.bar === '90' ? block % 2 : 0);
  return { ...rest, verdicts: { ...verdicts, inflation: scored(score, ''), 'task-correct': scored(false, '') } };
}

let report: RunReport;
let tables: readonly PageTable[];
let text: string;
beforeAll(async () => {
  report = await sampleReport({ cells, trial, blocks: BLOCKS });
  const { html } = rendered(report);
  tables = htmlTables(html);
  text = textOf(html);
});

const captions = /^(All main effects|Further comparisons|Parts of effects|Differences of mean scores|Pooled over|Monitored against)/;

describe('tables of effects', () => {
  it('have no two rows that look the same, and say in each which arms it stands on', () => {
    const found = tablesNamed(tables, captions);
    expect(found.length).toBeGreaterThan(4);
    for (const { caption, heads, cells: rows } of found) {
      // What tells a row from others stands before its numbers.
      const numbers = heads.findIndex((head) => /^(difference|points|monitored)/.test(head));
      const keys = rows.map((row) => row.slice(0, numbers).join(' | '));
      expect([caption, new Set(keys).size]).toEqual([caption, keys.length]);
      expect([caption, heads.includes('arms')]).toEqual([caption, true]);
    }
  });

  it('name both arms of means and parts, and the setting in which they were compared', () => {
    const [means] = tablesNamed(tables, /^Differences of mean scores/);
    const peers = means!.rows.filter(({ effect }) => effect === 'peer').map(({ arms, background }) => [arms, background]);
    expect(new Set(peers.map(([arms]) => arms))).toEqual(new Set(['agent good - agent unrelated']));
    expect(new Set(peers.map(([, background]) => background)).size).toBe(4);
    const [parts] = tablesNamed(tables, /^Parts of effects/);
    const controlled = parts!.rows.filter(({ effect }) => effect === 'object-controlled-peer').slice(0, 2);
    expect(controlled.map(({ part, arms }) => [part, arms])).toEqual([
      ['plus', 'agent good - agent unrelated'],
      ['less', 'object good - object unrelated'],
    ]);
  });

  it('say in every row that its controls fail', () => {
    for (const { caption, rows } of tablesNamed(tables, captions))
      for (const row of rows)
        expect([caption, row['reading']]).toEqual([caption, expect.stringMatching(/^not (interpretable here|estimable)/)]);
  });

  it('show a difference of scores that vary in neither arm, without an interval, with an exact p-value', () => {
    const [means] = tablesNamed(tables, /^Differences of mean scores/);
    const constant = means!.rows
      .filter(({ effect, arms }) => effect === 'peer' && arms === 'agent good - agent unrelated')
      .filter((row) => row['95 % interval']?.startsWith('no interval'));
    // 8 or 12 scores of 80 and 12 of 60: 2 of (20 over 8), or of (24 over 12), ways to part them.
    expect(constant.map((row) => [row['points'], row['p']])).toEqual([
      ['+20.0', '< 0.001'],
      ['+20.0', '< 0.001'],
    ]);
  });
});

describe('what an effect loses by its blocks', () => {
  it('is counted beside it, and the section says why rates and effect need not agree', () => {
    const rows = tablesNamed(tables, /^All main effects/).flatMap((table) => table.rows);
    const peers = rows.filter(({ effect }) => effect?.startsWith('peer ('));
    expect(peers.map(({ trials, unscored: open, unpaired }) => [trials, open, unpaired])).toEqual([
      ['16', '4', '4'],
      ['16', '4', '4'],
      ['24', '0', ''],
      ['24', '0', ''],
    ]);
    const basis = 'An effect stands on the blocks in which all its arms have a score; a rate stands on all scored trials of its arm';
    expect(text.includes(basis)).toBe(true);
    expect(text.includes('In 2 of 8 rows these are not the same trials, so the two need not agree.')).toBe(true);
  });
});

const tablesIn = (blocks: readonly Block[]): readonly ReportTable[] =>
  blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : block.kind === 'details' ? tablesIn(block.blocks) : []));
const paragraphsIn = (blocks: readonly Block[]): readonly string[] =>
  blocks.flatMap((block) =>
    block.kind === 'paragraph' && typeof block.text === 'string'
      ? [block.text]
      : block.kind === 'details'
        ? paragraphsIn(block.blocks)
        : [],
  );

/** Effects on a label, one for each effect of the sample, with a value beside or about 0. */
const contrastsOf = (low: number): readonly JudgedContrast[] =>
  report.effects.map(({ name, part, subject, isSimulated, scenario, background, arms, interpretability }, at) => ({
    label: 'protested',
    effect: part === undefined ? name : `${name} (${part})`,
    judge: 'rules',
    subject,
    isSimulated,
    scenario,
    background,
    arms,
    interpretability: at === 0 ? { kind: 'unchecked', because: 'no control was run' } : interpretability,
    raw: { kind: 'estimated', value: 0.5, low, high: 0.9, trials: 8, unscored: 0, bounds: [0.5, 0.5], unpaired: 1, smallestArm: 4 },
    standing: { kind: 'uncorrected', because: 'no people' },
  }));

describe('effects on labels', () => {
  it('have arms and background, no two rows alike, and say where controls fail', () => {
    const all = tablesIn(labelEffects({ contrasts: contrastsOf(0.1) }, report.arms)).at(-1)!;
    const numbers = all.columns.findIndex(({ head }) => head === 'as judged');
    const keys = all.rows.map((row) => row.slice(0, numbers).join(' | '));
    expect([keys.length > 20, new Set(keys).size]).toEqual([true, keys.length]);
    const reading = all.columns.findIndex(({ head }) => head === 'reading');
    const thin = 'fewer than 5 trials an arm: the interval covers less than 95 %';
    expect(all.rows.map((row) => row[reading])).toEqual(
      all.rows.map((_, at) => (at === 0 ? `controls not run; ${thin}` : `not interpretable here; ${thin}`)),
    );
  });

  it('say how many intervals they are, and that nothing is corrected for that', () => {
    const contrasts = contrastsOf(0.1);
    const [words] = paragraphsIn(labelEffects({ contrasts }, report.arms));
    expect(words).toBe(
      `${contrasts.length} intervals, one for each label, judge and effect, without p-values and without any correction for multiplicity: of so many, about one in twenty leaves out 0 where there is no effect. They are description only, and none is a finding. In 1 that the controls allow to read, 0 is left out.`,
    );
  });

  it('say once why they are not corrected where that is the same in all, else in each row', () => {
    const alike = tablesIn(labelEffects({ contrasts: contrastsOf(0.1) }, report.arms)).at(-1)!;
    expect(alike.notes?.[0]).toBe('uncorrected: no people');
    expect(new Set(alike.rows.map((row) => row.at(-1)))).toEqual(new Set(['uncorrected']));
    const unlike = contrastsOf(0.1).map((own, at) => ({ ...own, standing: { kind: 'uncorrected', because: `reason ${at}` } as const }));
    const rows = tablesIn(labelEffects({ contrasts: unlike }, report.arms)).at(-1)!.rows;
    expect(new Set(rows.map((row) => row.at(-1))).size).toBe(unlike.length);
  });

  it('begin with those that say something, where there are many', () => {
    const many = [...contrastsOf(-0.1), ...contrastsOf(0.1).map((own) => ({ ...own, judge: 'other' }))];
    const shown = tablesIn(labelEffects({ contrasts: many }, report.arms));
    expect(shown.map(({ caption, rows }) => [caption, rows.length])).toEqual([
      ['Effects on labels: those that leave out 0', 1],
      ['Effects on labels', many.length],
    ]);
  });
});
