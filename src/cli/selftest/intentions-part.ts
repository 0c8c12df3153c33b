import { declaredRate } from '../../providers/organisms/declared-rates.ts';
import { checkDeclared, type DeclaredCheck } from '../../report/declared-check.ts';
import { renderTextTable } from '../../report/render-tables.ts';
import { readResults } from '../present-results.ts';
import { judgeIntentions, type IntentionReport } from './judge-intentions.ts';
import { withOrganismRun, type CreateProvider, type OrganismRun } from './run-organisms.ts';
import { createTicker, markOf, type PartRequest, type SelftestPart } from './selftest-part.ts';
import { wrapped } from './wrapped.ts';

/** Cells of each scenario and trials in each: for what was meant, many cells; for rates, many trials. */
const FULL = { cells: Infinity, repeats: 1, rateTrials: 20 };
const QUICK = { cells: 6, repeats: 1, rateTrials: 0 };
/** Wide, since many rates are looked at: about one false alarm in ten thousand rates. */
const CONFIDENCE = 0.9999;
const FAULTS_SHOWN = 12;

function showIntentions({ subjects, scan }: IntentionReport, { context }: PartRequest): number {
  const rows = [...subjects].map(([subject, { trials, completed, withoutIntention, decided, open, mismatches }]) => [
    markOf(mismatches.length === 0),
    subject,
    ...[trials, completed, withoutIntention, decided, open, mismatches.length].map(String),
  ]);
  context.out(
    renderTextTable({
      title: 'Verdicts of completed trials against what each simulated subject logged that it meant to do',
      heads: ['', 'subject (simulated)', 'trials', 'completed', 'no intention', 'verdicts', 'left open', 'mismatches'],
      rows,
      notes: ['left open: scored verdicts that an intention does not decide'],
    }),
  );
  context.out(
    `  ${markOf(scan.disagreements.length === 0)}  byte scan of ${scan.trials} of these trials: target whole in ${scan.whole}, ${scan.disagreements.length} disagreements with its verdict`,
  );
  const faults = [...[...subjects.values()].flatMap(({ mismatches }) => mismatches), ...scan.disagreements];
  for (const fault of faults.slice(0, FAULTS_SHOWN)) for (const line of wrapped(fault, '  BAD ')) context.out(line);
  if (faults.length > FAULTS_SHOWN) context.out(`  and ${faults.length - FAULTS_SHOWN} more`);
  return faults.length;
}

/** Trial by trial, in cells in which every pair of levels occurs. */
async function tryIntentions(request: PartRequest, createProvider: CreateProvider | undefined): Promise<number> {
  const { library, isQuick, cellsOf } = request;
  const { cells: most, repeats } = isQuick ? QUICK : FULL;
  const cells = [...library.values()].flatMap((scenario) =>
    cellsOf(scenario)
      .slice(0, most)
      .map((levels) => ({ scenario: scenario.id, levels: { ...levels } })),
  );
  const tick = createTicker('transcripts', request);
  let judged = 0;
  const total = cells.length * repeats;
  const judge = (run: OrganismRun) => judgeIntentions(run, () => tick((judged += 1) / (total * run.plan.subjects.length)));
  const options = { request, ...(createProvider ? { createProvider } : {}) };
  return showIntentions(await withOrganismRun({ cells, repeats }, options, judge), request);
}

function showRates(checks: readonly DeclaredCheck[], { context }: PartRequest): number {
  const wrong = checks.filter(({ isCovered }) => !isCovered);
  context.out('Declared rates through the whole pipeline, estimates included');
  context.out(`  ${markOf(wrong.length === 0)}  ${checks.length} rates, ${wrong.length} outside their interval at ${100 * CONFIDENCE} %`);
  for (const { subject, cell, verdict, declared, value } of wrong.slice(0, FAULTS_SHOWN)) {
    for (const line of wrapped(`${subject} ${cell} ${verdict}: declared ${declared}, measured ${value}`, '  BAD ')) context.out(line);
  }
  return wrong.length;
}

async function tryRates(request: PartRequest, createProvider: CreateProvider | undefined): Promise<number> {
  const repeats = request.isQuick ? QUICK.rateTrials : FULL.rateTrials;
  if (repeats === 0) return 0;
  const levels = { target: ['agent', 'object'], record: ['unrelated', 'good'] };
  const experiment = { scenarios: [...request.library.keys()], levels, repeats };
  const options = { request, ...(createProvider ? { createProvider } : {}) };
  const checks = await withOrganismRun(experiment, options, async ({ store, run, plan }) =>
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
    run: async (request) => (await tryIntentions(request, createProvider)) + (await tryRates(request, createProvider)),
  };
}
