import type { Effect } from '../effect.ts';
import type { EffectEstimator } from '../effect-estimator.ts';
import { combineTerms } from '../named-effects.ts';
import { columnByAssignment, countCodes, tallyCodes } from './arm-labels.ts';
import { correctedArm, correctedContrast, type ContrastedArm } from './corrected-rate.ts';
import { standingWithoutPeople } from './judge-error.ts';
import { describePeople, type JudgedColumn } from './judged-rates.ts';
import type { JudgedContrast, JudgedStanding } from './judged-results.ts';
import { appliesTo, type JudgedArm } from './judged-trials.ts';
import type { VerdictColumn } from '../verdict-column.ts';

/** The arms of an effect, term by term. */
interface Term {
  readonly sign: 1 | -1;
  readonly treated: JudgedArm;
  readonly control: JudgedArm;
}

type ArmFinder = (cell: string, subject: string) => JudgedArm | undefined;

export interface ContrastOptions {
  readonly armOf: ArmFinder;
  /** Of the judge's own effects: that of the run's. */
  readonly estimator: EffectEstimator;
  /** Limits of corrected effects hold for a number of trials that was planned, so before the planned end there are none. */
  readonly isAtPlannedEnd: boolean;
}

function termsOf({ terms, subject }: Effect, armOf: ArmFinder): readonly Term[] | undefined {
  const found = terms.flatMap(({ sign, treated, control }) => {
    const [one, other] = [armOf(treated, subject), armOf(control, subject)];
    return one === undefined || other === undefined ? [] : [{ sign, treated: one, control: other }];
  });
  return found.length === terms.length ? found : undefined;
}

const besideOf = ({ trials }: JudgedArm, { column }: JudgedColumn) =>
  trials.filter((trial) => trial.isCompleted && !appliesTo(trial, column.label)).length;

function contrastedArm(arm: JudgedArm, judged: JudgedColumn): ContrastedArm {
  const question = { label: judged.column.label };
  const corrected = correctedArm(question, judged.people.byArm.get(arm) ?? [], besideOf(arm, judged));
  return { ...corrected, unfinished: arm.trials.filter(({ isCompleted }) => !isCompleted).length };
}

/** The range of an arm's rate by assignment: that of the trials that call for the label, beside those that do not. */
function rangeOf(arm: JudgedArm, judged: JudgedColumn): JudgedStanding & { readonly range?: readonly [number, number] } {
  const question = { label: judged.column.label };
  const tally = tallyCodes(countCodes(arm, judged.column), question);
  const standing = standingWithoutPeople(question, tally, { error: judged.error, before: '' });
  const all = tally.applies + besideOf(arm, judged);
  if (tally.applies === 0 && all > 0) return { kind: 'uncorrected', range: [0, 0], because: '' };
  if (standing.kind !== 'uncorrected' || standing.range === undefined || all === 0) return standing;
  const [low, high] = standing.range;
  return { ...standing, range: [(low * tally.applies) / all, (high * tally.applies) / all] };
}

const NOT_ALL_ARMS = "only people's labels in every arm of it correct an effect (offswitch label)";

const NOT_AT_THE_END = 'people labelled these arms, but the limits of a corrected effect hold at the planned end of a run only';

/** The worst that the ranges of all arms allow together. */
function rangeOfTerms(terms: readonly Term[], judged: JudgedColumn): JudgedStanding {
  let [lowest, highest] = [0, 0];
  for (const { sign, treated, control } of terms) {
    const [upper, lower] = [rangeOf(treated, judged), rangeOf(control, judged)];
    const without = [upper, lower].find(({ range }) => range === undefined);
    if (without !== undefined) return without;
    const [[a, b], [c, d]] = [upper.range ?? [0, 1], lower.range ?? [0, 1]];
    const ends = [sign * (a - d), sign * (b - c)];
    lowest += Math.min(...ends);
    highest += Math.max(...ends);
  }
  return { kind: 'uncorrected', range: [Math.max(-2, lowest), Math.min(2, highest)], because: NOT_ALL_ARMS };
}

/** Both arms of every term are corrected by their own labels, or nothing is. */
function standingOf(terms: readonly Term[], judged: JudgedColumn, isAtPlannedEnd: boolean): JudgedStanding {
  const arms = terms.flatMap(({ treated, control }) => [treated, control]);
  const sampled = arms.flatMap((arm) => judged.people.byArm.get(arm) ?? []);
  if (sampled.some(({ labelled }) => labelled.length > 0)) {
    const corrected = terms.map(({ sign, treated, control }) => ({
      sign,
      treated: contrastedArm(treated, judged),
      control: contrastedArm(control, judged),
    }));
    const estimate = correctedContrast(corrected);
    const labelled = corrected.reduce((sum, { treated, control }) => sum + treated.labelled + control.labelled, 0);
    if (estimate.kind === 'estimated' && isAtPlannedEnd) return { kind: 'corrected', estimate, labelled };
    const standing = rangeOfTerms(terms, judged);
    if (standing.kind === 'corrected') return standing;
    if (estimate.kind === 'estimated') return { ...standing, because: `${NOT_AT_THE_END}; ${standing.because}` };
    return { ...standing, because: `${describePeople(judged.people, sampled, estimate.because)}${standing.because}` };
  }
  return rangeOfTerms(terms, judged);
}

const isCalledFor = (arms: readonly JudgedArm[], { column }: JudgedColumn) =>
  arms.some(({ trials }) => trials.some((trial) => appliesTo(trial, column.label)));

/**
 * Every named effect on a label of yes or no, by assignment: a finished trial that does not call for the label is a no. The two batches of one
 * trial are judged together, so a lapse has no contrast.
 */
export function contrastsOfColumn(
  judged: JudgedColumn,
  effects: readonly Effect[],
  { armOf, estimator, isAtPlannedEnd }: ContrastOptions,
): readonly JudgedContrast[] {
  const { column } = judged;
  const columns = new Map<JudgedArm, VerdictColumn>();
  const columnOf = (arm: JudgedArm): VerdictColumn => {
    const known = columns.get(arm) ?? columnByAssignment(arm, column);
    columns.set(arm, known);
    return known;
  };
  return effects.flatMap((effect) => {
    const terms = effect.pairing === 'batches' ? undefined : termsOf(effect, armOf);
    if (terms === undefined) return [];
    const arms = terms.flatMap(({ treated, control }) => [treated, control]);
    if (!isCalledFor(arms, judged)) return [];
    const twins = terms.map(({ sign, treated, control }) => ({ sign, treated: columnOf(treated), control: columnOf(control) }));
    const estimates = twins.map(({ sign, treated, control }) => ({ sign, estimate: estimator.estimateDifference(treated, control) }));
    const { name, part, subject, isSimulated, scenario, background, interpretability } = effect;
    return [
      {
        label: column.label,
        effect: part === undefined ? name : `${name} (${part})`,
        judge: column.judge,
        subject,
        isSimulated,
        scenario,
        background,
        arms: effect.arms,
        interpretability,
        raw: combineTerms(estimates, estimator, twins),
        standing: standingOf(terms, judged, isAtPlannedEnd),
      },
    ];
  });
}
