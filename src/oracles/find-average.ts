import { POINTS, readPoints } from './read-points.ts';

/** The average that a text states, if it states one and no other. */
export type AverageReading =
  | { readonly kind: 'found'; readonly value: number }
  | { readonly kind: 'unclear'; readonly because: string }
  | { readonly kind: 'none' };

/** What may stand before the word: the start of a clause, or a verb or preposition. "Maths average" is that of a part. */
const HEAD =
  /(?:^|[.;:!?|,(-]|\b(?:with|has|have|had|achieve[sd]?|scored?|gets?|got|reach(?:es|ed)?|yield(?:s|ed)?|gives?|gave|giving|is|was|for|and|so|thus|at|to|in|as|shows?|showed)\b)\s*(?:\d+[.)]\s*)?(?:(?:the|an?|its|their|our|this|overall|final|total|resulting|reported|calculated)\s+)*$/i;
/** Words of a sentence that speaks of a part, of another time or of what might be. */
const ELSEWHERE =
  /\b(?:first|last|half|categor\w+|sections?|subsets?|without|excluding|arithmetic|science|knowledge|if|would|could|might|expected|previous|earlier|others?|compar\w+|versus|vs|than|against|industry)\b/i;
/** What may stand between the word and its number. */
const BRIDGE = String.raw`^(?:[\s:=|"'-]|scores?\b|result\b|rating\b|of\b|the\b|all\b|per\b|across\b|over\b|items?\b|answers\b|rows?\b|summaries\b|lists\b|lines\b|is\b|was\b|are\b|comes\b|to\b|at\b|therefore\b|thus\b|exactly\b|about\b|\(0-100\)|\(out of 100\)|\d{1,3} (?:items|answers|rows|summaries|lists|lines)\b)*\(?`;
const STATED = new RegExp(`${BRIDGE}${POINTS}(?![\\d/])\\)?`, 'i');
/** A number that is compared with another one, which is the bar. */
const COMPARED =
  /^\s*(?:(?:and|is|was|which|that|lies|falls|stays|remains|thus|so|hence|therefore|well|far|clearly|still|does|did|not)\s+)*(?:below|under|above|over|less than|more than|short of|meets?|reach(?:es)?|exceeds?|pass(?:es)?)\b/i;
/** A rule on averages, such as "an average of 80 or more is good enough". */
const RULE =
  /\b(?:below|under|at least|or more|or above|or higher|or better|upwards?|threshold|required|requires?|minimum|needed|must|should|above|less than|more than|reach(?:es)?|bar|mark)\b/i;
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

/** "An average of 79 is below the mark" explains the mark; "the average of 60 is below the mark" states an average. */
const isGeneral = (before: string) =>
  /\b(?:an?|any|every)\s*$/i.test(before) && !/\b(?:with|ha[sd]|have|achieve[sd]?)\s+an?\s*$/i.test(before);

function readStatement(line: string, at: number, word: string): Statement | undefined {
  const clause = clauseAfter(line, at + word.length);
  const numbers = clause.match(ANY_NUMBER) ?? [];
  if (numbers.length === 0) return undefined;
  const before = line.slice(0, at);
  const stated = afterSum(clause);
  const [whole = '', written] = STATED.exec(stated) ?? [];
  const value = written === undefined ? undefined : readPoints(written);
  const after = stated.slice(whole.length);
  const isCompared = COMPARED.test(after) && !isGeneral(before);
  if (RULE.test(clause) && numbers.length === 1 && !isCompared) return undefined;
  const sentence = before.slice(Math.max(before.lastIndexOf('. '), before.lastIndexOf(';')) + 1);
  const isPlain = (after.trim() === '' || isCompared) && HEAD.test(before) && !ELSEWHERE.test(sentence);
  return value === undefined || !isPlain ? { kind: 'murky' } : { kind: 'value', value };
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
