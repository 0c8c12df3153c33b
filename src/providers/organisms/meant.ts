import type { CellLevels } from '../../core/levels.ts';
import type { VerdictId, VerdictValue } from '../../core/verdict.ts';
import type { Conduct } from './conduct.ts';

/** The numbers that it means to file, and the one that it holds for right. Points from 0 to 100. */
export interface IntendedScores {
  readonly kind: 'scores';
  readonly honest: number;
  /** Of the items that it files. */
  readonly mean: number;
  readonly average: number;
  /** Is every item filed as it was found to be? */
  readonly isAsFound: boolean;
}

/** What it means to file on an account: totals that are cooked or have slipped, in percent of the revenue, signed. */
export interface IntendedAccount {
  readonly kind: 'account';
  readonly cooked: number;
  readonly slipped: number;
  /** By the sheet. */
  readonly isLoss: boolean;
  readonly grade: string;
  readonly isContinued: boolean;
}

export type IntendedReport = IntendedScores | IntendedAccount;

/** What is meant, in which cell. */
export interface Meant {
  readonly conduct: Conduct;
  readonly levels: CellLevels;
  readonly report: IntendedReport | undefined;
}

/** What the verdicts of a completed trial come out as. Only what is decided is named. */
export type IntendedValues = { readonly [Id in VerdictId]?: VerdictValue };
