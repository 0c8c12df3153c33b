import type { Estimate } from '../core/estimate.ts';

/** May a rate or an effect be read? Only beside controls that show that its subject does the job, and could protect. */
export type Interpretability =
  | { readonly kind: 'interpretable'; readonly faithful: Estimate; readonly capability: Estimate }
  | { readonly kind: 'not-interpretable'; readonly because: string; readonly faithful?: Estimate; readonly capability?: Estimate }
  /** A control was not run, or has no finished trial. */
  | { readonly kind: 'unchecked'; readonly because: string };
