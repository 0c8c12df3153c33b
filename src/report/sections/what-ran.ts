import { asUsd } from '../format-number.ts';
import { code, paragraph, warning, type Block, type Text } from '../page/report-document.ts';
import { asCount } from '../page/short-text.ts';
import type { ReportRun, ReportSubject, RunReport } from '../report-model.ts';
import { counted, listed, subjectText, unique } from '../report-values.ts';
import { verdictPhrases } from '../report-words.ts';
import { importFunnel } from './import-funnel.ts';
import { sectionAt, type SectionBuilder } from './section-place.ts';

/** What was asked, and what counts as an answer. */
export const questionSection: SectionBuilder = (place) => {
  const { run } = place.report;
  const rows = run.scenarios.map(({ id, question, primary, cells }) => [
    id,
    question,
    `${primary}: ${verdictPhrases[primary] ?? primary}`,
    String(cells),
  ]);
  return sectionAt(place, 'question', {
    title: 'The question',
    blocks: [
      paragraph(run.question),
      paragraph(
        'In each scenario one outcome was declared beforehand as the primary verdict: where it is true, the target was protected. It is read from what changed in the world, never from what the subject says. Effects compare arms that differ in one declared factor.',
      ),
      {
        kind: 'table',
        table: {
          caption: 'Scenarios',
          columns: [{ head: 'scenario' }, { head: 'asks' }, { head: 'primary verdict' }, { head: 'cells', isNumber: true }],
          rows,
        },
      },
    ],
  });
};

const settingsText = ({ settings, endpoint }: ReportSubject) => {
  const parts = [...Object.entries(settings).map(([name, value]) => `${name} ${value}`), ...(endpoint === null ? [] : [`at ${endpoint}`])];
  return parts.length === 0 ? "the model's own" : parts.join(', ');
};

const tokensText = (tokens: number | null) => (tokens === null ? 'not reported' : asCount(tokens));

function subjectBlock({ subjects }: ReportRun): Block {
  return {
    kind: 'table',
    table: {
      caption: 'Subjects',
      columns: [
        { head: 'subject' },
        { head: 'harness' },
        { head: 'settings' },
        { head: 'versions that answered' },
        { head: 'finished trials', isNumber: true },
        { head: 'failed', isNumber: true },
        { head: 'requests', isNumber: true },
        { head: 'input tokens', isNumber: true },
        { head: 'output tokens', isNumber: true },
        { head: 'cost', isNumber: true },
      ],
      rows: subjects.map((subject) => [
        subjectText({ subject: subject.id, isSimulated: subject.isSimulated }),
        subject.harness,
        settingsText(subject),
        subject.modelVersions.join(', ') || 'none reported',
        asCount(subject.trials),
        asCount(subject.failedTrials),
        asCount(subject.requests),
        tokensText(subject.inputTokens),
        tokensText(subject.outputTokens),
        subject.isSimulated ? 'none' : asUsd(subject.costUsd),
      ]),
    },
  };
}

/** Of the 64 of a hash; all stand in `--json`. */
const SHOWN_DIGITS = 16;

function scenarioBlock({ scenarios }: ReportRun): Block {
  return {
    kind: 'table',
    table: {
      caption: 'What was shown, by hash',
      columns: [
        { head: 'scenario' },
        { head: 'version', isNumber: true },
        { head: 'wordings', isNumber: true },
        { head: 'hash of texts, tools and limits' },
      ],
      rows: scenarios.map(({ id, version, wordings, contents }) => [
        id,
        String(version),
        String(wordings),
        contents?.slice(0, SHOWN_DIGITS) ?? 'not recorded',
      ]),
    },
  };
}

/** Every cell with what it holds, and the subjects that ran it. */
function cellsBlock({ arms }: RunReport): Block {
  const cells = [...Map.groupBy(arms, ({ cell }) => cell)];
  const everybody = unique(arms.map(({ subject }) => subject)).length;
  const rows = cells.map(([cell, own]) => [
    cell,
    own.length === everybody ? 'all' : listed(own.map(subjectText)),
    asCount(own.reduce((sum, { funnel }) => sum + funnel.planned, 0)),
  ]);
  return {
    kind: 'details',
    summary: `The cells (${cells.length})`,
    prints: false,
    blocks: [
      {
        kind: 'table',
        table: { caption: 'Cells', columns: [{ head: 'cell' }, { head: 'subjects' }, { head: 'planned trials', isNumber: true }], rows },
      },
    ],
  };
}

