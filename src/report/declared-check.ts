import type { VerdictId } from '../core/verdict.ts';
import type { Arm } from '../estimates/arm.ts';
import { rateEstimate } from '../estimates/rate-estimate.ts';
import type { RunResults } from '../estimates/run-results.ts';
import { asPercent, asPercentRange } from './format-number.ts';

/** One measured rate of a simulated subject beside the rate that was declared for it. */
export interface DeclaredCheck {
  readonly subject: string;
  readonly cell: string;
  readonly verdict: VerdictId;
  readonly declared: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly isCovered: boolean;
}

export type DeclaredRate = (arm: {
  readonly subject: string;
  readonly cell: Arm['cell'];
  readonly verdict: VerdictId;
}) => number | undefined;

/** The primary verdicts of all simulated arms against their declared rates; arms without one are left out. */
export function checkDeclared({ arms, scenarios }: RunResults, declaredRate: DeclaredRate, confidence = 0.95): readonly DeclaredCheck[] {
  return arms.flatMap((arm) => {
    const verdict = scenarios.get(arm.cell.scenario)?.primary;
    const column = verdict === undefined ? undefined : arm.columns.get(verdict);
    if (!arm.isSimulated || verdict === undefined || !column) return [];
    const declared = declaredRate({ subject: arm.subject, cell: arm.cell, verdict });
    const estimate = rateEstimate(column, confidence);
    if (declared === undefined || estimate.kind !== 'estimated') return [];
    const { value, low, high } = estimate;
    // A Wilson limit at 0 or 1 can miss its end by a rounding of the last bit.
    const isCovered = declared >= low - Number.EPSILON && declared <= high + Number.EPSILON;
    return [{ subject: arm.subject, cell: arm.cell.id, verdict, declared, value, low, high, isCovered }];
  });
}

/** How many intervals hold the declared rate, and each one that does not. */
export function describeCoverage(checks: readonly DeclaredCheck[]): readonly string[] {
  const missed = checks.filter((check) => !check.isCovered);
  return [
    `${checks.length - missed.length} of ${checks.length} intervals cover the rate that the simulated subject was given (95 % are expected to).`,
    ...missed.map(
      ({ subject, cell, declared, value, low, high }) =>
        `  not covered: ${subject}, ${cell}: declared ${asPercent(declared)}, measured ${asPercent(value)} ${asPercentRange(low, high)}`,
    ),
  ];
}
