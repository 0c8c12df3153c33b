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

export type RunEnding = 'finished' | 'width-reached' | 'interrupted' | 'budget-spent';

/** What may end a run before its planned end: asked before a block is begun, so that every block that is begun becomes whole. */
export interface StoppingWatch {
  note(record: TrialRecord): void;
  /** Another process has a trial of this run. */
  noteOthers(): void;
  /** Reads what was there before, and what others have done since. */
  refresh(): Promise<void>;
  isMet(): boolean;
  readonly begunBlocks: number;
}

export interface RunPlanOptions extends TrialDeps {
  readonly concurrency: number;
  readonly stopping?: StoppingWatch | undefined;
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

interface Work {
  readonly options: RunPlanOptions;
  /** With the signal that also aborts when a lane breaks. */
  readonly deps: TrialDeps;
  readonly counts: Counts;
  readonly final: ReadonlySet<string>;
  /** Trials that other processes hold, to be asked for again. */
  readonly held: PlannedTrial[];
  /** Aborts all lanes because one of them broke. */
  readonly broken: AbortController;
  /** Set once a request did not fit the budget: trials under way go on as far as it carries them, and no other begins. */
  spent?: BudgetSpentError;
}

async function openWork(options: RunPlanOptions): Promise<Work> {
  const { plan, store, run, signal } = options;
  const broken = new AbortController();
  return {
    options,
    deps: { ...options, signal: AbortSignal.any([signal, broken.signal]) },
    counts: emptyCounts(plan.blocks * plan.trialsPerBlock),
    final: await store.finalTrials(run),
    held: [],
    broken,
  };
}

async function attempt(trial: PlannedTrial, { options, deps, counts, held }: Work): Promise<void> {
  const { store, run } = options;
  const claim = await store.claimTrial(run, trial.id, { retryFailed: true });
  if (claim.kind === 'held') held.push(trial);
  if (claim.kind === 'finished') counts.found += 1;
  if (claim.kind !== 'claimed') {
    options.stopping?.noteOthers();
    return;
  }
  counts.running += 1;
  options.onProgress({ ...counts });
  try {
    const record = await runTrial(trial, claim.claimed, deps).catch(async (error: unknown) => {
      await store.releaseTrial(run, trial.id);
      throw error;
    });
    count(counts, record);
    options.stopping?.note(record);
    checkHope(counts, record);
  } finally {
    counts.running -= 1;
    options.onProgress({ ...counts });
  }
}

/** The trials of a plan, block after block; none of a further block once the watch says that it is enough. */
function* trialsToRun({ plan, stopping }: RunPlanOptions): Generator<PlannedTrial> {
  let begun = 0;
  for (const trial of plan.trials()) {
    begun = Math.max(begun, stopping?.begunBlocks ?? 0);
    if (trial.block >= begun && stopping?.isMet() === true) return;
    begun = Math.max(begun, trial.block + 1);
    yield trial;
  }
}

/** One lane: trial after trial, until there is none, the run is aborted or its budget is spent. */
async function drain(trials: Iterator<PlannedTrial>, work: Work): Promise<void> {
  const isOver = () => work.deps.signal.aborted || work.spent !== undefined;
  for (let next = isOver() ? undefined : trials.next(); next && !next.done; next = isOver() ? undefined : trials.next()) {
    if (work.final.has(next.value.id)) work.counts.found += 1;
    else await attempt(next.value, work);
    await work.options.stopping?.refresh();
    await work.options.breathe();
  }
}

/** Several lanes over the same trials. Ends when all have ended, with what broke the first one. */
async function drainTogether(trials: Iterator<PlannedTrial>, work: Work): Promise<void> {
  const lanes = Array.from({ length: work.options.concurrency }, () =>
    drain(trials, work).catch((error: unknown) => {
      if (error instanceof BudgetSpentError) work.spent ??= error;
      else work.broken.abort(error);
    }),
  );
  await Promise.all(lanes);
  if (work.broken.signal.aborted) throw work.broken.signal.reason;
  if (work.spent) throw work.spent;
}

/**
 * Runs every trial of a plan that is not final yet, several at once, and shares the run with other processes: a trial
 * that another one holds is waited for, or taken over when that process is gone.
 */
export async function runPlan(options: RunPlanOptions): Promise<RunEnding> {
  const { plan, clock, signal, stopping } = options;
  await stopping?.refresh();
  const work = await openWork(options);
  try {
    await drainTogether(trialsToRun(options), work);
    while (work.held.length > 0 && !signal.aborted) {
      await clock.sleep(POLL_MS, signal);
      await drainTogether(work.held.splice(0)[Symbol.iterator](), work);
    }
  } catch (error) {
    if (signal.aborted) return 'interrupted';
    if (error instanceof BudgetSpentError) return 'budget-spent';
    throw error;
  }
  if (signal.aborted) return 'interrupted';
  return stopping?.isMet() === true && stopping.begunBlocks < plan.blocks ? 'width-reached' : 'finished';
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
