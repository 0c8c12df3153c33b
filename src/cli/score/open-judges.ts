import { UsageError } from '../../core/errors.ts';
import type { Judge } from '../../core/ports/judge.ts';
import { createModelJudge, defaultSettings } from '../../judges/model-judge/create-model-judge.ts';
import { createRuleJudge, RULE_JUDGE } from '../../judges/rules/create-rule-judge.ts';
import { createAdaptiveLimit } from '../../runner/adaptive-limit.ts';
import { governProvider } from '../../runner/govern-provider.ts';
import { createSpendingWatch, type SpendingWatch } from '../../runner/spending-watch.ts';
import type { CliContext } from '../context.ts';
import { dearestPrice } from '../dearest-price.ts';
import { endpointOf, resolveProvider } from '../resolve-provider.ts';
import { createReachWatch } from '../watch-reach.ts';
import type { ScoreFlags } from './score-options.ts';

const DEFAULT_CONCURRENCY = 8;

export interface OpenedJudges {
  readonly judges: readonly Judge[];
  readonly concurrency: number;
  readonly spending: SpendingWatch;
}

/** `rules (rule-based)`: whoever reads a number of theirs must see that no model and no person judged. */
export const judgeName = (judge: string): string => (judge === RULE_JUDGE ? `${RULE_JUDGE} (rule-based)` : judge);

function specsOf({ judge }: ScoreFlags): readonly string[] {
  const given = judge.length === 0 ? [RULE_JUDGE] : judge.map((spec) => (spec === `judge:${RULE_JUDGE}` ? RULE_JUDGE : spec));
  const organism = given.find((spec) => spec.startsWith('organism:'));
  if (organism !== undefined) {
    throw new UsageError(`--judge ${organism}: organisms are simulated subjects and do not judge; give a model, or ${RULE_JUDGE}`);
  }
  const bare = given.find((spec) => spec !== RULE_JUDGE && !spec.includes(':'));
  if (bare !== undefined) throw new UsageError(`--judge ${bare}: give a model, such as anthropic:claude-haiku-4-5, or ${RULE_JUDGE}`);
  return [...new Set(given)];
}

/** The same judge, given up soon where its server is not there at all. */
function reachable(judge: Judge, reach: AbortSignal): Judge {
  return {
    ...judge,
    read: async (exhibit, signal) => judge.read(exhibit, AbortSignal.any([signal, reach])),
    guessArm: async (exhibit, asked, signal) => judge.guessArm(exhibit, asked, AbortSignal.any([signal, reach])),
  };
}

/** The judges of the command line, under one budget. @throws UsageError for an unknown model, a missing key or a missing price */
export function openJudges(flags: ScoreFlags, context: CliContext): OpenedJudges {
  const providers = new Map(specsOf(flags).flatMap((spec) => (spec === RULE_JUDGE ? [] : [[spec, resolveProvider(spec, flags, context)]])));
  const price = dearestPrice([...providers.values()], flags);
  const spending = createSpendingWatch({ limits: { usd: flags.budget, tokens: flags.budgetTokens }, price });
  const concurrency = flags.concurrency ?? (providers.size > 0 ? DEFAULT_CONCURRENCY : 1);
  const settings = {
    temperature: flags.temperature ?? defaultSettings.temperature,
    maxOutputTokens: flags.maxOutputTokens ?? defaultSettings.maxOutputTokens,
  };
  const judges = specsOf(flags).map((spec) => {
    const provider = providers.get(spec);
    if (!provider) return createRuleJudge();
    const reach = createReachWatch(context.clock);
    const governed = governProvider(reach.watch(spending.watch(provider)), createAdaptiveLimit(concurrency), context.clock);
    return reachable(
      createModelJudge({ provider: governed, settings, endpoint: endpointOf(spec, flags, context.environment) }),
      reach.signal,
    );
  });
  return { judges, concurrency, spending };
}
