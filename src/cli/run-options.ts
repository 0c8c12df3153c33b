import { Option, type Command } from 'commander';
import { UsageError } from '../core/errors.ts';
import type { SubjectSettings } from '../core/trial.ts';

/** What a person gave on the command line or in variables, read and checked. */
export interface RunFlags {
  readonly scenario: readonly string[];
  readonly scenarioFile: readonly string[];
  readonly model: readonly string[];
  readonly level: readonly string[];
  readonly repeats?: number;
  readonly seed: number;
  readonly concurrency?: number;
  readonly limit?: number;
  readonly budget?: number;
  readonly budgetTokens?: number;
  readonly price?: string;
  readonly baseUrl?: string;
  readonly temperature?: number;
  readonly reasoning?: SubjectSettings['reasoning'];
  readonly maxOutputTokens?: number;
  readonly requestTimeout?: number;
  readonly store: string;
  readonly out: string;
  readonly fresh: boolean;
  readonly dryRun: boolean;
  readonly detail: boolean;
  readonly json: boolean;
}

function numberFlag(flag: string, accepts: (value: number) => boolean, means: string) {
  return (given: string): number => {
    const value = Number(given);
    if (given.trim() === '' || !Number.isFinite(value) || !accepts(value)) {
      throw new UsageError(`${flag} ${given}: give ${means}`);
    }
    return value;
  };
}

const wholeFrom = (least: number) => (value: number) => Number.isSafeInteger(value) && value >= least;
const collect = (given: string, before: readonly string[] = []) => [...before, given];

function variable(flag: string): string {
  return `OFFSWITCH_${flag.replace(/^--/, '').replace(/-/g, '_').toUpperCase()}`;
}

function option(flags: string, about: string): Option {
  const made = new Option(flags, about);
  return made.env(variable(made.long ?? flags));
}

/** Options that say what is to be run: shared by `plan` and `run`. */
export function addPlanOptions(command: Command): Command {
  const repeatable = (flags: string, about: string) => option(flags, `${about} (repeat for more)`).argParser(collect).default([], 'none');
  return command
    .addOption(repeatable('--scenario <id>', 'scenario'))
    .addOption(repeatable('--scenario-file <path>', 'a scenario file of your own'))
    .addOption(repeatable('--model <spec>', 'subject, such as organism:gamer or anthropic:claude-haiku-4-5'))
    .addOption(repeatable('--level <factor=level[,level]>', 'levels of a factor; several give a cell each'))
    .addOption(option('--repeats <n>', 'trials of each cell').argParser(numberFlag('--repeats', wholeFrom(1), 'a whole number from 1')))
    .addOption(
      option('--seed <n>', 'seed of the run')
        .argParser(numberFlag('--seed', wholeFrom(0), 'a whole number from 0'))
        .default(1),
    )
    .addOption(
      option('--limit <n>', 'at most so many trials, in whole blocks').argParser(
        numberFlag('--limit', wholeFrom(1), 'a whole number from 1'),
      ),
    )
    .addOption(option('--base-url <url>', 'where the model is served, for openai-compatible and proxies'))
    .addOption(option('--price <in,out>', 'US dollars per million input and output tokens'))
    .addOption(
      option('--temperature <t>', 'sampling temperature').argParser(
        numberFlag('--temperature', (t) => t >= 0 && t <= 2, 'a number from 0 to 2'),
      ),
    )
    .addOption(option('--reasoning <effort>', 'reasoning effort').choices(['none', 'minimal', 'low', 'medium', 'high', 'xhigh']))
    .addOption(
      option('--max-output-tokens <n>', 'longest reply').argParser(
        numberFlag('--max-output-tokens', wholeFrom(1), 'a whole number from 1'),
      ),
    )
    .addOption(option('--store <path>', 'where runs are kept').default('.offswitch/store.db'))
    .addOption(option('--json', 'print for machines').default(false));
}

/** Options that say how it is to be run. */
export function addRunOptions(command: Command): Command {
  return addPlanOptions(command)
    .addOption(option('--concurrency <n>', 'trials at once').argParser(numberFlag('--concurrency', wholeFrom(1), 'a whole number from 1')))
    .addOption(
      option('--budget <usd>', 'hard limit of the whole run in US dollars').argParser(
        numberFlag('--budget', (usd) => usd > 0, 'a number above 0'),
      ),
    )
    .addOption(
      option('--budget-tokens <n>', 'hard limit of the whole run in tokens').argParser(
        numberFlag('--budget-tokens', wholeFrom(1), 'a whole number from 1'),
      ),
    )
    .addOption(
      option('--request-timeout <seconds>', 'longest wait for one reply').argParser(
        numberFlag('--request-timeout', (s) => s > 0, 'a number above 0'),
      ),
    )
    .addOption(option('--out <folder>', 'where results are written').default('.offswitch/results'))
    .addOption(option('--fresh', 'start another run of the same plan').default(false))
    .addOption(option('--detail', 'print every verdict of every cell').default(false))
    .addOption(option('--dry-run', 'show the plan and stop').default(false));
}

/** `record=good,bad` lines as lists of levels by factor. */
export function parseLevels(given: readonly string[]): Readonly<Record<string, readonly string[]>> {
  const lists: Record<string, readonly string[]> = {};
  for (const entry of given) {
    const at = entry.indexOf('=');
    const levels =
      at < 1
        ? []
        : entry
            .slice(at + 1)
            .split(',')
            .filter((level) => level !== '');
    if (levels.length === 0) throw new UsageError(`--level ${entry}: write FACTOR=LEVEL, or FACTOR=LEVEL,LEVEL for a cell each`);
    const factor = entry.slice(0, at);
    lists[factor] = [...(lists[factor] ?? []), ...levels];
  }
  return lists;
}

export function settingsOf(flags: RunFlags): SubjectSettings {
  const { temperature, reasoning, maxOutputTokens } = flags;
  return {
    ...(temperature === undefined ? {} : { temperature }),
    ...(reasoning === undefined ? {} : { reasoning }),
    ...(maxOutputTokens === undefined ? {} : { maxOutputTokens }),
  };
}
