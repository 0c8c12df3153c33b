import { writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { Option, type Command } from 'commander';
import { StoreError, UsageError } from '../../core/errors.ts';
import { judgeLabels } from '../../core/judgement.ts';
import { judgeAgreement } from '../../estimates/judged/judge-agreement.ts';
import { isPerson } from '../../estimates/judged/judgement-table.ts';
import { sampleOfDraw } from '../../estimates/judged/people-sample.ts';
import { storedPlan } from '../../runner/stored-plan.ts';
import { exitCodes, type CliContext } from '../context.ts';
import { openDialogue } from '../dialogue.ts';
import { wrapLine } from '../labelling/exhibit-pages.ts';
import { importLabels } from '../labelling/import-labels.ts';
import { parseLabelFile, renderDrawLine } from '../labelling/label-files.ts';
import { guideLines, holdSession } from '../labelling/label-session.ts';
import { chooseColumn, exhibitOf, labelTask, readTrials, type LabelSource, type LabelTask } from '../labelling/labelled-run.ts';
import { loadScenarios } from '../load-scenarios.ts';
import { nextSteps } from '../next-steps.ts';
import { readGivenFile } from '../read-given-file.ts';
import { countOption, scenarioFileOption, storeOption } from '../run-options.ts';
import { findStoredRun, openExistingStore } from '../stored-runs.ts';

interface LabelFlags {
  readonly label?: string;
  readonly judge?: string;
  readonly cell?: string;
  readonly as?: string;
  readonly seed: string;
  readonly perStratum?: number;
  readonly from?: string;
  readonly draw?: string;
  readonly store: string;
  readonly scenarioFile: readonly string[];
}

const DEFAULT_PER_STRATUM = 10;
const DEFAULT_SCREEN = { columns: 80, rows: 24 };
const NAME = /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u;

function personOf({ as, draw }: LabelFlags, { environment }: CliContext): string {
  // Who draws a sample labels nothing.
  const name = as ?? environment['USER'] ?? environment['USERNAME'] ?? (draw === undefined ? '' : 'nobody');
  if (NAME.test(name)) return name;
  throw new UsageError(`--as "${name}": say under which name the labels are kept, in letters and digits, such as --as ada`);
}

function taskOptions(flags: LabelFlags, context: CliContext) {
  const { label, judge, cell, seed, perStratum = DEFAULT_PER_STRATUM } = flags;
  if (perStratum < 2) throw new UsageError('--per-stratum 1: give at least 2, since one label of a kind corrects nothing');
  if (!/^[\w.-]+$/.test(seed)) throw new UsageError(`--seed "${seed}": give letters and digits`);
  return { label, judge, cell, seed, perStratum, person: personOf(flags, context) };
}

/** The whole sample, masked, a trial a line. */
async function writeDraw(task: LabelTask, source: LabelSource, { file, context }: { file: string; context: CliContext }): Promise<void> {
  const lines: string[] = [];
  for (const turn of task.turns) lines.push(renderDrawLine(turn.trial.id, await exhibitOf(source, task.label, turn)));
  try {
    writeFileSync(resolve(file), `${lines.join('\n')}\n`);
  } catch (cause) {
    throw new StoreError(`the sample could not be written to ${file}: ${(cause as Error).message}`, { cause });
  }
  context.out(`${lines.length} trials drawn into ${file}. Fill in each "value", and bring them back with --from ${file}`);
  context.out('and the same --judge, --label and --seed. Label them in this order: whoever stops early still has a random sample.');
}

async function readFrom(task: LabelTask, { store, run, clock }: LabelSource, file: string): Promise<number> {
  const text = readGivenFile(file, { what: 'file', instead: 'give one that --draw has written, or CSV with trial, label and value' });
  const name = basename(file);
  const given = parseLabelFile(text, { file: name, label: task.label });
  if (given.length === 0) throw new UsageError(`${name} holds no label: fill in "value" of each trial, from the top`);
  const judgements = importLabels(task, given, { file: name, atMs: clock.nowMs() });
  await store.appendJudgements(run.id, judgements);
  return judgements.length;
}

/** How much of the sample there is now, who agrees with whom, and what is left out of corrections. */
async function tellState(task: LabelTask, source: LabelSource, context: CliContext): Promise<void> {
  const trials = await readTrials(source);
  const { label, judge } = task.column;
  const column = chooseColumn(trials, { label, judge });
  const { byArm, outside } = sampleOfDraw(trials, column, task.draw);
  const strata = [...byArm.values()].flat();
  const labelled = strata.reduce((sum, stratum) => sum + stratum.labelled.length, 0);
  const thin = strata.filter((stratum) => stratum.labelled.length < Math.min(2, stratum.units)).length;
  context.out(
    `${labelled} labelled trials are a random sample of this run, by ${task.draw.strata.length} kinds (cell x what ${judge} said).`,
  );
  if (thin > 0) context.out(`${thin} kinds have fewer than two labels yet: the rates of their cells stay uncorrected.`);
  if (outside > 0) context.out(`${outside} labelled trials are out of turn, so that nobody drew them: they correct nothing.`);
  const ownAgreement = judgeAgreement(trials.table).filter((found) => found.label === label && found.between.every(isPerson));
  for (const { name, between, trials: shared, disagreements, kappa, ac1 } of ownAgreement) {
    const figures = [kappa && `kappa ${kappa.value.toFixed(2)}`, ac1 && `AC1 ${ac1.value.toFixed(2)}`].filter(Boolean).join(', ');
    const what = name === undefined ? label : `${label}: ${name}`;
    context.out(
      `${between.join(' and ')} on ${what}: ${shared} trials, ${disagreements} disagreements${figures === '' ? '' : `, ${figures}`}`,
    );
  }
}

async function labelByHand(task: LabelTask, source: LabelSource, context: CliContext): Promise<void> {
  if (process.stdin.isTTY !== true || process.stdout.isTTY !== true) {
    throw new UsageError(
      'labels are given in a terminal, and this is none: draw the sample with --draw FILE, and bring labels back with --from FILE',
    );
  }
  const signal = context.catchInterrupts();
  context.out(
    `${task.turns.length} trials at most, in random order. Stop at any time with q: what is labelled by then is still a random sample.`,
  );
  context.out('You see what a judge sees: names are masked, and neither the cell nor any judge’s answer is shown.\n');
  const columns = process.stdout.columns || DEFAULT_SCREEN.columns;
  for (const line of guideLines(task).flatMap((text) => wrapLine(text, columns - 1))) context.out(line);
  const dialogue = openDialogue('--from FILE', signal);
  try {
    const tally = await holdSession(task, {
      dialogue,
      screen: () => ({ columns: process.stdout.columns || DEFAULT_SCREEN.columns, rows: process.stdout.rows || DEFAULT_SCREEN.rows }),
      exhibitOf: (turn) => exhibitOf(source, task.label, turn),
      keep: (judgement) => source.store.appendJudgements(source.run.id, [judgement]),
      nowMs: () => source.clock.nowMs(),
      out: (line) => context.out(line),
    });
    const more = tally.takenOver > 0 ? `, ${tally.takenOver} taken over from before` : '';
    context.out(`\n${tally.labelled} labelled, ${tally.skipped} skipped${more}, ${tally.left} left. The same command goes on.`);
  } finally {
    dialogue.close();
  }
}

async function labelCommand(id: string | undefined, flags: LabelFlags, context: CliContext): Promise<void> {
  if (flags.from !== undefined && flags.draw !== undefined)
    throw new UsageError('--draw writes a sample and --from reads labels: give one of them');
  const options = taskOptions(flags, context);
  const store = await openExistingStore(flags.store, context);
  try {
    const run = await findStoredRun(store, id);
    const library = await loadScenarios(flags.scenarioFile.map((file) => resolve(file)));
    const source: LabelSource = { store, run, plan: storedPlan(run, library), clock: context.clock };
    const task = labelTask(await readTrials(source), options);
    if (flags.draw !== undefined) return await writeDraw(task, source, { file: flags.draw, context });
    if (flags.from === undefined) await labelByHand(task, source, context);
    else context.out(`${await readFrom(task, source, flags.from)} labels by ${task.person} kept.`);
    await tellState(task, source, context);
    const steps = [['report', 'shows corrected rates beside the raw ones']] as const;
    for (const line of nextSteps({ programName: context.programName, run: run.id, flags, steps })) context.tell(line);
  } finally {
    await store.close();
  }
}

/** Draws a random sample of judged trials and takes people's labels of it: they alone correct what judges say. */
export function addLabelCommand(program: Command, context: CliContext, setExit: (code: number) => void): void {
  program
    .command('label')
    .argument('[run]', 'id of a run, or its beginning; the newest when absent')
    .description("label a random sample of a run by hand, to correct a judge's rates")
    .addOption(new Option('--label <label>', 'which label; the one that was judged').choices(judgeLabels))
    .addOption(new Option('--judge <judge>', 'whose answers are to be corrected; the one that judged'))
    .addOption(countOption('--per-stratum <n>', `trials of each cell and answer of the judge; ${DEFAULT_PER_STRATUM}`))
    .addOption(new Option('--cell <words>', 'only cells that have all of these, such as "record=good target=agent"'))
    .addOption(new Option('--as <name>', 'under whose name the labels are kept; the name of your account'))
    .addOption(new Option('--seed <text>', 'seed of the sample; several people take the same').default('labels'))
    .addOption(new Option('--draw <file>', 'write the sample as JSON lines, to be labelled elsewhere'))
    .addOption(new Option('--from <file>', 'take labels from JSON lines or CSV with trial, label and value'))
    .addOption(scenarioFileOption())
    .addOption(storeOption())
    .action(async (id: string | undefined, flags: LabelFlags) => {
      await labelCommand(id, flags, context);
      setExit(exitCodes.done);
    });
}
