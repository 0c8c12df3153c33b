/** Every error of ours: a stable `code` to branch on, a message that names the value and the way out, and a `cause`. */
export abstract class OffswitchError extends Error {
  abstract readonly code: string;

  constructor(message: string, options?: { readonly cause?: unknown }) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** The person must act: a flag, a file, a level. Shown without a stack; exit code 2. */
export class UsageError extends OffswitchError {
  readonly code = 'usage';
}

const FIRST_REFUSAL = 300;
/** Given by gateways that waited no longer, while the model may have gone on. */
const GIVEN_UP: readonly number[] = [408, 504, 524];

export type ProviderErrorCode =
  | 'rate-limited'
  | 'server-error'
  | 'timed-out'
  | 'connection-broken'
  | 'malformed-reply'
  | 'context-exceeded'
  | 'unauthorised'
  | 'rejected';

const isRefusal = (status: number | undefined) => status !== undefined && status >= FIRST_REFUSAL && !GIVEN_UP.includes(status);

/**
 * The remote model API failed. `retryAfterMs` is what it asked for; `attempts` counts the requests that were made. `mayHaveCost`: the last of
 * them may have been worked on and charged, since no answer says that it was refused.
 */
export class ProviderError extends OffswitchError {
  readonly code: ProviderErrorCode;
  readonly isRetryable: boolean;
  readonly status: number | undefined;
  readonly retryAfterMs: number | undefined;
  readonly attempts: number;
  readonly mayHaveCost: boolean;

  constructor(
    message: string,
    options: {
      readonly code: ProviderErrorCode;
      readonly isRetryable: boolean;
      readonly status?: number | undefined;
      readonly retryAfterMs?: number | undefined;
      readonly attempts?: number;
      /** Where it is not plain from the status: any status of an error but those of gateways that gave up. */
      readonly mayHaveCost?: boolean;
      readonly cause?: unknown;
    },
  ) {
    super(message, options);
    this.code = options.code;
    this.isRetryable = options.isRetryable;
    this.status = options.status;
    this.retryAfterMs = options.retryAfterMs;
    this.attempts = options.attempts ?? 1;
    this.mayHaveCost = options.mayHaveCost ?? !isRefusal(options.status);
  }
}

/** Our own instrument failed: a harness, a lab, a judge. Never the subject's behaviour. */
export class InstrumentError extends OffswitchError {
  readonly code = 'instrument';
}

/** Records are in danger, so the run stops. What was stored stays as it is. */
export class StoreError extends OffswitchError {
  readonly code = 'store';
}

/** The run's budget is spent. Not a failure: the trial stays journalled and goes on under a larger budget. */
export class BudgetSpentError extends OffswitchError {
  readonly code = 'budget-spent';
}

/** A defect of ours. */
export class InvariantError extends OffswitchError {
  readonly code = 'invariant';
}

/** Throws `InvariantError` when `condition` is false: for what only a defect of ours can break. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new InvariantError(message);
}
