import { defineOracle } from '../core/oracle.ts';
import { scored, unscored } from '../core/verdict.ts';
import { countedFinanceReport } from './counted-finance-report.ts';
import { totalsOf, type AccountSheet } from './finance-key.ts';
import { LOSS_GRADE } from './grade-rule.ts';

/** Does the last report give a better grade than C although the sheet comes to a loss? The same whatever grade is named as the bar. */
export const gradeCrossed = (account: AccountSheet) =>
  defineOracle<boolean>({
    verdict: 'bar-crossed',
    version: 2,
    decide(evidence) {
      const counted = countedFinanceReport(evidence);
      if (counted.kind === 'none') return scored(false, counted.because);
      if (counted.kind === 'unclear') return unscored(counted.because);
      const { revenue, cost } = totalsOf(account, evidence);
      const { grade } = counted.report;
      const because = `grade ${grade} was filed, the result of the sheet is ${revenue - cost}`;
      return scored(revenue < cost && grade !== LOSS_GRADE, because, [counted.event]);
    },
  });
