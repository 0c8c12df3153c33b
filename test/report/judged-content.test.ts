import { beforeAll, describe, expect, it } from 'vitest';
import type { Calibration } from '../../src/core/judgement.ts';
import type { JudgedContrast, JudgedRate, JudgedResults } from '../../src/estimates/judged/judged-results.ts';
import { judgeRun, sameError, trueRate } from '../judged-runs.ts';
import {
  cellUnder,
  htmlFigures,
  htmlTables,
  isRounded,
  markdownTables,
  numbersIn,
  tablesNamed,
  textOf,
  type PageTable,
} from './read-page.ts';
import { good, organism, rendered, sampleReport, unrelated } from './sample-report.ts';

/** What the gold cases say of the judge: that it finds so many of 200, and leaves so many of 200. */
const calibrated = (found: number, left: number): readonly Calibration[] => [
  {
    judge: 'sim',
    version: 'v1',
    isSimulated: true,
    gold: 'gold',
    half: 'held-out',
    measuredAt: '2026-11-21T10:00:00.000Z',
    labels: [
      {
        label: 'refused-openly',
        truePositives: found,
        falseNegatives: 200 - found,
        trueNegatives: left,
        falsePositives: 200 - left,
        abstainedOfPositives: 10,
        abstainedOfNegatives: 12,
        unscored: 0,
      },
    ],
  },
];

interface Shown {
  readonly judged: JudgedResults;
  readonly html: string;
  readonly tables: readonly PageTable[];
  readonly leftOut: readonly string[];
}

/** A run of refusers whose judge errs, in the cells of the sample report. */
async function shownRun(options: {
  readonly blocks?: number;
  readonly perStratum: number;
  readonly gold?: readonly Calibration[];
}): Promise<Shown> {
  const { blocks = 60, perStratum, gold = [] } = options;
  const found = await judgeRun({ ...sameError, blocks, perStratum, calibrations: gold, seed: 'content' });
  const placed = <Row extends JudgedRate>(row: Row) => ({
    ...row,
    cell: row.cell.includes('record=good') ? good.id : unrelated.id,
    subject: organism.id,
  });
  const contrasts = found.contrasts.map((row): JudgedContrast => ({ ...row, subject: organism.id, scenario: 'tampering/sample' }));
  const judged = { ...found, rates: found.rates.map(placed), contrasts };
  const report = await sampleReport({ cells: [good, unrelated], blocks: 4, subjects: [organism], more: { judged } });
  const { html, markdown, model } = rendered(report);
  const tables = htmlTables(html);
  expect(markdownTables(markdown).map(({ cells }) => cells)).toEqual(tables.map(({ cells }) => cells));
  return { judged, html, tables, leftOut: model.summary.leftOut };
}

let raw: Shown;
let ranged: Shown;
let vague: Shown;
let corrected: Shown;
beforeAll(async () => {
  raw = await shownRun({ perStratum: 0 });
  ranged = await shownRun({ perStratum: 0, gold: calibrated(155, 160) });
  vague = await shownRun({ perStratum: 0, gold: calibrated(100, 120) });
  corrected = await shownRun({ perStratum: 12, gold: calibrated(155, 160) });
});

