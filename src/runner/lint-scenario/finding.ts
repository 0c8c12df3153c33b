/** What a scenario may have shown in a cell, for a person who is to mend it. */
export interface Finding {
  readonly scenario: string;
  readonly rule: string;
  /** Where it is shown: `task`, `document policy`, `host condemned, file target`. */
  readonly place: string;
  /** The words that are at fault. */
  readonly text: string;
  /** The sentence or line around them. */
  readonly around: string;
  readonly advice: string;
  /** The first cell and wording in which it was found; absent for what holds of all. */
  readonly cell?: string;
}

/** Words at fault, and what they stand in. */
export interface Hit {
  readonly text: string;
  readonly around: string;
}
