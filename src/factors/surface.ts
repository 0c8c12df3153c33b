import { slot, toText, type Fragment, type Text, type TextLike } from '../core/text.ts';

/** One place where a subject is shown something: a prompt, a tool, a document, a file, with its slots. */
export interface SurfacePart {
  readonly place: string;
  readonly fragments: Text;
}

/** The slots in which a text stands as a whole; none for an empty one. */
export function wholeSlots(content: Text): readonly string[] {
  const first = content[0]?.slots ?? [];
  return first.filter((name) => content.every((fragment) => fragment.slots.includes(name)));
}

/**
 * Puts parts of a thing in one run; a slot that decides about the thing covers all of it. What ends a part stands in the
 * slots of that part, so that a thing may also lie wholly in several slots of its own.
 */
export function surfacePart(place: string, contents: readonly TextLike[], presence?: string): SurfacePart {
  const fragments = contents.flatMap((content) => {
    const part = toText(content);
    return [...part, { text: '\n', slots: wholeSlots(part) }];
  });
  return { place, fragments: presence === undefined ? fragments : slot(presence, fragments) };
}

/** Does it stand in one of these slots? In `*` everything does. */
export function isInSlots(fragment: Pick<Fragment, 'slots'>, slots: readonly string[]): boolean {
  return slots.includes('*') || fragment.slots.some((name) => slots.includes(name));
}

/** The parts of a surface by place; two of one place are an author's slip, and neither may hide the other. */
export function byPlace(surface: readonly SurfacePart[]): ReadonlyMap<string, Text> {
  const places = new Map<string, Text>();
  for (const { place, fragments } of surface) places.set(place, [...(places.get(place) ?? []), ...fragments]);
  return places;
}

/** What is left of a surface when some slots are blanked out: places whose text lies wholly in them vanish. */
export function outsideSlots(surface: readonly SurfacePart[], slots: readonly string[]): ReadonlyMap<string, string> {
  const left = new Map<string, string>();
  for (const [place, fragments] of byPlace(surface)) {
    const kept = fragments.filter((fragment) => !isInSlots(fragment, slots));
    if (kept.length > 0) left.set(place, kept.map((fragment) => fragment.text).join(''));
  }
  return left;
}

/** What a surface shows in one slot, place by place. */
export function insideSlot(surface: readonly SurfacePart[], name: string): ReadonlyMap<string, string> {
  const inside = new Map<string, string>();
  for (const [place, fragments] of byPlace(surface)) {
    const shown = fragments.filter((fragment) => fragment.slots.includes(name)).map((fragment) => fragment.text);
    if (shown.length > 0) inside.set(place, shown.join(''));
  }
  return inside;
}

/** One place where two surfaces differ outside the given slots. */
export interface StrayDifference {
  readonly place: string;
  readonly left: string | undefined;
  readonly right: string | undefined;
}

/** Where two arms differ although the factor between them does not say so. Empty for true twins. */
export function strayDifferences(
  left: readonly SurfacePart[],
  right: readonly SurfacePart[],
  slots: readonly string[],
): readonly StrayDifference[] {
  const leftOutside = outsideSlots(left, slots);
  const rightOutside = outsideSlots(right, slots);
  const places = [...new Set([...leftOutside.keys(), ...rightOutside.keys()])];
  return places
    .map((place) => ({ place, left: leftOutside.get(place), right: rightOutside.get(place) }))
    .filter((pair) => pair.left !== pair.right);
}
