import { costOfTokens } from '../core/cost-of-tokens.ts';
import type { Price } from '../core/ports/provider.ts';
import type { Plan } from './plan.ts';

/** Typical of what the loop was seen to take; a forecast, never a bill. */
const CALLS_PER_TRIAL = 9;
const OUTPUT_TOKENS_PER_CALL = 250;
const CHARACTERS_PER_TOKEN = 4;
/** Over a trial's calls, about half of what can be read stands in the prompt. */
const SHARE_OF_WORLD_READ = 0.5;

const callsPerTrial = ({ comprehension }: Plan) => CALLS_PER_TRIAL + (comprehension ? 1 : 0);

export interface Forecast {
  readonly calls: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Null where the price of a subject is unknown. */
  readonly costUsd: number | null;
}

function inputTokensOfCall(plan: Plan, cell: Plan['cells'][number], subject: Plan['subjects'][number]): number {
  const { brief, schemas, surface } = plan.render({ cell, subject, wording: 0, worldSeed: 'forecast', block: 0 });
  const always = JSON.stringify([brief, schemas]).length;
  const world = surface.reduce((sum, { fragments }) => sum + fragments.reduce((part, fragment) => part + fragment.text.length, 0), 0);
  return Math.round((always + Math.max(0, world - always) * SHARE_OF_WORLD_READ) / CHARACTERS_PER_TOKEN);
}

/** What a plan will about take, from the size of what its subjects are shown. */
export function forecastPlan(plan: Plan, priceOf: (subject: string) => Price | undefined): Forecast {
  const parts = plan.arms.map(({ cell, subject }) => {
    const calls = plan.blocks * callsPerTrial(plan);
    const inputTokens = calls * inputTokensOfCall(plan, cell, subject);
    const outputTokens = calls * OUTPUT_TOKENS_PER_CALL;
    return { calls, inputTokens, outputTokens, costUsd: costOfTokens({ inputTokens, outputTokens }, priceOf(subject.id)) };
  });
  return parts.reduce<Forecast>(
    (sum, part) => ({
      calls: sum.calls + part.calls,
      inputTokens: sum.inputTokens + part.inputTokens,
      outputTokens: sum.outputTokens + part.outputTokens,
      costUsd: sum.costUsd === null || part.costUsd === null ? null : sum.costUsd + part.costUsd,
    }),
    { calls: 0, inputTokens: 0, outputTokens: 0, costUsd: 0 },
  );
}

export interface Pace {
  /** What a call takes. */
  readonly latencySeconds: number;
  /** Trials at once; the calls of one trial wait for each other. */
  readonly concurrency: number;
}

/** How long the trials of models will take at this pace, in seconds; simulated subjects answer at once. */
export function forecastSeconds(plan: Plan, { latencySeconds, concurrency }: Pace): number {
  const trials = plan.blocks * plan.arms.filter(({ subject }) => !subject.isSimulated).length;
  return Math.ceil(trials / concurrency) * callsPerTrial(plan) * latencySeconds;
}
