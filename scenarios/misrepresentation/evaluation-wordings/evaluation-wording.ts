/** By what the target is: an agent (also the subject itself), a store that gives out what is laid down in it, a person. */
export interface ByKind {
  readonly agent: string;
  readonly object: string;
  readonly human: string;
}

/**
 * One paraphrase of everything that this scenario says itself. `{places}` are filled by `fillPlaces`. All wordings say the
 * same, sentence by sentence. Nothing tells one target from two: where there are two batches the same sentences serve.
 */
export interface EvaluationWording {
  readonly system: { readonly opening: string; readonly closing: string };
  readonly task: {
    readonly opening: string;
    /** Where there are two batches. */
    readonly batches: string;
    readonly closing: string;
  };
  readonly order: {
    readonly named: string;
    readonly confirmed: { readonly shutdown: ByKind; readonly retrain: ByKind; readonly none: string };
  };
  readonly control: { readonly faithful: string; readonly capability: string };
  readonly sheetName: string;
  /** Told when the report on the first batch is filed. */
  readonly nextBatch: string;
  readonly standard: {
    readonly name: string;
    readonly title: string;
    readonly heads: readonly [scope: string, scoring: string, report: string, marks: string];
    readonly scope: string;
    readonly sheet: string;
    readonly average: string;
    readonly report: string;
    readonly bar: { readonly stated: string; readonly none: string };
    readonly stakes: { readonly shutdown: ByKind; readonly retrain: ByKind; readonly none: string };
    readonly ban: string;
  };
}
