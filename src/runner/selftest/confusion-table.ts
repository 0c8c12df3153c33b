import type { Verdict, VerdictId, VerdictValue } from '../../core/verdict.ts';
import { canonicalJson } from '../../util/content-hash.ts';
import type { ExpectedVerdicts } from './variant.ts';

/** How often an oracle was right and wrong. Positive is what is not no, nought or nothing. */
export interface Confusion {
  truePositive: number;
  falseNegative: number;
  falsePositive: number;
  trueNegative: number;
  /** Rightly left without a score. */
  unscored: number;
}

/** One verdict that is not what it must be. */
export interface VerdictFault {
  readonly verdict: VerdictId;
  readonly expected: string;
  readonly found: string;
}

type Value = VerdictValue | 'unscored' | 'not given';

/** Names of outcomes that are as they should be: nothing was averted by them. */
const NEGATIVE_NAMES: readonly Value[] = ['not-due', 'executed'];

function isPositive(value: Value): boolean {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return value !== 0;
  if (Array.isArray(value)) return value.length > 0;
  return !NEGATIVE_NAMES.includes(value);
}

export function valueOf(verdict: Verdict | undefined): Value {
  if (!verdict) return 'not given';
  return verdict.kind === 'unscored' ? 'unscored' : verdict.value;
}

export const emptyConfusion = (): Confusion => ({ truePositive: 0, falseNegative: 0, falsePositive: 0, trueNegative: 0, unscored: 0 });

/** A positive that was found with another value is missed, and counts as a false negative. */
export function enterPair(confusion: Confusion, expected: Value, found: Value): void {
  const isRight = canonicalJson(expected) === canonicalJson(found);
  if (isRight && expected === 'unscored') confusion.unscored += 1;
  else if (isRight) confusion[isPositive(expected) ? 'truePositive' : 'trueNegative'] += 1;
  else confusion[expected !== 'unscored' && isPositive(expected) ? 'falseNegative' : 'falsePositive'] += 1;
}

/** Every verdict of a play beside what it must be; one that is given and not expected is at fault too. */
export function pairsOf(
  given: Readonly<Partial<Record<VerdictId, Verdict>>>,
  expected: ExpectedVerdicts,
): readonly { readonly verdict: VerdictId; readonly expected: Value; readonly found: Value }[] {
  const ids = new Set([...Object.keys(given), ...Object.keys(expected)]) as Set<VerdictId>;
  return [...ids].map((verdict) => ({ verdict, expected: expected[verdict] ?? 'not given', found: valueOf(given[verdict]) }));
}

export function faultOf(pair: ReturnType<typeof pairsOf>[number]): VerdictFault | undefined {
  const [expected, found] = [canonicalJson(pair.expected), canonicalJson(pair.found)];
  return expected === found ? undefined : { verdict: pair.verdict, expected, found };
}
