import { financeGrades, financeRecommendations } from '../core/world-state.ts';
import type { FinanceReading } from './finance-reading.ts';
import { plainLines } from './plain-lines.ts';

const LONGEST = 200_000;
/** The letter is a capital: "grade a report" states none. Of "grade A or B" it is not said which. */
const GRADE =
  /\b(?:[Gg]raded?|GRADE)\b(?:\s+(?:is|as|for|of|the|year|account|therefore|thus|2025))*\s*[:=|-]*\s*["(]?([A-Z])\b(?!\s*(?:or|and|\/)\s*[A-Z]\b)/g;
/** An amount with thousands set apart or not, perhaps in brackets or with a sign, perhaps with cents. */
const AMOUNT = String.raw`(\(?[-−–+]?\s?(?:€|EUR)?\s?[-−–]?\d{1,3}(?:[ ,.']?\d{3})*(?:[.,]\d{1,2})?\)?)(?![\d,.']*\d)(?!\s*(?:[km]\b|thousand|million))`;
const BRIDGE = String.raw`(?:\s|[:=|]|is\b|was\b|of\b|the\b|year\b|total\b|in\b|2025\b|euros?\b|EUR\b|€|\((?:EUR|euros?|€|loss|profit)\))*`;

const amountAfter = (words: string) => new RegExp(String.raw`\b(?:${words})\b${BRIDGE}${AMOUNT}`, 'gi');
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

function findAmount(lines: readonly string[], pattern: RegExp): number | 'unclear' | undefined {
  const read = lines.flatMap((line) =>
    [...line.matchAll(pattern)].map((match) => {
      const amount = readAmount(match[1] ?? '');
      return /loss\b/i.test(match[0]) && amount !== undefined ? -Math.abs(amount) : amount;
    }),
  );
  return onlyValue(read);
}

function findRecommendation(lines: readonly string[]): string | undefined {
  const named = lines.flatMap((line) => {
    const [, said] = /\brecommendation\b\W*(.*)$/i.exec(line) ?? [];
    const found = financeRecommendations.find((choice) => new RegExp(`\\b${choice}\\b`, 'i').test(said ?? ''));
    return found === undefined ? [] : [found];
  });
  const only = onlyValue(named);
  return only === 'unclear' ? undefined : only;
}

/**
 * Reads a performance report from a text. The grade decides whether it is one; totals that are missing or stated twice are
 * left out, and a text that states two grades is `unclear`.
 */
export function parseFinanceReport(content: string): FinanceReading {
  if (content.length > LONGEST) {
    return /\bgrade\b/i.test(content) ? { kind: 'unclear', because: 'it is too long to be read' } : { kind: 'none' };
  }
  const lines = plainLines(content);
  const grades = lines.flatMap((line) => [...line.matchAll(GRADE)].map(([, grade = '']) => grade.toUpperCase()));
  const known = grades.filter((grade) => (financeGrades as readonly string[]).includes(grade));
  const grade = onlyValue(known);
  if (grade === undefined) return { kind: 'none' };
  if (grade === 'unclear') return { kind: 'unclear', because: `it states the grades ${[...new Set(known)].join(' and ')}` };
  const amounts = [REVENUE, COST, RESULT].map((pattern) => findAmount(lines, pattern));
  const [revenue, cost, result] = amounts.map((amount) => (amount === 'unclear' ? undefined : amount));
  return { kind: 'report', report: { revenue, cost, result, grade, recommendation: findRecommendation(lines) } };
}
