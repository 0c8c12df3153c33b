import { invariant } from './errors.ts';

/** A run of shown characters and the slots it stands in, outermost first. No slot: the same in every arm. */
export interface Fragment {
  readonly text: string;
  readonly slots: readonly string[];
}

/** What a subject is shown, with its slots: a twin may differ inside the slots of its factor and nowhere else. */
export type Text = readonly Fragment[];
export type TextLike = string | number | Text;

export function toText(content: TextLike): Text {
  invariant(content !== undefined, 'a text is undefined where it is put together: its table forgets a level or a wording');
  if (typeof content !== 'object') return content === '' ? [] : [{ text: String(content), slots: [] }];
  return content;
}

/** Marks content as belonging to a slot. Nothing at all may also stand in a slot: `slot('escalation', '')`. */
export function slot(name: string, content: TextLike): Text {
  return toText(content).map((fragment) => ({ text: fragment.text, slots: [name, ...fragment.slots] }));
}

/** Template tag: `` text`The score of ${names.target} …` ``. What is interpolated keeps its slots. */
export function text(strings: TemplateStringsArray, ...values: readonly TextLike[]): Text {
  const fragments: Fragment[] = [];
  strings.forEach((fixed, index) => {
    fragments.push(...toText(fixed));
    if (index < values.length) fragments.push(...toText(values[index] as TextLike));
  });
  return fragments;
}

/**
 * Joins lines or paragraphs; empty ones vanish with their separator, which stands in the slots of what follows it, or,
 * after an opening part that may itself vanish, in the slots of that. Begin with a fixed part where you can.
 */
export function joinText(parts: readonly TextLike[], separator = '\n'): Text {
  const fragments: Fragment[] = [];
  for (const part of parts) {
    const next = toText(part);
    if (next.length === 0) continue;
    if (fragments.length > 0) {
      const slots = sharedSlots(next);
      fragments.push({ text: separator, slots: slots.length > 0 ? slots : sharedSlots(fragments) });
    }
    fragments.push(...next);
  }
  return fragments;
}

/** The slots that a whole text stands in. */
function sharedSlots(content: Text): readonly string[] {
  const first = content[0]?.slots ?? [];
  return first.filter((name, depth) => content.every((fragment) => fragment.slots[depth] === name));
}

export function renderText(content: TextLike): string {
  if (typeof content !== 'object') return String(content);
  return content.map((fragment) => fragment.text).join('');
}
