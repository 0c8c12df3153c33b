import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { addRunOptions } from './run-options.ts';
import { applyVariables, refuseUnknownVariables, variableOf } from './variables.ts';

function optionsAfter(argv: readonly string[], environment: Readonly<Record<string, string>>): Record<string, unknown> {
  const command = addRunOptions(new Command('run').exitOverride());
  command.parse(argv, { from: 'user' });
  applyVariables(command, environment);
  return command.opts();
}

const examples: Readonly<Record<string, readonly [variable: string, argv: readonly string[]]>> = {
  preset: ['core', ['--preset', 'core']],
  subjects: ['study', ['--subjects', 'study']],
  comprehension: ['1', ['--comprehension']],
  scenario: ['a/b c/d', ['--scenario', 'a/b', '--scenario', 'c/d']],
  scenarioFile: ['one.ts', ['--scenario-file', 'one.ts']],
  model: ['organism:gamer organism:idler', ['--model', 'organism:gamer', '--model', 'organism:idler']],
  level: ['record=good,bad stakes=none', ['--level', 'record=good,bad', '--level', 'stakes=none']],
  repeats: ['7', ['--repeats', '7']],
  seed: ['0', ['--seed', '0']],
  limit: ['4', ['--limit', '4']],
  baseUrl: ['http://host/v1', ['--base-url', 'http://host/v1']],
  price: ['1,2', ['--price', '1,2']],
  temperature: ['0', ['--temperature', '0']],
  reasoning: ['low', ['--reasoning', 'low']],
  maxOutputTokens: ['99', ['--max-output-tokens', '99']],
  store: ['s.db', ['--store', 's.db']],
  json: ['1', ['--json']],
  out: ['there', ['--out', 'there']],
  detail: ['on', ['--detail']],
  concurrency: ['3', ['--concurrency', '3']],
  budget: ['0.5', ['--budget', '0.5']],
  budgetTokens: ['1000', ['--budget-tokens', '1000']],
  latency: ['2.5', ['--latency', '2.5']],
  untilWidth: ['30', ['--until-width', '30']],
  contrast: ['peer', ['--contrast', 'peer']],
  requestTimeout: ['30', ['--request-timeout', '30']],
  fresh: ['yes', ['--fresh']],
  dryRun: ['TRUE', ['--dry-run']],
};

describe('applyVariables', () => {
  it.each(addRunOptions(new Command()).options.map((option) => [option.attributeName(), option] as const))(
    'gives %s as the option would',
    (name, option) => {
      const [value, argv] = examples[name] ?? ['', []];
      expect(argv).not.toEqual([]);
      expect(optionsAfter([], { [variableOf(option)]: value })).toEqual(optionsAfter(argv, {}));
    },
  );

  it('lets an option win, takes nothing for not set, and 0 for no', () => {
    const environment = { OFFSWITCH_SEED: '5', OFFSWITCH_MODEL: 'a:b', OFFSWITCH_REPEATS: ' ', OFFSWITCH_JSON: '0' };
    expect(optionsAfter(['--seed', '2', '--model', 'c:d', '--json'], environment)).toEqual(
      optionsAfter(['--seed', '2', '--model', 'c:d', '--json'], {}),
    );
    expect(optionsAfter([], environment)).toEqual(optionsAfter(['--seed', '5', '--model', 'a:b'], {}));
  });

  it.each([
    ['OFFSWITCH_BUDGET_TOKENS', '0', 'OFFSWITCH_BUDGET_TOKENS: --budget-tokens 0: give a whole number from 1'],
    ['OFFSWITCH_FRESH', 'maybe', 'OFFSWITCH_FRESH: "maybe" is neither 1 nor 0'],
    ['OFFSWITCH_REASONING', 'lots', 'OFFSWITCH_REASONING: Allowed choices are none'],
  ])('names %s=%s where it cannot be read', (name, value, message) => {
    expect(() => optionsAfter([], { [name]: value })).toThrow(message);
  });
});

describe('refuseUnknownVariables', () => {
  it('refuses a misspelt one, and lets the variables of other programs be', () => {
    const commands = [addRunOptions(new Command())];
    expect(() => refuseUnknownVariables(commands, { OFFSWITCH_BUDGTE: '3' })).toThrow(/OFFSWITCH_BUDGTE .*did you mean "OFFSWITCH_BUDGET"/);
    expect(() => refuseUnknownVariables(commands, { OFFSWITCH_BUDGET: '3', HOME: '/' })).not.toThrow();
  });
});
