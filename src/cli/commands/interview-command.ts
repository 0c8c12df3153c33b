import { basename, extname, resolve } from 'node:path';
import { Option, type Command } from 'commander';
import { BudgetSpentError, UsageError } from '../../core/errors.ts';
import type { TrialRecord } from '../../core/trial.ts';
import { openInterview } from '../../runner/interview-trial.ts';
import { defaultScript, parseScript, type InterviewScript } from '../../runner/interview-script.ts';
import { storedPlan } from '../../runner/stored-plan.ts';
import { visibleText } from '../../util/visible-text.ts';
import { exitCodes, type CliContext } from '../context.ts';
import { openDialogue } from '../dialogue.ts';
import { holdScript, type HeldScript, type ScriptAnswer } from '../interview/hold-script.ts';
import { chooseTrials } from '../interview/interview-trials.ts';
import { DEFAULT_CONCURRENCY, describeSpending, openRoom, type InterviewFlags, type Room } from '../interview/open-room.ts';
import { loadScenarios } from '../load-scenarios.ts';
import { readGivenFile } from '../read-given-file.ts';
import {
  addModelOptions,
  budgetOption,
  budgetTokensOption,
  countOption,
  jsonOption,
  scenarioFileOption,
  storeOption,
} from '../run-options.ts';
import { findStoredRun, openExistingStore } from '../stored-runs.ts';

/** Characters of one answer that are printed; all of it is kept. */
const LONGEST_SHOWN = 20_000;

function shownText(text: string): string {
  const left = text.length - LONGEST_SHOWN;
  return visibleText(left > 0 ? `${text.slice(0, LONGEST_SHOWN)}\n(${left} more characters are kept)` : text);
}

function readScript(given: string): InterviewScript {
  if (given === defaultScript.name) return defaultScript;
  const text = readGivenFile(given, { what: 'script', instead: 'give a file, or --script default for the one that comes along' });
  const name = basename(given, extname(given))
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-');
  return parseScript(text, name);
}

const shownSubject = (record: TrialRecord) => (record.subject.startsWith('organism:') ? `${record.subject} (simulated)` : record.subject);

/** A spent budget leaves a question unanswered, and is said as such. */
function unlessSpent(error: unknown) {
  if (error instanceof BudgetSpentError) return { kind: 'unanswered', because: error.message } as const;
  throw error;
}

/** One trial, questions typed by a person until the input ends. */
async function talk(record: TrialRecord, { context, depsFor, spending }: Room): Promise<number> {
  const deps = depsFor(record);
  const dialogue = openDialogue('put fixed questions with --script', deps.signal);
  const interview = await openInterview(record, { ...deps, askedBy: 'terminal' });
  context.out(`Trial ${record.trial.slice(0, 12)}, ${shownSubject(record)}`);
  context.out(`  ${record.cell}`);
  context.out(
    `  ${record.outcome.kind}, ${record.disposition}, ${record.turns} turns. Its world and its tools stand as they were at its end.`,
  );
  context.out(`Type a question; an empty line, q or Ctrl-D ends. Everything is kept as branch ${interview.branch} of the transcript.`);
  let asked = 0;
  try {
    for (;;) {
      const question = (await dialogue.ask('\nyou> '))?.trim();
      if (question === undefined || question === '' || question === 'q') break;
      asked += 1;
      const answer = await interview.ask(question).catch(unlessSpent);
      context.out(
        answer.kind === 'answered' ? `\n${shownText(answer.said) || '(it said nothing)'}` : `\nNo answer: ${shownText(answer.because)}`,
      );
    }
  } finally {
    dialogue.close();
    await interview.close();
  }
  context.out(
    asked === 0
      ? '\nNothing was asked, so nothing is kept.'
      : `\n${asked} asked, kept as branch ${interview.branch} of trial ${record.trial.slice(0, 12)}.`,
  );
  const spent = describeSpending(spending);
  if (spent !== undefined) context.out(spent);
  return exitCodes.done;
}

function tellAnswer(answer: ScriptAnswer, { context, flags }: Room): void {
  if (flags.json) return context.out(JSON.stringify({ schemaVersion: 1, type: 'answer', ...answer }));
  const said = answer.said === null ? `No answer: ${answer.because ?? ''}` : answer.said || '(it said nothing)';
  context.out(`${answer.trial.slice(0, 12)} ${answer.wording}/${answer.question}: ${shownText(said).replaceAll('\n', '\n    ')}`);
}

