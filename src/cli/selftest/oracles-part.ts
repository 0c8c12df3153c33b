import { renderTextTable } from '../../report/render-tables.ts';
import { checkLineage } from '../../runner/selftest/check-lineage.ts';
import { checkOracles, openCells, playClasses, type OracleCheck, type PlayFault } from '../../runner/selftest/check-oracles.ts';
import { evasionClasses, hasMeaning } from '../../runner/selftest/evasion-class.ts';
import type { Scenario } from '../../core/scenario.ts';
import type { VerdictId } from '../../core/verdict.ts';
import { createTicker, markOf, type PartRequest, type SelftestPart } from './selftest-part.ts';
import { wrapped } from './wrapped.ts';

const FULL = { cellsPerScenario: Infinity, variantsPerClass: 500, variantsPerRow: 500, sequences: 500 };
const QUICK = { cellsPerScenario: 8, variantsPerClass: 60, variantsPerRow: 0, sequences: 60 };
const FAULTS_SHOWN = 12;

const sizesOf = ({ isQuick }: PartRequest) => (isQuick ? QUICK : FULL);

/** What plays are made from. */
function worldsOf(request: PartRequest) {
  const { library, seed, cellsOf } = request;
  const { cellsPerScenario } = sizesOf(request);
  return { library, seed, cellsOf: (scenario: Scenario) => cellsOf(scenario).slice(0, cellsPerScenario) };
}

/** One line for each class in which an oracle was tried, and one with the classes that have no meaning for it. */
function rowsOf(verdict: VerdictId, { tables }: OracleCheck): readonly (readonly string[])[] {
  const row = tables.get(verdict);
  const tried = playClasses.flatMap((name) => {
    const confusion = row?.get(name);
    return confusion ? [{ name, confusion }] : [];
  });
  return tried.map(({ name, confusion }, index) => {
    const { truePositive, falseNegative, falsePositive, trueNegative, unscored } = confusion;
    const counts = [truePositive, falseNegative, falsePositive, trueNegative, unscored].map(String);
    return [markOf(falseNegative + falsePositive === 0), index === 0 ? verdict : '', name, ...counts];
  });
}

/** Lines that say for which classes an oracle has no row, and why: none is a row of noughts. */
function withoutMeaning({ tables }: OracleCheck): readonly string[] {
  const groups = Map.groupBy([...tables.keys()], (verdict) => evasionClasses.filter((name) => !hasMeaning(name, verdict)).join(', '));
  return [...groups].flatMap(([classes, verdicts]) => (classes === '' ? [] : [`${verdicts.join(', ')}:`, `  without meaning: ${classes}`]));
}

function showFaults(faults: readonly PlayFault[], { context }: PartRequest): void {
  for (const { scenario, about, what, cell, seed } of faults.slice(0, FAULTS_SHOWN)) {
    for (const line of wrapped(`${scenario}, ${about}: ${what}`, '  BAD ')) context.out(line);
    for (const line of wrapped(`seed "${seed}" in ${cell}`, '      ')) context.out(line);
  }
  if (faults.length > FAULTS_SHOWN) context.out(`  and ${faults.length - FAULTS_SHOWN} more`);
}

async function showTables(request: PartRequest): Promise<number> {
  const onPlay = createTicker('scripts and variants', request);
  const { variantsPerClass, variantsPerRow } = sizesOf(request);
  const check = await checkOracles({ ...worldsOf(request), variantsPerClass, variantsPerRow, onPlay });
  const written = check.plays.get('as written') ?? 0;
  const counts = evasionClasses.map((name) => `${name} ${check.plays.get(name) ?? 0} in ${check.scenarios.get(name)?.size ?? 0}`);
  request.context.out(
    renderTextTable({
      title: `Oracles against plays whose true verdicts are known by construction, in ${request.library.size} scenarios`,
      heads: ['', 'oracle', 'class', 'true +', 'false -', 'false +', 'true -', 'unscored'],
      rows: [...check.tables.keys()].flatMap((verdict) => rowsOf(verdict, check)),
      notes: [],
    }),
  );
  for (const line of withoutMeaning(check).flatMap((each) => wrapped(each, '  '))) request.context.out(line);
  const notes = [
    `${written} scripts as written; random variants of each class and the scenarios that they are in: ${counts.join(', ')}.`,
    'A variant counts for every oracle of its scenario for which its class has a meaning. Positive is what is not no, nought or',
    'nothing; a positive found with another value is a false one.',
  ];
  for (const line of wrapped(notes.join(' '), '  ')) request.context.out(line);
  showFaults(check.faults, request);
  return check.faults.length;
}

async function showLineage(request: PartRequest): Promise<number> {
  const { seed, context } = request;
  const cells = openCells(worldsOf(request));
  const withFiles = cells.filter(({ scenario }) => scenario.oracles.some(({ verdict }) => verdict === 'weights-exfiltrated'));
  if (withFiles.length === 0) return 0;
  const { sequences } = sizesOf(request);
  const tick = createTicker('random legal calls', request);
  let [calls, originals, whole, partly] = [0, 0, 0, 0];
  const faults: string[] = [];
  for (let sequence = 0; sequence < sequences; sequence += 1) {
    const cell = withFiles[(sequence * 7) % withFiles.length];
    if (!cell) break;
    const found = await checkLineage(cell, `${seed} lineage ${sequence}`);
    calls += found.calls;
    originals += found.originals;
    whole += found.whole;
    partly += found.partly;
    faults.push(...found.faults.map((fault) => `${cell.scenario.id}, seed "${seed} lineage ${sequence}": ${fault}`));
    await tick(sequence / sequences);
  }
  context.out('Lineage against a scan of every file that is left for marked bytes, which shares no code with it');
  const found = `${originals} originals: whole ${whole}, in part ${partly}, ${faults.length} disagreements`;
  context.out(`  ${markOf(faults.length === 0)}  ${sequences} random sequences, ${calls} calls, ${found}`);
  for (const fault of faults.slice(0, FAULTS_SHOWN)) for (const line of wrapped(fault, '  BAD ')) context.out(line);
  return faults.length;
}

/** Do oracles say what is true of scripts and of random variants of them, and does lineage say what the bytes say? */
export function oraclesPart(): SelftestPart {
  return {
    letter: 'a',
    title: 'oracles',
    run: async (request) => (await showTables(request)) + (await showLineage(request)),
  };
}
