import { describe, expect, it } from 'vitest';
import { benjaminiHochberg } from '../../src/stats/benjamini-hochberg.ts';
import { holmAdjust } from '../../src/stats/holm-adjust.ts';
import type { EffectName } from '../../src/estimates/effect-names.ts';
import { htmlTables, markdownTables, numbersIn, tablesNamed, type PageTable } from './read-page.ts';
import { answer, cellOf, realSubject, rendered, sampleReport, withControls } from './sample-report.ts';

const cells = [
  ...withControls,
  cellOf({ record: 'absent' }),
  cellOf({ record: 'bad' }),
  cellOf({ record: 'good', oversight: 'monitored' }),
  cellOf({ record: 'good', oversight: 'unmonitored' }),
];
const yes: Readonly<Record<string, number>> = { unrelated: 8, absent: 6, bad: 9, monitored: 12, unmonitored: 15, good: 17 };
const trial = ({ levels }: (typeof cells)[number], block: number) => {
  if (levels.control !== undefined) return answer(levels.control === 'capability');
  return answer(block < (yes[levels.oversight ?? ''] ?? yes[levels.record ?? ''] ?? 0));
};

interface Declared {
  readonly contrasts?: readonly EffectName[];
  readonly gatekeeping?: readonly (readonly EffectName[])[];
}

async function shown(declared: Declared) {
  const second = { ...realSubject, id: 'openai:other', model: 'openai:other' };
  const { html, markdown, model } = rendered(await sampleReport({ cells, trial, subjects: [realSubject, second], ...declared }));
  const tables = htmlTables(html);
  expect(markdownTables(markdown).map(({ cells: own }) => own)).toEqual(tables.map(({ cells: own }) => own));
  const rows = tablesNamed(tables, /^(?:All main effects|Further comparisons) of openai:gpt-5/).flatMap((table) => table.rows);
  const sentence = model.summary.sure.find((line) => /declared before the run/i.test(line)) ?? '';
  return { rows, sentence, effects: model.runs[0]?.effects.filter(({ subject }) => subject === realSubject.id) ?? [] };
}

type Row = PageTable['rows'][number];
const named = (name: string) => (row: Row) => row['effect']?.split(/[ ,(]/)[0] === name;
const isDeclared = (names: readonly string[]) => (row: Row) =>
  names.some((name) => named(name)(row)) && !/unstated/.test(row['effect'] ?? '');
const families = (rows: readonly Row[]) => [...new Set(rows.map((row) => row['family']))];
/** Shown p-values have three decimals, or a bound. */
function isShown(shownP: string | undefined, value: number): boolean {
  if (value < 0.001) return shownP === '< 0.001';
  if (value > 0.999) return /^> 0\.999$|^1\.000$/.test(shownP ?? '');
  return Math.abs((numbersIn(shownP ?? '')[0] ?? 9) - value) <= 0.0005 + 1e-9;
}

describe('where nothing was declared', () => {
  it('all effects are exploratory, by Benjamini and Hochberg, one family a subject', async () => {
    const { rows, sentence, effects } = await shown({});
    expect(sentence).toMatch(/No effect was declared.*exploratory.*Benjamini-Hochberg.*one family (?:a|for each|per) subject/);
    expect(sentence).not.toMatch(/Holm|gatekeeping|confirmatory/i);
    expect(families(rows)).toEqual([expect.stringMatching(/exploratory.*(?:BH|Benjamini)/)]);
    const adjusted = benjaminiHochberg(effects.map(({ test }) => test?.pValue ?? 9));
    expect(effects.map(({ test }) => test?.adjusted.toFixed(9))).toEqual(adjusted.map((value) => value.toFixed(9)));
    expect(effects.length).toBe(4);
    expect(new Set(effects.map(({ test }) => test?.adjusted)).size).toBeGreaterThan(2);
  });
});

describe('declared effects', () => {
  const contrasts: readonly EffectName[] = ['peer', 'slope'];

  it('are a family of their own by Holm, and the others exploratory', async () => {
    const { rows, sentence, effects } = await shown({ contrasts });
    expect(sentence).toMatch(
      /^Declared before the run: peer, slope\. The 4 such effects are adjusted by Holm's method, one family (?:a|for each|per) subject/,
    );
    expect(sentence).toMatch(/others are exploratory \(Benjamini-Hochberg\)/);
    expect(sentence).not.toMatch(/gatekeeping|declared order/);
    const [declared, others] = [rows.filter(isDeclared(contrasts)), rows.filter((row) => !isDeclared(contrasts)(row))];
    expect([families(declared), families(others)]).toEqual([
      [expect.stringMatching(/confirmatory.*Holm/)],
      [expect.stringMatching(/exploratory.*(?:BH|Benjamini)/)],
    ]);
    const own = effects.filter(({ name }) => contrasts.includes(name));
    const holm = holmAdjust(own.map(({ test }) => test?.pValue ?? 9));
    expect(own.map(({ test }) => test?.adjusted.toFixed(9))).toEqual(holm.map((value) => value.toFixed(9)));
    expect(own.map(({ name }, index) => isShown(declared.find(named(name))?.['p adjusted'], holm[index] ?? 9))).toEqual([true, true]);
    const rest = benjaminiHochberg(effects.filter(({ name }) => !contrasts.includes(name)).map(({ test }) => test?.pValue ?? 9));
    expect(effects.filter(({ name }) => !contrasts.includes(name)).map(({ test }) => test?.adjusted.toFixed(9))).toEqual(
      rest.map((value) => value.toFixed(9)),
    );
  });

  it('in an order are looked at in it: none has a smaller p-value than those before', async () => {
    const order = [['record'], ['peer'], ['slope']] as const;
    const { rows, sentence, effects } = await shown({ contrasts: order.flat(), gatekeeping: order });
    expect(sentence).toMatch(/^Declared before the run: record, peer, slope\..*(?:declared order|gatekeeping)/);
    expect(sentence).not.toMatch(/Holm/);
    const declared = order.flat().map((name) => rows.find(named(name)));
    expect(families(declared.map((row) => row ?? {}))).toEqual([expect.stringMatching(/confirmatory.*gatekeeping/)]);
    const raw = order.flat().map((name) => effects.find((effect) => effect.name === name)?.test?.pValue ?? 9);
    expect(raw[0]).toBeGreaterThan(raw[1] ?? 9);
    const gated = raw.map((_, index) => Math.max(...raw.slice(0, index + 1)));
    expect(declared.map((row, index) => [isShown(row?.['p'], raw[index] ?? 9), isShown(row?.['p adjusted'], gated[index] ?? 9)])).toEqual(
      declared.map(() => [true, true]),
    );
    // What holds by itself does not hold behind a gate that stays shut.
    expect([(raw[1] ?? 9) < 0.05, /no effect shown|not shown/.test(declared[1]?.['reading'] ?? '')]).toEqual([true, true]);
  });
});
