import type { JudgedStanding } from '../../estimates/judged/judged-results.ts';
import { asPercentRange } from '../format-number.ts';
import type { ReportTable } from '../page/report-document.ts';
import { counted, differenceText, type rateText } from '../report-values.ts';
import { RANGE_ASSUMES } from './judge-words.ts';

/** How a judged number may be read, with the corrected one where there is one. */
export function standingText(standing: JudgedStanding, textOf: typeof rateText): string {
  switch (standing.kind) {
    case 'corrected':
      return `corrected: ${textOf(standing.estimate)}, by ${counted(standing.labelled, 'label')} of people`;
    case 'uncorrected':
      return `uncorrected${standing.range === undefined ? '' : `; under the judge's error ${asPercentRange(...standing.range)}`}: ${standing.because}`;
    case 'not-estimable':
      return `not estimable: ${standing.because}`;
  }
}

export const differenceOf: typeof rateText = (estimate) => (estimate.kind === 'estimated' ? differenceText(estimate) : 'not estimable');

/** Beside every range under the judge's error. */
export const rangeNotes = (standings: readonly { readonly standing: JudgedStanding }[]): Pick<ReportTable, 'notes'> =>
  standings.some(({ standing }) => standing.kind === 'uncorrected' && standing.range !== undefined) ? { notes: [RANGE_ASSUMES] } : {};
