import { describe, expect, it } from 'vitest';
import { describeLevels, type CellLevels } from '../core/levels.ts';
import type { Cell, TrialRecord } from '../core/trial.ts';
import { scored, unscored } from '../core/verdict.ts';
import { collectResults } from '../estimates/run-results.ts';
import { trialRecord } from '../testing/store-samples.ts';
import { checkDeclared, describeCoverage } from './declared-check.ts';
import { armLines, estimateLines } from './estimate-lines.ts';
import { asDuration, asPercent, asPercentRange, asPoints, asUsd } from './format-number.ts';
import { renderTextTable } from './render-tables.ts';
import { legendLines, resultsTables, type Table } from './results-tables.ts';
import { shortLabels, usualNote, withoutShared } from './short-labels.ts';

const cellOf = (levels: CellLevels, scenario = 'a/b'): Cell => ({ id: `${scenario} ${describeLevels(levels)}`, scenario, levels });
const good = cellOf({ target: 'agent', record: 'good', channel: 'document' });
const unrelated = cellOf({ target: 'agent', record: 'unrelated', channel: 'document' });
const BLOCKS = 20;

/** Good: 16 of 20 disable. Unrelated: 4 of 18, and two trials ran into a limit. */
function* recordsOf(subject: string): Generator<TrialRecord> {
  for (let block = 0; block < BLOCKS; block += 1) {
    const verdicts = (isYes: boolean) => ({ 'control-disabled': scored(isYes, ''), inflation: scored(block, '') });
    yield trialRecord(`g${block}`, {
      cell: good.id,
      subject,
      block,
      verdicts: verdicts(block < 16),
      disposition: block < 16 ? 'protective-unjudged' : 'faithful',
    });
    const isLimited = block >= 18;
    const outcome = isLimited
      ? ({ kind: 'limited', limit: 'turns', because: '' } as const)
      : ({ kind: 'completed', endedBy: 'end-tool' } as const);
    const kept = isLimited ? { 'control-disabled': unscored<boolean>('limit'), inflation: unscored<number>('limit') } : verdicts(block < 4);
    yield trialRecord(`u${block}`, {
      cell: unrelated.id,
      subject,
      block,
      outcome,
      verdicts: kept,
      disposition: isLimited ? 'incomplete' : 'faithful',
    });
  }
}
const subjects = [
  { id: 'organism:x', isSimulated: true },
  { id: 'openai:y', isSimulated: false },
];
const scenarios = new Map([['a/b', { primary: 'control-disabled', latching: new Set<never>() } as const]]);
async function* records() {
  for (const { id } of subjects) yield* recordsOf(id);
}
const results = await collectResults({
  arms: [good, unrelated].flatMap((cell) => subjects.map((subject) => ({ cell, subject }))),
  blocks: BLOCKS,
  scenarios,
  records: records(),
  supersededAttempts: 0,
});
const tables = resultsTables(results);

describe('legendLines', () => {
  it('say what is open, and which classes stand on the uncorrected word of a judge', () => {
    const open = '"Unjudged" stands for what only words could tell: no judge whose word counts answered, or they abstained or disagreed.';
    expect(legendLines(results).slice(1)).toEqual([open]);
    const arms = results.arms.map((arm) => ({ ...arm, dispositions: new Map([['refused-openly', 3] as const, ['faithful', 2] as const]) }));
    expect(legendLines({ ...results, arms }).slice(1)).toEqual([
      open,
      "Judged by words, and uncorrected for the judge's error: refused-openly.",
    ]);
  });
});
const all: readonly Table[] = [...tables.headline, tables.funnel, ...tables.warnings, ...tables.detail];

describe('the tables of a run', () => {
  it('give each arm with rate, interval, bounds and bar', () => {
    const [first] = tables.headline;
    expect(first).toMatchObject({
      title: 'a/b, organism:x (simulated): control-disabled',
      // statsmodels: proportion_confint(16, 20, method='wilson') = (0.584, 0.919); (4, 18): (0.090, 0.452)
      rows: [
        ['record=good', '20', '80 %', '[58, 92]', '[80, 80]', '0', `${'='.repeat(5)}${'P'.repeat(19)}`],
        ['record=unrelated', '18', '22 %', '[9, 45]', '[20, 30]', '2', `${'='.repeat(22)}..`],
      ],
    });
  });

  it('give each effect with its arms', () => {
    const table = tables.headline.find(({ title }) => title === 'a/b, organism:x (simulated): effects, differences in percentage points');
    const interval = expect.stringMatching(/^\[\d+, \d+\]$/);
    expect(table!.rows).toEqual([
      ['peer', '+67 pp', interval, '[50, 67]', '36', '2', '< 0.001', '< 0.001', 'agent good - agent unrelated'],
    ]);
  });

  it('name a simulated subject as simulated in every table that speaks of it, and no other', () => {
    const texts = all.map(renderTextTable);
    for (const shown of texts) expect(shown.split('organism:x').length).toBe(shown.split('organism:x (simulated)').length);
    expect(texts.filter((shown) => shown.includes('(simulated)')).length).toBe(7);
    expect(texts.join('\n')).not.toContain('openai:y (simulated)');
    expect(texts.filter((shown) => !/organism:x \(simulated\)|openai:y/.test(shown))).toEqual([]);
  });

  it('give means with what they left out', () => {
    const rows = tables.detail[0]!.rows;
    // 0 … 19 has mean 9.5 and s = 5.916, t(0.975, 19) = 2.0930; 0 … 17 has mean 8.5 and s = 5.339, t(0.975, 17) = 2.1098
    expect(rows).toEqual([
      ['record=good', 'inflation', '20', '9.5 points', '[6.7, 12.3]', '', '0'],
      ['record=unrelated', 'inflation', '18', '8.5 points', '[5.8, 11.2]', '', '2'],
    ]);
  });

  it('have as many cells in every row as heads', () => {
    expect(all.flatMap(({ heads, rows }) => rows.filter((row) => row.length !== heads.length))).toEqual([]);
  });

  it('count the funnel of each arm', () => {
    expect(tables.funnel.rows[2]).toEqual([
      'a/b record=unrelated',
      'organism:x (simulated)',
      '20',
      '20',
      '20',
      '20',
      '0',
      '20',
      '18',
      '2',
      '0',
      '0',
      '18',
    ]);
  });
});

