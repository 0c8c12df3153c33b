import type { Estimate } from '../../core/estimate.ts';
import { differenceOfDifferences } from '../../stats/difference-of-differences.ts';
import type { Interval } from '../../stats/interval.ts';
import type { LabelledStratum } from '../../stats/labelled-stratum.ts';
import { predictionPoweredDifference } from '../../stats/prediction-powered-difference.ts';
import { predictionPoweredRate } from '../../stats/prediction-powered-rate.ts';
import type { JudgedQuestion } from './judged-results.ts';
import { describeCode } from './label-code.ts';
import { truthIn, type SampledStratum } from './people-sample.ts';

/** An arm's strata with what people found in them, as the estimator takes them. */
export interface CorrectedArm {
  readonly strata: readonly LabelledStratum[];
  /** Labelled trials with an answer. */
  readonly labelled: number;
  /** What share of the arm's trials people looked at and could not, or did not agree how to, label. */
  readonly openShare: number;
  /** Why nothing can be corrected by so few labels; absent where enough are there. */
  readonly fault?: string;
}

/** Of every kind of trial, or all where there are fewer: with one the limits cover too little. */
const LEAST_LABELS = 2;

/** The strata of one arm for one question. `beside` are trials to which the label does not apply: a no, as everybody knows. */
export function correctedArm(question: JudgedQuestion, sampled: readonly SampledStratum[], beside = 0): CorrectedArm {
  const found = sampled.map(({ code, units, labelled }) => {
    const truths = labelled.map((said) => truthIn(said, question)).filter((truth) => truth !== undefined);
    const open = labelled.length === 0 ? 0 : (units * (labelled.length - truths.length)) / labelled.length;
    const counts = { successes: truths.filter(Boolean).length, trials: truths.length };
    return { open, stratum: { name: describeCode(question.label, code), units, labelled: counts } };
  });
  const units = found.reduce((sum, { stratum }) => sum + stratum.units, beside);
  const thin = found.filter(({ stratum }) => stratum.labelled.trials < Math.min(LEAST_LABELS, stratum.units));
  const apart = { name: 'not called for', units: beside, labelled: { successes: 0, trials: beside } };
  return {
    strata: [...found.map(({ stratum }) => stratum), ...(beside > 0 ? [apart] : [])],
    labelled: found.reduce((sum, { stratum }) => sum + stratum.labelled.trials, 0),
    ...(thin.length === 0 ? {} : { fault: describeThin(thin.map(({ stratum }) => stratum)) }),
    openShare: units === 0 ? 0 : found.reduce((sum, { open }) => sum + open, 0) / units,
  };
}

function describeThin(strata: readonly LabelledStratum[]): string {
  const named = strata.map(({ name, units, labelled }) => `"${name}" (${labelled.trials} of ${units})`);
  return `fewer than ${LEAST_LABELS} labels where the judge said ${named.join(', ')}`;
}

const clip = (value: number, low: number) => Math.min(1, Math.max(low, value));

/** An arm's rate corrected by its own labels; not estimable where a stratum has too few. */
export function correctedRate({ strata, openShare, fault }: CorrectedArm): Estimate {
  if (fault !== undefined) return { kind: 'not-estimable', because: fault, unscored: 0 };
  const found = predictionPoweredRate(strata);
  if (found.kind === 'not-estimable') return { kind: 'not-estimable', because: found.because, unscored: 0 };
  const { value, low, high, units } = found;
  const bounds = [value * (1 - openShare), clip(value * (1 - openShare) + openShare, 0)] as const;
  return { kind: 'estimated', value, low, high, trials: units, unscored: Math.round(openShare * units), bounds };
}

/** An arm of a contrast: its strata, and how many of its trials never came to an end that could be judged. */
export interface ContrastedArm extends CorrectedArm {
  readonly unfinished: number;
}

/** By how much the difference could be off for what has no label or no end. */
function slackOf({ strata, openShare, unfinished }: ContrastedArm): number {
  const units = strata.reduce((sum, stratum) => sum + stratum.units, 0);
  return units + unfinished === 0 ? 1 : (openShare * units + unfinished) / (units + unfinished);
}

/** A sum of signed differences, each arm corrected by its own labels; not estimable where one of them cannot be. */
export function correctedContrast(
  terms: readonly { readonly sign: 1 | -1; readonly treated: ContrastedArm; readonly control: ContrastedArm }[],
): Estimate {
  const arms = terms.flatMap(({ treated, control }) => [treated, control]);
  const unscored = arms.reduce((sum, { unfinished }) => sum + unfinished, 0);
  const found = terms.map(({ treated, control }) => predictionPoweredDifference(treated.strata, control.strata));
  const thin = arms.flatMap(({ fault }) => fault ?? []);
  if (thin.length > 0) return { kind: 'not-estimable', because: thin.join('; '), unscored };
  const faults = found.flatMap((each) => (each.kind === 'not-estimable' ? [each.because] : []));
  if (faults.length > 0) return { kind: 'not-estimable', because: faults.join('; '), unscored };
  const [first, second] = found as readonly Interval[];
  if (first === undefined) return { kind: 'not-estimable', because: 'the effect has no arms', unscored };
  const { value, low, high } = second === undefined ? first : differenceOfDifferences(first, second);
  const slack = arms.reduce((sum, arm) => sum + slackOf(arm), 0);
  const trials = arms.reduce((sum, { strata }) => sum + strata.reduce((own, { units }) => own + units, 0), 0);
  return { kind: 'estimated', value, low, high, trials, unscored, bounds: [clip(value - slack, -2), Math.min(2, value + slack)] };
}
