import type { Command } from 'commander';
import { declaredFamilies } from '../../estimates/declared-families.ts';
import { missingContrasts } from '../../estimates/missing-contrasts.ts';
import { plannedEffects } from '../../estimates/planned-effects.ts';
import { visibleEffects, type PlannedSight } from '../../estimates/visible-effects.ts';
import { forecastPlan, forecastSeconds, type Forecast } from '../../runner/forecast.ts';
import { runIdOf, type Plan } from '../../runner/plan.ts';
import { asRoughDuration, asUsd } from '../../report/format-number.ts';
import { renderTextTable } from '../../report/render-tables.ts';
import { shortLabels, usualNote } from '../../report/short-labels.ts';
import { sightTable } from '../../report/sight-table.ts';
import { concurrencyOf } from '../concurrency.ts';
import { exitCodes, type CliContext } from '../context.ts';
import { preparePlan } from '../prepare-plan.ts';
import { modelPrice, parsePrice } from '../resolve-provider.ts';
import { addPlanOptions, type RunFlags } from '../run-options.ts';

function forecastOf(plan: Plan, flags: RunFlags): Forecast {
  const given = parsePrice(flags.price);
  return forecastPlan(plan, (subject) => modelPrice(subject, given));
}

/** What each effect that the cells allow can see at the planned end. */
function sightsOf(plan: Plan): readonly PlannedSight[] {
  return visibleEffects(plannedEffects(plan.arms), { blocks: plan.repeats, declared: declaredFamilies(plan.identity) });
}

function sightLines(plan: Plan, flags: RunFlags): readonly string[] {
  const sights = sightsOf(plan);
  const missing = missingContrasts(plan.arms, declaredFamilies(plan.identity).contrasts);
  const inVain = missing.map(({ name, because }) => `Declared, but these cells do not allow it: ${name} (${because}).`);
  if (sights.length === 0) return ['effects    none: no two of these cells make a named effect', ...inVain];
  return ['', renderTextTable(sightTable(sights, { blocks: plan.repeats, isDetailed: flags.detail })), ...inVain];
}

function timeLine(plan: Plan, flags: RunFlags): string {
  const pace = { latencySeconds: flags.latency, concurrency: concurrencyOf(flags, plan) };
  const seconds = forecastSeconds(plan, pace);
  if (seconds === 0) return 'time       no waiting: simulated subjects answer at once';
  return `time       about ${asRoughDuration(seconds)} if a call takes ${pace.latencySeconds} s (--latency), at ${pace.concurrency} trials at once; retries and rate limits come on top`;
}

/** What a plan comes to, for people. */
export function describePlan(plan: Plan, flags: RunFlags): readonly string[] {
  const forecast = forecastOf(plan, flags);
  const labels = shortLabels(plan.cells);
  const priceHint = forecast.costUsd === null ? ' (a model without a known price: give --price IN,OUT)' : '';
  return [
    `question   ${plan.question}`,
    `subjects   ${plan.subjects.map(({ id, isSimulated }) => (isSimulated ? `${id} (simulated)` : id)).join(', ')}`,
    `cells      ${plan.cells.length}`,
    ...[...Map.groupBy(plan.cells, ({ scenario }) => scenario).values()].flatMap((cells) => [
      ...cells.map((cell) => `           ${cell.scenario}  ${labels.get(cell.id) ?? ''}`),
      ...[usualNote(cells)].flatMap((note) => (note === '' ? [] : [`           ${note}`])),
    ]),
    `trials     ${plan.blocks * plan.trialsPerBlock}: ${plan.blocks} blocks of ${plan.trialsPerBlock}, one trial of every cell and subject`,
    `run        ${runIdOf(plan.identity, 0)}, seed ${plan.seed}`,
    `forecast   about ${forecast.calls} calls, ${forecast.inputTokens} input and ${forecast.outputTokens} output tokens, price ${asUsd(forecast.costUsd)}${priceHint}`,
    timeLine(plan, flags),
    ...sightLines(plan, flags),
  ];
}

/** One effect of a plan for machines; `null` where it sees nothing. Shares, not points. */
function sightRecord({ effect, alone, inFamily }: PlannedSight) {
  const { name, part, role, scenario, subject, background, arms } = effect;
  return {
    effect: name,
    ...(part === undefined ? {} : { part }),
    role,
    scenario,
    subject,
    background,
    arms,
    smallestVisible: alone ?? null,
    ...(inFamily === undefined ? {} : { declared: { of: inFamily.of, smallestVisible: inFamily.visible ?? null } }),
  };
}

/** The plan for machines: `cells` is their number. */
export function planRecord(plan: Plan, flags: RunFlags) {
  const trials = [...plan.trials()].map(({ id, cell, subject, block, wording, worldSeed }) => ({
    id,
    cell: cell.id,
    subject: subject.id,
    block,
    wording,
    worldSeed,
  }));
  const pace = { latencySeconds: flags.latency, concurrency: concurrencyOf(flags, plan) };
  const forecast = { ...forecastOf(plan, flags), seconds: forecastSeconds(plan, pace), ...pace };
  const head = { schemaVersion: 1, run: runIdOf(plan.identity, 0), cells: plan.cells.length, blocks: plan.repeats };
  return { ...head, forecast, effects: sightsOf(plan).map(sightRecord), trials };
}

export function addPlanCommand(program: Command, context: CliContext, setExit: (code: number) => void): void {
  const command = program.command('plan').argument('[experiment]', 'path of an *.experiment.ts file');
  addPlanOptions(command)
    .description('show what a run would do: cells, trials, price and time, and the smallest effects that it can see')
    .action(async (path: string | undefined, flags: RunFlags) => {
      const plan = await preparePlan(path, flags, context);
      if (flags.json) context.out(JSON.stringify(planRecord(plan, flags)));
      else for (const line of describePlan(plan, flags)) context.out(line);
      setExit(exitCodes.done);
    });
}
