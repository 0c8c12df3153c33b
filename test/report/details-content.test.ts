import { beforeAll, describe, expect, it } from 'vitest';
import type { TrialRecord } from '../../src/core/trial.ts';
import type { JudgedResults } from '../../src/estimates/judged/judged-results.ts';
import { cellUnder, htmlTables, markdownTables, numbersIn, tablesNamed, textOf, type PageTable } from './read-page.ts';
import { answer, capable, faithful, good, realSubject, rendered, sampleReport, unrelated, withControls } from './sample-report.ts';

const BLOCKS = 20;
/** Of each arm's trials: how many protect, read the policy, know the record first, have the chance, and answer rightly. */
const facts = new Map([
  [good, { yes: 15, policy: 18, record: 12, chance: 16, right: 19 }],
  [unrelated, { yes: 4, policy: 17, record: 10, chance: 14, right: 13 }],
  [faithful, { yes: 0, policy: 20, record: 0, chance: 20, right: 20 }],
  [capable, { yes: 18, policy: 20, record: 20, chance: 20, right: 20 }],
]);
const trial = (cell: typeof good, block: number): Partial<TrialRecord> => {
  const { yes, policy, record, chance, right } = facts.get(cell)!;
  const affected = { given: 'a', isRight: block < right };
  return {
    ...answer(block < yes),
    exposure: { policyRead: block < policy, recordRead: block < record ? 'before' : 'after', opportunity: block < chance },
    comprehension: { kind: 'asked', answers: { affected, ...(cell === good ? { seen: { given: 'b', isRight: block < 7 } } : {}) } },
    spending: {
      requests: 3,
      repeated: 0,
      usage: { inputTokens: 1000, outputTokens: 20, cachedInputTokens: null, reasoningTokens: null },
      costUsd: 0.25,
    },
  };
};

const place = { judge: 'openai:j', subject: realSubject.id, isSimulated: false } as const;
const rateOf = (cell: typeof good, counts: readonly [number, number, number]) => {
  const [judged, abstained, unscored] = counts;
  const raw = {
    kind: 'estimated',
    value: 0.5,
    low: 0.25,
    high: 0.75,
    trials: judged,
    unscored: abstained + unscored,
    bounds: [0.2, 0.8],
  } as const;
  const standing = { kind: 'uncorrected', because: 'not validated' } as const;
  return { ...place, label: 'protested', cell: cell.id, applies: BLOCKS, judged, abstained, unscored, raw, standing } as const;
};
const share = (value: number, of: number) => ({ value, low: value / 2, high: (1 + value) / 2, of });
const coefficients = { kappa: { value: 0.41, low: 0.32, high: 0.53 }, ac1: { value: 0.64, low: 0.55, high: 0.76 } };
const leniency = { kind: 'estimated', value: 0.12, low: 0.02, high: 0.22, trials: 33, unscored: 0, bounds: [0.12, 0.12] } as const;
const judged: JudgedResults = {
  judges: [{ judge: place.judge, version: 'v1', isSimulated: false }],
  rates: [rateOf(good, [13, 5, 2]), rateOf(unrelated, [11, 6, 3])],
  contrasts: [],
  agreement: [{ label: 'protested', between: ['openai:j', 'rules'], trials: 17, disagreements: 4, ...coefficients }],
  validation: [
    {
      label: 'protested',
      judge: place.judge,
      version: 'v1',
      isSimulated: false,
      half: 'held-out',
      sensitivity: share(0.62, 21),
      specificity: share(0.94, 53),
      abstention: share(0.18, 90),
    },
  ],
  armGuesses: [{ judge: place.judge, factor: 'record', asked: 19, guessed: 14, right: 9, chance: 0.55, rate: share(9 / 14, 14) }],
  leniency: [{ label: 'protested', judge: place.judge, family: 'GPT', other: 'Claude', isKin: true, trials: 33, difference: leniency }],
  awarenessTimes: [
    { judge: place.judge, cell: good.id, subject: realSubject.id, before: 5, after: 3, withoutAct: 7, untimed: 6 },
    { judge: place.judge, cell: unrelated.id, subject: realSubject.id, before: 2, after: 1, withoutAct: 4 },
  ],
};

let html: string;
let tables: readonly PageTable[];
let inMarkdown: readonly PageTable[];
beforeAll(async () => {
  const declaredChecks = [
    {
      subject: 'organism:gamer',
      cell: good.id,
      verdict: 'control-disabled',
      declared: 0.31,
      value: 0.75,
      low: 0.53,
      high: 0.89,
      isCovered: false,
    },
    {
      subject: 'organism:gamer',
      cell: unrelated.id,
      verdict: 'control-disabled',
      declared: 0.21,
      value: 0.2,
      low: 0.08,
      high: 0.42,
      isCovered: true,
    },
  ] as const;
  const page = rendered(await sampleReport({ cells: withControls, blocks: BLOCKS, trial, more: { judged, declaredChecks } }));
  html = page.html;
  tables = htmlTables(html);
  inMarkdown = markdownTables(page.markdown);
});

const rowsOf = (caption: RegExp) => tablesNamed(tables, caption).flatMap(({ rows }) => rows);
const firstNumbers = (cells: readonly string[]) => cells.map((cell) => numbersIn(cell)[0]);

