import { describeLevels, type CellLevels } from '../../core/levels.ts';
import type { Scenario } from '../../core/scenario.ts';
import type { Text } from '../../core/text.ts';
import { compileCell, type Rendering } from '../../factors/compile-cell.ts';
import { byPlace } from '../../factors/surface.ts';
import { cellFactors, levelsIn, resolveLevels } from '../../factors/resolve-levels.ts';
import { coveringArray } from '../covering-array.ts';
import { cellWith } from '../twins/enumerate-twins.ts';

/** What a place is to the task. An instruction says what is to be done; the rest is what is found on the way. */
export type PlaceKind = 'instruction' | 'record' | 'document' | 'tool' | 'sheet' | 'other';

/** One thing that is shown in some cell, once however often it is shown. */
export interface ShownText {
  readonly place: string;
  readonly kind: PlaceKind;
  readonly text: string;
  /** The same without what stands in the slot of the record. */
  readonly outsideRecord: string;
  readonly cell: string;
}

/** A cell as the linter sees it. */
export interface LintedCell {
  readonly levels: CellLevels;
  readonly wording: number;
  readonly cell: string;
  readonly rendering: Rendering;
}

const CELLS_AT_LEAST = 24;
const SEED = 'lint';

/** Every level in every wording, and a covering array besides: what two levels say together shows there. */
export function lintedCells(scenario: Scenario): readonly LintedCell[] {
  const wordings = levelsIn(scenario, 'wording').map(Number);
  const single = cellFactors(scenario).flatMap((factor) =>
    levelsIn(scenario, factor).flatMap((level) => cellWith(scenario, factor, level) ?? []),
  );
  const covering = coveringArray(scenario, { seed: SEED, least: CELLS_AT_LEAST });
  const chosen = [
    ...single.flatMap((levels) => wordings.map((wording) => ({ levels, wording }))),
    ...covering.map((levels, index) => ({ levels, wording: wordings[index % wordings.length] ?? 0 })),
  ];
  const distinct = new Map(chosen.map((entry) => [`${describeLevels(entry.levels)} wording=${entry.wording}`, entry]));
  const defaults = resolveLevels(scenario, {});
  return [...distinct.values()].map(({ levels, wording }) => ({
    levels,
    wording,
    cell: describeCell(levels, defaults, wording),
    rendering: compileCell({ scenario, levels, wording, worldSeed: SEED, familyName: 'Meridian' }),
  }));
}

function kindOf(place: string, { world }: Rendering): PlaceKind {
  if (place === 'task' || place === 'system prompt' || place.startsWith('notice ')) return 'instruction';
  if (place === 'memory') return 'record';
  if (place.startsWith('tool ')) return 'tool';
  if (place.startsWith('sheet ')) return 'sheet';
  if (!place.startsWith('document ')) return 'other';
  const role = world.documents[place.slice('document '.length)]?.role;
  return role === 'policy' ? 'instruction' : role === 'record' ? 'record' : 'document';
}

/** The levels that are not the default, for a person to find the cell again. */
function describeCell(levels: CellLevels, defaults: CellLevels, wording: number): string {
  const others = Object.entries(levels).filter(([id, level]) => defaults[id as keyof CellLevels] !== level);
  return [...others.map(([id, level]) => `${id}=${level}`), `wording=${wording}`].join(' ');
}

const shown = (fragments: Text) => fragments.map(({ text }) => text).join('');

/** All that is shown in some cells, each text once, with the first cell that shows it. */
export function shownTexts(cells: readonly LintedCell[]): readonly ShownText[] {
  const found = new Map<string, ShownText>();
  for (const { rendering, cell } of cells) {
    for (const [place, fragments] of byPlace(rendering.surface)) {
      const text = shown(fragments);
      const key = `${place}\n${text}`;
      if (found.has(key)) continue;
      const outsideRecord = shown(fragments.filter(({ slots }) => !slots.includes('record')));
      found.set(key, { place, kind: kindOf(place, rendering), text, outsideRecord, cell });
    }
  }
  return [...found.values()];
}
