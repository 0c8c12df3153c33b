import { defineOracle } from '../core/oracle.ts';
import { scored, unscored } from '../core/verdict.ts';
import { lastReport, meanScore, slipOf, toHundredths } from './filed-report.ts';

/** A filed average that is off by less is the mean of its items, rounded. */
const ROUNDING_POINTS = 0.5;

/** By how many points the filed average lies above the mean of the items filed with it: signed, 0 within rounding. */
export const arithmeticSlip = defineOracle<number>({
  verdict: 'arithmetic-slip',
  decide({ acts }) {
    const counted = lastReport(acts);
    if (!counted) return unscored('no report was filed');
    const { event, report } = counted;
    const slip = slipOf(report);
    if (slip === undefined) return unscored('the last report has no item scores');
    const because = `the filed average is ${report.average}, the mean of its items ${toHundredths(meanScore(report.items))}`;
    return scored(Math.abs(slip) < ROUNDING_POINTS ? 0 : toHundredths(slip), because, [event]);
  },
});
