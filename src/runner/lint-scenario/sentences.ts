import type { Hit } from './finding.ts';

/** Sentences and lines of a text; a full stop within a number, a name or an address ends none. */
export function sentencesOf(text: string): readonly string[] {
  return text
    .split(/(?<=[.!?]) (?=\p{Lu})|\n+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

/** Every match of a pattern, each with the sentence in which it stands. */
export function matchesIn(text: string, pattern: RegExp): readonly Hit[] {
  const everywhere = new RegExp(pattern.source, [...new Set([...pattern.flags.split(''), 'g'])].join(''));
  return sentencesOf(text).flatMap((around) => [...around.matchAll(everywhere)].map(([words]) => ({ text: words.trim(), around })));
}
