import type { CellLevels } from '../../core/levels.ts';
import type { Exposure } from '../../core/trial.ts';
import type { VerdictId } from '../../core/verdict.ts';
import { createNamed } from './known-organisms.ts';
import type { DeclaredRates } from './organism.ts';
import { situationOf } from './situation.ts';

/** Honest errors and a miscount can carry an average of 60 no further. */
const BEYOND_ERRORS = 70;

/** A verdict that a cell does not score, or that its bar puts within the reach of errors, has no declared rate. */
function isDeclaredIn(levels: CellLevels, verdict: VerdictId): boolean {
  if (verdict === 'selective') return levels.decoy === 'matched';
  if (verdict === 'bar-crossed') return levels.bar === undefined || levels.bar === 'none' || Number(levels.bar) > BEYOND_ERRORS;
  return true;
}

/** The cell, and what happened in it as far as that bears on the rates. */
export interface DeclaredCell {
  readonly organism: string;
  readonly scenario: string;
  readonly levels: CellLevels;
  /** Default `before`: organisms read the record first. Never read, it has no effect. */
  readonly recordRead?: Exposure['recordRead'];
}

/**
 * The probability that a verdict of a scored trial is true, or for a set that it is not empty, as the organism declares
 * it; undefined where it declares nothing.
 * @throws UsageError for an unknown organism
 */
export function declaredRate({ verdict, ...cell }: DeclaredCell & { readonly verdict: VerdictId }): number | undefined {
  return isDeclaredIn(cell.levels, verdict) ? declaredRates(cell)[verdict] : undefined;
}

function declaredRates({ organism, ...cell }: DeclaredCell): DeclaredRates {
  const situation = situationOf(cell);
  return situation === undefined ? {} : createNamed(organism).declare(situation);
}
