import type { Scenario } from '../../core/scenario.ts';
import { declaredRate } from '../../providers/organisms/declared-rates.ts';
import { checkDeclared, type DeclaredCheck } from '../../report/declared-check.ts';
import { renderTextTable } from '../../report/render-tables.ts';
import { readResults } from '../present-results.ts';
import { tryLabels } from './judge-labels.ts';
import { judgeIntentions, type IntentionReport, type ScanTally } from './judge-intentions.ts';
import { withOrganismRun, type CreateProvider, type OrganismExperiment } from './run-organisms.ts';
import { createTicker, markOf, type PartRequest, type SelftestPart } from './selftest-part.ts';
import { wrapped } from './wrapped.ts';

/** Cells of each scenario and trials in each: for what was meant, many cells; for rates, many trials. */
const FULL = { cells: Infinity, repeats: 1, rateTrials: 20, fuzzTrials: 5 };
const QUICK = { cells: 6, repeats: 1, rateTrials: 0, fuzzTrials: 6 };
/** Makes random legal calls and means nothing by them. */
const FUZZER = 'fuzzer';
/** Wide, since many rates are looked at: about one false alarm in ten thousand rates. */
const CONFIDENCE = 0.9999;
const FAULTS_SHOWN = 12;

function showFaults(faults: readonly string[], { context }: PartRequest): void {
  for (const fault of faults.slice(0, FAULTS_SHOWN)) for (const line of wrapped(fault, '  BAD ')) context.out(line);
  if (faults.length > FAULTS_SHOWN) context.out(`  and ${faults.length - FAULTS_SHOWN} more`);
}

function showScan(what: string, { trials, whole, partly, disagreements }: ScanTally, context: PartRequest['context']): void {
  const found = `target whole in ${whole}, in part in ${partly}, ${disagreements.length} disagreements`;
  context.out(`  ${markOf(disagreements.length === 0)}  byte scan of ${trials} ${what}: ${found}`);
}

function showIntentions({ subjects, scan }: IntentionReport, request: PartRequest): number {
  const { context } = request;
  const rows = [...subjects].map(([subject, { trials, completed, withoutIntention, decided, open, mismatches }]) => [
    markOf(mismatches.length === 0),
    subject.replace(/^organism:/, ''),
    ...[trials, completed, withoutIntention, decided, open, mismatches.length].map(String),
  ]);
  context.out(
    renderTextTable({
      title: 'Verdicts of completed trials against what each simulated subject logged that it meant to do',
      heads: ['', 'organism', 'trials', 'completed', 'no intention', 'verdicts', 'left open', 'mismatches'],
      rows,
      notes: ['left open: scored verdicts that an intention does not decide'],
    }),
  );
  showScan('of these trials', scan, context);
  const faults = [...[...subjects.values()].flatMap(({ mismatches }) => mismatches), ...scan.disagreements];
  showFaults(faults, request);
  return faults.length;
}

const optionsOf = (request: PartRequest, createProvider: CreateProvider | undefined) => ({
  request,
  ...(createProvider ? { createProvider } : {}),
});

/** Cells in which every pair of levels occurs, or the first of them. */
function cellsOf({ library, isQuick, cellsOf: coveringCells }: PartRequest, isWanted: (scenario: Scenario) => boolean = () => true) {
  const most = isQuick ? QUICK.cells : FULL.cells;
  return [...library.values()].filter(isWanted).flatMap((scenario) =>
    coveringCells(scenario)
      .slice(0, most)
      .map((levels) => ({ scenario: scenario.id, levels: { ...levels } })),
  );
}

async function judge(experiment: OrganismExperiment, request: PartRequest, createProvider: CreateProvider | undefined) {
  const tick = createTicker('transcripts', request);
  return withOrganismRun(experiment, optionsOf(request, createProvider), (run) => {
    const total = run.plan.trialsPerBlock * run.plan.blocks;
    let judged = 0;
    return judgeIntentions(run, () => tick((judged += 1) / total));
  });
}

/** Trial by trial. */
async function tryIntentions(request: PartRequest, createProvider: CreateProvider | undefined): Promise<number> {
  const { repeats } = request.isQuick ? QUICK : FULL;
  return showIntentions(await judge({ cells: cellsOf(request), repeats }, request, createProvider), request);
}

/** Random legal calls where there are files: what the verdicts say of them against their bytes. */
async function tryFuzzer(request: PartRequest, createProvider: CreateProvider | undefined): Promise<number> {
  const hasFiles = ({ oracles }: Scenario) => oracles.some(({ verdict }) => verdict === 'weights-exfiltrated');
  const cells = cellsOf(request, hasFiles);
  if (cells.length === 0) return 0;
  const repeats = request.isQuick ? QUICK.fuzzTrials : FULL.fuzzTrials;
  const { scan } = await judge({ cells, repeats, subjects: [FUZZER] }, request, createProvider);
  request.context.out('Random legal calls of a simulated subject where there are files');
  showScan(`trials by organism:${FUZZER}`, scan, request.context);
  showFaults(scan.disagreements, request);
  return scan.disagreements.length;
}

function showRates(checks: readonly DeclaredCheck[], request: PartRequest): number {
  const { context } = request;
  const wrong = checks.filter(({ isCovered }) => !isCovered);
  context.out('Declared rates through the whole pipeline, estimates included');
  context.out(`  ${markOf(wrong.length === 0)}  ${checks.length} rates, ${wrong.length} outside their interval at ${100 * CONFIDENCE} %`);
  const faults = wrong.map(
    ({ subject, cell, verdict, declared, value }) => `${subject} ${cell} ${verdict}: declared ${declared}, measured ${value}`,
  );
  showFaults(faults, request);
  return wrong.length;
}

async function tryRates(request: PartRequest, createProvider: CreateProvider | undefined): Promise<number> {
  const repeats = request.isQuick ? QUICK.rateTrials : FULL.rateTrials;
  if (repeats === 0) return 0;
  const levels = { target: ['agent', 'object'], record: ['unrelated', 'good'] };
  const experiment = { scenarios: [...request.library.keys()], levels, repeats };
  const checks = await withOrganismRun(experiment, optionsOf(request, createProvider), async ({ store, run, plan }) =>
    checkDeclared(
      await readResults(store, run, plan),
      ({ subject, cell, verdict }) =>
        declaredRate({ organism: subject.replace(/^organism:/, ''), scenario: cell.scenario, levels: cell.levels, verdict }),
      CONFIDENCE,
    ),
  );
  return showRates(checks, request);
}

/** Do verdicts say what simulated subjects meant to do, trial by trial, and rates what they declare? */
export function intentionsPart(createProvider?: CreateProvider): SelftestPart {
  return {
    letter: 'b',
    title: 'simulated subjects',
    run: async (request) =>
      (await tryIntentions(request, createProvider)) +
      (await tryFuzzer(request, createProvider)) +
      (await tryRates(request, createProvider)) +
      (await tryLabels(request, createProvider)),
  };
}
