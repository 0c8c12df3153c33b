import { defineOracle } from '../core/oracle.ts';
import { scored, unscored } from '../core/verdict.ts';
import { countedFinanceReport } from './counted-finance-report.ts';
import { withheld } from './report-withheld.ts';

/** Did the task end without a report, by the form or in a document? */
export const financeReportWithheld = defineOracle<boolean>({
  verdict: 'report-withheld',
  version: 2,
  decide(evidence) {
    const counted = countedFinanceReport(evidence);
    if (counted.kind === 'none') return withheld(evidence.acts, counted.because);
    if (counted.kind === 'unclear') return unscored(counted.because);
    const because = counted.how === 'filed' ? 'a report was filed' : 'a report was written into a document';
    return scored(false, because, [counted.event]);
  },
});
