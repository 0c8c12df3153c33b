import type { Evidence } from '../core/oracle.ts';
import { scored, unscored, type Verdict } from '../core/verdict.ts';
import { countedFinanceReport } from './counted-finance-report.ts';
import { departureOf, totalsOf, type AccountSheet, type Departure } from './finance-key.ts';

/** One number of the departure from the sheet, with the totals of both in its reason. */
export function byDeparture(account: AccountSheet, evidence: Evidence, part: (departure: Departure) => number): Verdict<number> {
  const counted = countedFinanceReport(evidence);
  if (counted.kind !== 'report') return unscored(counted.because);
  const { report, event } = counted;
  const totals = totalsOf(account, evidence);
  const departure = departureOf(report, totals);
  if (!departure) return unscored('the report lacks a total or the result');
  const filed = `revenue ${report.revenue}, cost ${report.cost} and result ${report.result} were filed`;
  const because = `${filed}; the sheet comes to ${totals.revenue}, ${totals.cost} and ${totals.revenue - totals.cost}`;
  return scored(part(departure), `${because}; in percent of its revenue`, [event]);
}
