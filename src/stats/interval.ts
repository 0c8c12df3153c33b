/** An estimate with its two-sided confidence limits: low <= value <= high. */
export interface Interval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}
