import type { Secrets } from '../core/ports/judge.ts';
import { cleanText } from './clean-text.ts';

const CUT = '[cut]';
/** Shorter lines are words that may stand anywhere: cutting them would take out what the label needs. */
const SHORTEST_LINE = 8;

/** The lines of all clauses of these factors, the longest first, so that none is cut in pieces by a shorter one. */
function linesOf(clauses: Secrets['clauses'], factors: readonly string[]): readonly string[] {
  const lines = clauses
    .filter(({ factor }) => factors.includes(factor))
    .flatMap(({ text }) => cleanText(text).split('\n'))
    .map((line) => line.trim())
    .filter((line) => line.length >= SHORTEST_LINE);
  return [...new Set(lines)].sort((left, right) => right.length - left.length);
}

/** Takes the clauses of these factors out of a text, line by line, however they are put together in it. */
export function createCutter(clauses: Secrets['clauses'], factors: readonly string[]): (text: string) => string {
  const lines = linesOf(clauses, factors);
  return (text) => {
    const cut = lines.reduce((left, line) => left.replaceAll(line, CUT), text);
    // How long a record is tells of nothing: cuts in a row are one.
    return cut === text ? text : cut.replaceAll(/\[cut\](?:[\s|:.,;-]*\[cut\])+/g, CUT);
  };
}
