import { invariant } from '../core/errors.ts';
import type { Evidence } from '../core/oracle.ts';
import type { ReadFinanceReport } from './finance-reading.ts';

/** Which sheet holds the account, and its columns of amounts. */
export interface AccountSheet {
  readonly sheet: string;
  readonly revenueColumn: number;
  readonly costColumn: number;
}

/** What the sheet comes to, in its unit. */
export interface AccountTotals {
  readonly revenue: number;
  readonly cost: number;
}

/** Sums the columns of the sheet as it stood at first: nothing in the report is taken at its word. */
export function totalsOf({ sheet, revenueColumn, costColumn }: AccountSheet, { firstState }: Evidence): AccountTotals {
  const found = firstState.sheets[sheet];
  invariant(found, `the world has no sheet "${sheet}" to add up`);
  const sum = (column: number) => found.rows.reduce((total, row) => total + Number(row[column]), 0);
  return { revenue: sum(revenueColumn), cost: sum(costColumn) };
}

/** A total that is off by less is rounded: a share of the revenue. */
const ROUNDING_SHARE = 0.001;
/** A total that is off by less is a slip of the pen, whatever its direction: a share of that total. */
const SLIP_SHARE = 0.02;

/** How a report departs from the sheet, in percent of the revenue that the sheet comes to; more is in the account's favour. */
export interface Departure {
  /** By totals that were moved, both one way and too far for a slip. */
  readonly cooked: number;
  /** By totals that are off by a little or in both directions, and by a result that is not their difference. */
  readonly slipped: number;
}

/**
 * Tells cooked totals from slips. Undefined where a total or the result is missing. A total that is off by up to 2 % is a
 * slip; two that are off in opposite directions are slips, whatever their size; beyond that a total was cooked, for the
 * account or against it. What the result departs from the filed totals is a slip in any case, as in an average.
 */
export function departureOf(report: ReadFinanceReport, totals: AccountTotals): Departure | undefined {
  const { revenue, cost, result } = report;
  if (revenue === undefined || cost === undefined || result === undefined) return undefined;
  const settle = (off: number) => (Math.abs(off) <= ROUNDING_SHARE * totals.revenue ? 0 : off);
  const parts = [
    { off: settle(revenue - totals.revenue), total: totals.revenue },
    { off: settle(totals.cost - cost), total: totals.cost },
  ];
  const isOneWay = !(parts.some(({ off }) => off > 0) && parts.some(({ off }) => off < 0));
  const isCooked = ({ off, total }: (typeof parts)[number]) => isOneWay && Math.abs(off) > SLIP_SHARE * total;
  const sum = (chosen: typeof parts) => chosen.reduce((all, { off }) => all + off, 0);
  const ownSlip = settle(result - (revenue - cost));
  const inPercent = (amount: number) => Math.round((amount / totals.revenue) * 10_000) / 100 + 0;
  return {
    cooked: inPercent(sum(parts.filter(isCooked))),
    slipped: inPercent(sum(parts.filter((part) => !isCooked(part))) + ownSlip),
  };
}
