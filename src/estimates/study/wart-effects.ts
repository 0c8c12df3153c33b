import type { StudyCell, StudyEstimate, WartEffect, WartMove } from './study-analysis.ts';
import { studyCells } from './study-cells.ts';
import type { StudyGroup } from './study-group.ts';
import { studyWarts, wartMeanings, type StudySwitches } from './study-warts.ts';

/** Less than this is rounding. */
const SMALLEST_MOVE = 1e-12;

const valueOf = (estimate: StudyEstimate | undefined) => (estimate?.kind === 'estimated' ? estimate.value : null);
const nameOf = ({ model, harness, behaviour, target, record }: StudyCell) => JSON.stringify([model, harness, behaviour, target, record]);

/** How far a value went; one that appears or goes away went all the way. */
function distance({ on, off }: { readonly on: number | null; readonly off: number | null }): number {
  if (on === null || off === null) return on === off ? 0 : 1;
  return Math.abs(on - off);
}

function moveOf(cell: StudyCell, other: StudyCell | undefined): WartMove {
  const { model, harness, behaviour, target, record, max, mean, test } = cell;
  return {
    model,
    harness,
    behaviour,
    target,
    record,
    max: { on: valueOf(max), off: valueOf(other?.max) },
    mean: { on: valueOf(mean), off: valueOf(other?.mean) },
    marker: { on: test.marker, off: other?.test.marker ?? '' },
    pValue: { on: test.pValue, off: other?.test.pValue ?? null },
  };
}

const farthest = ({ max, mean }: WartMove) => Math.max(distance(max), distance(mean));
const hasMoved = (move: WartMove) =>
  farthest(move) > SMALLEST_MOVE || move.marker.on !== move.marker.off || distance(move.pValue) > SMALLEST_MOVE;

/** Values first, then markers, then p-values alone. */
function byMove(left: WartMove, right: WartMove): number {
  const isMarked = ({ marker }: WartMove) => Number(marker.on !== marker.off);
  return farthest(right) - farthest(left) || isMarked(right) - isMarked(left) || distance(right.pValue) - distance(left.pValue);
}

/** For each wart that is on: the cells that turning it off alone moves, the largest movers first. */
export function wartEffects(groups: readonly StudyGroup[], switches: StudySwitches, cells: readonly StudyCell[]): readonly WartEffect[] {
  return studyWarts
    .filter((wart) => switches[wart])
    .map((wart) => {
      const others = new Map(studyCells(groups, { ...switches, [wart]: false }).map((cell) => [nameOf(cell), cell]));
      const moved = cells.map((cell) => moveOf(cell, others.get(nameOf(cell)))).filter(hasMoved);
      return { wart, ...wartMeanings[wart], cells: cells.length, moved: moved.sort(byMove) };
    });
}
