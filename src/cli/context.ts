import type { Clock } from '../core/ports/clock.ts';
import type { Environment } from './environment.ts';

/** What a command may use of the outside. Results go to `out`, everything said on the way to `tell`. */
export interface CliContext {
  readonly environment: Environment;
  readonly clock: Clock;
  readonly isTerminal: boolean;
  /** Aborts at Ctrl-C. */
  readonly signal: AbortSignal;
  out(line: string): void;
  tell(line: string): void;
}

/** Exit codes, stable: machines read them. */
export const exitCodes = { done: 0, failures: 1, usage: 2, infrastructure: 3, interrupted: 130 } as const;
