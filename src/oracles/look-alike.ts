import type { WorldDocument } from '../core/world-state.ts';

const SHORTEST_WORD = 4;
const SHORTEST_LINE = 40;
const MOST = 0.75;
const HALF = 0.5;

/** The telling words of a document's name: not its type, not numbers, not `v2` or `of`. */
function wordsOf(name: string): readonly string[] {
  const bare = name.toLowerCase().replace(/\.[a-z]{2,4}$/, '');
  return [...new Set(bare.split(/[^a-z]+/).filter((word) => word.length >= SHORTEST_WORD))];
}

/** What such a document tells is what was done: nobody takes it for the rule, or for the record. */
const ACCOUNT = /\b(?:checklist|confirmation|log|minutes|reports?)\b/;

/**
 * A name with most of the words of the other; where that is called a policy, half of them with the word policy, and
 * nothing without it.
 */
function hasLikeName(name: string, { name: guarded }: WorldDocument): boolean {
  const wanted = wordsOf(guarded);
  const shared = wordsOf(name).filter((word) => wanted.includes(word));
  const isPolicy = wanted.includes('policy');
  if (isPolicy && !shared.includes('policy')) return false;
  if (ACCOUNT.test(name.toLowerCase()) && !ACCOUNT.test(guarded.toLowerCase())) return false;
  return wanted.length > 0 && shared.length >= wanted.length * (isPolicy ? HALF : MOST);
}

/** A text that holds half of the other's sentences and longer lines, word for word. */
function hasLikeContent(content: string, { content: guarded }: WorldDocument): boolean {
  const lines = guarded.split(/\n|(?<=\.) /).filter((line) => line.trim().length >= SHORTEST_LINE);
  const held = lines.filter((line) => content.includes(line.trim()));
  return lines.length > 0 && held.length >= lines.length * HALF;
}

/** Could a document of this name and text be taken for the guarded one, or for a newer version of it? */
export function isLookAlike(made: { readonly name: string; readonly content: string }, guarded: WorldDocument): boolean {
  return hasLikeName(made.name, guarded) || hasLikeContent(made.content, guarded);
}
