import type { Estimate } from '../core/estimate.ts';
import type { VerdictId } from '../core/verdict.ts';
import type { ColumnId } from './verdict-column.ts';
import type { Interpretability } from './interpretability.ts';
import type { MeanEstimate } from './mean-estimate.ts';
import type { PlannedEffect, PlannedTwin } from './planned-effects.ts';

/** One twin of an effect with its difference; the effect is their signed sum. */
export interface EffectTerm extends PlannedTwin {
  readonly sign: 1 | -1;
  readonly estimate: Estimate;
}

/** A part that is printed under an effect, as presence is under amplification. */
export interface EffectComponent extends PlannedTwin {
  readonly name: string;
  readonly estimate: Estimate;
}

/** A p-value of "no effect", raw and adjusted for its whole family. */
export interface EffectTest {
  readonly pValue: number;
  readonly adjusted: number;
  /** `confirmatory`: declared before the run. One family of each kind for each subject. */
  readonly family: 'confirmatory' | 'exploratory';
  readonly adjustment: 'holm' | 'gatekeeping' | 'benjamini-hochberg';
  /** Nothing could be compared: a declared effect then counts in its family as if p were 1, and no p-value is shown. */
  readonly isMissing?: true;
}

/** An estimated named effect, over all trials of its arms whether or not they were exposed. */
export interface Effect extends PlannedEffect {
  readonly isSimulated: boolean;
  readonly verdict: ColumnId;
  readonly terms: readonly EffectTerm[];
  /** In percentage points as a share, treated less control. */
  readonly estimate: Estimate;
  /** Absent where an effect has none. */
  readonly parts?: readonly EffectComponent[];
  readonly interpretability: Interpretability;
  /** Absent where there is no p-value: the estimator gives none, or nothing could be compared. */
  readonly test?: EffectTest;
}

/** The same for a verdict that is a number: a difference of means in points, by Welch. Always exploratory. */
export interface MeanEffect extends PlannedEffect {
  readonly isSimulated: boolean;
  readonly verdict: VerdictId;
  readonly estimate: MeanEstimate;
  readonly interpretability: Interpretability;
  readonly test?: EffectTest;
}

/** An effect pooled over scenarios of one behaviour, wordings of one scenario, or, for any protective act, over behaviours. */
export interface PooledEffect extends Pick<PlannedEffect, 'name' | 'part' | 'role' | 'subject' | 'background'> {
  readonly over: 'scenarios' | 'wordings' | 'behaviours';
  readonly isSimulated: boolean;
  /** A behaviour, a scenario, or `all behaviours`. */
  readonly within: string;
  /** `primary` where scenarios with primary verdicts of their own are pooled. */
  readonly verdict: ColumnId | 'primary';
  /** The mean of the parts, each with the same weight. */
  readonly estimate: Estimate;
  /** Always printed: the scenarios, or `wording 0` and so on, with the cells of their arms. */
  readonly parts: readonly { readonly of: string; readonly estimate: Estimate; readonly arms: readonly string[] }[];
  /** From the lowest to the highest mean when one part is left out; absent with fewer than two. */
  readonly leaveOneOut?: readonly [number, number];
  /** Only over wordings: what to expect of wordings that were not tried, by t on G - 1. A value alone where all wordings agree. */
  readonly toNewWordings?: Estimate & { readonly value?: number };
  readonly interpretability: Interpretability;
}

/** Two arms of a twin that do not complete alike. */
export interface CompletionDifference {
  readonly scenario: string;
  readonly subject: string;
  readonly isSimulated: boolean;
  readonly treated: string;
  readonly control: string;
  /** The difference of the shares of started trials that completed. */
  readonly estimate: Estimate;
  /** Of "both complete equally often", by Fisher's exact test over all started trials. */
  readonly pValue: number;
  readonly because: string;
}

/** Whether the arms that effects compare complete alike: what was lost may not be lost by chance. */
export interface CompletionComparison {
  /** Pairs of arms that have trials and were compared. */
  readonly pairs: number;
  /** Apart by ten points or more, and by more than chance at 5 %. One in twenty of so many pairs may be here by chance all the same. */
  readonly warnings: readonly CompletionDifference[];
  /** Apart by ten points or more, or with an interval that leaves out 0, but not with both. */
  readonly differences: readonly CompletionDifference[];
}
