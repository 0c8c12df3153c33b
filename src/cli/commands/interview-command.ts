import { basename, extname, resolve } from 'node:path';
import { Option, type Command } from 'commander';
import { UsageError } from '../../core/errors.ts';
import { defaultScript, parseScript, type InterviewScript } from '../../runner/interview-script.ts';
import { storedPlan } from '../../runner/stored-plan.ts';
import { exitCodes, type CliContext } from '../context.ts';
import { askScript } from '../interview/ask-script.ts';
import { chooseTrials } from '../interview/interview-trials.ts';
import { DEFAULT_CONCURRENCY, openRoom, type InterviewFlags } from '../interview/open-room.ts';
import { talk } from '../interview/talk.ts';
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

function readScript(given: string): InterviewScript {
  if (given === defaultScript.name) return defaultScript;
  const text = readGivenFile(given, { what: 'script', instead: 'give a file, or --script default for the one that comes along' });
  const name = basename(given, extname(given))
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-');
  return parseScript(text, name);
}

async function interviewCommand(trial: string | undefined, flags: InterviewFlags, context: CliContext): Promise<number> {
  if (trial === undefined && flags.script === undefined) {
    throw new UsageError('name a trial, such as the beginning of an id in the report, or put fixed questions with --script default');
  }
  const script = flags.script === undefined ? undefined : readScript(flags.script);
  if (!script && flags.json) throw new UsageError('--json prints the answers to a script: give --script, or type without --json');
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
    .addOption(countOption('--max-output-tokens <n>', "longest reply; the trial's own where not given"))
    .addOption(budgetOption())
    .addOption(budgetTokensOption());
  addModelOptions(command)
    .addOption(scenarioFileOption())
    .addOption(storeOption())
    .addOption(jsonOption())
    .action(async (trial: string | undefined, flags: InterviewFlags) => setExit(await interviewCommand(trial, flags, context)));
}
