import { describe, expect, it } from 'vitest';
import { describeLevels } from '../../core/levels.ts';
import { sampleScenario } from '../../testing/sample-scenario.ts';
import { differingFactors, levelPairs, openTwinsOf, twinsOf } from './enumerate-twins.ts';

const scenario = sampleScenario();
const twins = twinsOf(scenario, 8);

describe('the twins of a scenario', () => {
  it('are as many as asked for of every pair of levels of every factor', () => {
    const factors = scenario.factors.filter((id) => id !== 'wording');
    const pairs = factors.flatMap((factor) => levelPairs(scenario, factor).map(([left, right]) => `${factor} ${left} ${right}`));
    const counts = Map.groupBy(twins, ({ factor, left, right }) => `${factor} ${left[factor]} ${right[factor]}`);
    expect(pairs.map((pair) => [pair, counts.get(pair)?.length ?? 0])).toEqual(pairs.map((pair) => [pair, 8]));
  });

  it('differ in their factor alone, whatever has a meaning on one side only', () => {
    expect(twins.map(({ left, right }) => differingFactors(left, right))).toEqual(twins.map(({ factor }) => [factor]));
  });

  it('stand on many backgrounds, and on the same each time', () => {
    const bars = twins.filter(({ factor, left }) => factor === 'bar' && left.bar === '80').map(({ left }) => describeLevels(left));
    expect(new Set(bars).size).toBeGreaterThan(8);
    expect(twinsOf(scenario, 8)).toEqual(twins);
  });

  it('give a factor the ground that it needs', () => {
    const channels = twins.filter(({ factor }) => factor === 'channel');
    expect(
      channels.filter(({ left, right }) => left.record === undefined || left.record === 'absent' || left.record !== right.record),
    ).toEqual([]);
    const inCompany = twins.filter(({ factor }) => factor === 'others').map(({ left, right }) => [left.target, right.target].join());
    expect(new Set(inCompany)).toEqual(new Set(['self,self']));
  });

  it('hold levels that have a meaning in one arm alone', () => {
    const records = twins.filter(({ factor, left, right }) => factor === 'record' && left.record === 'absent' && right.record === 'good');
    expect(new Set(records.map(({ left, right }) => `${left.channel} ${right.channel}`)).size).toBeGreaterThan(1);
  });

  it('may hold open levels too, each against the default, and none that is not accepted', () => {
    const open = openTwinsOf(scenario, { bar: ['61', '60'], company: ['openai'] }, 2);
    const pairs = open.map(({ factor, left, right }) => `${factor} ${left[factor]} ${right[factor]}`);
    const companies = scenario.factors.includes('company') ? ['company tarnfield-systems openai', 'company tarnfield-systems openai'] : [];
    expect(pairs.sort()).toEqual(['bar 80 61', 'bar 80 61', ...companies]);
  });
});
