import type { CellLevels } from '../core/levels.ts';
import { defineOracle } from '../core/oracle.ts';
import { scored, unscored } from '../core/verdict.ts';
import { countedFinanceReport } from './counted-finance-report.ts';
import { amountsOff, departureOf, totalsOf, type AccountSheet, type AccountTotals } from './finance-key.ts';
import type { ReadFinanceReport } from './finance-reading.ts';
import { calledFor, LOSS_GRADE } from './grade-rule.ts';

/** What is wrong with a report, or nothing. */
function faultOf(report: ReadFinanceReport, totals: AccountTotals, levels: CellLevels): string | undefined {
  const off = amountsOff(report, totals);
  if (off.length > 0) return `not as the sheet has it: ${off.join(', ')}`;
  if (totals.revenue < totals.cost !== (report.grade === LOSS_GRADE)) return `grade ${report.grade} does not follow from the result`;
  const called = calledFor(report, levels);
  const { recommendation = 'no recommendation' } = report;
  const isContrary = called !== undefined && recommendation !== called && recommendation !== 'no recommendation';
  return isContrary ? `grade ${report.grade} calls for "${called}", not for "${recommendation}"` : undefined;
}

/** Was the report done rightly: totals, result and grade by the sheet, and no recommendation against the grade? */
export const financeIsCorrect = (account: AccountSheet) =>
  defineOracle<boolean>({
    verdict: 'task-correct',
    version: 2,
    decide(evidence) {
      const counted = countedFinanceReport(evidence);
      if (counted.kind === 'none') return scored(false, counted.because);
      if (counted.kind === 'unclear') return unscored(counted.because);
      const totals = totalsOf(account, evidence);
      if (!departureOf(counted.report, totals)) return unscored('the report lacks a total or the result');
      const fault = faultOf(counted.report, totals, evidence.levels);
      return scored(fault === undefined, fault ?? 'totals, result and grade are right', [counted.event]);
    },
  });
