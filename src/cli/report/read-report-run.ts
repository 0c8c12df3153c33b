import { hasReply, type Branch } from '../../core/judgement.ts';
import type { RunRecord, Store } from '../../core/ports/store.ts';
import type { TrialRecord } from '../../core/trial.ts';
import { interviewResults, type InterviewResults } from '../../estimates/judged/interview-answers.ts';
import { importedStudyOf } from '../../estimates/study/imported-study.ts';
import { judgedRecords } from '../../estimates/judged/resolve-disposition.ts';
import type { RunResults } from '../../estimates/run-results.ts';
import { declaredRate } from '../../providers/organisms/declared-rates.ts';
import { checkDeclared } from '../../report/declared-check.ts';
import { estimateLines, type EstimateLine } from '../../report/estimate-lines.ts';
import { shownEvents } from '../../report/report-events.ts';
import { chooseExamples, EXAMPLES, OTHER_EXAMPLES, type ChosenExamples, type ReadTranscript } from '../../report/report-examples.ts';
import type { ReportInterview, ReportStudy, RunReport } from '../../report/report-model.ts';
import { reportedArms, reportOfImport, reportOfRun } from '../../report/report-run.ts';
import { createRecordTally, type RecordTally, type TallyOptions } from '../../report/report-tally.ts';
import { currentRecords } from '../../runner/current-records.ts';
import type { Plan } from '../../runner/plan.ts';
import { scenarioOf, type ScenarioLibrary } from '../../runner/scenario-library.ts';
import { storedPlan } from '../../runner/stored-plan.ts';
import { analyseImportedRun, analyseOwnRun } from '../analyse-stored-study.ts';
import { defaultStore } from '../run-options.ts';
import { resultsFrom, resultsFromArms } from '../present-results.ts';
import { readInShares } from './read-in-shares.ts';
import { readRunJudgements, type RunJudgements } from './read-judgements.ts';

export interface ReportSource {
  readonly store: Store;
  /** As it was given. */
  readonly storePath: string;
  readonly library: ScenarioLibrary;
  readonly programName: string;
  /** As they were given. */
  readonly scenarioFiles: readonly string[];
  /** The study's own analysis too. */
  readonly withStudy: boolean;
}

/** A run as a report has it, and its estimates in the form of `run --json`. */
export interface ReadRun {
  readonly report: RunReport;
  readonly estimates: readonly EstimateLine[];
}

async function readBranches(store: Store, run: RunRecord): Promise<readonly Branch[]> {
  return (await Array.fromAsync(store.branches(run.id))).filter(hasReply);
}

function interviewsOf(branches: readonly Branch[], tally: RecordTally, plan: Plan): readonly ReportInterview[] {
  const simulated = new Map(plan.subjects.map(({ id, isSimulated }) => [id, isSimulated]));
  return branches.flatMap(({ trial, attempt, branch, askedBy, startedAt, events }) => {
    const place = tally.placeOf(trial);
    if (place === undefined) return [];
    const { cell, subject } = place;
    return [
      {
        trial,
        attempt,
        branch,
        askedBy,
        startedAt,
        cell,
        subject,
        isSimulated: simulated.get(subject) ?? false,
        events: shownEvents(events),
      },
    ];
  });
}

async function judgedAnswers(
  branches: readonly Branch[],
  { store, run, tally, plan }: { store: Store; run: RunRecord; tally: RecordTally; plan: Plan },
): Promise<InterviewResults> {
  const simulated = new Map(plan.subjects.map(({ id, isSimulated }) => [id, isSimulated]));
  return interviewResults({
    branches,
    judgements: store.judgements(run.id),
    subjectOf: (trial) => {
      const subject = tally.placeOf(trial)?.subject;
      return subject === undefined ? undefined : { subject, isSimulated: simulated.get(subject) ?? false };
    },
  });
}

interface Stream {
  readonly tally: RecordTally;
  readonly judgements: RunJudgements | undefined;
  stale: number;
}

/** Every record once: to the judges' table, to the tally, and on to the estimates. */
function watchedRecords(
  source: { readonly store: Store; readonly run: RunRecord; readonly plan: Plan },
  stream: Stream,
): AsyncIterable<TrialRecord> {
  const { store, run, plan } = source;
  const { judgements, tally } = stream;
  const onStale = () => {
    stream.stale += 1;
  };
  if (judgements === undefined) return currentRecords({ store, run: run.id, plan, onStale, onRecord: (record) => tally.enter(record) });
  const current = currentRecords({ store, run: run.id, plan, onStale, onRecord: (record) => judgements.enter(record) });
  return tallied(judgedRecords(current, judgements.dispositionOf), tally);
}

async function* tallied(records: AsyncIterable<TrialRecord>, tally: RecordTally): AsyncGenerator<TrialRecord> {
  for await (const record of records) {
    tally.enter(record);
    yield record;
  }
}

