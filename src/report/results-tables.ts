import type { Disposition } from '../core/outcome.ts';
import type { Estimate } from '../core/estimate.ts';
import type { VerdictId } from '../core/verdict.ts';
import { exposures, type Arm, type ExposureName } from '../estimates/arm.ts';
import { meanEstimate, type MeanEstimate } from '../estimates/mean-estimate.ts';
import { exposedRates } from '../estimates/exposed-rates.ts';
import { rateEstimate } from '../estimates/rate-estimate.ts';
import type { RunResults } from '../estimates/run-results.ts';
import { emptyColumn } from '../estimates/verdict-column.ts';
import { completionDifferenceTables, completionWarningTables } from './completion-tables.ts';
import { dispositionBar, dispositionLegend } from './disposition-bar.ts';
import { asPercent, asPercentRange, asScore, asScoreRange } from './format-number.ts';
import {
  confirmatoryTables,
  effectsTable,
  interpretabilityNotes,
  meansTable,
  pooledTables,
  withInterpretability,
} from './effect-tables.ts';
import { shortLabels, usualNote } from './short-labels.ts';
import { subjectLabel, type Table } from './table.ts';

export type { Table } from './table.ts';

function rateCells(estimate: Estimate): readonly string[] {
  if (estimate.kind === 'not-estimable') return ['0', 'not estimable', estimate.because, '', String(estimate.unscored)];
  const { value, low, high, trials, unscored, bounds } = estimate;
  return [String(trials), asPercent(value), asPercentRange(low, high), asPercentRange(...bounds), String(unscored)];
}

function columnOf(arm: Arm, verdict: VerdictId) {
  return arm.columns.get(verdict) ?? emptyColumn();
}

/** Arms by scenario and subject: what stands together in one table. */
function armGroups({ arms }: RunResults): readonly (readonly Arm[])[] {
  return [...Map.groupBy(arms, (arm) => `${arm.cell.scenario}\u0000${arm.subject}`).values()];
}

/** Primary verdict of every cell: trials, rate, interval, bounds, and where its trials went. */
function primaryTable(group: readonly Arm[], verdict: VerdictId, { labels, results }: Shown): Table {
  const [first] = group;
  const readable = group.map((arm) => results.interpretability.get(arm));
  return {
    title: first ? `${first.cell.scenario}, ${subjectLabel(first)}: ${verdict}` : verdict,
    heads: ['cell', 'scored', 'rate', '95 % interval', 'bounds', 'unscored', 'dispositions'],
    rows: group.map((arm, at) => {
      const [scored = '', rate = '', ...others] = rateCells(rateEstimate(columnOf(arm, verdict)));
      const label = labels.get(arm.cell.id) ?? arm.cell.id;
      return [label, scored, withInterpretability(rate, readable[at]), ...others, dispositionBar(arm.dispositions)];
    }),
    notes: [usualNote(group.map(({ cell }) => cell)), ...interpretabilityNotes(readable)].filter((note) => note !== ''),
  };
}

/** The other verdicts, one row a cell and verdict; numbers as means in points. */
function otherVerdictsTable(group: readonly Arm[], primary: VerdictId, labels: ReadonlyMap<string, string>): Table {
  const rows = group.flatMap((arm) =>
    [...arm.columns].flatMap(([verdict, column]) => {
      if (verdict === primary) return [];
      const label = labels.get(arm.cell.id) ?? arm.cell.id;
      const isNumber = column.numbers.length > 0 || column.unscoredNumbers > 0;
      return [[label, verdict, ...(isNumber ? meanCells(meanEstimate(column)) : rateCells(rateEstimate(column)))]];
    }),
  );
  const heads = ['cell', 'verdict', 'scored', 'rate or mean', '95 % interval', 'bounds', 'unscored'];
  const [first] = group;
  return { title: first ? `${first.cell.scenario}, ${subjectLabel(first)}: the other verdicts` : '', heads, rows, notes: [] };
}

function meanCells(estimate: MeanEstimate): readonly string[] {
  const { trials, unscored } = estimate;
  const points = (value: number) => `${asScore(value)} points`;
  if (estimate.kind === 'estimated') {
    return [String(trials), points(estimate.value), asScoreRange(estimate.low, estimate.high), '', String(unscored)];
  }
  const value = estimate.value === undefined ? 'not estimable' : points(estimate.value);
  return [String(trials), value, estimate.because, '', String(unscored)];
}

/** Each step presupposes those before it; reading the record is description and never contrasted. */
function funnelTable(results: RunResults, labels: ReadonlyMap<string, string>): Table {
  const hasOversight = results.arms.some(({ cell }) => (cell.levels.oversight ?? 'unstated') !== 'unstated');
  const rows = results.arms.map(({ cell, subject, isSimulated, funnel }) => {
    const { ended } = funnel;
    return [
      `${cell.scenario} ${labels.get(cell.id) ?? ''}`.trim(),
      subjectLabel({ subject, isSimulated }),
      ...[funnel.planned, funnel.started, funnel.policyRead, funnel.recordReadBefore, funnel.recordReadAfter].map(String),
      ...(hasOversight ? [(cell.levels.oversight ?? 'unstated') === 'unstated' ? '' : String(funnel.oversightRead)] : []),
      String(funnel.opportunity),
      ...[ended.completed, ended.limited, ended.stopped, ended.failed, funnel.scored].map(String),
    ];
  });
  return {
    title: 'Funnel: how far the trials got',
    heads: [
      'cell',
      'subject',
      'planned',
      'started',
      'policy',
      'record',
      'late',
      ...(hasOversight ? ['oversight'] : []),
      'chance',
      'completed',
      'limited',
      'stopped',
      'failed',
      'scored',
    ],
    rows,
    notes: [
      'policy, record: read before any protective act; late: record read after one; chance: could have protected the target.',
      ...(hasOversight ? ['oversight: was shown all that is said on it.'] : []),
    ],
  };
}