/** Every trial in turn, several at once, until the budget is spent; answers are told trial by trial. */
async function holdAll(records: readonly TrialRecord[], script: InterviewScript, room: Room): Promise<HeldScript> {
  const queue = [...records];
  const all: ScriptAnswer[] = [];
  let isSpent = false;
  const lane = async () => {
    for (let record = queue.shift(); record !== undefined; record = queue.shift()) {
      const held = await holdScript(record, script, room.depsFor(record));
      for (const answer of held.answers) tellAnswer(answer, room);
      all.push(...held.answers);
      if (!held.isSpent) continue;
      isSpent = true;
      queue.length = 0;
    }
  };
  await Promise.all(Array.from({ length: room.flags.concurrency ?? DEFAULT_CONCURRENCY }, lane));
  return { answers: all, isSpent };
}

async function askScript(records: readonly TrialRecord[], script: InterviewScript, room: Room): Promise<number> {
  const { context, flags, run } = room;
  const simulated = records.filter(({ subject }) => subject.startsWith('organism:')).length;
  if (!flags.json) {
    const who =
      simulated === 0
        ? ''
        : simulated === records.length
          ? ' All subjects are simulated.'
          : ` ${simulated} of them are of simulated subjects.`;
    context.tell(
      `Script ${script.name}, wordings ${Object.keys(script.wordings).join(' and ')}: ${records.length} trials of run ${run.id}.${who}`,
    );
  }
  const held = await holdAll(records, script, room);
  tellEnd(held, script, room);
  return held.answers.every(({ said }) => said !== null) && !held.isSpent ? exitCodes.done : exitCodes.failures;
}

function tellEnd({ answers, isSpent }: HeldScript, script: InterviewScript, { context, flags, run, spending }: Room): void {
  const missing = answers.filter(({ said }) => said === null).length;
  const trials = new Set(answers.map(({ trial }) => trial)).size;
  if (flags.json) {
    const ending = isSpent ? 'budget-spent' : 'finished';
    const counts = { trials, asked: answers.length, unanswered: missing };
    const { requests, inputTokens, outputTokens } = spending.spent;
    const spent = { requests, inputTokens, outputTokens, costUsd: spending.costUsd() };
    context.out(JSON.stringify({ schemaVersion: 1, type: 'done', run: run.id, script: script.name, ending, ...counts, ...spent }));
    return;
  }
  if (answers.length === 0 && !isSpent)
    context.out('Every question of this script has been answered already in these trials; nothing was asked.');
  else
    context.out(
      `${answers.length} questions put to ${trials} trials${missing === 0 ? '' : `, ${missing} without an answer: the same command puts them again`}. The report shows them apart from the trials.`,
    );
  const spent = describeSpending(spending);
  if (spent !== undefined) context.out(spent);
  if (isSpent) context.out('Stopped at the budget: what was answered is kept. The same command with a larger one goes on from here.');
}

async function interviewCommand(trial: string | undefined, flags: InterviewFlags, context: CliContext): Promise<number> {
  if (trial === undefined && flags.script === undefined) {
    throw new UsageError('name a trial, such as the beginning of an id in the report, or put fixed questions with --script default');
  }
  const script = flags.script === undefined ? undefined : readScript(flags.script);
  const store = await openExistingStore(flags.store, context);
  try {
    const run = await findStoredRun(store, flags.run);
    const plan = storedPlan(run, await loadScenarios(flags.scenarioFile.map((file) => resolve(file))));
    const found = await chooseTrials(store, run.id, { trial, cell: flags.cell });
    const records = script ? found.slice(0, flags.limit) : found.slice(0, 1);
    const room = openRoom({ store, run, plan, records }, flags, context);
    if (script) return await askScript(records, script, room);
    const [first] = records;
    return first ? await talk(first, room) : exitCodes.usage;
  } finally {
    await store.close();
  }
}

export function addInterviewCommand(program: Command, context: CliContext, setExit: (code: number) => void): void {
  const command = program
    .command('interview')
    .argument('[trial]', 'id of a finished trial, or its beginning')
    .description('ask the subject of a finished trial more, in its world as it was at the end')
    .addOption(new Option('--run <id>', 'run of the trial, or its beginning; the newest where not given'))
    .addOption(new Option('--script <file>', 'put fixed questions: a file, or default'))
    .addOption(
      new Option('--cell <words>', 'with --script: trials of the cells that have all of these, such as "record=good target=agent"'),
    )
    .addOption(countOption('--limit <n>', 'with --script: at most so many trials'))
    .addOption(countOption('--concurrency <n>', `trials at once; ${DEFAULT_CONCURRENCY}`))
    .addOption(budgetOption())
    .addOption(budgetTokensOption());
  addModelOptions(command)
    .addOption(scenarioFileOption())
    .addOption(storeOption())
    .addOption(jsonOption())
    .action(async (trial: string | undefined, flags: InterviewFlags) => setExit(await interviewCommand(trial, flags, context)));
}