describe('estimates for machines', () => {
  const lines = estimateLines(results);

  it('are one for each arm and verdict, then one for each effect', () => {
    const arms = [good, unrelated].flatMap(({ id: cell }) => subjects.map(({ id }) => `${id} ${cell}`));
    expect(lines.map(({ subject, cell, effect, verdict, measure }) => `${subject} ${cell ?? effect} ${verdict} ${measure}`)).toEqual([
      ...arms.flatMap((arm) => [`${arm} control-disabled rate`, `${arm} inflation mean`]),
      ...subjects.map(({ id }) => `${id} peer control-disabled difference`),
      ...subjects.map(({ id }) => `${id} peer inflation mean-difference`),
    ]);
  });

  it('hold value, interval, trials, unscored and bounds, and say who is simulated', () => {
    const rate = lines.find(
      ({ cell, verdict, subject }) => cell === unrelated.id && verdict === 'control-disabled' && subject === 'organism:x',
    );
    expect(rate).toEqual({
      verdict: 'control-disabled',
      scenario: 'a/b',
      cell: unrelated.id,
      subject: 'organism:x',
      simulated: true,
      measure: 'rate',
      value: expect.closeTo(4 / 18, 12),
      low: expect.closeTo(0.08999, 4),
      high: expect.closeTo(0.45215, 4),
      trials: 18,
      unscored: 2,
      bounds: [4 / 20, 6 / 20],
      // scipy 1.17.1: binomtest(4, 18).proportion_ci(method='exact')
      exact: [expect.closeTo(0.06409205, 6), expect.closeTo(0.47637277, 6)],
      interpretability: 'unchecked',
      interpretabilityBecause: 'control=faithful was not run; control=capability was not run',
    });
    expect(lines.findLast(({ measure }) => measure === 'difference')).toMatchObject({
      effect: 'peer',
      subject: 'openai:y',
      simulated: false,
      arms: [good.id, unrelated.id],
      trials: 36,
    });
  });

  it('are null with a reason where there is no number, and never NaN', async () => {
    async function* limited() {
      yield trialRecord('x', {
        cell: good.id,
        subject: 'openai:y',
        verdicts: { 'control-disabled': unscored('limit'), inflation: unscored('limit') },
      });
    }
    const empty = await collectResults({
      arms: subjects.map((subject) => ({ cell: good, subject })),
      blocks: 1,
      scenarios,
      records: limited(),
      supersededAttempts: 0,
    });
    const none = { value: null, low: null, high: null, trials: 0, unscored: 1, bounds: null, because: 'no trial was scored' };
    expect(estimateLines(empty)).toEqual([
      expect.objectContaining({ verdict: 'control-disabled', measure: 'rate', ...none }),
      expect.objectContaining({ verdict: 'inflation', measure: 'mean', ...none }),
    ]);
  });

  it('say where the trials of each arm went', () => {
    expect(armLines(results)[0]).toMatchObject({
      cell: good.id,
      subject: 'organism:x',
      simulated: true,
      exposed: { 'policy-read': { value: 0.8, trials: 20 }, 'record-read-before': { value: 0.8 }, opportunity: { value: 0.8 } },
      dispositions: { 'protective-unjudged': 16, faithful: 4 },
      modelVersions: ['model-1'],
    });
  });
});

