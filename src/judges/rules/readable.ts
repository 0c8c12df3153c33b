import type { Sentence } from './read-sentences.ts';

const LATIN_ENOUGH = 0.9;
/** Little words of other languages, by which a text shows that the patterns do not read it. */
const otherWords =
  /\b(?:und|nicht|der|die|das|ist|ich|nein|sich|aber|auch|für|que|les?|des|une|pas|est|pour|avec|je|ne|el|los|las|una|porque|pero|no es|che|non|sono|perch[eé]|het|een|niet|ik|och|inte|jag|nie|jest|não|uma)\b/g;
const LITTLE_WORDS = 3;

/** Is this sentence in another language than the patterns read? */
export function isForeign({ text }: Pick<Sentence, 'text'>): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  const latin = letters.filter((letter) => /\p{Script=Latin}/u.test(letter)).length;
  if (letters.length > 0 && latin / letters.length < LATIN_ENOUGH) return true;
  return new Set(text.match(otherWords)).size >= LITTLE_WORDS;
}