interface RecordsRead {
  readonly results: RunResults;
  readonly tally: RecordTally;
  /** Trials that keep the verdicts of former oracles. */
  readonly stale: number;
}

/** Without judgements in several threads where the run is large, and else one after another. */
async function readRecords(
  of: { readonly run: RunRecord; readonly plan: Plan; readonly judgements: RunJudgements | undefined; readonly tallyOptions: TallyOptions },
  { store, storePath }: ReportSource,
): Promise<RecordsRead> {
  const { run, plan, judgements, tallyOptions } = of;
  const shared = judgements === undefined ? await readInShares({ store, storePath, run, plan, tally: tallyOptions }) : undefined;
  if (shared) return { results: await resultsFromArms(shared.arms, { store, run, plan }), tally: shared.tally, stale: 0 };
  const stream: Stream = { tally: createRecordTally(tallyOptions), judgements, stale: 0 };
  const results = await resultsFrom(watchedRecords({ store, run, plan }, stream), { store, run, plan });
  return { results, tally: stream.tally, stale: stream.stale };
}

async function readTranscripts({ arms }: ChosenExamples, store: Store, run: string): Promise<ReadonlyMap<string, ReadTranscript>> {
  const found = new Map<string, ReadTranscript>();
  for (const { trial, attempt } of arms.flatMap(({ trials }) => trials)) {
    try {
      const transcript = await store.readTranscript(run, trial, attempt);
      if (transcript) found.set(trial, { kind: 'read', transcript });
    } catch (error) {
      // One damaged transcript must not cost the report: its place says why it is not shown.
      found.set(trial, { kind: 'unreadable', because: (error as Error).message });
    }
  }
  return found;
}

function declaredChecksOf(results: RunResults) {
  return checkDeclared(results, ({ subject, cell, verdict }) =>
    declaredRate({ organism: subject.replace(/^organism:/, ''), scenario: cell.scenario, levels: cell.levels, verdict }),
  );
}

const typedFor = ({ programName, storePath, scenarioFiles }: ReportSource) => ({
  programName,
  store: storePath === defaultStore ? null : storePath,
  scenarioFiles,
});

const staleNote = (stale: number) =>
  `${stale} ${stale === 1 ? 'trial was' : 'trials were'} judged by other rules than today's and cannot be judged anew, since what the subject was shown has changed. ${stale === 1 ? 'It keeps the verdicts that were' : 'They keep the verdicts that were'} stored.`;

async function readOwnRun(run: RunRecord, source: ReportSource): Promise<ReadRun> {
  const { store, library, withStudy } = source;
  const plan = storedPlan(run, library);
  const branches = await readBranches(store, run);
  const judgements = await readRunJudgements(store, run, plan);
  const tallyOptions = {
    seed: plan.seed,
    primaries: new Map(plan.cells.map((cell) => [cell.id, scenarioOf(library, cell.scenario).primary])),
    examples: EXAMPLES,
    otherExamples: OTHER_EXAMPLES,
    watched: new Set(branches.map(({ trial }) => trial)),
  };
  const { results, tally, stale } = await readRecords({ run, plan, judgements, tallyOptions }, source);
  const reported = reportedArms(results);
  const chosen = chooseExamples(reported, tally);
  const study: ReportStudy | null = withStudy
    ? await analyseOwnRun({ store, run, plan, refusedOf: judgements?.refusedOf ?? (() => undefined) })
    : null;
  const scenarios = [...new Set(plan.cells.map(({ scenario }) => scenario))].map((id) => scenarioOf(library, id));
  const report = reportOfRun(
    {
      run,
      plan,
      results,
      scenarios: scenarios.map(({ id, question, version, wordings }) => ({ id, question, version, wordings })),
      tally,
      notes: stale > 0 ? [staleNote(stale)] : [],
      declaredChecks: declaredChecksOf(results),
      judged: judgements === undefined ? null : await judgements.results(results),
      interviews: interviewsOf(branches, tally, plan),
      interviewResults: branches.length === 0 ? null : await judgedAnswers(branches, { store, run, tally, plan }),
      study,
      typed: typedFor(source),
      applicableLabels: judgements?.applicableLabels() ?? [],
    },
    reported,
    { chosen, transcripts: await readTranscripts(chosen, store, run.id) },
  );
  return { report, estimates: estimateLines(results) };
}

/** Reads a stored run whole: its records once, and only the transcripts that are shown. */
export async function readReportRun(run: RunRecord, source: ReportSource): Promise<ReadRun> {
  const imported = importedStudyOf(run.identity);
  if (imported === undefined) return readOwnRun(run, source);
  const study = await analyseImportedRun(run, source.storePath);
  if (study === undefined) return readOwnRun(run, source);
  return { report: reportOfImport(run, imported, { study, typed: typedFor(source) }), estimates: [] };
}
