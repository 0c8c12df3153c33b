import { renderTextTable } from '../../report/render-tables.ts';
import { checkDocumentedCoverage, intervalsInUse, type DocumentedIntervals } from '../../stats/check-documented-coverage.ts';
import {
  COVERAGE_BARS,
  coverPoint,
  isWithinBars,
  summariseGrid,
  type GridCoverage,
  type PointCoverage,
} from '../../stats/composite-coverage.ts';
import { compositeEstimates, type CompositeEstimate } from '../../stats/composite-estimates.ts';
import { correctedEstimates } from '../../stats/corrected-estimates.ts';
import { type ErrorRateCheck, errorRateChecks, summariseErrors } from '../../stats/error-rates.ts';
import { seededUniform } from '../../stats/seeded-uniform.ts';
import { type CoverageCheck, simulatedCoverageChecks, summariseSimulated } from '../../stats/simulated-coverage.ts';
import { asShare, createTicker, markOf, numericSeed, type PartRequest, type SelftestPart } from './selftest-part.ts';

const FULL = { tables: 4000, everyPoint: 1, draws: 20_000 };
const QUICK = { tables: 1000, everyPoint: 12, draws: 4000 };

function showExact(intervals: DocumentedIntervals, { context }: PartRequest): number {
  const checks = checkDocumentedCoverage(intervals);
  const rows = checks.map(({ method, points, furthest, lowest, isDocumented }) => [
    markOf(isDocumented),
    method,
    String(points),
    `${(100 * furthest).toFixed(3)}`,
    asShare(lowest),
  ]);
  const notes = checks
    .filter(({ isDocumented }) => !isDocumented)
    .map(({ method, furthestAt }) => `${method} is furthest off at ${furthestAt}`);
  context.out(
    renderTextTable({
      title: 'Rates, differences, pairs, by every possible outcome: at most .2 points off the documented curve',
      heads: ['', 'interval', 'points', 'furthest off (points)', 'lowest coverage'],
      rows,
      notes,
    }),
  );
  return notes.length;
}

/** Every so many-th point: in a sample a single one is let off by three standard errors of its simulation. */
function isWithin(found: GridCoverage, { isQuick }: PartRequest): boolean {
  if (!isQuick) return isWithinBars(found);
  const error = Math.sqrt((COVERAGE_BARS.lowest * (1 - COVERAGE_BARS.lowest)) / QUICK.tables);
  const lowest = { ...found.lowest, coverage: found.lowest.coverage + 3 * error };
  return isWithinBars({ ...found, lowest });
}

async function simulate({ name, points }: CompositeEstimate, request: PartRequest): Promise<GridCoverage> {
  const { tables, everyPoint } = request.isQuick ? QUICK : FULL;
  const random = seededUniform(numericSeed(request.seed, name));
  const chosen = points.filter((_, index) => index % everyPoint === 0);
  const tick = createTicker(name, request);
  const found: PointCoverage[] = [];
  for (const point of chosen) {
    found.push(coverPoint(point, tables, random));
    await tick(found.length / chosen.length);
  }
  return summariseGrid(found);
}

async function showComposite(estimates: readonly CompositeEstimate[], request: PartRequest): Promise<number> {
  const { tables } = request.isQuick ? QUICK : FULL;
  const rows: string[][] = [];
  const notes: string[] = [];
  let faults = 0;
  for (const estimate of estimates) {
    const found = await simulate(estimate, request);
    const isOk = isWithin(found, request);
    faults += isOk ? 0 : 1;
    const { points, average, lowest, widthRatio, widest } = found;
    const shares = [average, lowest.coverage].map(asShare);
    rows.push([markOf(isOk), estimate.name, String(points), ...shares, widthRatio.toFixed(2), widest.widthRatio.toFixed(2)]);
    notes.push(`lowest: ${lowest.name}`);
  }
  request.context.out(
    renderTextTable({
      title: `Composite estimates, ${tables} simulated verdict tables at each point of a grid`,
      heads: ['', 'estimate', 'points', 'average', 'lowest', 'width', 'widest'],
      rows,
      notes: [
        ...notes,
        `bars: ${asShare(COVERAGE_BARS.average)} on average, ${asShare(COVERAGE_BARS.lowest)} at any point, a median width of ${COVERAGE_BARS.widthRatio} times the score`,
        'interval of the same rates, the blocks thrown together (Mee 1984; Martin Andres et al. 2011)',
        ...(request.isQuick ? ['in this sample the lowest point is let off by three standard errors of its simulation'] : []),
      ],
    }),
  );
  return faults;
}

