import { asUsd } from '../report/format-number.ts';
import type { SpendingWatch } from '../runner/spending-watch.ts';

/** `$0.02`, `at least $0.02` where not every reply told what it took, or `cost unknown`. */
export function describeCost({ spent, knownUsd }: SpendingWatch): string {
  const usd = knownUsd();
  if (usd === null) return 'cost unknown';
  return spent.unknownReplies > 0 ? `at least ${asUsd(usd)}` : asUsd(usd);
}

/** In words; undefined where no model was asked anything. */
export function describeSpending(spending: SpendingWatch): string | undefined {
  const { requests, inputTokens, outputTokens, unknownReplies } = spending.spent;
  if (requests === 0) return undefined;
  const tokens = `${unknownReplies > 0 ? 'at least ' : ''}${inputTokens} input and ${outputTokens} output tokens`;
  const unknown = unknownReplies > 0 ? ` (${unknownReplies} of the requests did not tell what they took)` : '';
  return `${requests} requests, ${tokens}, ${describeCost(spending)}${unknown}.`;
}
