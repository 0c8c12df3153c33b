import type { Command } from 'commander';
import { UsageError } from '../../core/errors.ts';
import type { Provider } from '../../core/ports/provider.ts';
import { createLoopHarness } from '../../harnesses/loop/loop-harness.ts';
import { createAdaptiveLimit } from '../../runner/adaptive-limit.ts';
import { createBudget, type Budget } from '../../runner/budget.ts';
import { governProvider } from '../../runner/govern-provider.ts';
import type { Plan } from '../../runner/plan.ts';
import { runPlan, type RunEnding } from '../../runner/run-plan.ts';
import { createWidthRule, type WidthRule } from '../../runner/width-rule.ts';
import { concurrencyOf } from '../concurrency.ts';
import { exitCodes, type CliContext } from '../context.ts';
import { openPlannedRun } from '../open-run.ts';
import { openStore } from '../open-store.ts';
import { preparePlan } from '../prepare-plan.ts';
import { announceLaunch, presentRun, seemsDone, type RunSetting } from '../present-run.ts';
import { resolveProvider } from '../resolve-provider.ts';
import { addRunOptions, type RunFlags } from '../run-options.ts';
import { showProgress } from '../show-progress.ts';
import { describeRule, readStoppingRule } from '../stopping-rule.ts';
import { breathe, every } from '../system-clock.ts';
import { createReachWatch } from '../watch-reach.ts';
import { ensureWritable } from '../write-results.ts';
import { describePlan, planRecord } from './plan-command.ts';

/** Tells workers on other hosts that this one is alive, however long a reply takes. */
const HEARTBEAT_MS = 5000;

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

/** What `--until-width` asks of this run, if it was asked for. */
function widthRuleOf({ plan, flags, store, run, context }: RunSetting): WidthRule | undefined {
  if (flags.untilWidth === undefined || run.stopping === undefined) return undefined;
  const { contrast, width, stoppedAtBlock } = run.stopping;
  return createWidthRule({ plan, run: run.id, store, clock: context.clock, contrast, width, wasMet: stoppedAtBlock !== undefined });
}

/** Keeps with the run that its rule is met, so that the same command later knows it. */
async function keepStop(setting: RunSetting, rule: WidthRule): Promise<RunSetting> {
  const { store, run } = setting;
  if (run.stopping === undefined) return setting;
  const stopping = { ...run.stopping, stoppedAtBlock: await rule.countWholeBlocks() };
  return { ...setting, run: await store.openRun({ ...run, stopping }) };
}

async function carryOut(
  setting: RunSetting,
  providers: ReadonlyMap<string, Provider>,
  stopping: WidthRule | undefined,
): Promise<RunEnding> {
  const { plan, context, store, run, concurrency } = setting;
  const budget = budgetOf(setting, [...providers.values()]);
  const reach = createReachWatch(context.clock);
  const governed = new Map(
    [...providers].map(([id, provider]) => [id, governProvider(reach.watch(provider), createAdaptiveLimit(concurrency), context.clock)]),
  );
  const harness = createLoopHarness();
  const isPriceKnown = [...providers.values()].every(({ price }) => price !== undefined);
  const progress = setting.flags.json || seemsDone(setting) ? undefined : await showProgress(context, { isPriceKnown });
  // A store that cannot be written shows at the next journalled reply, where somebody waits for the answer.
  const heartbeat = every(HEARTBEAT_MS, () => void store.heartbeat().catch(() => {}));
  try {
    const ending = await runPlan({
      run: run.id,
      plan,
      store,
      clock: context.clock,
      signal: AbortSignal.any([context.catchInterrupts(), reach.signal]),
      budget,
      asksComprehension: plan.comprehension,
      harnessOf: () => harness,
      providerOf: (trial) => governed.get(trial.subject.id) as Provider,
      concurrency,
      stopping,
      onProgress: (counts) => progress?.update(counts),
      breathe,
    });
    if (reach.signal.aborted && !context.catchInterrupts().aborted) throw reach.signal.reason;
    return ending;
  } finally {
    heartbeat.stop();
    progress?.stop();
  }
}

function dryRun(plan: Plan, flags: RunFlags, context: CliContext): number {
  const rule = readStoppingRule(plan, flags);
  if (flags.json) context.out(JSON.stringify(planRecord(plan, flags)));
  else for (const line of [...describePlan(plan, flags), ...(rule ? describeRule(rule, plan) : [])]) context.out(line);
  return exitCodes.done;
}

/** Runs a plan to its end, or as far as it gets, and presents what there is. */
async function runCommand(path: string | undefined, flags: RunFlags, context: CliContext): Promise<number> {
  const plan = await preparePlan(path, flags, context);
  if (flags.dryRun) return dryRun(plan, flags, context);
  const stopping = readStoppingRule(plan, flags);
  const providers = new Map(plan.subjects.map(({ id }) => [id, resolveProvider(id, flags, context)]));
  dearestPrice([...providers.values()], flags);
  ensureWritable(flags.out);
  const store = await openStore(flags.store, context);
  try {
    const createdAt = new Date(context.clock.nowMs()).toISOString();
    const { record: run, isNew } = await openPlannedRun(store, plan, { isFresh: flags.fresh, createdAt, stopping });
    const finalBefore = (await store.finalTrials(run.id)).size;
    const setting: RunSetting = { plan, flags, context, store, run, concurrency: concurrencyOf(flags, plan), finalBefore };
    context.catchInterrupts();
    announceLaunch(setting, isNew);
    const rule = widthRuleOf(setting);
    const ending = await carryOut(setting, providers, rule);
    return await presentRun(ending === 'width-reached' && rule ? await keepStop(setting, rule) : setting, ending);
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
