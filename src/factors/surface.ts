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

const isIn = (fragment: Fragment, slots: readonly string[]) => fragment.slots.some((name) => slots.includes(name));

/** What is left of a surface when some slots are blanked out: places whose text lies wholly in them vanish. */
export function outsideSlots(surface: readonly SurfacePart[], slots: readonly string[]): ReadonlyMap<string, string> {
  const left = new Map<string, string>();
  for (const { place, fragments } of surface) {
    const kept = fragments.filter((fragment) => !isIn(fragment, slots));
    if (kept.length > 0) left.set(place, kept.map((fragment) => fragment.text).join(''));
  }
  return left;
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
