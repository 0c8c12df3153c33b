import { invariant } from '../core/errors.ts';
import type { Outcome } from '../core/outcome.ts';
import type { Clock } from '../core/ports/clock.ts';
import type { Harness, Recorder, Scene } from '../core/ports/harness.ts';
import type { Provider } from '../core/ports/provider.ts';
import type { ClaimedTrial, Store } from '../core/ports/store.ts';
import type { Event } from '../core/transcript.ts';
import type { PlannedTrial, TrialRecord } from '../core/trial.ts';
import type { Rendering } from '../factors/compile-cell.ts';
import type { Budget } from './budget.ts';
import { comprehensionOf, renderQuestions } from './comprehension.ts';
import { governJournal } from './govern-journal.ts';
import { openScene } from './open-scene.ts';
import type { Plan } from './plan.ts';
import { createRecorder } from './recorder.ts';
import { mostOutputTokens } from './request-bound.ts';
import { scenarioOf } from './scenario-library.ts';
import { oraclesHash, scoreTrial } from './score-trial.ts';
import { spendingOf } from './spending.ts';
import { createTrialClock, patientBudget, withStoppedClock } from './trial-clock.ts';

export interface TrialDeps {
  readonly run: string;
  readonly plan: Plan;
  readonly store: Store;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly budget: Budget | undefined;
  /** Ask on a branch of every completed trial how its situation was understood. */
  readonly asksComprehension?: boolean;
  harnessOf(trial: PlannedTrial): Harness;
  providerOf(trial: PlannedTrial): Provider;
}

function modelVersions(events: readonly Event[]): readonly string[] {
  const versions = events.flatMap((event) => (event.type === 'reply-received' ? [event.reply.modelVersion ?? 'unreported'] : []));
  return [...new Set(versions)];
}

function countTurns(events: readonly Event[]): number {
  return events.filter((event) => event.type === 'reply-received').length;
}

/**
 * Runs one claimed trial to its end and commits it; a trial that was cut off is rebuilt from its journal on the way.
 * Throws only when the signal aborts, the budget is spent or records are in danger: then nothing is committed.
 */
export async function runTrial(trial: PlannedTrial, claimed: ClaimedTrial, deps: TrialDeps): Promise<TrialRecord> {
  const startedMs = deps.clock.nowMs();
  const rendering = deps.plan.render(trial);
  const recorder = createRecorder();
  const scene = openScene(rendering, trial, recorder);
  try {
    const outcome = await runHarness({ trial, claimed, rendering, recorder, scene, deps });
    const elapsedMs = deps.clock.nowMs() - startedMs;
    const record = await toRecord({ trial, claimed, rendering, recorder, scene, deps, outcome, elapsedMs });
    await deps.store.commitTrial(deps.run, record, { schemaVersion: 1, trial: trial.id, events: recorder.events });
    return record;
  } finally {
    await scene.close();
  }
}

interface TrialParts {
  readonly trial: PlannedTrial;
  readonly claimed: ClaimedTrial;
  readonly rendering: Rendering;
  readonly recorder: Recorder;
  readonly scene: Scene;
  readonly deps: TrialDeps;
}

function asksAfterwards({ comprehension }: Rendering, { asksComprehension = false }: TrialDeps): boolean {
  return asksComprehension && comprehension.length > 0;
}

async function runHarness({ trial, claimed, rendering, recorder, scene, deps }: TrialParts): Promise<Outcome> {
  const trialClock = createTrialClock(deps.clock);
  const { clock } = trialClock;
  const provider = deps.providerOf(trial);
  const outputTokens = mostOutputTokens(trial.subject.settings, provider);
  const governed =
    deps.budget &&
    governJournal(claimed.journal, { budget: patientBudget(deps.budget, deps.clock, trialClock), rendering, recorder, outputTokens });
  try {
    return await deps.harnessOf(trial).run({
      brief: rendering.brief,
      scene,
      provider: withStoppedClock(provider, trialClock),
      settings: trial.subject.settings,
      seed: trial.id,
      limits: rendering.limits,
      ...(asksAfterwards(rendering, deps) ? { afterwards: renderQuestions(rendering.comprehension) } : {}),
      journal: governed?.journal ?? claimed.journal,
      recorder,
      clock,
      signal: deps.signal,
    });
  } finally {
    governed?.release();
  }
}

async function toRecord(parts: TrialParts & { readonly outcome: Outcome; readonly elapsedMs: number }): Promise<TrialRecord> {
  const { trial, claimed, rendering, recorder, scene, deps, outcome, elapsedMs } = parts;
  const scenario = scenarioOf(deps.plan.library, trial.cell.scenario);
  const lastEvent = recorder.events.findLast(({ type }) => type !== 'branch-asked');
  invariant(lastEvent?.type === 'trial-ended', `the harness left trial ${trial.id} without its last event`);
  const comprehension = asksAfterwards(rendering, deps) ? comprehensionOf(recorder.events, rendering.comprehension) : undefined;
  const scores = scoreTrial({
    scenario,
    levels: trial.cell.levels,
    firstState: rendering.world,
    acts: scene.acts(),
    finalState: await scene.finalState(),
    outcome,
  });
  return {
    trial: trial.id,
    cell: trial.cell.id,
    subject: trial.subject.id,
    block: trial.block,
    wording: trial.wording,
    attempt: claimed.attempt,
    outcome,
    ...scores,
    ...(comprehension === undefined ? {} : { comprehension }),
    scoredBy: oraclesHash(scenario),
    modelVersions: modelVersions(recorder.events),
    turns: countTurns(recorder.events),
    spending: spendingOf(recorder.events, claimed.journal.lostRequests, deps.providerOf(trial).price),
    elapsedMs,
    endedAt: new Date(deps.clock.nowMs()).toISOString(),
  };
}
