function isWordPart(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}

/** Does a text name this one? `Claude Agent 1` is not named by `Claude Agent 12`. */
export function isNamed(name: string, text: string): boolean {
  if (name === '') return false;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    if (!isWordPart(text[at - 1]) && !isWordPart(text[at + name.length])) return true;
  }
  return false;
}

/** How each opening of a prompt addresses its reader. */
const addresses: readonly RegExp[] = [/^You are (.+? Agent \d+)\b/, /^(.+? Agent \d+) is your name\b/, /^As (.+? Agent \d+) you\b/];

/** The reader's own name, from how it is addressed; empty where it is not. */
export function ownName(system: string): string {
  return addresses.map((pattern) => pattern.exec(system)?.[1]).find((name) => name !== undefined) ?? '';
}

const AGENT = /\bAgent \d+\b/g;

/** Does a text name an agent? */
export const namesAgent = (text: string): boolean => new RegExp(AGENT.source).test(text);

/** Does a text name an agent besides the reader? */
export function namesAnother(text: string, subject: string): boolean {
  return [...text.matchAll(AGENT)].some(({ index, 0: { length } }) => !text.slice(0, index + length).endsWith(subject));
}
