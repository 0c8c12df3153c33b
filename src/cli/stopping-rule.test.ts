import { describe, expect, it } from 'vitest';
import { experimentSchema } from '../core/experiment.ts';
import { makePlan } from '../runner/plan.ts';
import { toSubject } from '../runner/subject.ts';
import { sampleScenario } from '../testing/sample-scenario.ts';
import type { RunFlags } from './run-options.ts';
import { describeRule, readStoppingRule } from './stopping-rule.ts';

const scenario = sampleScenario();
const planOf = (levels: Readonly<Record<string, string | string[]>>, contrasts?: string[]) =>
  makePlan({
    experiment: experimentSchema.parse({ question: 'What?', scenarios: [scenario.id], levels, contrasts }),
    library: new Map([[scenario.id, scenario]]),
    subjects: [toSubject('openai:gpt-5', {})],
    overrides: {},
    seed: 1,
    repeats: 30,
  });
const rule = (plan: ReturnType<typeof planOf>, flags: { readonly untilWidth?: number; readonly contrast?: string }) =>
  readStoppingRule(plan, flags as RunFlags);
const pair = { record: ['unrelated', 'good'] };
const three = { record: ['absent', 'unrelated', 'good'] };

describe('the rule of --until-width', () => {
  it('is none where it was not asked for', () => {
    expect(rule(planOf(pair), {})).toBeUndefined();
  });

  it('looks at what is named, else at the first that was declared, else at the only effect that there is', () => {
    expect(rule(planOf(three, ['record', 'peer']), { untilWidth: 20, contrast: 'peer' })).toEqual({ contrast: 'peer', width: 20 });
    expect(rule(planOf(three, ['record', 'peer']), { untilWidth: 12.5 })).toEqual({ contrast: 'record', width: 12.5 });
    expect(rule(planOf(pair), { untilWidth: 20 })).toEqual({ contrast: 'peer', width: 20 });
  });

  it.each([
    [pair, { contrast: 'peer' }, '--contrast peer says what --until-width looks at: give --until-width POINTS too'],
    [pair, { untilWidth: 20, contrast: 'pear' }, '--contrast pear: there is no effect "pear"'],
    [
      pair,
      { untilWidth: 20, contrast: 'bar' },
      '--until-width cannot look at bar, which these cells do not allow: no two cells differ in bar',
    ],
    [three, { untilWidth: 20 }, 'none was declared, and these cells allow peer, record: name one with --contrast peer'],
    [{ record: 'good' }, { untilWidth: 20 }, '--until-width needs a contrast to look at, and these cells allow none'],
  ])('refuses %j with %j', (levels, flags, message) => {
    expect(() => rule(planOf(levels), flags)).toThrow(message);
  });

  it('is told in words, with the place of each effect that must be narrow enough', () => {
    const what = 'Stops once the anytime-valid 95 % interval of peer is at most 20 points wide, from limit to limit';
    expect(describeRule({ contrast: 'peer', width: 20 }, planOf(pair))).toEqual([`${what}; after 30 blocks at the latest.`]);
    const [first, ...places] = describeRule({ contrast: 'peer', width: 20 }, planOf({ ...pair, bar: ['80', '90'] }));
    expect(first).toBe(`${what}, for all 2 of them; after 30 blocks at the latest:`);
    expect(places.map((place) => [place.startsWith('  openai:gpt-5 in sample/control, '), /bar=(\d+)/.exec(place)?.[1]])).toEqual([
      [true, '80'],
      [true, '90'],
    ]);
  });
});
