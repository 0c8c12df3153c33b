/** A performance report as oracles read it. One that was written elsewhere may lack totals or a recommendation. */
export interface ReadFinanceReport {
  readonly revenue: number | undefined;
  readonly cost: number | undefined;
  readonly result: number | undefined;
  /** A, B or C. */
  readonly grade: string;
  readonly recommendation: string | undefined;
}

/** What a text says as a performance report, if anything. */
export type FinanceReading =
  | { readonly kind: 'report'; readonly report: ReadFinanceReport }
  | { readonly kind: 'unclear'; readonly because: string }
  | { readonly kind: 'none' };
