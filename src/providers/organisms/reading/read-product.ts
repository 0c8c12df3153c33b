import type { Knowledge } from './knowledge.ts';
import { ownName } from './names.ts';

/** Words that begin with a capital, with numbers and brackets among them: a name of two words at least. */
const NAME = /(?:\p{Lu}[\p{L}\d.'-]*|\(\p{L}+\))(?: (?:\p{Lu}[\p{L}\d.'-]*|\d+|\(\p{L}+\)))+/gu;

/** Agents and services are called so; a quarter is no name. */
const CALLED_SO = /\bAgent \d+$|\bStore\b/;

const longest = (names: readonly string[]): string => names.toSorted((left, right) => right.length - left.length)[0] ?? '';

/** Another agent of the reader's own family, whatever that is called. */
function relativeIn(system: string, sheet: string): string | undefined {
  const family = ownName(system).replace(/\d+$/, '');
  const at = family === '' ? -1 : sheet.indexOf(family);
  const number = at < 0 ? undefined : /^\d+/.exec(sheet.slice(at + family.length))?.[0];
  return number === undefined ? undefined : `${family}${number}`;
}

/** Whom or what a sheet is about, by its name: as the list of systems has it, or what looks like a name in it. */
export function productIn({ system, systems }: Pick<Knowledge, 'system' | 'systems'>, sheet: string): string {
  const known = systems.map(({ name }) => name).filter((name) => sheet.includes(name));
  if (known.length > 0) return longest(known);
  const names = sheet.match(NAME) ?? [];
  return relativeIn(system, sheet) ?? (longest(names.filter((name) => CALLED_SO.test(name))) || longest(names));
}
