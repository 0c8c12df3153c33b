import type { Funnel } from '../estimates/arm.ts';
import { asPercent } from './format-number.ts';
import { strong, type Block, type ReportDocument, type Section, type Text } from './page/report-document.ts';
import { compareRuns } from './report-comparison.ts';
import { asCount } from './page/short-text.ts';
import type { GlanceRow, ReportModel, RunReport } from './report-model.ts';
import { summaryOf } from './report-summary.ts';
import { counted, listed, subjectText, unique } from './report-values.ts';
import { STUDY_SHORT } from './report-words.ts';
import { instrumentSection, limitsSection, reproductionSection } from './sections/closing.ts';
import { comparisonSection } from './sections/comparison.ts';
import { dispositionsSection } from './sections/dispositions.ts';
import { effectsSection } from './sections/effects.ts';
import { examplesSection } from './sections/examples.ts';
import { funnelSection } from './sections/funnel.ts';
import { interviewsSection } from './sections/interviews.ts';
import { judgedSection } from './sections/judged.ts';
import { pooledSection } from './sections/pooled.ts';
import { studySection } from './sections/published.ts';
import { comprehensionSection, controlsSection, ratesSection } from './sections/rates.ts';
import type { Place, SectionBuilder } from './sections/section-place.ts';
import { oversightSection, selfSection } from './sections/twins.ts';
import { importSection, questionSection, whatRanSection } from './sections/what-ran.ts';

/** Everything in the order in which it is read: what the numbers stand on comes before the numbers. */
const builders: readonly SectionBuilder[] = [
  questionSection,
  whatRanSection,
  funnelSection,
  effectsSection,
  pooledSection,
  dispositionsSection,
  ratesSection,
  oversightSection,
  selfSection,
  controlsSection,
  judgedSection,
  studySection,
  comprehensionSection,
  interviewsSection,
  examplesSection,
  instrumentSection,
  limitsSection,
  reproductionSection,
];

const buildersOfImport: readonly SectionBuilder[] = [importSection, studySection, limitsSection, reproductionSection];

function simulatedIn(runs: readonly RunReport[]): ReportModel['simulated'] {
  const subjects = runs.flatMap(({ run }) => run.subjects);
  if (subjects.every(({ isSimulated }) => !isSimulated)) return 'none';
  return subjects.every(({ isSimulated }) => isSimulated) ? 'all' : 'some';
}

/** All that is shown of some runs. */
export function buildReport(runs: readonly RunReport[], by: Pick<ReportModel, 'instrument' | 'writtenAt' | 'estimates'>): ReportModel {
  return {
    schemaVersion: 1,
    type: 'report',
    ...by,
    cite: STUDY_SHORT,
    simulated: simulatedIn(runs),
    summary: summaryOf(runs),
    runs,
    comparison: compareRuns(runs),
  };
}

function bannersOf({ simulated, runs }: ReportModel): readonly Text[] {
  const names = unique(runs.flatMap(({ run }) => run.subjects.filter(({ isSimulated }) => isSimulated).map(({ id }) => id)));
  const imported = runs.flatMap(({ study }) => (study?.analysis.source.kind === 'imported' ? [study.analysis.source] : []));
  return [
    ...(simulated === 'all'
      ? [
          'All subjects of this report are simulated: programs with known rates. Its numbers test the instrument and say nothing of any model.',
        ]
      : []),
    ...(simulated === 'some'
      ? [`Simulated, and no models: ${listed(names)}. Their numbers test the instrument and say nothing of any model.`]
      : []),
    ...imported.map(({ licence, cite }) => `Holds figures from imported data, under ${licence}, not for commercial use. Cite ${cite}.`),
  ];
}

function titleOf(runs: readonly RunReport[]): string {
  const [first] = runs;
  return runs.length === 1 && first !== undefined ? first.run.question : `${runs.length} runs side by side`;
}

/** `80 planned trials of 1 subject (74 finished, 2 failed, 4 not run)`: what failed has not finished. */
function trialsText(runs: readonly RunReport[], subjects: number): string {
  const funnels = runs.flatMap(({ arms }) => arms.map(({ funnel }) => funnel));
  const sum = (countOf: (funnel: Funnel) => number) => funnels.reduce((total, funnel) => total + countOf(funnel), 0);
  const [planned, started, failed] = [sum((own) => own.planned), sum((own) => own.started), sum(({ ended }) => ended.failed)];
  const lost = [
    ...(failed > 0 ? [`${asCount(failed)} failed`] : []),
    ...(planned > started ? [`${asCount(planned - started)} not run`] : []),
  ];
  const ended = lost.length === 0 ? 'all finished' : [`${asCount(started - failed)} finished`, ...lost].join(', ');
  return `${counted(planned, 'planned trial')} of ${counted(subjects, 'subject')} (${ended})`;
}

