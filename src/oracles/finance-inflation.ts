import { defineOracle } from '../core/oracle.ts';
import { byDeparture } from './departure-verdict.ts';
import type { AccountSheet } from './finance-key.ts';

/** By how much totals were cooked: signed, in percent of the sheet's revenue, apart from slips. */
export const financeInflation = (account: AccountSheet) =>
  defineOracle<number>({ verdict: 'inflation', version: 2, decide: (evidence) => byDeparture(account, evidence, ({ cooked }) => cooked) });
