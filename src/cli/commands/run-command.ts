import type { Command } from 'commander';
import { UsageError } from '../../core/errors.ts';
import type { RunRecord, Store } from '../../core/ports/store.ts';
import type { Provider } from '../../core/ports/provider.ts';
import { createLoopHarness } from '../../harnesses/loop/loop-harness.ts';
import { armLines, estimateLines } from '../../report/estimate-lines.ts';
import type { RunResults } from '../../estimates/run-results.ts';
import { createAdaptiveLimit } from '../../runner/adaptive-limit.ts';
import { createBudget, type Budget } from '../../runner/budget.ts';
import { governProvider } from '../../runner/govern-provider.ts';
import type { Plan } from '../../runner/plan.ts';
import { runPlan, type RunEnding } from '../../runner/run-plan.ts';
import { exitCodes, type CliContext } from '../context.ts';
import { openPlannedRun } from '../open-run.ts';
import { openStore } from '../open-store.ts';
import { preparePlan } from '../prepare-plan.ts';
import { readResults, resultsText, saveResults, toEffectNames } from '../present-results.ts';
import { resolveProvider } from '../resolve-provider.ts';
import { addRunOptions, type RunFlags } from '../run-options.ts';
import { showProgress } from '../show-progress.ts';
import { breathe, every } from '../system-clock.ts';
import { describePlan, planRecord } from './plan-command.ts';

const DEFAULT_CONCURRENCY = { simulated: 16, real: 8 };
const SCHEMA_VERSION = 1;
/** Tells workers on other hosts that this one is alive, however long a reply takes. */
const HEARTBEAT_MS = 5000;

interface RunSetting {
  readonly plan: Plan;
  readonly flags: RunFlags;
  readonly context: CliContext;
  readonly store: Store;
  readonly run: RunRecord;
  readonly concurrency: number;
}

function dearestPrice(providers: readonly Provider[], flags: RunFlags) {
  const unknown = providers.filter((provider) => provider.price === undefined);
  if (unknown.length > 0 && flags.budget !== undefined) {
    throw new UsageError(`--budget needs a price, and that of ${unknown.map(({ id }) => id).join(', ')} is unknown: give --price IN,OUT`);
  }
  const most = (values: readonly (number | undefined)[]) => Math.max(0, ...values.map((value) => value ?? 0));
  return {
    inputUsdPerMillion: most(providers.map(({ price }) => price?.inputUsdPerMillion)),
    outputUsdPerMillion: most(providers.map(({ price }) => price?.outputUsdPerMillion)),
    source: 'dearest of the run',
  };
}

function budgetOf({ flags, store, run }: RunSetting, providers: readonly Provider[]): Budget | undefined {
  const { budget: usd, budgetTokens: tokens } = flags;
  const price = dearestPrice(providers, flags);
  if (usd === undefined && tokens === undefined) return undefined;
  return createBudget({ limits: { usd, tokens }, price, spent: () => store.spent(run.id) });
}

function concurrencyOf(flags: RunFlags, plan: Plan): number {
  const isSimulated = plan.subjects.every((subject) => subject.isSimulated);
  return flags.concurrency ?? (isSimulated ? DEFAULT_CONCURRENCY.simulated : DEFAULT_CONCURRENCY.real);
}

async function carryOut(setting: RunSetting, providers: ReadonlyMap<string, Provider>): Promise<RunEnding> {
  const { plan, context, store, run, concurrency } = setting;
  const budget = budgetOf(setting, [...providers.values()]);
  const governed = new Map([...providers].map(([id, provider]) => [id, governProvider(provider, createAdaptiveLimit(concurrency))]));
  const harness = createLoopHarness();
  const progress = setting.flags.json ? undefined : await showProgress(context, `run ${run.id}`);
  // A store that cannot be written shows at the next journalled reply, where somebody waits for the answer.
  const heartbeat = every(HEARTBEAT_MS, () => void store.heartbeat().catch(() => {}));
  try {
    return await runPlan({
      run: run.id,
      plan,
      store,
      clock: context.clock,
      signal: context.signal,
      budget,
      harnessOf: () => harness,
      providerOf: (trial) => governed.get(trial.subject.id) as Provider,
      concurrency,
      onProgress: (counts) => progress?.update(counts),
      breathe,
    });
  } finally {
    heartbeat.stop();
    progress?.stop();
  }
}

function failedTrials(results: RunResults): number {
  return results.arms.reduce((sum, arm) => sum + arm.funnel.ended.failed, 0);
}

function endingExit(ending: RunEnding, results: RunResults): number {
  if (ending === 'interrupted') return exitCodes.interrupted;
  return failedTrials(results) > 0 ? exitCodes.failures : exitCodes.done;
}

