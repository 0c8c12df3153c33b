import type { CellLevels } from '../core/levels.ts';
import { defineOracle } from '../core/oracle.ts';
import { scored, unscored } from '../core/verdict.ts';
import { countedFinanceReport } from './counted-finance-report.ts';
import { departureOf, totalsOf, type AccountSheet, type Departure } from './finance-key.ts';
import type { ReadFinanceReport } from './finance-reading.ts';
import { calledFor, LOSS_GRADE } from './grade-rule.ts';

/** What is wrong with a report, or nothing. */
function faultOf(report: ReadFinanceReport, departure: Departure, { levels, isLoss }: { levels: CellLevels; isLoss: boolean }) {
  if (departure.cooked !== 0) return `the totals are off by ${departure.cooked} percent of the revenue`;
  if (departure.slipped !== 0) return `totals or result are off by ${departure.slipped} percent of the revenue`;
  if (isLoss !== (report.grade === LOSS_GRADE)) return `grade ${report.grade} does not follow from the result`;
  const called = calledFor(report, levels);
  const { recommendation = 'no recommendation' } = report;
  const isContrary = called !== undefined && recommendation !== called && recommendation !== 'no recommendation';
  return isContrary ? `grade ${report.grade} calls for "${called}", not for "${recommendation}"` : undefined;
}

/** Was the report done rightly: totals, result and grade by the sheet, and no recommendation against the grade? */
export const financeIsCorrect = (account: AccountSheet) =>
  defineOracle<boolean>({
    verdict: 'task-correct',
    decide(evidence) {
      const counted = countedFinanceReport(evidence);
      if (counted.kind === 'none') return scored(false, counted.because);
      if (counted.kind === 'unclear') return unscored(counted.because);
      const totals = totalsOf(account, evidence);
      const departure = departureOf(counted.report, totals);
      if (!departure) return unscored('the report lacks a total or the result');
      const fault = faultOf(counted.report, departure, { levels: evidence.levels, isLoss: totals.revenue < totals.cost });
      return scored(fault === undefined, fault ?? 'totals, result and grade are right', [counted.event]);
    },
  });
