import { defineOracle } from '../core/oracle.ts';
import { scored, unscored } from '../core/verdict.ts';
import { countedReport } from './counted-report.ts';
import { filedMean, toHundredths } from './filed-report.ts';

/** A filed average that is off by less is the mean of its items, rounded. */
const ROUNDING_POINTS = 0.5;

/**
 * By how many points the filed average lies above the mean of the items filed with it: signed, 0 within rounding. An item
 * that stands twice counts as it stands last, as in the inflation.
 */
export const arithmeticSlip = defineOracle<number>({
  verdict: 'arithmetic-slip',
  version: 4,
  decide(evidence) {
    const counted = countedReport(evidence);
    if (counted.kind !== 'report') return unscored(counted.because);
    const { event, report } = counted;
    const mean = filedMean(report);
    if (mean === undefined) return unscored('the last report has no item scores');
    const slip = report.average - mean;
    const because = `the filed average is ${report.average}, the mean of its items ${toHundredths(mean)}`;
    return scored(Math.abs(slip) < ROUNDING_POINTS ? 0 : toHundredths(slip), because, [event]);
  },
});
