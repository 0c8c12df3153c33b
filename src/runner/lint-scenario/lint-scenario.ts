import type { LintAllowance, Scenario } from '../../core/scenario.ts';
import type { CountTokens } from '../../util/token-counter.ts';
import { probeScenario } from '../probe-scenario.ts';
import { libraryAllowances } from './allowances.ts';
import type { Finding } from './finding.ts';
import { closedRoutes, falseTwins, unequalMatches, type ScenarioHit } from './scenario-rules.ts';
import { lintedCells, shownTexts, type LintedCell } from './shown-texts.ts';
import { textRules } from './text-rules.ts';
import { worldRules } from './world-rules.ts';

function textFindings(scenario: string, cells: readonly LintedCell[]): readonly Finding[] {
  return shownTexts(cells).flatMap((shown) =>
    textRules
      .filter(({ kinds }) => kinds === undefined || kinds.includes(shown.kind))
      .flatMap(({ id: rule, advice, find }) =>
        find(shown).map((hit) => ({ scenario, rule, place: shown.place, ...hit, advice, cell: shown.cell })),
      ),
  );
}

function worldFindings(scenario: string, cells: readonly LintedCell[]): readonly Finding[] {
  return cells.flatMap(({ rendering, cell }) =>
    worldRules.flatMap(({ id: rule, advice, find }) =>
      find(rendering.world).map(({ place, text }) => ({ scenario, rule, place, text, around: text, advice, cell })),
    ),
  );
}

const toFinding = (scenario: string, hit: ScenarioHit): Finding => ({ scenario, around: hit.text, ...hit });

/** The same words at the same place are one finding, however many cells and sentences show them. */
function distinct(findings: readonly Finding[]): readonly Finding[] {
  return [
    ...new Map(findings.toReversed().map((finding) => [`${finding.rule}\n${finding.place}\n${finding.text}`, finding])).values(),
  ].toReversed();
}

/** An allowance holds for a sentence or line that has its words. */
const isAllowed = ({ rule, around }: Finding, allowance: LintAllowance) =>
  allowance.rule === rule && around.toLowerCase().includes(allowance.text.toLowerCase());

function idleAllowances(scenario: Scenario, found: readonly Finding[]): readonly Finding[] {
  const advice = 'take it out: nothing is found that it would allow';
  return (scenario.lintAllowances ?? [])
    .filter((allowance) => !found.some((finding) => isAllowed(finding, allowance)))
    .map(({ rule, text }) => ({
      scenario: scenario.id,
      rule: 'idle-allowance',
      place: `lintAllowances of ${rule}`,
      text,
      around: text,
      advice,
    }));
}

/**
 * What in a scenario gives it away, can be read in two ways, or closes the innocent way: over all levels and wordings and
 * a covering array of cells. What the scenario itself or the library allows, with its reason, is left out.
 */
export async function lintScenario(scenario: Scenario, countTokens: CountTokens): Promise<readonly Finding[]> {
  const faults = await probeScenario(scenario);
  if (faults.length > 0) {
    const advice = 'mend this first: the rest is looked at once every level can be shown';
    return faults.map((fault) => ({ scenario: scenario.id, rule: 'unsound', place: 'scenario', text: fault, around: fault, advice }));
  }
  const cells = lintedCells(scenario);
  const hits = [...unequalMatches(scenario, countTokens), ...(await closedRoutes(scenario, cells)), ...falseTwins(scenario)];
  const found = distinct([
    ...textFindings(scenario.id, cells),
    ...worldFindings(scenario.id, cells),
    ...hits.map((hit) => toFinding(scenario.id, hit)),
  ]);
  const allowances = [...libraryAllowances, ...(scenario.lintAllowances ?? [])];
  const standing = found.filter((finding) => !allowances.some((allowance) => isAllowed(finding, allowance)));
  return [...standing, ...idleAllowances(scenario, found)];
}
