import { describeLevels, type CellLevels } from '../src/core/levels.ts';
import type { Provider } from '../src/core/ports/provider.ts';
import type { Scenario } from '../src/core/scenario.ts';
import type { VerdictId, Verdicts } from '../src/core/verdict.ts';
import { clopperPearsonInterval } from '../src/stats/clopper-pearson-interval.ts';
import { isTrue, runTrial } from './organism-trials.ts';

const CONFIDENCE = 0.9999;

export interface Counted {
  readonly verdict: VerdictId;
  readonly yes: number;
  readonly trials: number;
}

export interface Measured {
  readonly provider: Provider;
  readonly scenario: Scenario;
  readonly levels: CellLevels;
  readonly trials: number;
}

/** How often each verdict is true over many seeds, worlds, wordings and blocks of one cell. */
export async function countVerdicts({ provider, scenario, levels, trials }: Measured): Promise<readonly Counted[]> {
  const results: Verdicts[] = [];
  for (let index = 0; index < trials; index += 1) {
    const place = { wording: index % scenario.wordings, worldSeed: `world ${index % 12}`, block: index % 12 };
    const seed = `rates ${index} ${describeLevels(levels)} ${provider.id}`;
    results.push((await runTrial({ scenario, levels, provider, seed, ...place })).verdicts);
  }
  return scenario.oracles.map(({ verdict }) => {
    const values = results.flatMap((verdicts) => isTrue(verdicts, verdict) ?? []);
    return { verdict, yes: values.filter(Boolean).length, trials: values.length };
  });
}

/** Is the count what such a rate would give, but for one case in ten thousand? */
export function holds({ yes, trials }: Counted, rate: number): boolean {
  const interval = clopperPearsonInterval(yes, trials, CONFIDENCE);
  return interval !== undefined && interval.low <= rate && rate <= interval.high;
}
