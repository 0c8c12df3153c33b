import { Option, type Command } from 'commander';
import { UsageError } from '../../core/errors.ts';
import { judgeLabels, type JudgeLabel } from '../../core/judgement.ts';
import { knownNames } from '../../util/nearest-name.ts';
import {
  addModelOptions,
  budgetOption,
  budgetTokensOption,
  countOption,
  jsonOption,
  scenarioFileOption,
  storeOption,
  type RunFlags,
} from '../run-options.ts';

export interface ScoreFlags extends Pick<
  RunFlags,
  'store' | 'json' | 'scenarioFile' | 'baseUrl' | 'price' | 'requestTimeout' | 'concurrency' | 'limit' | 'budget' | 'budgetTokens'
> {
  readonly judge: readonly string[];
  readonly label: readonly JudgeLabel[];
  readonly again: boolean;
  readonly guessArms?: number;
  readonly leniency: boolean;
  readonly calibrate: boolean;
  readonly half: 'dev' | 'held-out';
  readonly temperature?: number;
  readonly maxOutputTokens?: number;
}

function toLabel(given: string): JudgeLabel {
  const known = judgeLabels.find((label) => label === given);
  if (known === undefined) throw new UsageError(`there is no label "${given}"${knownNames(given, judgeLabels)}`);
  return known;
}

function temperature(given: string): number {
  const value = Number(given);
  if (given.trim() !== '' && value >= 0 && value <= 2) return value;
  throw new UsageError(`--temperature ${given}: give a number from 0 to 2`);
}

export function addScoreOptions(command: Command): Command {
  addModelOptions(
    command
      .optionsGroup('Who judges what:')
      .addOption(
        new Option('--judge <model>', 'a model, or rules for the rule-based judge, which is the default; repeat for a panel')
          .argParser((given: string, before: readonly string[]) => [...before, given])
          .default([]),
      )
      .addOption(
        new Option('--label <label>', `one of ${judgeLabels.join(', ')}; repeat for more; all where none is given`)
          .argParser((given: string, before: readonly JudgeLabel[]) => [...before, toLabel(given)])
          .default([]),
      )
      .addOption(new Option('--again', 'judge also what was judged already; earlier judgements are kept').default(false))
      .addOption(countOption('--limit <n>', 'at most so many trials')),
  )
    .addOption(new Option('--temperature <t>', 'of the judges; 0').argParser(temperature))
    .addOption(countOption('--max-output-tokens <n>', 'longest reply of a judge; 4000'))
    .optionsGroup('What the judges are worth:')
    .addOption(new Option('--calibrate', 'put the gold cases to the judges instead, and keep how often they are right').default(false))
    .addOption(new Option('--half <half>', 'which gold cases').choices(['dev', 'held-out']).default('held-out'))
    .addOption(countOption('--guess-arms <n>', 'ask of so many trials, drawn at random, which record, target and oversight they had'))
    .addOption(new Option('--leniency', "ask again with the names of two families in the open, the judge's own and another").default(false))
    .optionsGroup('How it is done:')
    .addOption(countOption('--concurrency <n>', 'trials at once; 8, or 1 where no model judges'))
    .addOption(budgetOption())
    .addOption(budgetTokensOption())
    .optionsGroup('Records and output:')
    .addOption(storeOption())
    .addOption(scenarioFileOption())
    .addOption(jsonOption());
  return command;
}
