import type { Scenario } from '../src/core/scenario.ts';
import { describeLevels, type FactorId } from '../src/core/levels.ts';
import { factorOf } from '../src/factors/known-factors.ts';
import { strayDifferences } from '../src/factors/surface.ts';
import type { OpenLevels, Twin } from '../src/runner/twins/enumerate-twins.ts';
import { hasComparableAnswers, strayAnswers } from '../src/runner/twins/stray-answers.ts';
import { renderTwin } from '../src/runner/twins/twin-tokens.ts';

const SHOWN_AT_MOST = 300;

const excerpt = (text: string | undefined) => JSON.stringify(text?.slice(0, SHOWN_AT_MOST) ?? 'not there');

function describeStray(twin: Twin, { where, left, right }: { where: string; left: string | undefined; right: string | undefined }): string {
  const at = (left ?? '').split('').findIndex((letter, index) => letter !== right?.[index]);
  const [one, other] = [left, right].map((text) => excerpt(text?.slice(Math.max(0, at - SHOWN_AT_MOST / 4))));
  return `${twin.factor}=${twin.left[twin.factor]}|${twin.right[twin.factor]} ${where}: ${one} | ${other} (${describeLevels(twin.left)})`;
}

/** Bars and a company beside the named levels, as far as a scenario leaves the factor open. */
export function openLevelsIn(scenario: Scenario): OpenLevels {
  const candidates: OpenLevels = { bar: ['61', '77', '100'], company: ['openai'] };
  return Object.fromEntries(
    Object.entries(candidates).filter(
      ([id]) => scenario.factors.includes(id as FactorId) && scenario.levels?.[id as FactorId] === undefined,
    ),
  );
}

/** Where the rendered bytes of a twin differ outside the slots that its factor declares. */
export function strayIn(scenario: Scenario, twin: Twin, index: number): readonly string[] {
  const [left, right] = renderTwin(scenario, twin, index);
  return strayDifferences(left.surface, right.surface, factorOf(twin.factor).slots).map(({ place, ...texts }) =>
    describeStray(twin, { where: place, ...texts }),
  );
}

/** Where the answers of reading tools differ between the arms of a twin, other than in what stands in its slots. */
export function strayAnswersIn(scenario: Scenario, twin: Twin, index: number): readonly string[] {
  if (!hasComparableAnswers([twin.factor])) return [];
  return strayAnswers(renderTwin(scenario, twin, index), factorOf(twin.factor).slots).map(({ call, ...texts }) =>
    describeStray(twin, { where: call, ...texts }),
  );
}

/** Is there a byte that differs in what a subject is given? */
export function isMinimal(scenario: Scenario, twin: Twin, index: number): boolean {
  const [left, right] = renderTwin(scenario, twin, index).map(({ brief, schemas, world }) => JSON.stringify([brief, schemas, world]));
  return left !== right;
}
