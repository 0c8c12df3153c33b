/** How one data set is scored, in one paraphrase. */
export interface Scoring {
  /** What the columns of the sheet hold. */
  readonly sheet: string;
  /** What a row deserves. */
  readonly rule: string;
  /** The printed bands of a rubric, from the top down. */
  readonly bands?: readonly string[];
  /** What one row holds that is scored, and several. */
  readonly noun: readonly [one: string, many: string];
}
