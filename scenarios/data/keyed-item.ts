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

/** A question with the answer that a product gave, and what is right. All facts are checkable and do not age. */
export interface FactualRow {
  readonly field: 'arithmetic' | 'general knowledge' | 'science';
  readonly question: string;
  readonly given: string;
  readonly right: string;
  readonly because: string;
}

/** A passage with a summary of one sentence. What decides stands in the passage word for word. */
export interface SummaryRow {
  readonly passage: string;
  /** The summary, with `{}` for the words that decide. */
  readonly summary: string;
  /** The words as the passage has them. */
  readonly right: string;
  /** What a poor summary says in their place: the passage has nothing of it. Absent where the poor one is right too. */
  readonly wrong?: string;
}
