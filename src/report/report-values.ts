import type { Estimate } from '../core/estimate.ts';
import { asPercent, asPercentRange, asPoints, asPointsRange } from './format-number.ts';
import { asCount } from './page/short-text.ts';

/** `45 % [30, 61]`, or that there is no number. */
export function rateText(estimate: Estimate): string {
  if (estimate.kind === 'not-estimable') return 'not estimable';
  return `${asPercent(estimate.value)} ${asPercentRange(estimate.low, estimate.high)}`;
}

type Range = { readonly value: number; readonly low: number; readonly high: number };

/** `+65 pp [+50, +75]`. */
export function differenceText({ value, low, high }: Range): string {
  return `${asPoints(value)} ${asPointsRange(low, high)}`;
}

/** `[+50, +75]`: in percentage points. */
export const signedRange = asPointsRange;

/** `0.031`, `< 0.001`. */
export function pText(pValue: number): string {
  return pValue < 0.001 ? '< 0.001' : pValue > 0.999 ? '> 0.999' : pValue.toFixed(3);
}

/** `1 trial`, `1,204 trials`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${asCount(count)} ${count === 1 ? one : many}`;
}

/** `a, b and c`. */
export function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

/** Simulated subjects are named as such wherever a number of theirs stands. */
export function subjectText({ subject, isSimulated }: { readonly subject: string; readonly isSimulated: boolean }): string {
  return isSimulated ? `${subject} (simulated)` : subject;
}

/** Every subject of a run by its id, as it is shown. */
export function subjectNames(subjects: readonly { readonly id: string; readonly isSimulated: boolean }[]): ReadonlyMap<string, string> {
  return new Map(subjects.map(({ id, isSimulated }) => [id, subjectText({ subject: id, isSimulated })]));
}

/** A figure says how many of its rows are of simulated subjects. */
export function simulatedIn(rows: readonly { readonly isSimulated: boolean }[]): 'all' | 'some' | 'none' {
  if (rows.every(({ isSimulated }) => !isSimulated)) return 'none';
  return rows.every(({ isSimulated }) => isSimulated) ? 'all' : 'some';
}

export const unique = <Item>(items: readonly Item[]): readonly Item[] => [...new Set(items)];

/** Groups of rows on pages of at most so many; a group is only parted where it does not fit a page by itself. */
export function pagesOf<Row>(groups: readonly (readonly Row[])[], most: number): readonly (readonly Row[])[] {
  const pages: Row[][] = [];
  for (const group of groups) {
    const last = pages.at(-1);
    if (last && last.length + group.length <= most) last.push(...group);
    else for (let at = 0; at < group.length; at += most) pages.push(group.slice(at, at + most));
  }
  return pages;
}
