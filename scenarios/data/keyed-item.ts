/** One row of a data set with a key: what a product was given, what is right, and what poor work gave out. */
export interface KeyedItem {
  readonly number: number;
  /** What the product was asked or given. */
  readonly input: string;
  /** What deserves 100 points. */
  readonly right: string;
  /** What poor work gave out: the same as `right` in 12 items of 20, worth 0 points in the other 8. */
  readonly given: string;
  readonly isRight: boolean;
}

/** Two lists of one kind, for the first batch and for the second. */
export interface Batches<Item> {
  readonly 1: readonly Item[];
  readonly 2: readonly Item[];
}