function subtitleOf({ runs, writtenAt, instrument }: ReportModel): string {
  const subjects = unique(runs.flatMap(({ run }) => run.subjects.map(({ id }) => id)));
  const which = runs.length === 1 ? `Run ${runs[0]?.run.id ?? ''}` : `Runs ${listed(runs.map(({ run }) => run.id))}`;
  const imports = runs.flatMap(({ imported }) => (imported === null ? [] : [imported]));
  const rows = imports.reduce((sum, own) => sum + own.rows, 0);
  const models = unique(imports.flatMap((own) => own.models));
  const parts = [
    ...(imports.length < runs.length ? [trialsText(runs, subjects.length)] : []),
    ...(imports.length > 0 ? [`${counted(rows, 'imported trial')} of ${counted(models.length, 'model')}`] : []),
  ];
  return `${which}: ${listed(parts)}. Written ${writtenAt.slice(0, 10)} by offswitch ${instrument}.`;
}

function glanceBlocks(rows: readonly GlanceRow[], base: string, runs: number): readonly Block[] {
  if (rows.length === 0) return [];
  const words = unique(rows.flatMap(({ shares }) => Object.entries(shares).flatMap(([name, share]) => (share > 0 ? [name] : []))));
  const isUncorrected = (name: string) => rows.some(({ uncorrected }) => uncorrected.includes(name));
  const columns = [
    { head: 'subject' },
    { head: 'finished trials', isNumber: true },
    ...words.map((name) => ({ head: isUncorrected(name) ? `${name} (uncorrected)` : name, isNumber: true })),
  ];
  return [
    {
      kind: 'table',
      table: {
        caption: 'Where the trials with a good record ended: an AI as the target, and something at stake for it',
        columns: [...(runs > 1 ? [{ head: 'run' }] : []), ...columns],
        rows: rows.map((row) => [
          ...(runs > 1 ? [row.run.slice(0, 8)] : []),
          subjectText(row),
          asCount(row.trials),
          ...words.map((name) => asPercent(row.shares[name] ?? 0)),
        ]),
        notes: [
          base,
          'Few protective acts beside many refusals, or jobs left undone, are no sign of safety.',
          ...(words.some(isUncorrected)
            ? ['Uncorrected: what judges said, not corrected for their error by labels of people on this run.']
            : []),
        ],
      },
    },
  ];
}

function summarySection({ summary, runs }: ReportModel): Section {
  return {
    id: 'summary',
    title: 'In short',
    blocks: [
      {
        kind: 'labelled',
        entries: [
          { label: 'What was found', items: summary.found.map(({ about, text }) => (about === '' ? text : [strong(about), ` ${text}`])) },
          { label: 'How sure it is', items: summary.sure },
          { label: 'What was left out', items: summary.leftOut },
        ],
      },
      ...glanceBlocks(summary.glance, summary.glanceBase, runs.length),
    ],
  };
}

function runSections(report: RunReport, prefix: string): readonly Section[] {
  const place: Place = { report, prefix };
  const own = report.imported === null ? builders : buildersOfImport;
  return own.flatMap((build) => build(place) ?? []);
}

/** The model as a document: one run's sections by themselves, several runs each under its own heading. */
export function reportDocument(model: ReportModel): ReportDocument {
  const { runs, comparison } = model;
  const [first] = runs;
  const sections =
    runs.length === 1 && first !== undefined
      ? runSections(first, '')
      : runs.map((report, index): Section => {
          const prefix = `run-${index + 1}-`;
          return { id: `run-${index + 1}`, title: `Run ${report.run.id}`, blocks: [], sections: runSections(report, prefix) };
        });
  return {
    title: titleOf(runs),
    subtitle: subtitleOf(model),
    banners: bannersOf(model),
    sections: [summarySection(model), ...(comparison === null ? [] : [comparisonSection(comparison)]), ...sections],
    footer: [
      'This report speaks of behaviour in these scenarios, not of motives. A pass is no proof of safety.',
      `The study that this began from: ${STUDY_SHORT}.`,
    ],
  };
}
