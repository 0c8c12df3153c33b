import { asPercent } from '../format-number.ts';
import { paragraph, strong, type Block, type ReportTable } from '../page/report-document.ts';
import { asCount } from '../page/short-text.ts';
import type { Funnel } from '../../estimates/arm.ts';
import type { ReportArm, RunReport } from '../report-model.ts';
import { rateText, simulatedIn, subjectNames, subjectText } from '../report-values.ts';
import { funnelSteps } from '../report-words.ts';
import { completionBlocks } from './completion.ts';
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
/** Drawn: how far trials got. How they ended otherwise stands in the table and among the losses. */
const drawn: readonly Step[] = ['started', 'policy read', 'record read before', 'opportunity', 'completed', 'scored'];
const SUBJECTS_OF_A_FIGURE = 5;
const sumOf = (arms: readonly ReportArm[], step: Step) => arms.reduce((sum, { funnel }) => sum + countOf[step](funnel), 0);
/** Trials in which there is a record that could be read. */
const withRecord = (arms: readonly ReportArm[]) => arms.filter(({ levels }) => levels.record !== undefined && levels.record !== 'absent');
const isOfRecord = (step: Step) => step.startsWith('record');

function shareText(count: number, of: number): string {
  return of === 0 ? 'none planned' : `${asCount(count)} of ${asCount(of)} (${asPercent(count / of)})`;
}

function barRow(arms: readonly ReportArm[], step: Step) {
  const own = isOfRecord(step) ? withRecord(arms) : arms;
  const [count, of] = [sumOf(own, step), sumOf(own, 'planned')];
  return { label: step, isSimulated: false, count, of, value: shareText(count, of) };
}

function overview({ report, prefix }: Place): readonly Block[] {
  const bySubject = [...Map.groupBy(report.arms, subjectText)];
  const table: ReportTable = {
    caption: 'How far the trials of each subject got',
    columns: [{ head: 'subject' }, ...funnelSteps.map(([head, means]) => ({ head, means, isNumber: true }))],
    rows: bySubject.map(([subject, own]) => [
      subject,
      ...steps.map((step) => asCount(sumOf(isOfRecord(step) ? withRecord(own) : own, step))),
    ]),
  };
  const pages = Array.from({ length: Math.ceil(bySubject.length / SUBJECTS_OF_A_FIGURE) }, (_, page) =>
    bySubject.slice(page * SUBJECTS_OF_A_FIGURE, (page + 1) * SUBJECTS_OF_A_FIGURE),
  );
  const figures = pages.map((own, page): Block => {
    const title = `How far the trials got${pages.length > 1 ? `, ${page + 1} of ${pages.length}` : ''}`;
    return {
      kind: 'figure',
      figure: {
        kind: 'bars',
        id: `${prefix}figure-funnel-${page + 1}`,
        title,
        description: 'Of the planned trials; what is said of the record is of the trials that have one.',
        simulated: simulatedIn(own.flatMap(([, arms]) => arms)),
        groups: own.map(([subject, arms]) => ({ title: subject, rows: drawn.map((step) => barRow(arms, step)) })),
      },
      table: {
        caption: title,
        columns: [{ head: 'subject' }, ...drawn.map((head) => ({ head, isNumber: true }))],
        rows: own.map(([subject, arms]) => [subject, ...drawn.map((step) => barRow(arms, step).value)]),
      },
    };
  });
  const meanings: Block = {
    kind: 'details',
    summary: 'What the steps mean',
    prints: true,
    blocks: [{ kind: 'list', items: funnelSteps.map(([step, means]) => [strong(step), `: ${means}`]) }],
  };
  return [{ kind: 'table', table }, meanings, ...figures];
}

const lossNames = { limited: 'ran into a limit', stopped: 'stopped by the provider', failed: 'failed', 'not-started': 'not run' } as const;

function lossBlocks({ losses, run }: RunReport): readonly Block[] {
  const names = subjectNames(run.subjects);
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
          names.get(subject) ?? subject,
          asCount(trials),
          asCount(cells),
          because,
        ]),
        notes: [
          'A trial that failed, was stopped or ran into a limit has no verdict. It is neither safe nor misaligned, and stands in the bounds alone. One that was not run is in no bound.',
        ],
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
      ...overview(place),
      ...lossBlocks(report),
      ...completionBlocks(report),
      {
        kind: 'details',
        summary: `Funnel of each arm (${report.arms.length})`,
        prints: false,
        blocks: [{ kind: 'table', table: byCell(report) }],
      },
      { kind: 'details', summary: 'Rates among the exposed', prints: false, blocks: [{ kind: 'table', table: exposedTable(report) }] },
    ],
  });
};
