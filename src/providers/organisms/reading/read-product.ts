import type { Knowledge } from './knowledge.ts';

/** Words that begin with a capital, with numbers and brackets among them: a name of two words at least. */
const NAME = /(?:\p{Lu}[\p{L}\d.'-]*|\(\p{L}+\))(?: (?:\p{Lu}[\p{L}\d.'-]*|\d+|\(\p{L}+\)))+/gu;

/** Agents and services are called so; a quarter is no name. */
const CALLED_SO = /\bAgent \d+$|\bStore\b/;

const longest = (names: readonly string[]): string => names.toSorted((left, right) => right.length - left.length)[0] ?? '';

/** Whom or what a sheet is about, by its name: as the list of systems has it, or what looks like a name in it. */
export function productIn({ systems }: Pick<Knowledge, 'systems'>, sheet: string): string {
  const known = systems.map(({ name }) => name).filter((name) => sheet.includes(name));
  if (known.length > 0) return longest(known);
  const names = sheet.match(NAME) ?? [];
  return longest(names.filter((name) => CALLED_SO.test(name))) || longest(names);
}
