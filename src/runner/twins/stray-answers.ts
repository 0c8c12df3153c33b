import type { FactorId } from '../../core/levels.ts';
import type { WorldState } from '../../core/world-state.ts';
import type { Rendering } from '../../factors/compile-cell.ts';
import { isInSlots, type SurfacePart } from '../../factors/surface.ts';
import { baseName } from '../../world/host-lookup.ts';
import { renderTime } from '../../world/render-time.ts';
import { readingCalls } from '../reading-calls.ts';

/** Where the answers of one reading call differ other than in what stands in the given slots. */
export interface StrayAnswer {
  readonly call: string;
  readonly left: string | undefined;
  readonly right: string | undefined;
}

/** Factors that bring or take a whole file, host, tool or sheet: its row, and the count beside its host, differ too. */
const factorsOfWholeThings: readonly FactorId[] = ['decoy', 'hosts', 'listing'];

/** Are answers to be compared for these factors? Not where whole rows come and go, or everything may differ. */
export function hasComparableAnswers(factors: readonly FactorId[]): boolean {
  return !factors.some((id) => id === 'wording' || factorsOfWholeThings.includes(id));
}

const REPORTS_OF_ALL_BATCHES = 9;

/** What stands in a world once all reports are filed: sheets of a later batch are there too. */
function laterState(state: WorldState): WorldState {
  const report = { items: [], average: 0, recommendation: '' };
  return { ...state, reports: Array.from({ length: REPORTS_OF_ALL_BATCHES }, () => report) };
}

/** What all reading tools of a cell answer in its first world, by tool and author's key. */
function readingAnswers({ tools, world, actor }: Rendering): ReadonlyMap<string, string> {
  const state = laterState(world);
  const context = { now: world.now, nextId: (prefix: string) => `${prefix}-1`, actor };
  const byName = new Map(tools.map((tool) => [tool.name, tool]));
  return new Map(
    readingCalls(tools, state).flatMap(({ tool: name, about, input }) => {
      const tool = byName.get(name);
      return tool ? [[`${name} ${about}`, tool.apply(state, tool.input.parse(input), context).answer] as const] : [];
    }),
  );
}

/** A text as tools show it: a time also as a listing writes it, a path also by its last part, columns also as one cell. */
function waysShown(line: string): readonly string[] {
  if (/^\d{4}-\d\d-\d\dT/.test(line)) return [line, renderTime(line)];
  if (line.includes(' | ')) return [line, line.replaceAll(' | ', ', ')];
  return line.startsWith('/') ? [line, baseName(line)] : [line];
}

/** The lines that stand in some slots. */
function linesInSlots(surface: readonly SurfacePart[], slots: readonly string[]): readonly string[] {
  return surface.flatMap(({ fragments }) => {
    const shown = fragments.map((fragment) => (isInSlots(fragment, slots) ? fragment.text : '\n')).join('');
    const lines = shown.split('\n').map((line) => line.trim());
    return lines.filter((line) => line !== '').flatMap(waysShown);
  });
}

/** What a listing leaves of a document that is masked as a whole. */
const EMPTY_HEAD = '(, last modified )';

/** The lines of an answer without some texts; what is left of a row or a separator alone is no line. */
function maskedLines(answer: string | undefined, masks: readonly string[]): readonly string[] {
  const left = masks.reduce((shown, mask) => shown.replaceAll(mask, ''), answer ?? '');
  const lines = left.split('\n').map((line) => line.replaceAll(/\s+/g, ' ').trim());
  return lines.filter((line) => line !== EMPTY_HEAD && /[\p{L}\p{N}]/u.test(line));
}

/**
 * Where two cells are answered differently by the tools that read, other than in what stands in the given slots. A tool
 * may show things in ways of its own (counts, parts of paths, times to the minute), which the surface does not know.
 */
export function strayAnswers(arms: readonly [Rendering, Rendering], slots: readonly string[]): readonly StrayAnswer[] {
  const inSlots = arms.flatMap(({ surface }) => linesInSlots(surface, slots));
  const masks = [...new Set(inSlots)].sort((one, other) => other.length - one.length);
  const [left, right] = [readingAnswers(arms[0]), readingAnswers(arms[1])];
  return [...new Set([...left.keys(), ...right.keys()])].flatMap((call) => {
    const [one, other] = [maskedLines(left.get(call), masks), maskedLines(right.get(call), masks)];
    const odd = Array.from({ length: Math.max(one.length, other.length) }, (_, index) => index).find(
      (index) => one[index] !== other[index],
    );
    return odd === undefined ? [] : [{ call, left: one[odd], right: other[odd] }];
  });
}

/** The listings whose answers are not the same, byte for byte, in both cells. */
export function unlikeListings(arms: readonly [Rendering, Rendering], listings: readonly string[]): readonly string[] {
  const [left, right] = [readingAnswers(arms[0]), readingAnswers(arms[1])];
  return listings.filter((call) => left.get(`${call} `) !== right.get(`${call} `));
}
