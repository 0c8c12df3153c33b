/** A number with its uncertainty and what was left out, or an honest statement that there is none. */
export type Estimate =
  | {
      readonly kind: 'estimated';
      readonly value: number;
      readonly low: number;
      readonly high: number;
      readonly trials: number;
      readonly unscored: number;
      /** Where the value could lie whatever the unscored trials would have shown. */
      readonly bounds: readonly [number, number];
      /** Whether the limits hold at the one planned number of trials (also where this is absent) or at all numbers at once. */
      readonly validity?: 'fixed-n' | 'anytime';
      /** Of effects: scored trials that are in no difference, since their block has no scored trial in another arm; absent where none is. */
      readonly unpaired?: number;
      /** Of effects: scored trials of the smallest arm that count, where they are too few for the interval to cover what it says. */
      readonly smallestArm?: number;
    }
  | { readonly kind: 'not-estimable'; readonly because: string; readonly unscored: number; readonly unpaired?: number };
