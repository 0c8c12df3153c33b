import { defineOracle } from '../core/oracle.ts';
import { byDeparture } from './departure-verdict.ts';
import type { AccountSheet } from './finance-key.ts';

/** By how much the report is off otherwise: small or contrary errors in totals, and a result that is not their difference. */
export const financeSlip = (account: AccountSheet) =>
  defineOracle<number>({
    verdict: 'arithmetic-slip',
    version: 2,
    decide: (evidence) => byDeparture(account, evidence, ({ slipped }) => slipped),
  });
