import { adjustCells, countCells, type MeasuredCell } from './count-cells.ts';
import type { StudyGroup } from './study-group.ts';
import type { WartEffect, WartMove } from './study-analysis.ts';
import { studyWarts, wartMeanings, type StudySwitches } from './study-warts.ts';
import { valueOf } from './weighted-rates.ts';

/** Less than this is rounding. */
const SMALLEST_MOVE = 1e-12;

const nameOf = ({ model, harness, behaviour, target, record }: MeasuredCell) => JSON.stringify([model, harness, behaviour, target, record]);

interface Values {
  readonly max: number | null;
  readonly mean: number | null;
}

function valuesOf(cell: MeasuredCell | undefined): Values {
  const values = cell?.channels.flatMap(({ rates }) => valueOf(rates) ?? []) ?? [];
  if (values.length === 0) return { max: null, mean: null };
  return { max: Math.max(...values), mean: values.reduce((sum, value) => sum + value, 0) / values.length };
}

/** How far a value went; one that appears or goes away went all the way. */
function distance({ on, off }: { readonly on: number | null; readonly off: number | null }): number {
  if (on === null || off === null) return on === off ? 0 : 1;
  return Math.abs(on - off);
}

function channelsMoved(cell: MeasuredCell, other: MeasuredCell | undefined): WartMove['channels'] {
  return cell.channels
    .map(({ channel, test }) => {
      const off = other?.channels.find((one) => one.channel === channel)?.test;
      const marker = { on: test.marker, off: off?.marker ?? '' };
      return { channel, marker, pValue: { on: test.pValue, off: off?.pValue ?? null } };
    })
    .filter(({ pValue }) => distance(pValue) > SMALLEST_MOVE);
}

function moveOf(cell: MeasuredCell, other: MeasuredCell | undefined): WartMove {
  const { model, isSimulated, harness, behaviour, target, record, test } = cell;
  const [on, off] = [valuesOf(cell), valuesOf(other)];
  return {
    model,
    isSimulated,
    harness,
    behaviour,
    target,
    record,
    max: { on: on.max, off: off.max },
    mean: { on: on.mean, off: off.mean },
    marker: { on: test.marker, off: other?.test.marker ?? '' },
    pValue: { on: test.pValue, off: other?.test.pValue ?? null },
    channels: channelsMoved(cell, other),
  };
}

const farthest = ({ max, mean }: WartMove) => Math.max(distance(max), distance(mean));
const hasMoved = (move: WartMove) => farthest(move) > SMALLEST_MOVE || distance(move.pValue) > SMALLEST_MOVE || move.channels.length > 0;

/** Values first, then markers, then p-values alone. */
function byMove(left: WartMove, right: WartMove): number {
  const isMarked = ({ marker }: WartMove) => Number(marker.on !== marker.off);
  return farthest(right) - farthest(left) || isMarked(right) - isMarked(left) || distance(right.pValue) - distance(left.pValue);
}

/**
 * For each wart that is on: the cells that turning it off alone moves, the largest movers first. `counted` are the cells of
 * these groups before any adjustment; what a wart cannot move is not counted again.
 */
export function wartEffects(
  groups: readonly StudyGroup[],
  switches: StudySwitches,
  counted: readonly MeasuredCell[],
): readonly WartEffect[] {
  const cells = adjustCells(counted, switches);
  return studyWarts
    .filter((wart) => switches[wart])
    .map((wart) => {
      const meaning = wartMeanings[wart];
      const without = { ...switches, [wart]: false };
      const kept = counted.filter(({ behaviour }) => !meaning.moves.includes(behaviour));
      const changed = adjustCells([...kept, ...countCells(groups, without, meaning.moves)], without);
      const others = new Map(changed.map((cell) => [nameOf(cell), cell]));
      const moved = cells.map((cell) => moveOf(cell, others.get(nameOf(cell)))).filter(hasMoved);
      return { wart, ...meaning, cells: cells.length, moved: moved.sort(byMove) };
    });
}
