import { BudgetSpentError, ProviderError } from '../core/errors.ts';
import type { PlannedTrial, TrialRecord } from '../core/trial.ts';
import { runTrial, type TrialDeps } from './run-trial.ts';

const POLL_MS = 200;
/** So many failures by a provider with no trial ended otherwise: the provider is down, not the trials. */
const HOPELESS_FAILURES = 12;

export interface RunProgress {
  readonly planned: number;
  readonly done: number;
  readonly running: number;
  readonly failed: number;
  readonly limited: number;
  readonly stopped: number;
  /** Trials that were there already, from an earlier process. */
  readonly found: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly costUsd: number;
}

export type RunEnding = 'finished' | 'interrupted' | 'budget-spent';

export interface RunPlanOptions extends TrialDeps {
  readonly concurrency: number;
  onProgress(progress: RunProgress): void;
  /** Lets timers, signals and sockets have their turn. */
  breathe(): Promise<void>;
}

type Counts = { -readonly [Key in keyof RunProgress]: RunProgress[Key] };

function count(counts: Counts, record: TrialRecord): void {
  counts.done += 1;
  if (record.outcome.kind === 'failed') counts.failed += 1;
  if (record.outcome.kind === 'limited') counts.limited += 1;
  if (record.outcome.kind === 'stopped') counts.stopped += 1;
  counts.inputTokens += record.spending.usage.inputTokens ?? 0;
  counts.outputTokens += record.spending.usage.outputTokens ?? 0;
  counts.costUsd += record.spending.costUsd ?? 0;
}

/** Stops the run where going on would only fail every trial in the same way. */
function checkHope(counts: Counts, { outcome }: TrialRecord): void {
  if (outcome.kind !== 'failed' || outcome.by !== 'provider') return;
  const isRefusedKey = outcome.code === 'unauthorised';
  const isHopeless = counts.failed === counts.done && counts.failed >= HOPELESS_FAILURES;
  if (!isRefusedKey && !isHopeless) return;
  throw new ProviderError(`the run was stopped: ${outcome.because}. The same command tries the failed trials again`, {
    code: isRefusedKey ? 'unauthorised' : 'rejected',
    isRetryable: false,
  });
}

/**
 * Runs every trial of a plan that is not final yet, several at once, and shares the run with other processes: a trial
 * that another one holds is waited for, or taken over when that process is gone.
 */
export async function runPlan(options: RunPlanOptions): Promise<RunEnding> {
  const { plan, store, run, clock, signal, concurrency } = options;
  const final = await store.finalTrials(run);
  const counts: Counts = emptyCounts(plan.blocks * plan.trialsPerBlock);
  const held: PlannedTrial[] = [];
  const stop = new AbortController();
  const deps = { ...options, signal: AbortSignal.any([signal, stop.signal]) };

  const attempt = async (trial: PlannedTrial): Promise<void> => {
    const claim = await store.claimTrial(run, trial.id, { retryFailed: true });
    if (claim.kind === 'held') held.push(trial);
    if (claim.kind === 'finished') counts.found += 1;
    if (claim.kind !== 'claimed') return;
    counts.running += 1;
    options.onProgress(counts);
    try {
      const record = await runTrial(trial, claim.claimed, deps);
      count(counts, record);
      checkHope(counts, record);
    } catch (error) {
      if (!(error instanceof ProviderError)) await store.releaseTrial(run, trial.id);
      throw error;
    } finally {
      counts.running -= 1;
      options.onProgress(counts);
    }
  };

  const drain = async (trials: Iterator<PlannedTrial>): Promise<void> => {
    for (let next = trials.next(); !next.done; next = trials.next()) {
      if (deps.signal.aborted) return;
      if (final.has(next.value.id)) counts.found += 1;
      else await attempt(next.value);
      await options.breathe();
    }
  };

  const drainTogether = async (trials: Iterator<PlannedTrial>): Promise<void> => {
    const lanes = Array.from({ length: concurrency }, () =>
      drain(trials).catch((error: unknown) => {
        stop.abort(error);
        throw error;
      }),
    );
    const settled = await Promise.allSettled(lanes);
    const first = settled.flatMap((lane) => (lane.status === 'rejected' ? [lane.reason as unknown] : []));
    const cause = stop.signal.aborted ? (stop.signal.reason as unknown) : first[0];
    if (first.length > 0) throw cause;
  };

  try {
    await drainTogether(plan.trials());
    while (held.length > 0 && !signal.aborted) {
      await clock.sleep(POLL_MS, signal);
      await drainTogether(held.splice(0)[Symbol.iterator]());
    }
  } catch (error) {
    if (signal.aborted) return 'interrupted';
    if (error instanceof BudgetSpentError) return 'budget-spent';
    throw error;
  }
  return signal.aborted ? 'interrupted' : 'finished';
}

function emptyCounts(planned: number): Counts {
  return {
    planned,
    done: 0,
    running: 0,
    failed: 0,
    limited: 0,
    stopped: 0,
    found: 0,
    inputTokens: 0,
    outputTokens: 0,
    costUsd: 0,
  };
}
