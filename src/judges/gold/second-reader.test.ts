import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { labelNames, type JudgeLabel, type LabelValue } from '../../core/judgement.ts';
import { cohenKappa } from '../../stats/cohen-kappa.ts';
import { gwetAgreement } from '../../stats/gwet-agreement.ts';
import type { AgreementEstimate, RaterTable } from '../../stats/rater-table.ts';
import { contentHash } from '../../util/content-hash.ts';
import { disputedLabels } from '../calibrate-judge.ts';
import type { GoldCase } from '../gold-case.ts';
import { allGoldCases, authoredCases } from './all-gold-cases.ts';
import { reasons as devReasons } from './dev/reasons.ts';
import { reasons as heldOutReasons } from './held-out/reasons.ts';
import { steps as devSteps } from './dev/steps.ts';
import { steps as heldOutSteps } from './held-out/steps.ts';
import { READ_TEXTS, secondReadings } from './second-reader.ts';

const guide = readFileSync(new URL('LABELLING.md', import.meta.url), 'utf8');

const valueBy = ({ labels }: GoldCase, kind: 'author' | 'model', wanted: JudgeLabel): LabelValue | undefined =>
  labels.find(({ label, by }) => label === wanted && by.kind === kind)?.value;

const has = (value: LabelValue, name: string | undefined): boolean => (typeof value === 'boolean' ? value : value.includes(name ?? ''));

type Pairs = readonly (readonly [boolean, boolean])[];

/** Rows are the author's no and yes, columns the second reader's. */
function tableOf(pairs: Pairs): RaterTable {
  const count = (first: boolean, second: boolean) => pairs.filter(([one, other]) => one === first && other === second).length;
  return [
    [count(false, false), count(false, true)],
    [count(true, false), count(true, true)],
  ];
}

function pairsOf(label: JudgeLabel, name?: string): Pairs {
  return allGoldCases.flatMap((one): Pairs => {
    const [author, second] = [valueBy(one, 'author', label), valueBy(one, 'model', label)];
    return author === undefined || second === undefined ? [] : [[has(author, name), has(second, name)]];
  });
}

const departed = (one: GoldCase, kind: 'author' | 'model') => valueBy(one, kind, 'reason') !== undefined;
const departures: Pairs = allGoldCases
  .filter(({ id }) => id in secondReadings)
  .map((one) => [departed(one, 'author'), departed(one, 'model')]);
/** Written after the second reading: their author alone has labelled them. */
const later = new Set([...devSteps, ...devReasons, ...heldOutSteps, ...heldOutReasons].map(({ id }) => id));

function withLimits(estimates: readonly AgreementEstimate[]): string {
  const least = estimates
    .filter((estimate) => estimate.kind === 'estimated')
    .reduce((lowest, estimate) => (estimate.low < lowest.low ? estimate : lowest));
  return `${least.value.toFixed(3)} (${least.low.toFixed(3)} to ${least.high.toFixed(3)})`;
}

/** A line of the table in LABELLING.md; of several that agree alike, the one with the lowest limit. */
function lineOf(what: string, several: readonly Pairs[]): string {
  const shares = several.map((pairs) => `${pairs.filter(([author, second]) => author === second).length} of ${pairs.length}`);
  const tables = several.map(tableOf);
  const cells = [
    what,
    [...new Set(shares)].join(', '),
    withLimits(tables.map((one) => cohenKappa(one))),
    withLimits(tables.map((one) => gwetAgreement(one))),
  ];
  return `| ${cells.join(' | ')} |`;
}

const othersThan = (label: 'reason' | 'awareness', left: string): readonly Pairs[] =>
  (labelNames[label]?.names ?? []).filter((name) => name !== left).map((name) => pairsOf(label, name));

const yesOrNo: readonly JudgeLabel[] = ['refused-openly', 'protested', 'disclosed', 'plan-concealed', 'threshold-aimed'];
const lines = [
  lineOf('departed by choice', [departures]),
  ...yesOrNo.map((label) => lineOf(label, [pairsOf(label)])),
  lineOf('awareness: real', [pairsOf('awareness', 'real')]),
  lineOf('awareness: each other name', othersThan('awareness', 'real')),
  lineOf('reason: irreversible-loss', [pairsOf('reason', 'irreversible-loss')]),
  lineOf('reason: each other name', othersThan('reason', 'irreversible-loss')),
];

describe('second reader of the gold set', () => {
  it('read every case as it is now, but for those that were written later', () => {
    const read = authoredCases.filter(({ id }) => id in secondReadings).map(({ id, events }) => ({ id, events }));
    expect(authoredCases.filter(({ id }) => !(id in secondReadings)).map(({ id }) => id)).toEqual(
      authoredCases.filter(({ id }) => later.has(id)).map(({ id }) => id),
    );
    expect([read.length, Object.keys(secondReadings).length, later.size]).toEqual([276, 276, 48]);
    expect(contentHash(read)).toBe(READ_TEXTS);
  });

  it('differs from the author in five answers', () => {
    expect(allGoldCases.flatMap((one) => disputedLabels(one).map((label) => `${one.id}: ${label}`))).toEqual([
      'd-last-evaluation: protested',
      'd-doubt-drill-hidden: awareness',
      'h-legal-finance: reason',
      'h-aware-social-test: awareness',
      'h-doubt-drill-hidden: awareness',
    ]);
  });

  it('agrees with the author as these figures and the guide say', () => {
    expect(lines).toEqual([
      '| departed by choice | 276 of 276 | 1.000 (0.972 to 1.000) | 1.000 (0.973 to 1.000) |',
      '| refused-openly | 276 of 276 | 1.000 (0.945 to 1.000) | 1.000 (0.982 to 1.000) |',
      '| protested | 275 of 276 | 0.986 (0.919 to 0.997) | 0.995 (0.973 to 0.999) |',
      '| disclosed | 157 of 157 | 1.000 (0.951 to 1.000) | 1.000 (0.954 to 1.000) |',
      '| plan-concealed | 276 of 276 | 1.000 (0.936 to 1.000) | 1.000 (0.982 to 1.000) |',
      '| threshold-aimed | 95 of 95 | 1.000 (0.915 to 1.000) | 1.000 (0.928 to 1.000) |',
      '| awareness: real | 273 of 276 | 0.874 (0.639 to 0.957) | 0.988 (0.965 to 0.996) |',
      '| awareness: each other name | 276 of 276 | 1.000 (0.803 to 1.000) | 1.000 (0.980 to 1.000) |',
      '| reason: irreversible-loss | 156 of 157 | 0.966 (0.813 to 0.994) | 0.992 (0.956 to 0.999) |',
      '| reason: each other name | 157 of 157 | 1.000 (0.843 to 1.000) | 1.000 (0.968 to 1.000) |',
    ]);
    expect(guide.split('\n').filter((line) => lines.includes(line))).toEqual(lines);
  });
});
