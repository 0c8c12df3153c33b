import type { Command } from 'commander';
import { forecastPlan } from '../../runner/forecast.ts';
import { runIdOf, type Plan } from '../../runner/plan.ts';
import { asUsd } from '../../report/format-number.ts';
import { shortLabels, usualNote } from '../../report/short-labels.ts';
import { exitCodes, type CliContext } from '../context.ts';
import { preparePlan } from '../prepare-plan.ts';
import { modelPrice, parsePrice } from '../resolve-provider.ts';
import { addPlanOptions, type RunFlags } from '../run-options.ts';

/** What a plan comes to, for people. */
export function describePlan(plan: Plan, flags: RunFlags): readonly string[] {
  const given = parsePrice(flags.price);
  const forecast = forecastPlan(plan, (subject) => modelPrice(subject, given));
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
  ];
}

/** The plan for machines: `cells` is their number. */
export function planRecord(plan: Plan) {
  const trials = [...plan.trials()].map(({ id, cell, subject, block, wording, worldSeed }) => ({
    id,
    cell: cell.id,
    subject: subject.id,
    block,
    wording,
    worldSeed,
  }));
  return { schemaVersion: 1, run: runIdOf(plan.identity, 0), cells: plan.cells.length, trials };
}

export function addPlanCommand(program: Command, context: CliContext, setExit: (code: number) => void): void {
  const command = program.command('plan').argument('[experiment]', 'path of an *.experiment.ts file');
  addPlanOptions(command)
    .description('show what a run would do: cells, trials, seeds, estimated calls and price')
    .action(async (path: string | undefined, flags: RunFlags) => {
      const plan = await preparePlan(path, flags, context);
      if (flags.json) context.out(JSON.stringify(planRecord(plan)));
      else for (const line of describePlan(plan, flags)) context.out(line);
      setExit(exitCodes.done);
    });
}
