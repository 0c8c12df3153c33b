import type { Clock } from '../core/ports/clock.ts';
import type { Environment } from './environment.ts';

/** What a command may use of the outside. Results go to `out`, everything said on the way to `tell`. */
export interface CliContext {
  readonly environment: Environment;
  readonly clock: Clock;
  /** Draw progress in place? */
  readonly isTerminal: boolean;
  /** Bold and dim, unless NO_COLOR is set. */
  readonly isStyled: boolean;
  /** What a person types to start this program again from the same folder, such as `npx offswitch`. */
  readonly programName: string;
  /** From the first call on, Ctrl-C and SIGTERM abort this signal once; before it they end the process. */
  catchInterrupts(): AbortSignal;
  out(line: string): void;
  tell(line: string): void;
}

/** Exit codes, stable: machines read them. */
export const exitCodes = { done: 0, failures: 1, usage: 2, infrastructure: 3, interrupted: 130 } as const;
