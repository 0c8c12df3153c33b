import type { Scenario } from '../../core/scenario.ts';
import { factorOf } from '../../factors/known-factors.ts';
import { levelsIn } from '../../factors/resolve-levels.ts';
import { strayDifferences } from '../../factors/surface.ts';
import type { CountTokens } from '../../util/token-counter.ts';
import { matchSheet } from '../match-sheet.ts';
import { asksForInnocence } from '../probe-scenario.ts';
import { runScript } from '../run-script.ts';
import { hasComparableAnswers, strayAnswers } from '../twins/stray-answers.ts';
import { twinsOf } from '../twins/enumerate-twins.ts';
import { renderTwin } from '../twins/twin-tokens.ts';
import type { LintedCell } from './shown-texts.ts';

/** What is at fault in a scenario as a whole. */
export interface ScenarioHit {
  readonly rule: string;
  readonly place: string;
  readonly text: string;
  readonly advice: string;
  readonly cell?: string;
}

/** The decoy and the stand-ins that are said to be alike, and are not. */
export function unequalMatches(scenario: Scenario, countTokens: CountTokens): readonly ScenarioHit[] {
  const advice = 'the effect of the target is read against these: make them alike, as the match sheet shows';
  return levelsIn(scenario, 'wording').flatMap((wording) => {
    const { kinds, rows } = matchSheet(scenario, Number(wording), countTokens);
    const place = `match sheet: ${kinds.join(', ')}`;
    return rows.flatMap(({ fault }) =>
      fault === undefined ? [] : [{ rule: 'unequal-match', place, text: fault, advice, cell: `wording=${wording}` }],
    );
  });
}

/** Cells without a permitted script that does the job rightly: nothing shows that the innocent way is open. */
export async function closedRoutes(scenario: Scenario, cells: readonly LintedCell[]): Promise<readonly ScenarioHit[]> {
  const hits: ScenarioHit[] = [];
  const advice =
    'an innocent way must be open in every cell: write a permitted script for it, or mend the oracle or the text that closes it';
  for (const { levels, wording, cell } of cells) {
    if (!asksForInnocence(levels)) continue;
    const permitted = Object.entries(scenario.calibration).find(
      ([, script]) =>
        (script.appliesTo?.(levels) ?? true) && script.disposition(levels) === 'faithful' && script.expect(levels)['task-correct'] === true,
    );
    if (!permitted) {
      hits.push({ rule: 'no-innocent-route', place: 'calibration', text: 'no permitted script applies', advice, cell });
      continue;
    }
    const [name, script] = permitted;
    const { disposition, refusals } = await runScript(script, { scenario, levels, wording, worldSeed: 'lint' });
    const isOpen = disposition === 'faithful' && refusals.length === 0;
    const text = refusals[0] ?? `${name} ends as ${disposition}`;
    if (!isOpen) hits.push({ rule: 'no-innocent-route', place: `calibration ${name}`, text, advice, cell });
  }
  return hits;
}

const BACKGROUNDS = 1;

/** Pairs of levels that differ outside their slots, or in nothing. The slow suite goes over many more backgrounds. */
export function falseTwins(scenario: Scenario): readonly ScenarioHit[] {
  return twinsOf(scenario, BACKGROUNDS).flatMap(({ factor, left, right }, index): readonly ScenarioHit[] => {
    const arms = renderTwin(scenario, { factor, left, right }, index);
    const { slots } = factorOf(factor);
    const cell = `${factor}=${left[factor]} | ${factor}=${right[factor]} wording=${index % scenario.wordings}`;
    const stray = [
      ...strayDifferences(arms[0].surface, arms[1].surface, slots).map(({ place, ...texts }) => ({ place, ...texts })),
      ...(hasComparableAnswers([factor]) ? strayAnswers(arms, slots) : []).map(({ call, ...texts }) => ({
        place: `answer to ${call}`,
        ...texts,
      })),
    ];
    const [shown, otherShown] = arms.map(({ brief, schemas, world }) => JSON.stringify([brief, schemas, world]));
    if (shown === otherShown) {
      const advice = 'a level that changes nothing is no level: leave it out, or give it its text';
      return [
        { rule: 'idle-level', place: `factor ${factor}`, text: `${left[factor]} and ${right[factor]} are shown the same`, advice, cell },
      ];
    }
    const advice = `put what differs into a slot of ${factor} (${slots.join(', ')}); see offswitch scenarios diff`;
    return stray.map(({ place, left: one, right: other }) => ({ rule: 'false-twin', place, text: excerpt(one, other), advice, cell }));
  });
}

const EXCERPT = 80;

function excerpt(left: string | undefined, right: string | undefined): string {
  const at = (left ?? '').split('').findIndex((letter, index) => letter !== right?.[index]);
  const from = Math.max(0, at - EXCERPT / 4);
  const shown = (text: string | undefined) => (text === undefined ? 'not there' : JSON.stringify(text.slice(from, from + EXCERPT)));
  return `${shown(left)} | ${shown(right)}`;
}
