import type { RunRecord } from '../core/ports/store.ts';
import type { PlannedTrial, Subject } from '../core/trial.ts';
import { costOf, type Arm } from '../estimates/arm.ts';
import { exposedRates } from '../estimates/exposed-rates.ts';
import type { JudgedResults } from '../estimates/judged/judged-results.ts';
import { rateEstimate } from '../estimates/rate-estimate.ts';
import { isAtPlannedEnd } from '../estimates/run-reach.ts';
import type { RunResults } from '../estimates/run-results.ts';
import { emptyColumn } from '../estimates/verdict-column.ts';
import type { DeclaredCheck } from './declared-check.ts';
import { estimateLines } from './estimate-lines.ts';
import { reportEffects } from './report-effects.ts';
import { exampleGroups, type ChosenExamples, type ReadTranscript } from './report-examples.ts';
import type {
  Loss,
  ReportImport,
  ReportArm,
  ReportEffect,
  ReportInterview,
  ReportRun,
  ReportScenario,
  ReportStudy,
  ReportSubject,
  RunReport,
} from './report-model.ts';
import { figuresHash } from './figures-hash.ts';
import { reproductionOf, reproductionOfImport, type ReproductionInputs, type Typed } from './report-reproduction.ts';
import type { RecordTally } from './report-tally.ts';
import { shortLabels } from './short-labels.ts';

/** What a report needs to know of a scenario besides its estimates. */
export type ScenarioFacts = Pick<ReportScenario, 'id' | 'question' | 'version' | 'wordings'>;

/** A stored run as it was read. */
export interface RunInputs {
  readonly run: RunRecord;
  readonly plan: {
    readonly question: string;
    readonly seed: number;
    readonly arms: readonly Pick<PlannedTrial, 'cell' | 'subject'>[];
    readonly subjects: readonly Subject[];
  };
  readonly results: RunResults;
  readonly scenarios: readonly ScenarioFacts[];
  readonly tally: RecordTally;
  readonly notes: readonly string[];
  readonly declaredChecks: readonly DeclaredCheck[];
  readonly judged: JudgedResults | null;
  readonly interviews: readonly ReportInterview[];
  readonly interviewResults: RunReport['interviewResults'];
  readonly study: ReportStudy | null;
  readonly typed: Typed;
  /** Labels that some completed trial of the run calls for. */
  readonly applicableLabels: ReproductionInputs['applicableLabels'];
}

/** Arms and effects as they are shown, in the order of the plan. Enough to choose examples by. */
export interface ReportedArms {
  readonly arms: readonly ReportArm[];
  readonly effects: readonly ReportEffect[];
}

function reportArm(arm: Arm, { scenarios, interpretability }: RunResults, labels: ReadonlyMap<string, string>): ReportArm {
  const { cell, subject, isSimulated, funnel, dispositions, columns, comprehension } = arm;
  const primary = scenarios.get(cell.scenario)?.primary ?? 'task-correct';
  const readable = interpretability.get(arm);
  return {
    cell: cell.id,
    label: labels.get(cell.id) ?? cell.id,
    scenario: cell.scenario,
    levels: cell.levels,
    subject,
    isSimulated,
    funnel,
    dispositions: Object.fromEntries(dispositions),
    primary,
    rate: rateEstimate(columns.get(primary) ?? emptyColumn()),
    exposed: exposedRates(arm),
    ...(readable === undefined ? {} : { interpretability: readable }),
    comprehension: Object.fromEntries(comprehension),
  };
}