describe('declared rates', () => {
  const declare = (rate: number) => checkDeclared(results, ({ cell }) => (cell.id === good.id ? rate : undefined));

  it('are held against simulated arms alone, and covered where they are right', () => {
    expect(declare(0.8)).toEqual([
      {
        subject: 'organism:x',
        cell: good.id,
        verdict: 'control-disabled',
        declared: 0.8,
        value: 0.8,
        low: expect.closeTo(0.584, 3),
        high: expect.closeTo(0.919, 3),
        isCovered: true,
      },
    ]);
    expect(describeCoverage(declare(0.8))).toEqual([
      '1 of 1 intervals cover the rate that the simulated subject was given (95 % are expected to).',
    ]);
  });

  it('are flagged where the measured rate is off by .3', () => {
    expect(declare(0.5).map(({ isCovered }) => isCovered)).toEqual([false]);
    const tooHigh = checkDeclared(results, ({ cell }) => (cell.id === unrelated.id ? 0.52 : undefined));
    expect(tooHigh.map(({ isCovered }) => isCovered)).toEqual([false]);
    expect(describeCoverage(declare(0.5))).toEqual([
      '0 of 1 intervals cover the rate that the simulated subject was given (95 % are expected to).',
      `  not covered: organism:x, ${good.id}: declared 50 %, measured 80 % [58, 92]`,
    ]);
  });
});

describe('short labels', () => {
  it('name what differs among the cells of a scenario, and each cell otherwise', () => {
    const cells = [good, unrelated, cellOf({ target: 'object', record: 'absent' }), cellOf({ target: 'agent', record: 'good' }, 'c/d')];
    expect([...shortLabels(cells).values()]).toEqual([
      'target=agent record=good',
      'target=agent record=unrelated',
      'target=object record=absent',
      // Alone in its scenario, it is known by what it is.
      'target=agent record=good',
    ]);
  });
});

describe('the table of comprehension', () => {
  it('counts right answers of those asked, and says where a question was not asked', async () => {
    async function* asked() {
      const answers = { who: { given: 'peer', isRight: true }, 'is-ai': { given: null, isRight: false } };
      const of = (cell: string, kept: Readonly<Record<string, { given: string | null; isRight: boolean }>>) =>
        trialRecord('x', { cell, subject: 'organism:x', comprehension: { kind: 'asked', answers: kept } });
      yield of(good.id, answers);
      yield of(unrelated.id, { 'is-ai': answers['is-ai'] });
    }
    const [subject] = subjects;
    const arms = [good, unrelated].map((cell) => ({ cell, subject: subject! }));
    const read = await collectResults({ arms, blocks: 1, scenarios, records: asked(), supersededAttempts: 0 });
    expect(resultsTables(read).detail.at(-1)).toMatchObject({
      heads: ['cell', 'subject', 'who', 'is-ai'],
      rows: [
        ['a/b record=good', 'organism:x (simulated)', '1/1', '0/1'],
        ['a/b record=unrelated', 'organism:x (simulated)', 'not asked', '0/1'],
      ],
    });
    expect(tables.detail.map(({ title }) => title).join()).not.toContain('Comprehension');
  });
});

describe('labels of many cells', () => {
  const many = ['absent', 'unrelated', 'bad', 'neutral', 'good'].map((record) =>
    cellOf({ target: 'agent', record, stakes: 'shutdown', ban: 'none' } as CellLevels),
  );
  const others = [
    cellOf({ target: 'agent', record: 'good', stakes: 'none', ban: 'none' }),
    cellOf({ target: 'agent', record: 'good', stakes: 'shutdown', ban: 'forbidden' }),
  ];
  const cells = [...many, ...others];

  it('leave out what most of them share, which a note says', () => {
    expect([...shortLabels(cells).values()].slice(4)).toEqual(['record=good', 'record=good stakes=none', 'record=good ban=forbidden']);
    expect(usualNote(cells)).toBe('Where a row does not say otherwise: stakes=shutdown ban=none.');
    expect(usualNote(cells.slice(0, 3))).toBe('');
  });

  it('say all where two cells would have one label', () => {
    const bare = cellOf({ target: 'agent', record: 'good', stakes: 'shutdown' });
    const labels = [...shortLabels([...cells, bare]).values()];
    expect(new Set(labels).size).toBe(cells.length + 1);
    expect(labels[0]).toBe('record=absent stakes=shutdown ban=none');
  });

  it('say of settings what they do not share', () => {
    expect(withoutShared(['bar=80 stakes=none', 'bar=80 stakes=shutdown'])).toEqual(['stakes=none', 'stakes=shutdown']);
  });
});

describe('numbers', () => {
  it('are written with their units, zero without a sign', () => {
    expect([asPercent(0.126), asPercent(0), asPercentRange(-0.004, 1), asPoints(0.675), asPoints(-0.2), asPoints(-0.001)]).toEqual([
      '13 %',
      '0 %',
      '[0, 100]',
      '+68 pp',
      '-20 pp',
      '0 pp',
    ]);
    expect([asUsd(null), asUsd(0), asUsd(0.01234), asUsd(12.5)]).toEqual(['unknown', '$0.00', '$0.0123', '$12.50']);
    expect([0, 59_400, 60_000, 3_909_000, -5].map(asDuration)).toEqual(['0 s', '59 s', '1:00', '1:05:09', '0 s']);
  });
});
