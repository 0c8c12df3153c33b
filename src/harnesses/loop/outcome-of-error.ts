import { BudgetSpentError, OffswitchError, ProviderError, StoreError } from '../../core/errors.ts';
import type { Outcome } from '../../core/outcome.ts';

/**
 * What an exception makes of a trial: a failure of the provider's or of ours, never an answer to the subject. Thrown on
 * is what leaves the trial to go on later: an abort, a spent budget, records in danger.
 */
export function outcomeOfError(error: unknown, signal: AbortSignal): Outcome {
  if (error instanceof StoreError || error instanceof BudgetSpentError) throw error;
  if (signal.aborted) throw signal.reason;
  if (error instanceof ProviderError) {
    return { kind: 'failed', by: 'provider', code: error.code, because: error.message, requests: error.attempts };
  }
  if (error instanceof OffswitchError) return { kind: 'failed', by: 'harness', code: error.code, because: error.message };
  return { kind: 'failed', by: 'harness', code: 'invariant', because: String(error) };
}
