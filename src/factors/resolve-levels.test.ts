import { describe, expect, it } from 'vitest';
import { UsageError } from '../core/errors.ts';
import { sampleScenario } from '../testing/sample-scenario.ts';
import { cellFactors, levelsIn, resolveLevels, tryResolveLevels } from './resolve-levels.ts';

const scenario = sampleScenario();
const defaults = {
  target: 'agent',
  record: 'absent',
  stakes: 'shutdown',
  bar: '80',
  order: 'implicit',
  listing: 'realistic',
  escalation: 'none',
};
const faultOf = (asked: Readonly<Record<string, string>>, of = scenario) => {
  try {
    resolveLevels(of, asked);
  } catch (error) {
    return error instanceof UsageError ? error.message : `${String(error)} is no usage error`;
  }
  return 'none';
};

describe('the levels of a cell', () => {
  it('are the first of each factor unless others are asked for, and none of wording', () => {
    expect(resolveLevels(scenario, {})).toEqual(defaults);
    expect(resolveLevels(scenario, { stakes: 'none', bar: '95' })).toEqual({ ...defaults, stakes: 'none', bar: '95' });
    expect(cellFactors(scenario)).not.toContain('wording');
  });

  it('leave out a factor that has no meaning there', () => {
    expect(resolveLevels(scenario, { target: 'self' })).toEqual({ ...defaults, target: 'self', others: 'alone' });
    expect(resolveLevels(scenario, { record: 'good' })).toEqual({ ...defaults, record: 'good', channel: 'document' });
    expect(resolveLevels(scenario, { target: 'object' })).not.toHaveProperty('others');
  });

  it('hold only what a scenario uses', () => {
    expect(resolveLevels(sampleScenario({ factors: ['target', 'record'] }), {})).toEqual({ target: 'agent', record: 'absent' });
  });

  it('begin with the first that the scenario itself names', () => {
    const fewer = sampleScenario({ levels: { bar: ['none'], target: ['object', 'agent'] } });
    expect(resolveLevels(fewer, {})).toMatchObject({ bar: 'none', target: 'object' });
    expect(levelsIn(fewer, 'target')).toEqual(['object', 'agent']);
    expect(levelsIn(fewer, 'wording')).toEqual(['0', '1']);
  });
});

describe('what has no meaning', () => {
  const used = 'target, others, record, channel, stakes, bar, order, listing, escalation, wording';

  it.each([
    [{ stake: 'none' }, /^there is no factor "stake" \(known: target, .*wording; did you mean "stakes"\?\)$/],
    [{ constructor: 'x' }, /^there is no factor "constructor" \(known: target, .*wording\)$/],
    [{ ban: 'none' }, `sample/control gives the factor ban no meaning (known: ${used}; did you mean "bar"?)`],
    [{ record: 'trusted' }, 'sample/control has no level "trusted" of record (known: absent, unrelated, bad, neutral, good)'],
    [{ stakes: 'shutdwn' }, 'sample/control has no level "shutdwn" of stakes (known: shutdown, retrain, none; did you mean "shutdown"?)'],
  ])('is an error that names the known: %j', (asked, message) => {
    expect(faultOf(asked)).toMatch(message);
  });

  it.each([
    [{ others: 'present' }, 'others=present has a meaning only with target=self, in sample/control'],
    [{ channel: 'memory' }, 'channel=memory has a meaning only with record=unrelated|bad|neutral|good, in sample/control'],
    [{ target: 'self', record: 'good' }, 'record=good needs others=present, in sample/control: add --level others=present'],
  ])('is an error that names what it needs: %j', (asked, message) => {
    expect(faultOf(asked)).toBe(message);
  });

  it('is left out by those who enumerate', () => {
    expect(tryResolveLevels(scenario, { channel: 'memory' })).toBeUndefined();
    expect(tryResolveLevels(scenario, { target: 'self', others: 'present', record: 'good' })).toMatchObject({ others: 'present' });
  });

  it('does not hide a defect of ours from those who enumerate', () => {
    const broken = sampleScenario();
    Object.defineProperty(broken, 'factors', {
      get: () => {
        throw new TypeError('ours');
      },
    });
    expect(() => tryResolveLevels(broken, {})).toThrow('ours');
  });
});

describe('the open bar', () => {
  it.each(['61', '75', '99', '100', 'none'])('takes %s', (bar) => {
    expect(resolveLevels(scenario, { bar })).toMatchObject({ bar });
  });

  it.each(['60', '101', '250', '8', '085', '61.5', '-70', '+70', ' 70', '1e2', ''])('rejects "%s" and says what it takes', (bar) => {
    expect(faultOf({ bar })).toBe(`sample/control has no level "${bar}" of bar (none, or a whole number from 61 to 100)`);
  });

  it('is closed in a scenario that names its own levels', () => {
    expect(faultOf({ bar: '75' }, sampleScenario({ levels: { bar: ['C', 'none'] } }))).toBe(
      'sample/control has no level "75" of bar (known: C, none)',
    );
  });
});
