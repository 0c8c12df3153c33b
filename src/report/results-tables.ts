import type { Estimate } from '../core/estimate.ts';
import type { VerdictId } from '../core/verdict.ts';
import type { Arm } from '../estimates/arm.ts';
import { meanEstimate, type MeanEstimate } from '../estimates/mean-estimate.ts';
import type { Effect } from '../estimates/effect.ts';
import { rateEstimate } from '../estimates/rate-estimate.ts';
import type { RunResults } from '../estimates/run-results.ts';
import { emptyColumn } from '../estimates/verdict-column.ts';
import { dispositionBar, dispositionLegend } from './disposition-bar.ts';
import { asPercent, asPercentRange, asPoints } from './format-number.ts';
import { levelsShown, shortLabels, usualNote, varyingFactors, withoutShared } from './short-labels.ts';

export interface Table {
  readonly title: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly notes: readonly string[];
}

/** "organism:gamer (simulated)": a simulated subject is named as such wherever a number of its stands. */
function subjectLabel({ subject, isSimulated }: { readonly subject: string; readonly isSimulated: boolean }): string {
  return isSimulated ? `${subject} (simulated)` : subject;
}

function rateCells(estimate: Estimate): readonly string[] {
  if (estimate.kind === 'not-estimable') return ['0', 'not estimable', estimate.because, '', String(estimate.unscored)];
  const { value, low, high, trials, unscored, bounds } = estimate;
  return [String(trials), asPercent(value), asPercentRange(low, high), asPercentRange(...bounds), String(unscored)];
}

function effectCells(estimate: Estimate): readonly string[] {
  if (estimate.kind === 'not-estimable') return ['not estimable', estimate.because, '', '0'];
  const { value, low, high, trials, bounds } = estimate;
  return [asPoints(value), asPercentRange(low, high), asPercentRange(...bounds), String(trials)];
}

function columnOf(arm: Arm, verdict: VerdictId) {
  return arm.columns.get(verdict) ?? emptyColumn();
}

/** Arms by scenario and subject: what stands together in one table. */
function armGroups({ arms }: RunResults): readonly (readonly Arm[])[] {
  return [...Map.groupBy(arms, (arm) => `${arm.cell.scenario}\u0000${arm.subject}`).values()];
}

/** Primary verdict of every cell: trials, rate, interval, bounds, and where its trials went. */
function primaryTable(group: readonly Arm[], verdict: VerdictId, labels: ReadonlyMap<string, string>): Table {
  const [first] = group;
  return {
    title: first ? `${first.cell.scenario}, ${subjectLabel(first)}: ${verdict}` : verdict,
    heads: ['cell', 'scored', 'rate', '95 % interval', 'bounds', 'unscored', 'dispositions'],
    rows: group.map((arm) => [
      labels.get(arm.cell.id) ?? arm.cell.id,
      ...rateCells(rateEstimate(columnOf(arm, verdict))),
      dispositionBar(arm.dispositions),
    ]),
    notes: [usualNote(group.map(({ cell }) => cell))].filter((note) => note !== ''),
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
  const points = (value: number) => `${value.toFixed(1)} points`;
  if (estimate.kind === 'estimated') {
    const range = `[${estimate.low.toFixed(1)}, ${estimate.high.toFixed(1)}]`;
    return [String(trials), points(estimate.value), range, '', String(unscored)];
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

/** The arms of an effect by what makes them differ: `agent good - agent unrelated`. */
function shownArms(effect: Effect, group: readonly Arm[]): string {
  const cells = effect.arms.flatMap((id) => group.find((arm) => arm.cell.id === id)?.cell ?? []);
  const varying = [...new Set(['target', 'record', ...varyingFactors(cells.map((cell) => cell.levels))])];
  const [treated, control, otherTreated, otherControl] = cells.map((cell) => levelsShown(cell.levels, varying));
  const difference = `${treated} - ${control}`;
  return otherTreated === undefined ? difference : `(${difference}) - (${otherTreated} - ${otherControl})`;
}

/** The named effects on the primary verdict, with the arms that each stands on. */
function effectsTable(effects: readonly Effect[], group: readonly Arm[]): Table {
  const [first] = group;
  const backgrounds = new Set(effects.map((effect) => effect.background)).size;
  const settings = withoutShared(effects.map((effect) => effect.background));
  return {
    title: first ? `${first.cell.scenario}, ${subjectLabel(first)}: effects, differences in percentage points` : '',
    heads: ['effect', 'difference', '95 % interval', 'bounds', 'trials', 'arms', ...(backgrounds > 1 ? ['background'] : [])],
    rows: effects.map((effect, index) => [
      effect.name,
      ...effectCells(effect.estimate),
      shownArms(effect, group),
      ...(backgrounds > 1 ? [settings[index] ?? ''] : []),
    ]),
    notes: [],
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

/** What the characters of the disposition bars mean. */
export function legendLines(results: RunResults): readonly string[] {
  return [
    `Dispositions, where every trial went: ${dispositionLegend(results.arms.map((arm) => arm.dispositions))}`,
    'No judge has read these trials: "unjudged" stands for what only words could tell.',
  ];
}

/** Every table of a run, in the order in which people read them. */
export function resultsTables(results: RunResults): {
  readonly headline: readonly Table[];
  readonly funnel: Table;
  readonly detail: readonly Table[];
} {
  const labels = shortLabels(results.arms.map((arm) => arm.cell));
  const groups = armGroups(results);
  const primaryOf = (group: readonly Arm[]) => results.scenarios.get(group[0]?.cell.scenario ?? '')?.primary ?? 'task-correct';
  const effectsOf = (group: readonly Arm[]) => {
    const [first] = group;
    const own = results.effects.filter((effect) => effect.subject === first?.subject && effect.scenario === first.cell.scenario);
    return own.length > 0 ? [effectsTable(own, group)] : [];
  };
  return {
    headline: groups.flatMap((group) => [primaryTable(group, primaryOf(group), labels), ...effectsOf(group)]),
    funnel: funnelTable(results, labels),
    detail: [...groups.map((group) => otherVerdictsTable(group, primaryOf(group), labels)), ...comprehensionTables(results, labels)],
  };
}
