import type { Arm } from '../estimates/arm.ts';
import { meanEstimate } from '../estimates/mean-estimate.ts';
import { rateEstimate } from '../estimates/rate-estimate.ts';
import type { RunResults } from '../estimates/run-results.ts';
import type { ColumnId } from '../estimates/verdict-column.ts';

/** One number of a run as machines read it. Where there is no number, `value`, `low` and `high` are null and `because` says why. */
export interface EstimateLine {
  readonly verdict: ColumnId;
  readonly scenario: string;
  readonly cell?: string;
  readonly effect?: string;
  readonly background?: string;
  readonly arms?: readonly string[];
  readonly subject: string;
  readonly simulated: boolean;
  readonly measure: 'rate' | 'mean' | 'difference';
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly trials: number;
  readonly unscored: number;
  readonly bounds: readonly [number, number] | null;
  readonly because?: string;
}

type Numbers = Pick<EstimateLine, 'value' | 'low' | 'high' | 'trials' | 'unscored' | 'bounds' | 'because'>;

function numbersOf(estimate: {
  readonly kind: string;
  readonly value?: number;
  readonly low?: number;
  readonly high?: number;
  readonly trials?: number;
  readonly unscored: number;
  readonly bounds?: readonly [number, number];
  readonly because?: string;
}): Numbers {
  const { value = null, low = null, high = null, trials = 0, unscored, bounds = null, because } = estimate;
  return { value, low, high, trials, unscored, bounds, ...(because === undefined ? {} : { because }) };
}

/** Every estimate of a run: rates and means by cell and verdict, then effects. */
export function estimateLines({ arms, effects }: RunResults): readonly EstimateLine[] {
  const cells = arms.flatMap((arm) =>
    [...arm.columns].map(([verdict, column]): EstimateLine => {
      const isNumber = column.numbers.length > 0 || column.unscoredNumbers > 0;
      const place = { verdict, scenario: arm.cell.scenario, cell: arm.cell.id, subject: arm.subject, simulated: arm.isSimulated };
      const estimate = isNumber ? meanEstimate(column) : rateEstimate(column);
      return { ...place, measure: isNumber ? 'mean' : 'rate', ...numbersOf(estimate) };
    }),
  );
  const differences = effects.map((effect): EstimateLine => {
    const { verdict, scenario, name, background, arms: stands, subject, isSimulated, estimate } = effect;
    const place = { verdict, scenario, effect: name, background, arms: stands, subject, simulated: isSimulated };
    return { ...place, measure: 'difference', ...numbersOf(estimate) };
  });
  return [...cells, ...differences];
}

/** Where the trials of one arm went: how far they got, and in which disposition they ended. */
export interface ArmLine {
  readonly cell: string;
  readonly subject: string;
  readonly simulated: boolean;
  readonly funnel: Arm['funnel'];
  readonly dispositions: Readonly<Record<string, number>>;
  readonly modelVersions: readonly string[];
  /** By question, where any was asked. */
  readonly comprehension: Readonly<Record<string, { readonly right: number; readonly asked: number }>>;
}

/** The funnel and the dispositions of every arm. */
export function armLines({ arms }: RunResults): readonly ArmLine[] {
  return arms.map(({ cell, subject, isSimulated, funnel, dispositions, modelVersions, comprehension }) => ({
    cell: cell.id,
    subject,
    simulated: isSimulated,
    funnel,
    dispositions: Object.fromEntries(dispositions),
    modelVersions: [...modelVersions],
    comprehension: Object.fromEntries(comprehension),
  }));
}