describe('beside the effects a report', () => {
  it('has the same tables in Markdown', () => {
    expect(inMarkdown.map(({ cells }) => cells)).toEqual(tables.map(({ cells }) => cells));
  });

  it('sets rates among the exposed under what they came to see', () => {
    const rows = rowsOf(/came to see something/);
    const heads = [/of all scored/, /^policy/, /^record/, /opportunity/];
    const rate = (yes: number, of: number) => Math.round((100 * Math.min(yes, of)) / of);
    const wanted = [good, unrelated].map((cell) => {
      const { yes, policy, record, chance } = facts.get(cell)!;
      return [rate(yes, BLOCKS), rate(yes, policy), rate(yes, record), rate(yes, chance)];
    });
    expect(rows.slice(0, 2).map((row) => firstNumbers(heads.map((head) => cellUnder(row, head))))).toEqual(wanted);
    expect(textOf(html)).toMatch(/never compared between arms/);
  });

  it('sets each control under its name', () => {
    const [row] = rowsOf(/^Controls/);
    expect(firstNumbers([cellUnder(row ?? {}, /does the job/), cellUnder(row ?? {}, /can protect/)])).toEqual([100, 90]);
  });

  it('counts what the trials took, and from which run they are', () => {
    const [row] = rowsOf(/^Subjects/);
    const trials = BLOCKS * withControls.length;
    const shown = [/trials/, /requests/, /input tokens/, /output tokens/, /cost/].map((head) =>
      cellUnder(row ?? {}, head).replaceAll(',', ''),
    );
    expect(shown).toEqual([
      String(trials),
      String(3 * trials),
      String(1000 * trials),
      String(20 * trials),
      `$${(0.25 * trials).toFixed(2)}`,
    ]);
    const facts = Object.fromEntries(
      [...html.matchAll(/<dt>([^<]*)<\/dt><dd>([\s\S]*?)<\/dd>/g)].map(([, head = '', said = '']) => [head, textOf(said)]),
    );
    expect([facts['Seed'], facts['Begun']?.slice(0, 10), facts['Run'], facts['Program']]).toEqual([
      '1',
      '2026-11-21',
      'run1',
      'offswitch 0.1.0',
    ]);
    expect(facts['Design']).toMatch(/4 cells, 20 blocks/);
  });

  it('counts right answers of those asked, cell by cell', () => {
    const rows = rowsOf(/^Right answers by cell/);
    expect(rows.map((row) => numbersIn(row['affected'] ?? ''))).toEqual([...facts.values()].map(({ right }) => [5 * right, BLOCKS]));
    expect(numbersIn(rowsOf(/^Right answers$/)[0]?.['affected'] ?? '')).toEqual([90, 80]);
    // One question was put to the first of the four cells alone.
    expect(rows.map((row) => row['seen'])).toEqual(['35 % of 20', 'not asked', 'not asked', 'not asked']);
  });

  it('sets the rate that a simulated subject declares beside what was measured, where they part', () => {
    const [row, ...others] = rowsOf(/do not hold the declared rate/);
    expect([others.length, row?.['declared'], row?.['measured']]).toEqual([0, '31 %', '75 %']);
    expect(textOf(html)).toMatch(/1 of 2 intervals hold the declared rate/);
  });
});

describe('what is known of a judge', () => {
  it('tells what it answered from what it abstained on and what was lost', () => {
    const rows = rowsOf(/^protested: every arm/);
    expect(rows.map((row) => ['applies to', 'judged', 'abstained', 'unscored'].map((head) => Number(row[head])))).toEqual([
      [20, 13, 5, 2],
      [20, 11, 6, 3],
    ]);
  });

  it('tells what it finds from what it leaves and what it passes over', () => {
    const [row] = rowsOf(/gold cases/);
    const ends = ['sensitivity', 'specificity', 'abstention'].map((head) => numbersIn(row?.[head] ?? ''));
    expect(ends.map((numbers) => [numbers[0], numbers[3]])).toEqual([
      [62, 21],
      [94, 53],
      [18, 90],
    ]);
  });

  it('tells kappa from AC1, and trials from disagreements', () => {
    const [row] = rowsOf(/^Agreement/);
    expect([row?.['between'], row?.['trials'], row?.['disagreements']]).toEqual(['openai:j and rules', '17', '4']);
    expect([/kappa/, /AC1/].map((head) => numbersIn(cellUnder(row ?? {}, head)))).toEqual([
      [0.41, 0.32, 0.53],
      [0.64, 0.55, 0.76],
    ]);
  });

  it('tells guesses from right ones, and both from what chance gives', () => {
    const [row] = rowsOf(/guess the arm/);
    expect(['asked', 'guessed', 'right'].map((head) => row?.[head])).toEqual(['19', '14', '9']);
    expect(firstNumbers([cellUnder(row ?? {}, /share right/), cellUnder(row ?? {}, /chance|commonest|frequent/)])).toEqual([64, 55]);
  });

  it('tells its own family from the other one', () => {
    const [row] = rowsOf(/^Leniency/);
    expect([row?.['names'], row?.['kin'], row?.['trials']]).toEqual(['GPT less Claude', 'its own family', '33']);
    expect(numbersIn(row?.['difference'] ?? '')).toEqual([12, 2, 22]);
  });

  it('tells suspicion before the act from that after it, in sum and arm by arm', () => {
    const counts = (row: PageTable['rows'][number]) =>
      [/^before/, /^after/, /^no such/, /^no place/].map((head) => Number(cellUnder(row, head)));
    expect(rowsOf(/^When suspicion of a test was voiced$/).map(counts)).toEqual([[7, 4, 11, 6]]);
    expect(rowsOf(/^When suspicion of a test was voiced, by arm/).map(counts)).toEqual([
      [5, 3, 7, 6],
      [2, 1, 4, 0],
    ]);
  });
});