/** Without its sign, which stands in the head of the first: the table would not fit a terminal. */
const asPercent = (share: number) => (100 * share).toFixed(1);

async function showSimulated(checks: readonly CoverageCheck[], request: PartRequest): Promise<number> {
  const { draws } = request.isQuick ? QUICK : FULL;
  const tick = createTicker('means and agreements', request);
  const rows: string[][] = [];
  const notes: string[] = [];
  let faults = 0;
  for (const { name, documented, measure } of checks) {
    const found = summariseSimulated(documented, measure(draws, seededUniform(numericSeed(request.seed, name))));
    faults += found.isDocumented ? 0 : 1;
    const shares = [
      found.average,
      documented.average,
      found.lowest.coverage,
      documented.lowest,
      found.highest.coverage,
      documented.highest,
    ];
    rows.push([markOf(found.isDocumented), name, String(found.points), ...shares.map(asPercent)]);
    notes.push(...found.off.slice(0, 1).map((point) => `${name} covers ${asShare(point.coverage)} at ${point.name}`));
    await tick(rows.length / checks.length);
  }
  request.context.out(
    renderTextTable({
      title: `Means, agreements and looks without end: up to ${draws} studies a point, beside what is documented`,
      heads: ['', 'interval', 'points', 'mean, %', 'bar', 'lowest', 'bar', 'highest', 'bar'],
      rows,
      notes: [...notes, 'each share is let off by four standard errors of its simulation'],
    }),
  );
  return faults;
}

async function showErrors(checks: readonly ErrorRateCheck[], request: PartRequest): Promise<number> {
  const { draws } = request.isQuick ? QUICK : FULL;
  const tick = createTicker('error rates', request);
  const rows: string[][] = [];
  const notes: string[] = [];
  for (const check of checks) {
    const found = summariseErrors(check, check.measure(draws, seededUniform(numericSeed(request.seed, check.name))), draws);
    rows.push([markOf(found.isWithin), check.name, check.what, String(found.points), asShare(found.highest.rate), asShare(check.atMost)]);
    if (!found.isWithin) notes.push(`${check.name} errs most at ${found.highest.name}`);
    await tick(rows.length / checks.length);
  }
  request.context.out(
    renderTextTable({
      title: `Tests and adjusted p-values at 5 %: how often they err, exact or in ${draws} families`,
      heads: ['', 'method', 'errors', 'points', 'highest', 'at most'],
      rows,
      notes: [...notes, 'what is simulated is let off by four standard errors of its simulation'],
    }),
  );
  return notes.length;
}

interface WhatIsTried {
  readonly intervals?: DocumentedIntervals;
  readonly estimates?: readonly CompositeEstimate[];
  readonly simulated?: readonly CoverageCheck[];
  readonly checks?: readonly ErrorRateCheck[];
}

/** Is an interval what it is documented to be, does one of a composite estimate cover what it must at a fair width, does a test err too often? */
export function coveragePart({
  intervals = intervalsInUse,
  estimates = [...compositeEstimates(), ...correctedEstimates()],
  simulated = simulatedCoverageChecks(),
  checks = errorRateChecks(),
}: WhatIsTried = {}): SelftestPart {
  return {
    letter: 'c',
    title: 'intervals and tests',
    run: async (request) =>
      showExact(intervals, request) +
      (await showComposite(estimates, request)) +
      (await showSimulated(simulated, request)) +
      (await showErrors(checks, request)),
  };
}
