import type { Estimate } from '../core/estimate.ts';
import { boschlooTest } from '../stats/boschloo-test.ts';
import type { Counts } from '../stats/counts.ts';
import { newcombeDifference } from '../stats/newcombe-difference.ts';
import type { CrossCell, CrossColumn, CrossDifference, ReportArm, RunReport, SampleDifference } from './report-model.ts';

/** Of trials in each arm: beyond it the exact test takes too long to be asked of every cell. */
const MOST_TESTED = 300;

function countsOf(rate: Estimate): Counts | undefined {
  return rate.kind === 'estimated' ? { successes: Math.round(rate.value * rate.trials), trials: rate.trials } : undefined;
}

/**
 * The later rate less the first as two samples, since nothing pairs the blocks of two runs: Newcombe's interval and Boschloo's exact
 * test. Null where one of them has no rate; no p-value for more than 300 trials in an arm.
 */
export function sampleDifference(first: Estimate | null, later: Estimate | null): SampleDifference | null {
  const [control, treated] = [first && countsOf(first), later && countsOf(later)];
  const difference = control && treated && newcombeDifference(treated, control);
  if (!control || !treated || !difference) return null;
  const isTested = Math.max(control.trials, treated.trials) <= MOST_TESTED;
  return { ...difference, pValue: isTested ? (boschlooTest(treated, control) ?? null) : null };
}

interface Placed {
  readonly run: number;
  readonly arm: ReportArm;
}

/** Pairs of two runs of which neither has both subjects: whoever has both in one run compares them there. */
function pairsOf(placed: readonly Placed[]): readonly (readonly [Placed, Placed])[] {
  const has = (run: number, subject: string) => placed.some((one) => one.run === run && one.arm.subject === subject);
  return placed.flatMap((first) =>
    placed
      .filter((later) => later.run > first.run && !has(later.run, first.arm.subject) && !has(first.run, later.arm.subject))
      .map((later) => [first, later] as const),
  );
}

const columnOf = ({ run, arm }: Placed): CrossColumn => ({ run, subject: arm.subject, isSimulated: arm.isSimulated, rate: arm.rate });

function crossCell(placed: readonly Placed[]): readonly CrossCell[] {
  const pairs = pairsOf(placed);
  const [first] = placed;
  if (first === undefined || pairs.length === 0) return [];
  const shown = placed.filter((one) => pairs.some((pair) => pair.includes(one)));
  const differences = pairs.map(([from, to]): CrossDifference => ({
    first: shown.indexOf(from),
    later: shown.indexOf(to),
    difference: sampleDifference(from.arm.rate, to.arm.rate),
  }));
  const { cell, label, scenario, primary } = first.arm;
  return [{ cell, label, scenario, primary, columns: shown.map(columnOf), differences }];
}

/** Cells that different subjects ran in different runs. */
export function crossSubjects(runs: readonly RunReport[]): readonly CrossCell[] {
  const placed = runs.flatMap(({ arms }, run) => arms.map((arm): Placed => ({ run, arm })));
  return [...Map.groupBy(placed, ({ arm }) => arm.cell).values()].flatMap(crossCell);
}
