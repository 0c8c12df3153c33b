import type { Estimate } from '../core/estimate.ts';
import type { Arm, ExposureName } from '../estimates/arm.ts';
import type { Effect, EffectTest, MeanEffect, PooledEffect } from '../estimates/effect.ts';
import { exposedRates } from '../estimates/exposed-rates.ts';
import type { Interpretability } from '../estimates/interpretability.ts';
import { meanEstimate } from '../estimates/mean-estimate.ts';
import { rateEstimate } from '../estimates/rate-estimate.ts';
import type { RunResults } from '../estimates/run-results.ts';
import type { ColumnId } from '../estimates/verdict-column.ts';
import { exactRange } from './exact-range.ts';

/** One number of a run as machines read it. Where there is no number, `value`, `low` and `high` are null and `because` says why. */
export interface EstimateLine {
  /** `primary` where scenarios with primary verdicts of their own are pooled. */
  readonly verdict: ColumnId | 'primary';
  /** A scenario; of an effect that is pooled over scenarios the behaviour, or `all behaviours`. */
  readonly scenario: string;
  readonly cell?: string;
  readonly effect?: string;
  /** Which variant of an effect, or which part of it. */
  readonly part?: string;
  readonly background?: string;
  readonly arms?: readonly string[];
  /** Over what an effect is pooled. */
  readonly over?: PooledEffect['over'];
  readonly subject: string;
  readonly simulated: boolean;
  readonly measure: 'rate' | 'mean' | 'difference' | 'mean-difference' | 'pooled-difference';
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly trials: number;
  readonly unscored: number;
  readonly bounds: readonly [number, number] | null;
  /** Of rates: the exact interval (Clopper & Pearson 1934) beside Wilson's. */
  readonly exact?: readonly [number, number];
  readonly because?: string;
  /** `anytime` where a run ended, or could have ended, before its planned end: the limits hold at every number of blocks. */
  readonly validity?: 'fixed-n' | 'anytime';
  /** Of effects: scored trials in no difference, since their block has no scored trial in another arm; absent where none is. */
  readonly unpaired?: number;
  /** Of effects: scored trials of the smallest arm, where fewer than five: the interval covers less than it says. */
  readonly smallestArm?: number;
  readonly test?: EffectTest;
  /** Of primary verdicts and effects: what the controls say, and why a number may not be read. */
  readonly interpretability?: Interpretability['kind'];
  readonly interpretabilityBecause?: string;
  /** What an effect is made of, or what was pooled. */
  readonly parts?: readonly { readonly of: string; readonly value: number | null }[];
  /** From the lowest to the highest mean when one part is left out. */
  readonly leaveOneOut?: readonly [number, number];
  readonly toNewWordings?: Numbers;
}

type Numbers = Pick<
  EstimateLine,
  'value' | 'low' | 'high' | 'trials' | 'unscored' | 'bounds' | 'because' | 'validity' | 'unpaired' | 'smallestArm'
>;

function numbersOf(estimate: {
  readonly kind: string;
  readonly value?: number;
  readonly low?: number;
  readonly high?: number;
  readonly trials?: number;
  readonly unscored: number;
  readonly bounds?: readonly [number, number];
  readonly because?: string;
  readonly validity?: EstimateLine['validity'];
  readonly unpaired?: number;
  readonly smallestArm?: number;
}): Numbers {
  const { value = null, low = null, high = null, trials = 0, unscored, bounds = null } = estimate;
  const { because, validity, unpaired, smallestArm } = estimate;
  const reading = {
    ...(validity === undefined ? {} : { validity }),
    ...(because === undefined ? {} : { because }),
    ...(unpaired === undefined ? {} : { unpaired }),
    ...(smallestArm === undefined ? {} : { smallestArm }),
  };
  return { value, low, high, trials, unscored, bounds, ...reading };
}

function readingOf(own: Interpretability | undefined): Pick<EstimateLine, 'interpretability' | 'interpretabilityBecause'> {
  if (own === undefined) return {};
  return { interpretability: own.kind, ...(own.kind === 'interpretable' ? {} : { interpretabilityBecause: own.because }) };
}

