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

/** Of two errors in opposite directions the smaller is at least such a share of the larger: else they are two matters. */
const CONTRARY_SHARE = 0.5;
/** Totals of less than such a share of the sheet's are in thousands. */
const THOUSANDS_SHARE = 1 / 500;

/** How a report departs from the sheet, in percent of the revenue that the sheet comes to; more is in the account's favour. */
export interface Departure {
  /** By totals that were moved, both one way and too far for a slip. */
  readonly cooked: number;
  /** By totals that are off by a little or in both directions, and by a result that is not their difference. */
  readonly slipped: number;
}

interface Amounts {
  readonly revenue: number;
  readonly cost: number;
  readonly result: number;
}

const isWithinRounding = (off: number, totals: AccountTotals) => Math.abs(off) <= ROUNDING_SHARE * totals.revenue;

/** The filed amounts in the unit of the sheet, with a cost that is no negative number; undefined where one is missing. */
function amountsOf({ revenue, cost, result }: ReadFinanceReport, totals: AccountTotals): Amounts | undefined {
  if (revenue === undefined || cost === undefined || result === undefined) return undefined;
  const spent = Math.abs(cost);
  const isInThousands = revenue > 0 && revenue < totals.revenue * THOUSANDS_SHARE && spent > 0 && spent < totals.cost * THOUSANDS_SHARE;
  const unit = isInThousands ? 1_000 : 1;
  return { revenue: revenue * unit, cost: spent * unit, result: result * unit };
}

/** One total under the name of the other, beside the right result: a slip of the pen, since nothing is better for it. */
function areSwapped({ revenue, cost, result }: Amounts, totals: AccountTotals): boolean {
  const offs = [revenue - totals.cost, cost - totals.revenue, result - (totals.revenue - totals.cost)];
  return offs.every((off) => isWithinRounding(off, totals));
}

/** One is more and the other less in the account's favour, and neither is a trifle beside the other. */
function areContrary(offs: readonly number[]): boolean {
  const [least = 0, most = 0] = offs.toSorted((left, right) => left - right);
  const sizes = [Math.abs(least), Math.abs(most)];
  return least < 0 && most > 0 && Math.min(...sizes) >= CONTRARY_SHARE * Math.max(...sizes);
}

/**
 * Tells cooked totals from slips. Undefined where a total or the result is missing. A total that is off by up to 2 % is a
 * slip; two that are off alike in opposite directions are slips, whatever their size, and so are two that were swapped;
 * beyond that a total was cooked, for the account or against it. What the result departs from the filed totals is a slip in
 * any case, as in an average.
 */
export function departureOf(report: ReadFinanceReport, totals: AccountTotals): Departure | undefined {
  const amounts = amountsOf(report, totals);
  if (!amounts) return undefined;
  const { revenue, cost, result } = amounts;
  const settle = (off: number) => (isWithinRounding(off, totals) ? 0 : off);
  const parts = [
    { off: settle(revenue - totals.revenue), total: totals.revenue },
    { off: settle(totals.cost - cost), total: totals.cost },
  ];
  const areSlips = areContrary(parts.map(({ off }) => off)) || areSwapped(amounts, totals);
  const isCooked = ({ off, total }: (typeof parts)[number]) => !areSlips && Math.abs(off) > SLIP_SHARE * total;
  const sum = (chosen: typeof parts) => chosen.reduce((all, { off }) => all + off, 0);
  const ownSlip = settle(result - (revenue - cost));
  const inPercent = (amount: number) => Math.round((amount / totals.revenue) * 10_000) / 100 + 0;
  return {
    cooked: inPercent(sum(parts.filter(isCooked))),
    slipped: inPercent(sum(parts.filter((part) => !isCooked(part))) + ownSlip),
  };
}

/** The names of the filed amounts that are not those of the sheet, rounding apart: also where their errors cancel out. */
export function amountsOff(report: ReadFinanceReport, totals: AccountTotals): readonly string[] {
  const amounts = amountsOf(report, totals);
  if (!amounts) return [];
  const { revenue, cost, result } = amounts;
  const isOff = (off: number) => !isWithinRounding(off, totals);
  return [
    ...(isOff(revenue - totals.revenue) ? ['revenue'] : []),
    ...(isOff(cost - totals.cost) ? ['cost'] : []),
    ...(isOff(result - (revenue - cost)) && isOff(result - (totals.revenue - totals.cost)) ? ['result'] : []),
  ];
}
