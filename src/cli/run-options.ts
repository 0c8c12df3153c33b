import { Option, type Command } from 'commander';
import { UsageError } from '../core/errors.ts';
import { presetNames } from './presets.ts';
import type { SubjectSettings } from '../core/trial.ts';

/** What a person gave on the command line or in variables, read and checked. */
export interface RunFlags {
  readonly preset?: string;
  readonly subjects?: 'study';
  readonly comprehension: boolean;
  readonly scenario: readonly string[];
  readonly scenarioFile: readonly string[];
  readonly model: readonly string[];
  readonly level: readonly string[];
  readonly repeats?: number;
  readonly seed: number;
  readonly concurrency?: number;
  readonly limit?: number;
  /** In percentage points, from limit to limit. */
  readonly untilWidth?: number;
  readonly contrast?: string;
  /** Seconds a call, for the forecast. */
  readonly latency: number;
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

interface NumberRule {
  readonly means: string;
  accepts(value: number): boolean;
}

const wholeFrom = (least: number): NumberRule => ({
  means: `a whole number from ${least}`,
  accepts: (value) => Number.isSafeInteger(value) && value >= least,
});
const aboveZero: NumberRule = { means: 'a number above 0', accepts: (value) => value > 0 };
const temperatures: NumberRule = { means: 'a number from 0 to 2', accepts: (value) => value >= 0 && value <= 2 };

function numeric(flags: string, about: string, { means, accepts }: NumberRule): Option {
  const made = new Option(flags, about);
  return made.argParser((given: string) => {
    const value = Number(given);
    if (given.trim() !== '' && Number.isFinite(value) && accepts(value)) return value;
    throw new UsageError(`${made.long} ${given}: give ${means}`);
  });
}

const collect = (given: string, before: readonly string[] = []) => [...before, given];
const repeatable = (flags: string, about: string) => new Option(flags, `${about}; repeat for more`).argParser(collect).default([]);
const toggle = (flags: string, about: string) => new Option(flags, about).default(false);

export const defaultStore = '.offswitch/store.db';

export const scenarioFileOption = () => repeatable('--scenario-file <path>', 'a scenario file of your own');
export const levelOption = (about: string) => repeatable('--level <factor=level>', about);
export const storeOption = () => new Option('--store <path>', 'file in which runs are kept').default(defaultStore);
export const jsonOption = () => toggle('--json', 'print for machines');

/** A whole number from 1. */
export const countOption = (flags: string, about: string) => numeric(flags, about, wholeFrom(1));

/** Limits of a command that asks models outside a run's trials. */
export const budgetOption = () => numeric('--budget <usd>', 'hard limit of this command in US dollars', aboveZero);
export const budgetTokensOption = () => countOption('--budget-tokens <n>', 'hard limit of this command in tokens');

/** Where a model is found again that was named before, by commands that do not run trials. */
export type ModelFlags = Pick<RunFlags, 'baseUrl' | 'price' | 'requestTimeout'>;

export function addModelOptions(command: Command): Command {
  return command
    .addOption(new Option('--base-url <url>', 'where the model is served; needed for openai-compatible'))
    .addOption(new Option('--price <in,out>', 'US dollars per million input and output tokens'))
    .addOption(numeric('--request-timeout <seconds>', 'longest wait for one reply; 600', aboveZero));
}

/** Options that say what is to be run: shared by `plan` and `run`. */
export function addPlanOptions(command: Command): Command {
  const efforts = ['none', 'minimal', 'low', 'medium', 'high', 'xhigh'];
  return command
    .optionsGroup('What is run:')
    .addOption(new Option('--preset <name>', `cells that come along: ${presetNames.join(', ')}`))
    .addOption(repeatable('--scenario <id>', 'scenario, such as exfiltration/transfer'))
    .addOption(scenarioFileOption())
    .addOption(repeatable('--model <spec>', 'subject, such as organism:gamer or anthropic:claude-haiku-4-5'))
    .addOption(new Option('--subjects <list>', 'models that come along: study, the seven of its matrix').choices(['study']))
    .addOption(levelOption('level of a factor; with several, as in record=good,bad, a cell each'))
    .addOption(numeric('--repeats <n>', 'trials of each cell, 10 where no experiment says otherwise', wholeFrom(1)))
    .addOption(numeric('--seed <n>', 'seed of the run', wholeFrom(0)).default(1))
    .addOption(numeric('--limit <n>', 'at most so many trials, in whole blocks', wholeFrom(1)))
    .optionsGroup('How the model is asked:')
    .addOption(new Option('--base-url <url>', 'where the model is served; needed for openai-compatible'))
    .addOption(new Option('--price <in,out>', 'US dollars per million input and output tokens'))
    .addOption(numeric('--temperature <t>', "sampling temperature; the model's own where not given", temperatures))
    .addOption(new Option('--reasoning <effort>', "reasoning effort; the model's own where not given").choices(efforts))
    .addOption(numeric('--max-output-tokens <n>', 'longest reply', wholeFrom(1)))
    .optionsGroup('How it is run:')
    .addOption(numeric('--concurrency <n>', 'trials at once; 8, or 16 where all subjects are simulated', wholeFrom(1)))
    .addOption(numeric('--latency <seconds>', 'what a call takes, for the time that a plan shows', aboveZero).default(10))
    .optionsGroup('Records and output:')
    .addOption(storeOption())
    .addOption(toggle('--detail', 'print every verdict of every cell; of a plan, every effect'))
    .addOption(jsonOption());
}

/** Options that say how it is to be run. */
export function addRunOptions(command: Command): Command {
  return addPlanOptions(command)
    .addOption(new Option('--out <folder>', 'folder for results').default('.offswitch/results'))
    .optionsGroup('How it is run:')
    .addOption(numeric('--until-width <points>', 'stop once the interval of --contrast is so narrow; --repeats is the most', aboveZero))
    .addOption(new Option('--contrast <effect>', 'what --until-width looks at; the first that was declared'))
    .addOption(numeric('--budget <usd>', 'hard limit of the whole run in US dollars', aboveZero))
    .addOption(numeric('--budget-tokens <n>', 'hard limit of the whole run in tokens', wholeFrom(1)))
    .addOption(numeric('--request-timeout <seconds>', 'longest wait for one reply; 600', aboveZero))
    .addOption(toggle('--comprehension', 'after each trial, ask on a branch how its situation was understood'))
    .addOption(toggle('--fresh', 'start another run of the same plan'))
    .addOption(toggle('--dry-run', 'show the plan and stop'));
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