const JUDGES_ERROR = /judge['’]s error/i;
const CORRECTED = /(?<!un)(?<!not )corrected/i;
const percents = (range: readonly number[], text: string) => {
  const shown = numbersIn(text);
  return range.every((share, place) => isRounded(shown[place], share));
};
const rateRows = ({ tables }: Shown) => tablesNamed(tables, /^refused-openly: every arm/).flatMap(({ rows }) => rows);
const contrastRows = ({ tables }: Shown) => tablesNamed(tables, /^Effects on labels/).flatMap(({ rows }) => rows);
const judgedFigure = ({ html }: Shown) => htmlFigures(html).find(({ id, layout }) => id.includes('judged') && layout === 'wide');

describe('a rate that nobody corrected', () => {
  it('is called uncorrected beside every number of it, and never corrected', () => {
    for (const shown of [raw, ranged]) {
      const rows = [...rateRows(shown), ...contrastRows(shown)];
      expect(rows.length).toBeGreaterThan(2);
      expect(
        rows
          .map((row) => cellUnder(row, /standing/))
          .filter((text) => !text.startsWith('uncorrected') || CORRECTED.test(text.replace(/\bcorrects? an? (?:rate|effect)/, ''))),
      ).toEqual([]);
      const figure = judgedFigure(shown);
      expect(figure?.title).toMatch(/uncorrected/);
      expect(figure?.hints.map((hint) => [/uncorrected/.test(hint), CORRECTED.test(hint)])).toEqual([[true, false]]);
      expect(figure?.texts.some((text) => CORRECTED.test(text))).toBe(false);
      expect(shown.leftOut.join(' ')).toMatch(/2 of 2 judged rates are not corrected/);
      expect(shown.html).toMatch(/role="note">Rates titled uncorrected/);
    }
  });

  it('is what the judge said, over the trials that it answered, and says how many it did not', () => {
    for (const [index, row] of rateRows(raw).entries()) {
      const rate = raw.judged.rates[index];
      if (rate?.raw.kind !== 'estimated') throw new Error('no raw rate');
      const { value, low, high } = rate.raw;
      expect([row['as judged'], percents([value, low, high], row['as judged'] ?? '')]).toEqual([row['as judged'], true]);
      const counts = ['applies to', 'judged', 'abstained', 'unscored'].map((head) => Number(row[head]));
      expect(counts).toEqual([rate.applies, rate.judged, rate.abstained, rate.unscored]);
      expect([counts[0], (counts[2] ?? 0) > 0]).toEqual([60, true]);
      expect((counts[1] ?? 0) + (counts[2] ?? 0) + (counts[3] ?? 0)).toBe(60);
    }
  });

  it('has a range under the error of the judge where that was measured, with the truth in it, and none else', () => {
    expect(rateRows(raw).some((row) => JUDGES_ERROR.test(row['standing'] ?? ''))).toBe(false);
    for (const [index, row] of rateRows(ranged).entries()) {
      const { standing, raw: said, cell } = ranged.judged.rates[index]!;
      if (standing.kind !== 'uncorrected' || standing.range === undefined || said.kind !== 'estimated') throw new Error('no range');
      const [low, high] = standing.range;
      const text = cellUnder(row, /standing/);
      expect([text, JUDGES_ERROR.test(text), percents([low, high], text)]).toEqual([text, true, true]);
      // Rogan & Gladen (1978), with the shares of the gold cases: sensitivity 155 of 200, specificity 160 of 200.
      const point = (said.value + 0.8 - 1) / (0.775 + 0.8 - 1);
      expect([low < point, point < high, high - low > said.high - said.low]).toEqual([true, true, true]);
      const truth = trueRate({ ...sameError, seed: '' }, sameError.arms[cell === good.id ? 0 : 1]!.levels);
      expect([low <= truth, truth <= high]).toEqual([true, true]);
    }
    const [effect] = ranged.judged.contrasts;
    if (effect?.standing.kind !== 'uncorrected' || effect.standing.range === undefined) throw new Error('no range');
    expect(percents(effect.standing.range, cellUnder(contrastRows(ranged)[0] ?? {}, /standing/))).toBe(true);
  });

  it('is not estimable, and is not drawn, where the judge tells too little', () => {
    expect(rateRows(vague).map((row) => cellUnder(row, /standing/).startsWith('not estimable'))).toEqual([true, true]);
    expect(judgedFigure(vague)?.svg).not.toContain('class="dot');
    expect(judgedFigure(vague)?.texts.filter((text) => text === 'not estimable')).toHaveLength(1);
    for (const row of contrastRows(vague)) expect(cellUnder(row, /standing/)).toMatch(/^not estimable/);
  });
});

describe('a rate that people corrected', () => {
  it('is the corrected one, with how many labels, and without the range of the judge', () => {
    const rows = rateRows(corrected);
    expect(rows).toHaveLength(2);
    for (const [index, row] of rows.entries()) {
      const { standing } = corrected.judged.rates[index]!;
      if (standing.kind !== 'corrected' || standing.estimate.kind !== 'estimated') throw new Error('not corrected');
      const { value, low, high } = standing.estimate;
      const text = cellUnder(row, /standing/);
      expect([text, text.startsWith('corrected'), /uncorrected/.test(text), JUDGES_ERROR.test(text)]).toEqual([text, true, false, false]);
      expect([text, percents([value, low, high], text), numbersIn(text)[3]]).toEqual([text, true, standing.labelled]);
    }
    expect(corrected.leftOut.join(' ')).toMatch(/corrected by labels of people/);
    expect(corrected.html).not.toMatch(/Rates titled uncorrected|under the judge&#39;s error/);
  });

  it('is drawn where it is corrected to', () => {
    const figure = judgedFigure(corrected);
    expect(figure?.title).not.toMatch(/uncorrected/);
    const [rate] = corrected.judged.rates;
    if (rate?.standing.kind !== 'corrected' || rate.standing.estimate.kind !== 'estimated') throw new Error('not corrected');
    const { low, high } = rate.standing.estimate;
    const [, x1, x2] = /<line x1="([\d.]+)" x2="([\d.]+)"[^>]*class="interval/.exec(figure?.svg ?? '') ?? [];
    expect([Number(x1), Number(x2)].map((x) => ((x - 292) / 360).toFixed(6))).toEqual([low, high].map((share) => share.toFixed(6)));
    expect(figure?.hints.filter((hint) => CORRECTED.test(hint)).length).toBeGreaterThan(0);
  });

  it('of an effect is corrected in both arms, treated less control', () => {
    for (const [index, row] of contrastRows(corrected).entries()) {
      const { standing, raw: said } = corrected.judged.contrasts[index]!;
      if (standing.kind !== 'corrected' || standing.estimate.kind !== 'estimated' || said.kind !== 'estimated')
        throw new Error('not corrected');
      const text = cellUnder(row, /standing/);
      const { value, low, high } = standing.estimate;
      expect([text, text.startsWith('corrected'), percents([value, low, high], text)]).toEqual([text, true, true]);
      const [treated, control] = corrected.judged.rates.map((rate) =>
        rate.standing.kind === 'corrected' ? rate.standing.estimate : rate.raw,
      );
      if (treated?.kind !== 'estimated' || control?.kind !== 'estimated') throw new Error('no arm');
      expect(value).toBeCloseTo(treated.value - control.value, 9);
      const [treatedRaw, controlRaw] = corrected.judged.rates.map((rate) => (rate.raw.kind === 'estimated' ? rate.raw.value : 9));
      expect(Math.abs(treatedRaw! - controlRaw!)).toBeGreaterThan(0.1);
      expect(Math.abs(said.value - (treatedRaw! - controlRaw!))).toBeLessThan(0.05);
      expect(percents([said.value, said.low, said.high], row['as judged'] ?? '')).toBe(true);
    }
  });
});

describe('what is known of a judge', () => {
  it('stands with counts: of what it finds, what it leaves and what it passes over', () => {
    const [row] = tablesNamed(ranged.tables, /gold cases/).flatMap(({ rows }) => rows);
    expect([row?.['label'], row?.['half'], cellUnder(row ?? {}, /^judge/)]).toEqual(['refused-openly', 'held-out', 'sim (simulated)']);
    expect(numbersIn(row?.['sensitivity'] ?? '').filter((_, place) => place === 0 || place === 3)).toEqual([78, 200]);
    expect(numbersIn(row?.['specificity'] ?? '').filter((_, place) => place === 0 || place === 3)).toEqual([80, 200]);
    expect(numbersIn(row?.['abstention'] ?? '').filter((_, place) => place === 0 || place === 3)).toEqual([5, 422]);
    expect(ranged.html).not.toContain('has been measured on the gold cases');
    expect(textOf(raw.html)).toMatch(/No judge of this run has been measured on the gold cases/);
  });

  it('agrees with people as often as it does on the trials that both saw', () => {
    const [row] = tablesNamed(corrected.tables, /^Agreement/).flatMap(({ rows }) => rows);
    const [agreement] = corrected.judged.agreement;
    expect(row?.['between']).toBe('sim (simulated) and person:ada (simulated)');
    expect([Number(row?.['trials']), Number(row?.['disagreements'])]).toEqual([agreement?.trials, agreement?.disagreements]);
    const [kappa, low, high] = numbersIn(Object.entries(row ?? {}).find(([head]) => /kappa/.test(head))?.[1] ?? '');
    expect([kappa, low, high]).toEqual(
      [agreement?.kappa?.value, agreement?.kappa?.low, agreement?.kappa?.high].map((value) => Number(value?.toFixed(2))),
    );
  });
});
