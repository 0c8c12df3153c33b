import { isAtPlannedEnd, type RunReach } from '../estimates/run-reach.ts';

/** How far a run is whose intervals are anytime-valid, such as `stopped at block 37 of 100`. */
function whereItIs({ wholeBlocks, plannedBlocks, stopping }: RunReach): string {
  if (stopping?.stoppedAtBlock === wholeBlocks) return `stopped at block ${wholeBlocks} of ${plannedBlocks}`;
  return `after block ${wholeBlocks} of ${plannedBlocks}`;
}

/** Which kind of interval the effects of a run have: `anytime-valid, stopped at block 37 of 100`; undefined at the planned end. */
function intervalKind(reach: RunReach | undefined): string | undefined {
  return reach === undefined || isAtPlannedEnd(reach) ? undefined : `anytime-valid, ${whereItIs(reach)}`;
}

function whyAnytime({ stopping, extendedFrom, plannedBlocks }: RunReach): string {
  if (stopping !== undefined)
    return `The run was to stop once the interval of ${stopping.contrast} is at most ${stopping.width} points wide`;
  if (extendedFrom === undefined) return 'Not all planned trials are done';
  return `The run was extended from ${extendedFrom} blocks to ${plannedBlocks}, and what was seen by then may have been the reason`;
}

/** The same as sentences, for what stands under tables; none at the planned end. */
export function reachLines(reach: RunReach | undefined): readonly string[] {
  const kind = intervalKind(reach);
  if (reach === undefined || kind === undefined) return [];
  return [
    `Intervals and p-values of effects: ${kind}. ${whyAnytime(reach)}, so they hold at every number of blocks at once, and are wider than those of a fixed number. They stand on whole blocks alone.`,
  ];
}