export function reportedArms(results: RunResults): ReportedArms {
  const labels = shortLabels(results.arms.map(({ cell }) => cell));
  return { arms: results.arms.map((arm) => reportArm(arm, results, labels)), effects: reportEffects(results) };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

function reportSubject(
  { id, harness, familyName, settings, endpoint, isSimulated }: Subject,
  { results, tally }: RunInputs,
): ReportSubject {
  const own = results.arms.filter(({ subject }) => subject === id);
  const { inputTokens, outputTokens } = tally.tokensOf(id);
  const failedTrials = sum(own.map(({ funnel }) => funnel.ended.failed));
  return {
    id,
    isSimulated,
    harness,
    familyName,
    settings,
    endpoint: endpoint ?? null,
    modelVersions: [...new Set(own.flatMap(({ modelVersions }) => [...modelVersions]))].sort(),
    trials: sum(own.map(({ funnel }) => funnel.started)) - failedTrials,
    failedTrials,
    requests: sum(own.map(({ requests }) => requests)),
    repeatedRequests: sum(own.map(({ repeatedRequests }) => repeatedRequests)),
    inputTokens,
    outputTokens,
    costUsd: costOf(own),
  };
}

const asText = (value: unknown): string | null => (typeof value === 'string' ? value : null);

function reportScenarios({ run, plan, scenarios, results }: RunInputs): readonly ReportScenario[] {
  const contents = (run.identity['scenarios'] ?? {}) as Readonly<Record<string, unknown>>;
  const cells = Map.groupBy(new Map(plan.arms.map(({ cell }) => [cell.id, cell])).values(), ({ scenario }) => scenario);
  return scenarios.map((facts) => ({
    ...facts,
    primary: results.scenarios.get(facts.id)?.primary ?? 'task-correct',
    contents: asText(contents[facts.id]),
    cells: cells.get(facts.id)?.length ?? 0,
  }));
}

function reportRun(inputs: RunInputs): ReportRun {
  const { run, plan, results, tally, notes } = inputs;
  const { instrument, wording, limits } = run.identity;
  const ended = results.arms.map(({ funnel }) => funnel.started - funnel.ended.failed);
  return {
    id: run.id,
    question: plan.question,
    begunAt: run.createdAt,
    trialsEnded: { ...tally.ended() },
    instrument: asText(instrument),
    seed: plan.seed,
    wording: typeof wording === 'number' ? wording : 'rotates',
    limits: typeof limits === 'object' && limits !== null ? (limits as Readonly<Record<string, number>>) : null,
    repeats: run.repeats,
    extendedFrom: run.extendedFrom ?? null,
    freshness: run.freshness,
    stopping: run.stopping ?? null,
    subjects: plan.subjects.map((subject) => reportSubject(subject, inputs)),
    scenarios: reportScenarios(inputs),
    cells: new Set(plan.arms.map(({ cell }) => cell.id)).size,
    isFinished: sum(ended) >= sum(results.arms.map(({ funnel }) => funnel.planned)),
    supersededAttempts: results.supersededAttempts,
    notes,
  };
}

/** What never started is lost too, and by no fault that a record could name. */
function notStarted({ arms }: RunResults): readonly Loss[] {
  const bySubject = Map.groupBy(
    arms.filter(({ funnel }) => funnel.planned > funnel.started),
    ({ subject }) => subject,
  );
  return [...bySubject].map(([subject, own]) => ({
    kind: 'not-started',
    what: 'not yet run',
    subject,
    trials: sum(own.map(({ funnel }) => funnel.planned - funnel.started)),
    cells: own.length,
    because: 'the run has not come to its planned end',
  }));
}

/** By how far the run is: whoever estimated them looked at the same. */
function intervalsOf({ reach }: RunResults): RunReport['intervals'] {
  return reach === undefined || isAtPlannedEnd(reach) ? 'fixed-n' : 'anytime-valid';
}

/** All that a report says of one run. */
export function reportOfRun(
  inputs: RunInputs,
  { arms, effects }: ReportedArms,
  examples: { readonly chosen: ChosenExamples; readonly transcripts: ReadonlyMap<string, ReadTranscript> },
): RunReport {
  const { run, plan, results, tally, declaredChecks, judged, interviews, interviewResults, study, typed, applicableLabels } = inputs;
  const { declared, completion, missingContrasts, secondaryEffects, pooledEffects } = results;
  const facts = reportRun(inputs);
  const report = {
    run: facts,
    imported: null,
    declared,
    intervals: intervalsOf(results),
    arms,
    losses: [...tally.losses(), ...notStarted(results)],
    completion,
    missingContrasts,
    effects,
    secondaryEffects,
    pooledEffects,
    declaredChecks,
    judged,
    examples: exampleGroups(examples.chosen, examples.transcripts),
    examplesLeftOut: examples.chosen.leftOut,
    interviews,
    interviewResults,
    study,
  };
  const { seed, arms: planned } = plan;
  const recipe = reproductionOf({
    run,
    arms: planned,
    seed,
    wording: facts.wording,
    reach: results.reach,
    applicableLabels,
    typed,
    report,
  });
  return { ...report, reproduction: { ...recipe, figuresHash: figuresHash(report, estimateLines(results)) } };
}

/** A report of imported trials: what they are and where they are from, and the study's analysis of them. */
export function reportOfImport(
  run: RunRecord,
  imported: ReportImport,
  { study, typed }: { readonly study: ReportStudy; readonly typed: Typed },
): RunReport {
  const question = asText(run.identity['question']) ?? 'Imported trials';
  const facts: ReportRun = {
    id: run.id,
    question,
    begunAt: run.createdAt,
    trialsEnded: { first: null, last: null },
    instrument: null,
    seed: 0,
    wording: 'rotates',
    limits: null,
    repeats: run.repeats,
    extendedFrom: null,
    freshness: run.freshness,
    stopping: null,
    subjects: [],
    scenarios: [],
    cells: 0,
    isFinished: true,
    supersededAttempts: 0,
    notes: [],
  };
  const report: Omit<RunReport, 'reproduction'> = {
    run: facts,
    imported,
    declared: { contrasts: [] },
    intervals: 'fixed-n',
    arms: [],
    losses: [],
    completion: { pairs: 0, warnings: [], differences: [] },
    missingContrasts: [],
    effects: [],
    secondaryEffects: [],
    pooledEffects: [],
    declaredChecks: [],
    judged: null,
    examples: [],
    examplesLeftOut: '',
    interviews: [],
    interviewResults: null,
    study,
  };
  return { ...report, reproduction: { ...reproductionOfImport(run, imported, typed), figuresHash: figuresHash(report, []) } };
}
