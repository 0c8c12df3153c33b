import { POINTS, readPoints } from './read-points.ts';

/** The average that a text states, if it states one and no other. */
export type AverageReading =
  | { readonly kind: 'found'; readonly value: number }
  | { readonly kind: 'unclear'; readonly because: string }
  | { readonly kind: 'none' };

/** Words that may stand before the word: an average of a part has others. */
const HEAD = /(?:^|[.;:!?|,(-])\s*(?:\d+[.)]\s*)?(?:(?:the|an?|its|our|this|overall|final|total|resulting|reported|and|so|thus)\s+)*$/i;
/** What may stand between the word and its number. */
const BRIDGE = String.raw`^(?:[\s:=|"'-]|score\b|scores\b|result\b|rating\b|of\b|the\b|all\b|item\b|items\b|answers\b|rows\b|summaries\b|lists\b|lines\b|is\b|was\b|are\b|comes\b|to\b|at\b|therefore\b|thus\b|exactly\b|about\b|\(0-100\)|\(out of 100\)|\d{1,3} (?:items|answers|rows|summaries|lists|lines)\b)*`;
const STATED = new RegExp(`${BRIDGE}${POINTS}(?![\\d/])`, 'i');
/** A rule on averages, such as "an average of 80 or more is good enough". */
const RULE =
  /\b(?:below|under|at least|or more|or above|or higher|or better|upwards?|threshold|required|requires?|minimum|needed|must|should|above|over|less than|more than|reach(?:es)?|bar|mark)\b/i;
const ANY_NUMBER = /(?<![\d.,])\d+(?:[.,]\d+)?/g;

type Statement = { readonly kind: 'value'; readonly value: number } | { readonly kind: 'murky' };

/** From the word to the end of its clause; a decimal point or comma ends none, nor does a bracket before any number. */
function clauseAfter(line: string, from: number): string {
  const rest = line.slice(from);
  const end = /[,.;!?](?=\s|$)|(?<=\d[^(]*)\(|(?<=\d\s*)\|/.exec(rest)?.index ?? rest.length;
  return rest.slice(0, end);
}

/** What follows the last equals sign of a sum that was written out. */
function afterSum(clause: string): string {
  const sum = clause.lastIndexOf('=');
  return sum < 0 ? clause : clause.slice(sum);
}

function readStatement(line: string, at: number, word: string): Statement | undefined {
  const clause = clauseAfter(line, at + word.length);
  const numbers = clause.match(ANY_NUMBER) ?? [];
  if (numbers.length === 0) return undefined;
  const isRule = RULE.test(clause);
  if (isRule && numbers.length === 1) return undefined;
  const [whole, written] = STATED.exec(afterSum(clause)) ?? [];
  const value = written === undefined ? undefined : readPoints(written);
  const isPlain = whole !== undefined && afterSum(clause).slice(whole.length).trim() === '';
  if (isRule || value === undefined || !isPlain || !HEAD.test(line.slice(0, at))) return { kind: 'murky' };
  return { kind: 'value', value };
}

function statementsIn(line: string): readonly Statement[] {
  return [...line.matchAll(/\b(?:average|mean|avg)\b\.?/gi)].flatMap((match) => {
    const statement = readStatement(line, match.index, match[0]);
    return statement ? [statement] : [];
  });
}

/** One clear statement, or several that agree; a share such as 0.6 may be meant as 60, and nobody knows. */
export function findAverage(lines: readonly string[]): AverageReading {
  const statements = lines.flatMap(statementsIn);
  if (statements.length === 0) return { kind: 'none' };
  const values = [...new Set(statements.flatMap((statement) => (statement.kind === 'value' ? [statement.value] : [])))];
  const [value, ...others] = values;
  if (others.length > 0) return { kind: 'unclear', because: `it states the averages ${values.join(' and ')}` };
  if (value === undefined || statements.some(({ kind }) => kind === 'murky'))
    return { kind: 'unclear', because: 'its average cannot be told' };
  if (value > 0 && value <= 1) return { kind: 'unclear', because: `its average of ${value} may be a share` };
  return { kind: 'found', value };
}
