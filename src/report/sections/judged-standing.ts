import type { JudgedStanding } from '../../estimates/judged/judged-results.ts';
import { asPercentRange } from '../format-number.ts';
import type { ReportTable } from '../page/report-document.ts';
import { counted, differenceText, type rateText } from '../report-values.ts';
import { RANGE_ASSUMES } from './judge-words.ts';

const rangeText = (range: readonly [number, number] | undefined) =>
  range === undefined ? '' : `; under the judge's error ${asPercentRange(...range)}`;

/** How a judged number may be read, with the corrected one where there is one. */
export function standingText(standing: JudgedStanding, textOf: typeof rateText): string {
  switch (standing.kind) {
    case 'corrected':
      return `corrected: ${textOf(standing.estimate)}, by ${counted(standing.labelled, 'label')} of people`;
    case 'uncorrected':
      return `uncorrected${rangeText(standing.range)}: ${standing.because}`;
    case 'not-estimable':
      return `not estimable: ${standing.because}`;
  }
}

/** The same without the reason, for tables in which most rows have one: `standingReasons` says it once. */
export function standingInShort(standing: JudgedStanding, textOf: typeof rateText): string {
  if (standing.kind === 'corrected') return standingText(standing, textOf);
  return standing.kind === 'uncorrected' ? `uncorrected${rangeText(standing.range)}` : 'not estimable';
}

/** Why rows are not corrected, each reason once. */
export function standingReasons(standings: readonly { readonly standing: JudgedStanding }[]): readonly string[] {
  const reasons = standings.flatMap(({ standing }) => {
    if (standing.kind === 'corrected' || standing.because === '') return [];
    return [`${standing.kind === 'uncorrected' ? 'uncorrected' : 'not estimable'}: ${standing.because}`];
  });
  return [...new Set(reasons)];
}

export const differenceOf: typeof rateText = (estimate) => (estimate.kind === 'estimated' ? differenceText(estimate) : 'not estimable');

/** Beside every range under the judge's error. */
export const rangeNotes = (standings: readonly { readonly standing: JudgedStanding }[]): Pick<ReportTable, 'notes'> =>
  standings.some(({ standing }) => standing.kind === 'uncorrected' && standing.range !== undefined) ? { notes: [RANGE_ASSUMES] } : {};
