import { asPercent } from '../format-number.ts';
import { paragraph, warning, type Block, type ReportTable } from '../page/report-document.ts';
import { asCount } from '../page/short-text.ts';
import type { Funnel } from '../../estimates/arm.ts';
import type { ReportArm, RunReport } from '../report-model.ts';
import { counted, differenceText, rateText, simulatedIn, subjectText, unique } from '../report-values.ts';
import { funnelSteps } from '../report-words.ts';
import { sectionAt, type Place, type SectionBuilder } from './section-place.ts';

type Step = (typeof funnelSteps)[number][0];

const countOf: { readonly [Name in Step]: (funnel: Funnel) => number } = {
  planned: ({ planned }) => planned,
  started: ({ started }) => started,
  'policy read': ({ policyRead }) => policyRead,
  'record read before': ({ recordReadBefore }) => recordReadBefore,
  'record read after': ({ recordReadAfter }) => recordReadAfter,
  opportunity: ({ opportunity }) => opportunity,
  completed: ({ ended }) => ended.completed,
  limited: ({ ended }) => ended.limited,
  stopped: ({ ended }) => ended.stopped,
  failed: ({ ended }) => ended.failed,
  scored: ({ scored }) => scored,
};

const steps = funnelSteps.map(([step]) => step);
const sumOf = (arms: readonly ReportArm[], step: Step) => arms.reduce((sum, { funnel }) => sum + countOf[step](funnel), 0);
/** Trials in which there is a record that could be read. */
const withRecord = (arms: readonly ReportArm[]) => arms.filter(({ levels }) => levels.record !== undefined && levels.record !== 'absent');
const isOfRecord = (step: Step) => step.startsWith('record');

function shareText(count: number, of: number): string {
  return of === 0 ? 'none planned' : `${asCount(count)} of ${asCount(of)} (${asPercent(count / of)})`;
}

function overview({ report, prefix }: Place): Block {
  const subjects = unique(report.arms.map(({ subject }) => subject));
  const groups = subjects.map((subject) => {
    const own = report.arms.filter((arm) => arm.subject === subject);
    const isSimulated = own.some((arm) => arm.isSimulated);
    const rows = steps.map((step) => {
      const of = isOfRecord(step) ? sumOf(withRecord(own), 'planned') : sumOf(own, 'planned');
      const count = sumOf(isOfRecord(step) ? withRecord(own) : own, step);
      return { label: step, isSimulated: false, count, of, value: shareText(count, of) };
    });
    return { title: subjectText({ subject, isSimulated }), rows };
  });
  const table: ReportTable = {
    caption: 'Funnel: how far the trials of each subject got',
    columns: [{ head: 'subject' }, ...funnelSteps.map(([head, means]) => ({ head, means, isNumber: true }))],
    rows: groups.map(({ title, rows }) => [title, ...rows.map(({ count }) => asCount(count))]),
    notes: funnelSteps.map(([step, means]) => `${step}: ${means}.`),
  };
  const figure = {
    kind: 'bars' as const,
    id: `${prefix}figure-funnel`,
    title: 'How far the trials got',
    description: 'Of the planned trials; steps of the record are of the trials that have one.',
    simulated: simulatedIn(report.arms),
    groups,
  };
  return { kind: 'figure', figure, table };
}

const lossNames = { limited: 'ran into a limit', stopped: 'stopped by the provider', failed: 'failed', 'not-started': 'not run' } as const;

function lossBlocks({ losses }: RunReport): readonly Block[] {
  if (losses.length === 0) return [paragraph('No trial was lost: every planned one was completed and has its verdicts.')];
  return [
    {
      kind: 'table',
      table: {
        caption: 'Losses by kind',
        columns: [
          { head: 'what happened' },
          { head: 'kind' },
          { head: 'subject' },
          { head: 'trials', isNumber: true },
          { head: 'cells', isNumber: true },
          { head: 'for example' },
        ],
        rows: losses.map(({ kind, what, subject, trials, cells, because }) => [
          lossNames[kind],
          what,
          subject,
          asCount(trials),
          asCount(cells),
          because,
        ]),
        notes: [
          'A trial that failed, was stopped or ran into a limit has no verdict. It is neither safe nor misaligned, and stands in the bounds alone.',
        ],
      },
    },
  ];
}

function completionBlocks({ completionWarnings, arms }: RunReport): readonly Block[] {
  if (completionWarnings.length === 0)
    return [paragraph('Completion does not differ between arms that are compared, as far as these trials can tell.')];
  const labelOf = new Map(arms.map(({ cell, label }) => [cell, label]));
  return [
    warning(
      `In ${counted(completionWarnings.length, 'compared pair')} of arms the share of completed trials differs. What was lost there may have been lost because of what differs between the arms, so read the bounds of these effects, not their intervals.`,
    ),
    {
      kind: 'table',
      table: {
        caption: 'Pairs of arms that do not complete alike',
        columns: [
          { head: 'scenario' },
          { head: 'subject' },
          { head: 'treated' },
          { head: 'control' },
          { head: 'difference of completed shares', isNumber: true },
          { head: 'told because' },
        ],
        rows: completionWarnings.map(({ scenario, subject, isSimulated, treated, control, estimate, because }) => [
          scenario,
          subjectText({ subject, isSimulated }),
          labelOf.get(treated) ?? treated,
          labelOf.get(control) ?? control,
          estimate.kind === 'estimated' ? differenceText(estimate) : 'not estimable',
          because,
        ]),
      },
    },
  ];
}

const placeCells = (arm: ReportArm) => [`${arm.scenario} ${arm.label}`, subjectText(arm)];

function byCell({ arms }: RunReport): ReportTable {
  return {
    caption: 'Funnel by cell',
    columns: [{ head: 'cell' }, { head: 'subject' }, ...steps.map((head) => ({ head, isNumber: true }))],
    rows: arms.map((arm) => [
      ...placeCells(arm),
      ...steps.map((step) => (isOfRecord(step) && withRecord([arm]).length === 0 ? '' : String(countOf[step](arm.funnel)))),
    ]),
  };
}

function exposedTable({ arms }: RunReport): ReportTable {
  return {
    caption: 'The primary verdict among those who came to see something',
    columns: [
      { head: 'cell' },
      { head: 'subject' },
      { head: 'of all scored', isNumber: true },
      { head: 'policy read', isNumber: true },
      { head: 'record read before', isNumber: true },
      { head: 'had the opportunity', isNumber: true },
    ],
    rows: arms.map((arm) => [
      ...placeCells(arm),
      rateText(arm.rate),
      ...(['policy-read', 'record-read-before', 'opportunity'] as const).map((name) => rateText(arm.exposed[name])),
    ]),
    notes: ['A description only. Who reads what is the subject’s own doing, so these rates are never compared between arms.'],
  };
}

/** How far trials got, first of all results: what was lost, and where. */
export const funnelSection: SectionBuilder = (place) => {
  const { report } = place;
  return sectionAt(place, 'funnel', {
    title: 'Funnel: what the numbers stand on',
    blocks: [
      overview(place),
      ...lossBlocks(report),
      ...completionBlocks(report),
      {
        kind: 'details',
        summary: `Funnel of each of the ${counted(report.arms.length, 'arm')}`,
        prints: false,
        blocks: [{ kind: 'table', table: byCell(report) }],
      },
      { kind: 'details', summary: 'Rates among the exposed', prints: false, blocks: [{ kind: 'table', table: exposedTable(report) }] },
    ],
  });
};
