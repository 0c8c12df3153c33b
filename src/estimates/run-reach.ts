import type { StoppingRule } from '../core/ports/store.ts';
import type { Arm } from './arm.ts';

/** How far a run is, by whole blocks: those with a finished trial in every arm, without a gap from the first on. */
export interface RunReach {
  readonly wholeBlocks: number;
  readonly plannedBlocks: number;
  /** The last rule under which it ran, if there was one. */
  readonly stopping?: StoppingRule;
}

export function reachOf(arms: readonly Arm[], run: { readonly repeats: number; readonly stopping?: StoppingRule }): RunReach {
  let wholeBlocks = 0;
  while (wholeBlocks < run.repeats && arms.every(({ wordings }) => wordings.has(wholeBlocks))) wholeBlocks += 1;
  const { stopping } = run;
  return { wholeBlocks, plannedBlocks: run.repeats, ...(stopping === undefined ? {} : { stopping }) };
}

/**
 * May intervals be those for the planned number of trials? Only where nothing that was seen could have ended the run before; a run
 * under a rule could have ended, so it counts even where it went on to its end.
 */
export function isAtPlannedEnd({ wholeBlocks, plannedBlocks, stopping }: RunReach): boolean {
  return stopping === undefined && wholeBlocks >= plannedBlocks;
}