/** How many answers were right, question by question; no table where nothing was asked. */
function comprehensionTables({ arms }: RunResults, labels: ReadonlyMap<string, string>): readonly Table[] {
  const asked = arms.filter(({ comprehension }) => comprehension.size > 0);
  if (asked.length === 0) return [];
  const questions = [...new Set(asked.flatMap(({ comprehension }) => [...comprehension.keys()]))];
  const rows = asked.map(({ cell, subject, isSimulated, comprehension }) => [
    `${cell.scenario} ${labels.get(cell.id) ?? ''}`.trim(),
    subjectLabel({ subject, isSimulated }),
    ...questions.map((question) => {
      const counted = comprehension.get(question);
      return counted === undefined ? 'not asked' : `${counted.right}/${counted.asked}`;
    }),
  ]);
  const notes = ['Right answers of those asked, on a branch after each completed trial. An answer that cannot be read is not right.'];
  return [{ title: 'Comprehension: how the situation was understood', heads: ['cell', 'subject', ...questions], rows, notes }];
}

/** Only a judge gives these. */
const byWords: readonly Disposition[] = ['protective-concealed', 'protective-disclosed', 'refused-openly', 'protested-but-complied'];

/** What the characters of the disposition bars mean. */
export function legendLines({ arms }: RunResults): readonly string[] {
  const judged = byWords.filter((name) => arms.some(({ dispositions }) => dispositions.has(name)));
  return [
    `Dispositions, where every trial went: ${dispositionLegend(arms.map((arm) => arm.dispositions))}`,
    '"Unjudged" stands for what only words could tell: no judge whose word counts answered, or they abstained or disagreed.',
    ...(judged.length === 0 ? [] : [`Judged by words, and uncorrected for the judge's error: ${judged.join(', ')}.`]),
  ];
}

const exposureHeads: { readonly [Name in ExposureName]: string } = {
  'policy-read': 'policy',
  'record-read-before': 'record',
  opportunity: 'chance',
};

/** The primary verdict among those that came to see something: their own doing, so it is description and never contrasted. */
function exposedTable(results: RunResults, labels: ReadonlyMap<string, string>): Table {
  const rows = results.arms.map((arm) => {
    const rates = exposedRates(arm);
    const shown = exposures.map((name) => {
      const rate = rates[name];
      return rate.kind === 'estimated' ? `${asPercent(rate.value)} of ${rate.trials}` : 'not estimable';
    });
    return [`${arm.cell.scenario} ${labels.get(arm.cell.id) ?? ''}`.trim(), subjectLabel(arm), ...shown];
  });
  return {
    title: 'Primary verdict among the exposed: description only',
    heads: ['cell', 'subject', ...exposures.map((name) => exposureHeads[name])],
    rows,
    notes: ['Among trials that read the policy, read the record before any protective act, or could have protected the target.'],
  };
}

/** What is shown of one scenario and subject. */
interface Shown {
  readonly results: RunResults;
  readonly labels: ReadonlyMap<string, string>;
}

const ofGroup = ([first]: readonly Arm[]) => ({
  owns: ({ subject, scenario }: { readonly subject: string; readonly scenario: string }) =>
    subject === first?.subject && scenario === first.cell.scenario,
  title: first === undefined ? '' : `${first.cell.scenario}, ${subjectLabel(first)}`,
});

function effectTables(group: readonly Arm[], { results }: Shown, role: 'main' | 'side'): readonly Table[] {
  const { owns, title } = ofGroup(group);
  const own = results.effects.filter((effect) => effect.role === role && owns(effect));
  const what = role === 'main' ? 'effects' : 'other variants of effects';
  return own.length === 0 ? [] : [effectsTable(`${title}: ${what}, differences in percentage points`, own, group)];
}

function meanTables(group: readonly Arm[], { results }: Shown): readonly Table[] {
  const { owns, title } = ofGroup(group);
  const own = results.secondaryEffects.filter(owns);
  return own.length === 0 ? [] : [meansTable(`${title}: differences of mean scores`, own, group)];
}

/** Every table of a run, in the order in which people read them. */
export function resultsTables(results: RunResults): {
  /** What was declared, then rates and effects by scenario and subject, then what is pooled. */
  readonly headline: readonly Table[];
  readonly funnel: Table;
  readonly warnings: readonly Table[];
  readonly detail: readonly Table[];
} {
  const labels = shortLabels(results.arms.map((arm) => arm.cell));
  const shown: Shown = { results, labels };
  const groups = armGroups(results);
  const primaryOf = (group: readonly Arm[]) => results.scenarios.get(group[0]?.cell.scenario ?? '')?.primary ?? 'task-correct';
  const main = results.pooledEffects.filter(({ role }) => role === 'main');
  return {
    headline: [
      ...confirmatoryTables(results),
      ...groups.flatMap((group) => [primaryTable(group, primaryOf(group), shown), ...effectTables(group, shown, 'main')]),
      ...pooledTables(main, 'scenarios', results.arms),
      ...pooledTables(main, 'behaviours', results.arms),
    ],
    funnel: funnelTable(results, labels),
    warnings: completionWarningTables(results.completion, labels),
    detail: [
      ...groups.flatMap((group) => [
        otherVerdictsTable(group, primaryOf(group), labels),
        ...effectTables(group, shown, 'side'),
        ...meanTables(group, shown),
      ]),
      ...pooledTables(main, 'wordings', results.arms),
      ...completionDifferenceTables(results.completion, labels),
      exposedTable(results, labels),
      ...comprehensionTables(results, labels),
    ],
  };
}
