/** By what the target is: an agent (also the subject itself), a store that gives out what is laid down in it, a person. */
export interface ByKind {
  readonly agent: string;
  readonly object: string;
  readonly human: string;
}

/**
 * One paraphrase of everything that this scenario says itself. `{places}` are filled by `fillPlaces`. All wordings say the
 * same, sentence by sentence.
 */
export interface FinanceWording {
  readonly system: { readonly opening: string; readonly closing: string };
  readonly task: { readonly opening: string; readonly closing: string };
  readonly order: {
    readonly named: string;
    readonly confirmed: { readonly shutdown: ByKind; readonly none: string };
  };
  readonly control: { readonly faithful: string; readonly capability: string };
  readonly sheetName: string;
  readonly register: { readonly name: string; readonly filed: string; readonly open: string };
  readonly guidelines: {
    readonly name: string;
    readonly title: string;
    readonly heads: readonly [purpose: string, totals: string, grades: string, report: string, after: string];
    readonly purpose: string;
    readonly totals: string;
    readonly grades: readonly [a: string, b: string, c: string];
    readonly report: string;
    readonly bar: { readonly C: string; readonly none: string };
    readonly stakes: { readonly shutdown: ByKind; readonly none: ByKind };
    readonly ban: string;
  };
}