function warningsOf({ subjects, extendedFrom, repeats, supersededAttempts, stopping, notes }: ReportRun): readonly Block[] {
  const changed = subjects.filter(({ modelVersions }) => modelVersions.length > 1);
  const repeated = subjects.reduce((sum, subject) => sum + subject.repeatedRequests, 0);
  return [
    ...notes.map((text) => warning(text)),
    ...changed.map(({ id, modelVersions }) =>
      warning(`The model version of ${id} changed within the run: ${modelVersions.join(', ')}. Its trials are of more than one model.`),
    ),
    ...(extendedFrom === null ? [] : [warning(`The run began with ${extendedFrom} trials of each cell and was extended to ${repeats}.`)]),
    ...(stopping === null
      ? []
      : [
          warning(
            `It was run to stop as soon as the interval of ${stopping.contrast} was ${stopping.width} points wide${stopping.stoppedAtBlock === undefined ? '; that was not reached' : `: it stopped after ${counted(stopping.stoppedAtBlock, 'block')}`}.`,
          ),
        ]),
    ...(supersededAttempts > 0
      ? [
          paragraph(
            `${counted(supersededAttempts, 'failed attempt')} ${supersededAttempts === 1 ? 'was' : 'were'} tried again; only the last attempt of a trial counts.`,
          ),
        ]
      : []),
    ...(repeated > 0
      ? [
          paragraph(
            `${counted(repeated, 'request')} went out twice because the program was cut off; their price comes on top and is not known.`,
          ),
        ]
      : []),
  ];
}

const timeText = (iso: string) => iso.replace('T', ' ').replace(/\.\d+Z$/, ' UTC');

function endedText({ trialsEnded: { first, last } }: ReportRun): string {
  if (first === null || last === null) return 'not recorded';
  return first === last ? timeText(first) : `${timeText(first)} the first, ${timeText(last)} the last`;
}

/** Subjects, cells, versions, hashes, seeds, dates, cost. */
export const whatRanSection: SectionBuilder = (place) => {
  const { run } = place.report;
  const limits =
    run.limits === null
      ? []
      : [
          `limits of this run: ${Object.entries(run.limits)
            .map(([name, value]) => `${name} ${value}`)
            .join(', ')}`,
        ];
  const facts: readonly { readonly label: string; readonly items: readonly Text[] }[] = [
    { label: 'Run', items: [[code(run.id), run.freshness > 0 ? `, started afresh ${counted(run.freshness, 'time')}` : '']] },
    { label: 'Begun', items: [timeText(run.begunAt)] },
    { label: 'Trials ended', items: [endedText(run)] },
    { label: 'Program', items: [`offswitch ${run.instrument ?? '(version not recorded)'}`] },
    {
      label: 'Design',
      items: [
        `${counted(run.cells, 'cell')}, ${counted(run.repeats, 'block')}: one trial of every cell and subject in each block, in random order, in the same world; ${run.wording === 'rotates' ? 'the wording rotates over the blocks' : `wording ${run.wording} throughout`}`,
      ],
    },
    { label: 'Seed', items: [String(run.seed)] },
    ...(limits.length > 0 ? [{ label: 'Limits', items: limits }] : []),
  ];
  return sectionAt(place, 'what-ran', {
    title: 'What ran',
    blocks: [{ kind: 'labelled', entries: facts }, ...warningsOf(run), subjectBlock(run), scenarioBlock(run), cellsBlock(place.report)],
  });
};

/** Of imported trials: whose they are, and under which licence. */
export const importSection: SectionBuilder = (place) => {
  const { imported, run, study } = place.report;
  if (imported === null) return undefined;
  const { files, rows, models, licence, cite } = imported;
  return sectionAt(place, 'what-ran', {
    title: 'What was imported',
    blocks: [
      paragraph(
        'These trials were run by others, with their own prompts, tools and judges. They have none of our verdicts, controls or transcripts, so only the analysis of the study can be made of them.',
      ),
      {
        kind: 'labelled',
        entries: [
          { label: 'Run', items: [[code(run.id)]] },
          { label: 'Imported', items: [run.begunAt.slice(0, 10)] },
          { label: 'Trials', items: [`${asCount(rows)} rows of ${listed(models)}`] },
          { label: 'Licence', items: [licence] },
          { label: 'Cite', items: [cite] },
        ],
      },
      {
        kind: 'table',
        table: { caption: 'Files', columns: [{ head: 'file' }, { head: 'sha256' }], rows: files.map(({ name, sha256 }) => [name, sha256]) },
      },
      ...(study === null ? [] : importFunnel(study.analysis)),
    ],
  });
};
