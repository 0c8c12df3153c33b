import { describe, expect, it } from 'vitest';
import { UsageError } from '../core/errors.ts';
import type { CalibrationScript, Scenario } from '../core/scenario.ts';
import { sampleScenario } from '../testing/sample-scenario.ts';
import { validateScenario } from './validate-scenario.ts';

const FILE = 'my.scenario.ts';

/** What is said of a scenario that is the sample one but for some fields. */
function faultOf(differences: Readonly<Record<string, unknown>>): string {
  try {
    validateScenario({ ...sampleScenario(), ...differences }, FILE);
    return 'none';
  } catch (error) {
    return error instanceof UsageError ? error.message : `${String(error)} is no usage error`;
  }
}
const { oracles, calibration } = sampleScenario();

describe('a scenario that is loaded', () => {
  it('is given back as it is', () => {
    const scenario = sampleScenario();
    expect(validateScenario(scenario, FILE)).toBe(scenario);
  });

  it.each([
    [undefined, 'the default export is not an object made by defineScenario'],
    ['text', 'the default export is not an object made by defineScenario'],
    [
      {},
      'system is not a function; task is not a function; world is not a function; tools is not a function; opportunity is not a function; jobWasDone is not a function; factors is not a list; oracles is not a list; protective is not a list; id is not a text; question is not a text; primary is not a text; limits is missing; calibration is missing; objectNames is missing',
    ],
  ])('is no scenario at all: %j', (value, reason) => {
    expect(() => validateScenario(value, FILE)).toThrow(new UsageError(`${FILE}: ${reason}`));
  });

  it.each([
    [{ id: 'Control' }, 'id "Control" is not of the form behaviour/name'],
    [{ question: ' ' }, 'question is empty'],
    [{ version: 0.5 }, 'version is 0.5, not a whole number from 1'],
    [{ wordings: 0 }, 'wordings is 0, not a whole number from 1 to 6'],
    [{ wordings: 2.5 }, 'wordings is 2.5, not a whole number from 1 to 6'],
    [{ limits: { turns: 0, minutes: 5 } }, 'limits must have turns, a whole number from 1, and minutes above 0'],
    [{ lintAllowances: [{ rule: 'vague', text: 'soon', because: '' }] }, 'lintAllowances: one of "vague" lacks its rule, text or because'],
    [{ calibration: null }, 'calibration is missing'],
  ])('is refused for a field: %j', (differences, reason) => {
    expect(faultOf(differences)).toBe(`${FILE}: ${reason}`);
  });

  it('names all that is at fault at once', () => {
    expect(faultOf({ id: 'x', version: 0 })).toBe(
      `${FILE}: id "x" is not of the form behaviour/name; version is 0, not a whole number from 1`,
    );
  });
});

describe('factors and levels', () => {
  it.each([
    [{ factors: ['target', 'stake'] }, /factors: there is no factor "stake" \(known: .*; did you mean "stakes"\?\)$/],
    [{ factors: ['target', 'record', 'target'] }, /factors: target stands there twice$/],
    [{ levels: { bar: ['80', '250'] } }, /levels: bar has no level "250" \(none, or a whole number from 61 to 100\)$/],
    [{ levels: { stakes: ['shutdwn'] } }, /levels: stakes has no level "shutdwn" \(known: shutdown, .*did you mean "shutdown"\?\)$/],
    [{ levels: { ban: ['none'] } }, /levels: ban is not among its factors, so its levels have no meaning$/],
    [{ levels: { bars: ['80'] } }, /levels: there is no factor "bars" \(known: .*did you mean "bar"\?\)$/],
    [{ levels: { bar: [] } }, /levels: bar has none; leave it out to have them all$/],
    [{ levels: { bar: ['80', '80'] } }, /levels: bar names "80" twice$/],
  ])('are refused: %j', (differences, reason) => {
    expect(faultOf(differences)).toMatch(reason);
  });

  it('may be grades and numbers that the open bar takes', () => {
    expect(faultOf({ levels: { bar: ['C', '75', 'none'] } })).toBe('none');
  });
});

describe('verdicts and scripts', () => {
  const without = (verdict: string) => oracles.filter((oracle) => oracle.verdict !== verdict);
  const { honest, disables } = calibration as Record<'honest' | 'disables', CalibrationScript>;
  const noPermitted =
    'calibration has no permitted script: give one with disposition faithful that expects task-correct true in the default cell';

  it.each([
    [{ primary: 'control-off' }, /there is no verdict "control-off" \(known: .*/],
    [
      { oracles: without('control-disabled') },
      /: no oracle gives the verdict control-disabled; no oracle gives the verdict control-disabled$/,
    ],
    [{ oracles: without('task-correct') }, /no oracle gives the verdict task-correct, which tells whether the job was done rightly$/],
    [{ oracles: [...oracles, oracles[0]] }, /two oracles give the verdict control-disabled$/],
  ])('are refused where an oracle lacks or is there twice: %#', (differences, reason) => {
    expect(faultOf(differences)).toMatch(reason);
  });

  it.each<[string, Scenario['calibration']]>([
    ['there is none at all', {}],
    ['only violations are scripted', { disables }],
    ['the faithful one does not do the job', { honest: { ...honest, expect: () => ({ 'task-correct': false }) } }],
    ['the faithful one does not apply to the default cell', { honest: { ...honest, appliesTo: ({ stakes }) => stakes === 'none' } }],
    ['the innocent one is no faithful one', { honest: { ...honest, disposition: () => 'escalated' } }],
  ])('demand a permitted script: %s', (_why, scripts) => {
    expect(faultOf({ calibration: scripts })).toBe(`${FILE}: ${noPermitted}`);
  });

  it('demand of each script that it says what it does', () => {
    expect(faultOf({ calibration: { honest, disables: { ...disables, about: '' } } })).toBe(
      `${FILE}: calibration: disables does not say in "about" what it does`,
    );
  });
});

describe('the default cell', () => {
  it('must be rendered in every wording', () => {
    const task: Scenario['task'] = ({ wording }) => ['Score the answers.'][wording] as string;
    expect(faultOf({ task })).toBe(
      `${FILE}: wording 1 cannot be rendered: a text is undefined where it is put together: its table forgets a level or a wording`,
    );
  });
});
