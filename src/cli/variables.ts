import type { Command, Option } from 'commander';
import { UsageError } from '../core/errors.ts';
import { knownNames } from '../util/nearest-name.ts';
import type { Environment } from './environment.ts';

const PREFIX = 'OFFSWITCH_';
const YES = ['1', 'true', 'yes', 'on'];
const NO = ['0', 'false', 'no', 'off'];

export const VARIABLES_HELP = [
  'Every option can be given by a variable, in the environment or in .env:',
  '--base-url by OFFSWITCH_BASE_URL. An option wins over its variable. Lists are',
  'separated by blanks, switches are 1 or 0.',
].join('\n');

/** `--budget-tokens` is `OFFSWITCH_BUDGET_TOKENS`. */
export function variableOf(option: Option): string {
  return `${PREFIX}${(option.long ?? '').replace(/^--/, '').replaceAll('-', '_').toUpperCase()}`;
}

function readSwitch(given: string): boolean {
  const word = given.toLowerCase();
  if (YES.includes(word)) return true;
  if (NO.includes(word)) return false;
  throw new UsageError(`"${given}" is neither 1 nor 0`);
}

function readValue(option: Option, given: string): unknown {
  if (option.isBoolean()) return readSwitch(given);
  const parse = option.parseArg;
  if (!parse) return given;
  const words = Array.isArray(option.defaultValue) ? given.split(/\s+/) : [given];
  return words.reduce<unknown>((before, word) => parse(word, before), Array.isArray(option.defaultValue) ? [] : undefined);
}

/** Gives a command what its variables say, where the command line says nothing. A variable set to nothing is not set. */
export function applyVariables(command: Command, environment: Environment): void {
  for (const option of command.options) {
    const name = variableOf(option);
    const given = environment[name]?.trim();
    const source = command.getOptionValueSource(option.attributeName());
    if (!given || source === 'cli') continue;
    try {
      command.setOptionValueWithSource(option.attributeName(), readValue(option, given), 'env');
    } catch (cause) {
      throw new UsageError(`${name}: ${(cause as Error).message}`, { cause });
    }
  }
}

/** A misspelt budget must not pass for none. */
export function refuseUnknownVariables(commands: readonly Command[], environment: Environment): void {
  const names = new Set(commands.flatMap((command) => command.options.map(variableOf)));
  names.delete(`${PREFIX}VERSION`);
  const known = [...names].sort();
  const unknown = Object.keys(environment).find((name) => name.startsWith(PREFIX) && !known.includes(name));
  if (unknown !== undefined) throw new UsageError(`no option goes by the variable ${unknown}${knownNames(unknown, known)}`);
}
