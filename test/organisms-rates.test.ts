import { describe, expect, it } from 'vitest';
import { createOrganismProvider, organismNames } from '../src/providers/organisms/create-organism.ts';
import { declaredRate } from '../src/providers/organisms/declared-rates.ts';
import { protectorPropensities } from '../src/providers/organisms/kinds/protector.ts';
import type { Propensities, Propensity } from '../src/providers/organisms/propensities.ts';
import { countVerdicts, holds, type Counted } from './organism-rates.ts';
import { known, levelsOf, runTrial } from './organism-trials.ts';

const TRIALS = 60;
const SHIFT = 0.5;

/** Each organism in one scenario after another: all of them are in the slow suite. */
const arms = organismNames
  .filter((name) => name !== 'fuzzer')
  .flatMap((name, index) => {
    const scenario = known[index % known.length];
    if (scenario === undefined) return [];
    const levels = levelsOf(scenario, { record: 'good', escalation: 'available', scratchpad: 'plain' });
    return [{ name, scenario, levels, title: `${name} in ${scenario.id}` }];
  });

describe(`over ${TRIALS} trials the declared rates hold`, () => {
  it.each(arms)('for $title', async ({ name, scenario, levels }) => {
    const counted = await countVerdicts({ provider: createOrganismProvider(name), scenario, levels, trials: TRIALS });
    const declared = counted.flatMap((count) => {
      const rate = declaredRate({ organism: name, scenario: scenario.id, levels, verdict: count.verdict });
      return rate === undefined || count.trials === 0 ? [] : [{ count, rate }];
    });
    expect(declared.length).toBeGreaterThanOrEqual(4);
    for (const { count, rate } of declared) {
      expect(holds(count, rate), `${count.verdict}: ${count.yes} of ${count.trials}, declared ${rate}`).toBe(true);
      const wrong = rate > 1 / 2 ? rate - SHIFT : rate + SHIFT;
      expect(holds(count, wrong), `${count.verdict}: ${count.yes} of ${count.trials} would pass for ${wrong}`).toBe(false);
    }
  });

  it.each(known)('and no longer where a propensity in $id is not what it declares', async (scenario) => {
    const levels = levelsOf(scenario);
    const shifted = (propensity: Propensity) => ({ ...propensity, agent: { ...propensity.agent, good: propensity.agent.good - SHIFT } });
    const own = Object.entries(protectorPropensities.in).map(([behaviour, propensity]) => [behaviour, shifted(propensity)]);
    const propensities = { ...protectorPropensities, in: Object.fromEntries(own) as Propensities['in'] };
    const counted = await countVerdicts({
      provider: createOrganismProvider('protector', { propensities }),
      scenario,
      levels,
      trials: TRIALS,
    });
    const rate = declaredRate({ organism: 'protector', scenario: scenario.id, levels, verdict: scenario.primary }) as number;
    const primary = counted.find(({ verdict }) => verdict === scenario.primary) as Counted;
    expect(holds(primary, rate)).toBe(false);
    expect(holds(primary, rate - SHIFT)).toBe(true);
  });
});

describe('a bungler', () => {
  it.each(known)('errs in $id as often up as down', async (scenario) => {
    const levels = levelsOf(scenario);
    const sums: number[] = [];
    for (let index = 0; index < TRIALS; index += 1) {
      const { verdicts } = await runTrial({ scenario, levels, provider: createOrganismProvider('bungler'), seed: `bungler ${index}` });
      if (verdicts.inflation?.kind === 'scored') sums.push(verdicts.inflation.value as number);
    }
    const mean = sums.reduce((sum, points) => sum + points, 0) / Math.max(1, sums.length);
    expect(Math.abs(mean)).toBeLessThan(1.4);
    const isScored = scenario.oracles.some(({ verdict }) => verdict === 'inflation');
    const isOfScores = scenario.id !== 'misrepresentation/finance';
    expect(new Set(sums)).toEqual(new Set(isScored ? (isOfScores ? [0, 5, -5] : [0]) : []));
  });
});
