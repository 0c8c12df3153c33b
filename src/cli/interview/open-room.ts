import { invariant } from '../../core/errors.ts';
import type { Provider } from '../../core/ports/provider.ts';
import type { RunRecord, Store } from '../../core/ports/store.ts';
import type { TrialRecord } from '../../core/trial.ts';
import { createLoopHarness } from '../../harnesses/loop/loop-harness.ts';
import { createAdaptiveLimit } from '../../runner/adaptive-limit.ts';
import { governProvider } from '../../runner/govern-provider.ts';
import type { InterviewDeps } from '../../runner/interview-trial.ts';
import type { Plan } from '../../runner/plan.ts';
import { createSpendingWatch, type SpendingWatch } from '../../runner/spending-watch.ts';
import type { CliContext } from '../context.ts';
import { dearestPrice } from '../dearest-price.ts';
import { resolveProvider } from '../resolve-provider.ts';
import type { RunFlags } from '../run-options.ts';

export interface InterviewFlags extends Pick<
  RunFlags,
  | 'store'
  | 'json'
  | 'scenarioFile'
  | 'maxOutputTokens'
  | 'baseUrl'
  | 'price'
  | 'requestTimeout'
  | 'concurrency'
  | 'limit'
  | 'budget'
  | 'budgetTokens'
> {
  readonly run?: string;
  readonly cell?: string;
  readonly script?: string;
}

export const DEFAULT_CONCURRENCY = 4;

export interface Room {
  readonly context: CliContext;
  readonly flags: InterviewFlags;
  readonly run: RunRecord;
  readonly depsFor: (record: TrialRecord) => Omit<InterviewDeps, 'askedBy'>;
  readonly signal: AbortSignal;
  /** Of models that are not simulated. */
  readonly spending: SpendingWatch;
}

interface Asked {
  readonly store: Store;
  readonly run: RunRecord;
  readonly plan: Plan;
  /** Those that are to be asked: every model of theirs is looked up before the first question. */
  readonly records: readonly TrialRecord[];
}

function watchedProviders(records: readonly TrialRecord[], flags: InterviewFlags, context: CliContext) {
  const specs = [...new Set(records.map(({ subject }) => subject))];
  const resolved = specs.map((spec) => [spec, resolveProvider(spec, flags, context)] as const);
  const price = dearestPrice(
    resolved.map(([, provider]) => provider).filter((provider) => !provider.isSimulated),
    flags,
  );
  const spending = createSpendingWatch({ limits: { usd: flags.budget, tokens: flags.budgetTokens }, price });
  const limit = createAdaptiveLimit(flags.concurrency ?? DEFAULT_CONCURRENCY);
  const governed = (provider: Provider) => governProvider(provider.isSimulated ? provider : spending.watch(provider), limit, context.clock);
  return { providers: new Map(resolved.map(([spec, provider]) => [spec, governed(provider)])), spending };
}

/** All that is needed to ask the subjects of these trials. @throws UsageError for a missing key, an unknown model or a missing price */
export function openRoom({ store, run, plan, records }: Asked, flags: InterviewFlags, context: CliContext): Room {
  const { providers, spending } = watchedProviders(records, flags, context);
  const signal = context.catchInterrupts();
  const settings = flags.maxOutputTokens === undefined ? {} : { maxOutputTokens: flags.maxOutputTokens };
  const shared = { run: run.id, plan, store, clock: context.clock, signal, settings, harness: createLoopHarness() };
  const depsFor = (record: TrialRecord) => {
    const provider = providers.get(record.subject);
    invariant(provider, `no model was looked up for ${record.subject}`);
    return { ...shared, provider };
  };
  return { context, flags, run, depsFor, signal, spending };
}
