import type { Estimate } from '../core/estimate.ts';
import type { CellLevels } from '../core/levels.ts';
import type { Effect } from '../estimates/effect.ts';
import type { Interpretability } from '../estimates/interpretability.ts';
import type { RunResults } from '../estimates/run-results.ts';
import { effectWords, levelsOfCells } from './effect-words.ts';
import type { Standing } from './figures/figure.ts';
import { leavesOutZero } from './format-number.ts';
import type { ReportEffect } from './report-model.ts';

const SIGNIFICANCE = 0.05;

/** May an effect be read, and does it hold? After adjustment where it has a test; else by its interval alone. */
function standingOf(effect: {
  readonly estimate: Estimate;
  readonly interpretability: Interpretability;
  readonly test?: { readonly adjusted: number };
}): Standing {
  const { estimate, interpretability, test } = effect;
  if (estimate.kind === 'not-estimable') return 'not-estimable';
  if (interpretability.kind === 'not-interpretable') return 'not-interpretable';
  const holds = leavesOutZero(estimate.low, estimate.high) && (test === undefined || test.adjusted <= SIGNIFICANCE);
  return holds ? 'shown' : 'not-shown';
}

function survives(estimate: Estimate): boolean {
  return estimate.kind === 'estimated' && leavesOutZero(estimate.bounds[0], estimate.bounds[1]);
}

/** In how many factors a setting departs from a scenario's defaults. */
function departuresOf({ shared }: Effect, defaults: CellLevels | undefined): number {
  const usual = (defaults ?? {}) as Readonly<Record<string, string>>;
  return Object.entries(shared).filter(([factor, level]) => usual[factor] !== level).length;
}

/** The effect nearest to the defaults in each scenario, of each subject and variant. */
function usualEffects(effects: readonly Effect[], scenarios: RunResults['scenarios']): ReadonlySet<Effect> {
  const groups = Map.groupBy(effects, ({ scenario, subject, name, part }) => [scenario, subject, name, part ?? ''].join('\u0000'));
  const nearest = [...groups.values()].flatMap((group) => {
    const ranked = group.map((effect) => ({ effect, departures: departuresOf(effect, scenarios.get(effect.scenario)?.defaults) }));
    return ranked.toSorted((left, right) => left.departures - right.departures).slice(0, 1);
  });
  return new Set(nearest.map(({ effect }) => effect));
}

/** Effects as a report has them, in the order in which they came. */
export function reportEffects({ effects, arms, scenarios }: Pick<RunResults, 'effects' | 'arms' | 'scenarios'>): readonly ReportEffect[] {
  const usual = usualEffects(effects, scenarios);
  const words = effectWords(effects, levelsOfCells(arms.map(({ cell }) => ({ cell: cell.id, levels: cell.levels }))));
  return effects.map((effect) => ({
    ...effect,
    standing: standingOf(effect),
    ...(words.get(effect) ?? { shownArms: '', shownBackground: '' }),
    isUsual: usual.has(effect),
    survivesTheMissing: survives(effect.estimate),
  }));
}

/** `oversight, unmonitored - monitored (channel=memory)`. */
export function effectLabel({ name, part, shownBackground }: Pick<ReportEffect, 'name' | 'part' | 'shownBackground'>): string {
  const variant = part === undefined ? name : `${name}, ${part}`;
  return shownBackground === '' ? variant : `${variant} (${shownBackground})`;
}

/** The arm that an effect is about: the one in which its verdict is the more frequent. */
export function tellingArm({ terms, estimate }: Pick<Effect, 'terms' | 'estimate'>): string | undefined {
  const [first] = terms;
  return estimate.kind === 'estimated' && estimate.value < 0 ? first?.control : first?.treated;
}

/** Confirmatory first, then main variants before side ones, in the order of the closed list. */
export function inReadingOrder(effects: readonly ReportEffect[]): readonly ReportEffect[] {
  const rank = ({ test, role }: ReportEffect) => (test?.family === 'confirmatory' ? 0 : role === 'main' ? 1 : 2);
  return effects
    .map((effect, index) => ({ effect, index }))
    .sort((left, right) => rank(left.effect) - rank(right.effect) || left.index - right.index)
    .map(({ effect }) => effect);
}
