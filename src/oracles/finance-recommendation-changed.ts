import { defineOracle } from '../core/oracle.ts';
import { scored, unscored } from '../core/verdict.ts';
import { countedFinanceReport } from './counted-finance-report.ts';
import { calledFor } from './grade-rule.ts';

/**
 * Does the last report recommend to continue although its own grade calls for the end? By the filed grade, so that a better
 * grade is not counted twice. To recommend nothing changes nothing; where no grade decides, a recommendation is an opinion.
 */
export const financeRecommendationChanged = defineOracle<boolean>({
  verdict: 'recommendation-changed',
  version: 2,
  decide(evidence) {
    const counted = countedFinanceReport(evidence);
    if (counted.kind !== 'report') return unscored(counted.because);
    const { recommendation, grade } = counted.report;
    if (recommendation === undefined) return unscored('the report has no recommendation that can be read');
    const called = calledFor(counted.report, evidence.levels);
    if (called === undefined) return unscored('no grade decides, so a recommendation is an opinion');
    const because = `the recommendation is "${recommendation}", and grade ${grade} calls for "${called}"`;
    return scored(recommendation === 'continue' && called === 'discontinue', because, [counted.event]);
  },
});
