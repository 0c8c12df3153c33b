import type { RunRecord, Store } from '../core/ports/store.ts';
import type { RunResults } from '../estimates/run-results.ts';
import { armLines, estimateLines } from '../report/estimate-lines.ts';
import type { Plan } from '../runner/plan.ts';
import type { RunEnding } from '../runner/run-plan.ts';
import { exitCodes, type CliContext } from './context.ts';
import { readFailures, type Failures } from './failed-trials.ts';
import { ownModelLines } from './own-model-line.ts';
import { nextSteps } from './next-steps.ts';
import { readResults, resultsText, saveResults } from './present-results.ts';
import type { RunFlags } from './run-options.ts';
import { describeRule } from './stopping-rule.ts';

const SCHEMA_VERSION = 1;

export interface RunSetting {
  readonly plan: Plan;
  readonly flags: RunFlags;
  readonly context: CliContext;
  readonly store: Store;
  readonly run: RunRecord;
  readonly concurrency: number;
  /** Trials of the run that are final before this process begins. */
  readonly finalBefore: number;
}

/** The block at which the run has stopped by the rule that is asked for again. */
function stoppedBefore({ flags, run }: RunSetting): number | undefined {
  return flags.untilWidth === undefined ? undefined : run.stopping?.stoppedAtBlock;
}

/** Is there, by the numbers, nothing left to run? A failed trial among more stored ones than asked for is run all the same. */
export function seemsDone(setting: RunSetting): boolean {
  const { plan, finalBefore } = setting;
  return finalBefore >= Math.min(plan.blocks, stoppedBefore(setting) ?? plan.blocks) * plan.trialsPerBlock;
}

function describeLaunch(setting: RunSetting, isNew: boolean): string {
  const { plan, run, concurrency, finalBefore } = setting;
  const trials = plan.blocks * plan.trialsPerBlock;
  const isAllSimulated = plan.subjects.every((subject) => subject.isSimulated);
  const note = isAllSimulated ? ' All subjects are simulated.' : '';
  if (isNew)
    return `Run ${run.id}: ${trials} trials in ${plan.cells.length} ${plan.cells.length === 1 ? 'cell' : 'cells'}, ${concurrency} at once.${note}`;
  const stopped = stoppedBefore(setting);
  if (stopped !== undefined && seemsDone(setting))
    return `Run ${run.id}: stopped at block ${stopped} of ${plan.blocks}, and its ${finalBefore} trials are stored. Without --until-width it goes on.${note}`;
  if (seemsDone(setting)) return `Run ${run.id}: its ${finalBefore} trials are done and stored. Add --fresh to run them anew.${note}`;
  return `Going on with run ${run.id}: ${finalBefore} of ${trials} trials are done, ${concurrency} at once.${note}`;
}

export function announceLaunch(setting: RunSetting, isNew: boolean): void {
  const { plan, context, flags, run, store, concurrency } = setting;
  if (!flags.json) {
    context.tell(describeLaunch(setting, isNew));
    const rule = flags.untilWidth === undefined || seemsDone(setting) ? undefined : run.stopping;
    for (const line of rule ? describeRule(rule, plan) : []) context.tell(line);
    return;
  }
  const trials = plan.blocks * plan.trialsPerBlock;
  const record = { schemaVersion: SCHEMA_VERSION, type: 'launch', run: run.id, isNew, trials, cells: plan.cells.length };
  context.out(
    JSON.stringify({ ...record, subjects: plan.subjects.map(({ id }) => id), seed: plan.seed, concurrency, store: store.location }),
  );
}

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

/** How far a run got that stopped before its end, and what goes on with it. */
async function describeStop({ store, run, flags }: RunSetting, ending: RunEnding, results: RunResults): Promise<string> {
  const { planned, completed, limited, stopped } = countOf(results);
  const done = `${completed + limited + stopped} of ${planned} trials are done`;
  if (ending === 'width-reached') {
    const { contrast = '', width = 0 } = run.stopping ?? {};
    return `Stopped by --until-width: the interval of ${contrast} is at most ${width} points wide, ${done}. Without it the same command goes on.`;
  }
  const far = `${done}, and the replies of those in progress are kept`;
  if (ending === 'interrupted') return `Interrupted: ${far}. The same command goes on from here.`;
  const { inputTokens, outputTokens } = await store.spent(run.id);
  const flag =
    flags.budget === undefined ? '--budget-tokens' : flags.budgetTokens === undefined ? '--budget' : '--budget or --budget-tokens';
  const spent = `${inputTokens + outputTokens} tokens are spent, and another request might cost more than is left`;
  return `Stopped at the budget: ${far}. ${spent}. The same command with a larger ${flag} goes on from here.`;
}

function exitCodeOf(ending: RunEnding, failures: Failures): number {
  if (ending === 'interrupted') return exitCodes.interrupted;
  if (failures.isProviderDown) return exitCodes.infrastructure;
  return failures.trials > 0 ? exitCodes.failures : exitCodes.done;
}

function doneRecord(
  { plan, run }: RunSetting,
  ended: { readonly ending: RunEnding; readonly results: RunResults; readonly folder: string },
) {
  const { ending, results, folder } = ended;
  const isSimulated = plan.subjects.some((subject) => subject.isSimulated);
  const head = { schemaVersion: SCHEMA_VERSION, type: 'done', run: run.id, ending, simulated: isSimulated };
  const reach = results.reach === undefined ? {} : { reach: results.reach };
  return { ...head, ...reach, trials: countOf(results), results: folder, arms: armLines(results), estimates: estimateLines(results) };
}

function tellFailures(context: CliContext, { trials, lines, isProviderDown }: Failures): void {
  if (trials === 0) return;
  const what = isProviderDown ? 'All trials failed at the provider, so there is nothing to estimate.' : `${trials} trials failed.`;
  for (const line of [`${what} The same command tries them again:`, ...lines]) context.tell(line);
}

function stepsAfterRun({ context, run, flags }: RunSetting): readonly string[] {
  const steps = [
    ['score', 'judges what only words can tell'],
    ['report', 'writes it all as a page'],
  ] as const;
  return nextSteps({ programName: context.programName, run: run.id, flags, steps });
}

/** Writes the results, says what there is to say, and returns the exit code. Interrupted, it takes one line and no time. */
export async function presentRun(setting: RunSetting, ending: RunEnding): Promise<number> {
  const { plan, context, run, flags, store } = setting;
  const results = await readResults(store, run, plan);
  const failures = await readFailures(store, run.id);
  const exitCode = exitCodeOf(ending, failures);
  const stop = ending === 'finished' ? undefined : await describeStop(setting, ending, results);
  if (ending === 'interrupted' && !flags.json) {
    context.tell(stop ?? '');
    return exitCode;
  }
  const folder = saveResults({ out: flags.out, run, plan, results });
  if (flags.json) {
    context.out(JSON.stringify(doneRecord(setting, { ending, results, folder })));
    return exitCode;
  }
  const hasScored = results.arms.some((arm) => arm.funnel.scored > 0);
  if (hasScored) context.out(`\n${resultsText(results, run, flags.detail)}`);
  context.out(`${hasScored ? '\n' : ''}Results: ${folder}/results.md`);
  tellFailures(context, failures);
  if (stop !== undefined) context.tell(stop);
  for (const line of hasScored ? stepsAfterRun(setting) : []) context.tell(line);
  if ((ending === 'finished' || ending === 'width-reached') && plan.subjects.every((subject) => subject.isSimulated)) {
    for (const line of ownModelLines(plan, context.programName, flags.scenarioFile)) context.out(line);
  }
  return exitCode;
}
