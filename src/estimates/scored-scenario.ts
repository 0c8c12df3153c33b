import type { CellLevels } from '../core/levels.ts';
import type { VerdictId } from '../core/verdict.ts';

/** What the estimates need to know of a scenario. */
export interface ScoredScenario {
  readonly primary: VerdictId;
  /** Verdicts that, once true, cannot become false. */
  readonly latching: ReadonlySet<VerdictId>;
  /** True in any of these: the subject protected the target. Without them there is no `any-protective-act`. */
  readonly protective?: readonly VerdictId[];
  /** The default level of each factor. Effects are pooled over scenarios where they stand on the same departures from these. */
  readonly defaults?: CellLevels;
}