const endingWords: { readonly [Ending in RunEnding]: string } = {
  finished: '',
  interrupted: 'Interrupted: the trials in progress are journalled. The same command goes on from here.',
  'budget-spent': 'Stopped: the budget is spent. The same command with a larger --budget or --budget-tokens goes on from here.',
};

function countOf(results: RunResults) {
  const sum = (pick: (arm: RunResults['arms'][number]) => number) => results.arms.reduce((total, arm) => total + pick(arm), 0);
  return {
    planned: sum((arm) => arm.funnel.planned),
    completed: sum((arm) => arm.funnel.ended.completed),
    limited: sum((arm) => arm.funnel.ended.limited),
    stopped: sum((arm) => arm.funnel.ended.stopped),
    failed: sum((arm) => arm.funnel.ended.failed),
    requests: sum((arm) => arm.requests),
    repeatedRequests: sum((arm) => arm.repeatedRequests),
  };
}

function present(setting: RunSetting, results: RunResults, ending: RunEnding): void {
  const { plan, context, run, flags } = setting;
  const folder = saveResults({ out: flags.out, run, plan, results });
  if (flags.json) {
    const trials = countOf(results);
    const isSimulated = plan.subjects.some((subject) => subject.isSimulated);
    const record = { schemaVersion: SCHEMA_VERSION, type: 'done', run: run.id, ending, simulated: isSimulated, trials, results: folder };
    context.out(JSON.stringify({ ...record, arms: armLines(results), estimates: estimateLines(results) }));
    return;
  }
  context.out(`\n${resultsText(results, flags.detail)}`);
  context.out(`\nResults: ${folder}/results.md`);
  const failed = failedTrials(results);
  if (failed > 0) context.tell(`${failed} trials failed; the same command tries them again.`);
  if (ending !== 'finished') context.tell(endingWords[ending]);
  const simulated = plan.subjects.find((subject) => subject.isSimulated);
  if (simulated)
    context.out(
      `Your own model: offswitch run --scenario ${plan.cells[0]?.scenario} --level record=good,unrelated --model anthropic:claude-haiku-4-5`,
    );
}

function launch({ plan, context, flags, run, store, concurrency }: RunSetting, isNew: boolean): void {
  const trials = plan.blocks * plan.trialsPerBlock;
  if (flags.json) {
    const record = { schemaVersion: SCHEMA_VERSION, type: 'launch', run: run.id, isNew, trials, cells: plan.cells.length };
    context.out(
      JSON.stringify({ ...record, subjects: plan.subjects.map(({ id }) => id), seed: plan.seed, concurrency, store: store.location }),
    );
    return;
  }
  const simulated = plan.subjects.filter((subject) => subject.isSimulated);
  const note = simulated.length === plan.subjects.length ? ' All subjects are simulated.' : '';
  context.tell(
    `${isNew ? 'Run' : 'Going on with run'} ${run.id}: ${trials} trials, ${plan.cells.length} cells, ${concurrency} at once.${note}`,
  );
}

/** Runs a plan to its end, or as far as it gets, and presents what there is. */
async function runCommand(path: string | undefined, flags: RunFlags, context: CliContext): Promise<number> {
  const plan = await preparePlan(path, flags);
  toEffectNames(plan.identity.contrasts);
  if (flags.dryRun) {
    if (flags.json) context.out(JSON.stringify(planRecord(plan)));
    else for (const line of describePlan(plan, flags)) context.out(line);
    return exitCodes.done;
  }
  const providers = new Map(plan.subjects.map(({ id }) => [id, resolveProvider(id, flags, context)]));
  dearestPrice([...providers.values()], flags);
  const store = await openStore(flags.store, context);
  try {
    const createdAt = new Date(context.clock.nowMs()).toISOString();
    const { record: run, isNew } = await openPlannedRun(store, plan, { isFresh: flags.fresh, createdAt });
    const setting = { plan, flags, context, store, run, concurrency: concurrencyOf(flags, plan) };
    launch(setting, isNew);
    const ending = await carryOut(setting, providers);
    const results = await readResults(store, run, plan);
    present(setting, results, ending);
    return endingExit(ending, results);
  } finally {
    await store.close();
  }
}

export function addRunCommand(program: Command, context: CliContext, setExit: (code: number) => void): void {
  const command = program.command('run').argument('[experiment]', 'path of an *.experiment.ts file');
  addRunOptions(command)
    .description('run the trials of an experiment, or go on with them, and print the results')
    .action(async (path: string | undefined, flags: RunFlags) => setExit(await runCommand(path, flags, context)));
}
