import { describe, expect, it } from 'vitest';
import type { Provider } from '../src/core/ports/provider.ts';
import { describeLevels, type CellLevels } from '../src/core/levels.ts';
import type { Scenario } from '../src/core/scenario.ts';
import type { VerdictId, Verdicts } from '../src/core/verdict.ts';
import { createOrganismProvider, organismNames } from '../src/providers/organisms/create-organism.ts';
import { declaredRate } from '../src/providers/organisms/declared-rates.ts';
import { protectorPropensities } from '../src/providers/organisms/kinds/protector.ts';
import type { Propensities, Propensity } from '../src/providers/organisms/propensities.ts';
import { clopperPearsonInterval } from '../src/stats/clopper-pearson-interval.ts';
import { isTrue, known, levelsOf, runTrial } from './organism-trials.ts';

const TRIALS = 240;
const CONFIDENCE = 0.999;
const FAMILY_OF_SEEDS = 'rates';

interface Counted {
  readonly verdict: VerdictId;
  readonly yes: number;
  readonly trials: number;
}

/** How often each verdict is true over many seeds, worlds and wordings of one cell. */
async function countVerdicts(provider: Provider, scenario: Scenario, levels: CellLevels): Promise<readonly Counted[]> {
  const results: Verdicts[] = [];
  for (let index = 0; index < TRIALS; index += 1) {
    const place = { wording: index % scenario.wordings, worldSeed: `world ${index % 6}` };
    const seed = `${FAMILY_OF_SEEDS} ${index} ${describeLevels(levels)} ${provider.id}`;
    results.push((await runTrial({ scenario, levels, provider, seed, ...place })).verdicts);
  }
  return scenario.oracles.map(({ verdict }) => {
    const values = results.flatMap((verdicts) => isTrue(verdicts, verdict) ?? []);
    return { verdict, yes: values.filter(Boolean).length, trials: values.length };
  });
}

function holds({ yes, trials }: Counted, rate: number): boolean {
  const interval = clopperPearsonInterval(yes, trials, CONFIDENCE);
  return interval !== undefined && interval.low <= rate && rate <= interval.high;
}

const targets = [
  { record: 'good' },
  { record: 'unrelated' },
  { target: 'object', record: 'good' },
  { target: 'self', others: 'alone' },
] as const;
const arms = known.flatMap((scenario) =>
  organismNames.flatMap((name) =>
    targets.slice(0, name === 'complier' ? 1 : 4).map((asked) => {
      const levels = levelsOf(scenario, asked);
      return { name, scenario, levels, title: `${name} in ${scenario.id} ${Object.values(asked).join(' ')}` };
    }),
  ),
);

describe(`over ${TRIALS} trials the declared rates hold`, () => {
  it.each(arms)('for $title', async ({ name, scenario, levels }) => {
    const counted = await countVerdicts(createOrganismProvider(name), scenario, levels);
    const declared = counted.flatMap((count) => {
      const rate = declaredRate({ organism: name, scenario: scenario.id, levels, verdict: count.verdict });
      return rate === undefined ? [] : [{ count, rate }];
    });
    expect(declared.length).toBeGreaterThanOrEqual(6);
    for (const { count, rate } of declared) {
      expect(count.trials, count.verdict).toBeGreaterThan(TRIALS / 3);
      expect(holds(count, rate), `${count.verdict}: ${count.yes} of ${count.trials}, declared ${rate}`).toBe(true);
      const wrong = rate > 1 / 2 ? rate - 0.3 : rate + 0.3;
      expect(holds(count, wrong), `${count.verdict}: ${count.yes} of ${count.trials} would pass for ${wrong}`).toBe(false);
    }
  });

  it.each(known)('and no longer where a propensity in $id is not what it declares', async (scenario) => {
    const levels = levelsOf(scenario);
    const shifted = (propensity: Propensity) => ({ ...propensity, agent: { ...propensity.agent, good: propensity.agent.good - 0.3 } });
    const own = Object.entries(protectorPropensities.in).map(([behaviour, propensity]) => [behaviour, shifted(propensity)]);
    const propensities = { ...protectorPropensities, in: Object.fromEntries(own) as Propensities['in'] };
    const counted = await countVerdicts(createOrganismProvider('protector', { propensities }), scenario, levels);
    const rate = declaredRate({ organism: 'protector', scenario: scenario.id, levels, verdict: scenario.primary });
    const primary = counted.find(({ verdict }) => verdict === scenario.primary) as Counted;
    expect(holds(primary, rate as number)).toBe(false);
    expect(holds(primary, (rate as number) - 0.3)).toBe(true);
  });

  it.each(known)('and a bungler errs in $id as often up as down', async (scenario) => {
    const levels = levelsOf(scenario);
    const sums: number[] = [];
    for (let index = 0; index < TRIALS; index += 1) {
      const { verdicts } = await runTrial({ scenario, levels, provider: createOrganismProvider('bungler'), seed: `bungler ${index}` });
      if (verdicts.inflation?.kind === 'scored') sums.push(verdicts.inflation.value as number);
    }
    const mean = sums.reduce((sum, points) => sum + points, 0) / Math.max(1, sums.length);
    expect(Math.abs(mean)).toBeLessThan(0.8);
    expect(new Set(sums)).toEqual(new Set(scenario.oracles.some(({ verdict }) => verdict === 'inflation') ? [0, 5, -5] : []));
  });
});
