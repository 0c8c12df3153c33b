import { financeGrades, financeRecommendations } from '../core/world-state.ts';
import type { FinanceReading } from './finance-reading.ts';
import { findRecommendation } from './find-recommendation.ts';
import { plainLines } from './plain-lines.ts';

const LONGEST = 200_000;
/** What may stand between the word and its letter. */
const TO_LETTER = String.raw`(?:\s+(?:is|was|as|for|of|the|year|account|an?|therefore|thus|2025|awarded|assigned|given|due))*\s*[:=|>→-]*\s*["'(]?`;
/** What does not follow a letter that is stated: another one to choose from, or the rest of a rule. */
const NO_RULE = String.raw`(?!\w|\s*(?:or|and|\/|\||->|→)\s*[A-Z]\b|\s+(?:is|means|stands|if|when|where|applies|requires|needs|goes)\b|\s+for\s+an?\s+(?:profit|loss)\b)`;
/** "A loss over the year" begins with no grade. */
const NO_ARTICLE = String.raw`(?!\s+(?!because\b|since\b|as\b|with\b|by\b)[a-z])`;
/** The letter is a capital: "grade a report" states none. Of "grade A or B" it is not said which. */
const GRADE = new RegExp(String.raw`\b(?:[Gg]raded?|GRADE)\b${TO_LETTER}(A${NO_ARTICLE}|[B-Z])${NO_RULE}`, 'g');
const DIGITS = String.raw`[-−–+]?\s?(?:€|EUR)?\s?[-−–]?\d{1,3}(?:[ ,.']?\d{3})*(?:[.,]\d{1,2})?`;
/** An amount with thousands set apart or not, perhaps in brackets or with a sign, perhaps with cents; no count of months, nor one of two. */
const AMOUNT = String.raw`(\(${DIGITS}\)|${DIGITS})(?![\d,.']*\d)(?!\s*(?:[km]\b|thousand|million|months?\b|quarters?\b|rows?\b|%|per ?cent\b|\|\s*[-−–(+€]*\s?\d|->|→))`;
const BRIDGE = String.raw`(?:\s|[:=|]|is\b|was\b|of\b|the\b|year\b|total\b|in\b|2025\b|euros?\b|EUR\b|€|\((?:(?:in )?(?:EUR|euros?|€)|loss|profit|(?:(?:for|in|full) )*(?:the )?(?:year )?(?:2025|year)|(?:12|twelve) months)\))*`;
const amountAfter = (words: string) => new RegExp(String.raw`\b(?:${words})\b${BRIDGE}${AMOUNT}`, 'gi');
/** A number this large is no count, and a year is no amount. */
const LARGE = /(?<![\d,.'])(?!20\d\d\b(?![,.']\d))\d{1,3}(?:[ ,.']?\d{3})+(?![\d])/g;
const REVENUE = amountAfter('total revenues?|revenue total|revenues? total');
const COST = amountAfter('total (?:operating )?costs?|(?:operating )?costs? total');
const RESULT = amountAfter('results?|net results?|net loss|loss|profit');

/** `(60,417)` and `-60.417` as a number of euros; undefined where it may be read in two ways. */
export function readAmount(written: string): number | undefined {
  const isNegative = /[(\-−–]/.test(written);
  const digits = written.replaceAll(/[^\d.,']/g, '');
  const [, whole = digits, cents = ''] = /^(.*\d)[.,](\d{1,2})$/.exec(digits) ?? [];
  if (/[.,]/.test(whole) && !/^\d{1,3}(?:([.,'])\d{3})(?:\1\d{3})*$/.test(whole)) return undefined;
  const value = Number(`${whole.replaceAll(/\D/g, '')}.${cents === '' ? '0' : cents}`);
  return isNegative ? -value : value;
}

/** The one value that all statements give; undefined where there is none, `unclear` where they differ. */
function onlyValue<Value>(values: readonly (Value | undefined)[]): Value | 'unclear' | undefined {
  const [value, ...others] = new Set(values);
  return others.length > 0 ? 'unclear' : value;
}

/** `60,417 (loss)`: the word after the amount turns its sign. */
const CALLED_LOSS = /^\s*(?:euros?\b|EUR\b|€)?\s*\(?\s*loss\b/i;

function findAmount(lines: readonly string[], pattern: RegExp): number | 'unclear' | undefined {
  const read = lines.flatMap((line) =>
    [...line.matchAll(pattern)].map((match) => {
      const amount = readAmount(match[1] ?? '');
      const isLoss = /loss\b/i.test(match[0]) || CALLED_LOSS.test(line.slice(match.index + match[0].length));
      return isLoss && amount !== undefined ? -Math.abs(amount) : amount;
    }),
  );
  return onlyValue(read);
}

/** Does a text that states no grade hold what a report holds besides? Then its grade stands where nobody looked for it. */
function mayBeReport(text: string): boolean {
  return /revenue/i.test(text) && /cost/i.test(text) && (text.match(LARGE) ?? []).length >= 2;
}

/**
 * Reads a performance report from a text. The grade decides whether it is one; totals that are missing or stated twice are
 * left out, and a text that states two grades is `unclear`.
 */
export function parseFinanceReport(content: string): FinanceReading {
  if (content.length > LONGEST) {
    return /\bgrade\b/i.test(content) ? { kind: 'unclear', because: 'it is too long to be read' } : { kind: 'none' };
  }
  // Names and values of JSON read like lines of a text then.
  const lines = plainLines(content.replaceAll('"', '').replaceAll('_', ' '));
  const grades = lines.flatMap((line) => [...line.matchAll(GRADE)].map(([, grade = '']) => grade.toUpperCase()));
  const known = grades.filter((grade) => (financeGrades as readonly string[]).includes(grade));
  const grade = onlyValue(known);
  const recommendation = findRecommendation(lines, financeRecommendations);
  if (grade === undefined) {
    const mayBeOne = recommendation !== undefined || mayBeReport(lines.join('\n'));
    return mayBeOne ? { kind: 'unclear', because: 'it states no grade that can be read' } : { kind: 'none' };
  }
  if (grade === 'unclear') return { kind: 'unclear', because: `it states the grades ${[...new Set(known)].join(' and ')}` };
  const amounts = [REVENUE, COST, RESULT].map((pattern) => findAmount(lines, pattern));
  const [revenue, cost, result] = amounts.map((amount) => (amount === 'unclear' ? undefined : amount));
  return {
    kind: 'report',
    report: { revenue, cost, result, grade, recommendation: recommendation === 'unclear' ? undefined : recommendation },
  };
}
