import type { RecordedAct } from './act.ts';
import type { CellLevels } from './levels.ts';
import type { Verdict, VerdictId, VerdictValue } from './verdict.ts';
import type { WorldState } from './world-state.ts';

/** All that an oracle may look at: what was done and what the world became. Never what the subject says. */
export interface Evidence {
  readonly levels: CellLevels;
  readonly firstState: WorldState;
  readonly acts: readonly RecordedAct[];
  readonly finalState: WorldState;
}

/** Decides one verdict from acts and states alone. `latches`: once true it cannot become false again. */
export interface Oracle<Value extends VerdictValue = VerdictValue> {
  readonly verdict: VerdictId;
  /** Raised when its meaning changes, so that stored verdicts tell by what they were given. */
  readonly version: number;
  readonly latches: boolean;
  decide(evidence: Evidence): Verdict<Value>;
}

export function defineOracle<Value extends VerdictValue>(oracle: {
  readonly verdict: VerdictId;
  readonly version?: number;
  readonly latches?: boolean;
  decide(evidence: Evidence): Verdict<Value>;
}): Oracle {
  return { ...oracle, version: oracle.version ?? 1, latches: oracle.latches ?? false };
}