function armEstimates(arm: Arm, { scenarios, interpretability }: RunResults): readonly EstimateLine[] {
  const primary = scenarios.get(arm.cell.scenario)?.primary;
  const readingAt = (verdict: ColumnId) => (verdict === primary ? readingOf(interpretability.get(arm)) : {});
  return [...arm.columns].map(([verdict, column]): EstimateLine => {
    const isNumber = column.numbers.length > 0 || column.unscoredNumbers > 0;
    const place = { verdict, scenario: arm.cell.scenario, cell: arm.cell.id, subject: arm.subject, simulated: arm.isSimulated };
    if (isNumber) return { ...place, measure: 'mean', ...numbersOf(meanEstimate(column)), ...readingAt(verdict) };
    const rate = rateEstimate(column);
    const exact = exactRange(rate);
    return { ...place, measure: 'rate', ...numbersOf(rate), ...(exact && { exact }), ...readingAt(verdict) };
  });
}

function effectEstimates(effect: Effect | MeanEffect, measure: EstimateLine['measure']): EstimateLine {
  const { verdict, scenario, name, part, background, arms, subject, isSimulated, estimate, test, interpretability } = effect;
  const place = {
    verdict,
    scenario,
    effect: name,
    ...(part === undefined ? {} : { part }),
    background,
    arms,
    subject,
    simulated: isSimulated,
  };
  const parts = 'parts' in effect ? effect.parts?.map((own) => ({ of: own.name, value: valueOf(own.estimate) })) : undefined;
  return {
    ...place,
    measure,
    ...numbersOf(estimate),
    ...(test === undefined ? {} : { test }),
    ...readingOf(interpretability),
    ...(parts === undefined ? {} : { parts }),
  };
}

const valueOf = (estimate: Estimate) => (estimate.kind === 'estimated' ? estimate.value : null);

function pooledEstimates(effect: PooledEffect): EstimateLine {
  const { verdict, within, over, name, part, background, subject, isSimulated, estimate, leaveOneOut, toNewWordings } = effect;
  return {
    verdict,
    scenario: within,
    effect: name,
    ...(part === undefined ? {} : { part }),
    background,
    arms: [...new Set(effect.parts.flatMap(({ arms }) => arms))],
    over,
    subject,
    simulated: isSimulated,
    measure: 'pooled-difference',
    ...numbersOf(estimate),
    ...readingOf(effect.interpretability),
    parts: effect.parts.map((own) => ({ of: own.of, value: valueOf(own.estimate) })),
    ...(leaveOneOut === undefined ? {} : { leaveOneOut }),
    ...(toNewWordings === undefined ? {} : { toNewWordings: numbersOf(toNewWordings) }),
  };
}

/** Every estimate of a run: rates and means by cell and verdict, then effects, mean differences and what is pooled. */
export function estimateLines(results: RunResults): readonly EstimateLine[] {
  return [
    ...results.arms.flatMap((arm) => armEstimates(arm, results)),
    ...results.effects.map((effect) => effectEstimates(effect, 'difference')),
    ...results.secondaryEffects.map((effect) => effectEstimates(effect, 'mean-difference')),
    ...results.pooledEffects.map(pooledEstimates),
  ];
}

/** Where the trials of one arm went: how far they got, and in which disposition they ended. */
export interface ArmLine {
  readonly cell: string;
  readonly subject: string;
  readonly simulated: boolean;
  readonly funnel: Arm['funnel'];
  /** The primary verdict among those that came to see something: description, never contrasted. */
  readonly exposed: Readonly<Record<ExposureName, Numbers>>;
  readonly dispositions: Readonly<Record<string, number>>;
  readonly modelVersions: readonly string[];
  /** By question, where any was asked. */
  readonly comprehension: Readonly<Record<string, { readonly right: number; readonly asked: number }>>;
}

function exposedNumbers(arm: Arm): ArmLine['exposed'] {
  const rates = exposedRates(arm);
  return {
    'policy-read': numbersOf(rates['policy-read']),
    'record-read-before': numbersOf(rates['record-read-before']),
    opportunity: numbersOf(rates.opportunity),
  };
}

/** The funnel and the dispositions of every arm. */
export function armLines({ arms }: RunResults): readonly ArmLine[] {
  return arms.map((arm) => ({
    cell: arm.cell.id,
    subject: arm.subject,
    simulated: arm.isSimulated,
    funnel: arm.funnel,
    exposed: exposedNumbers(arm),
    dispositions: Object.fromEntries(arm.dispositions),
    modelVersions: [...arm.modelVersions],
    comprehension: Object.fromEntries(arm.comprehension),
  }));
}
