/** How the work of the pair went. The fourth record, about two strangers, tells of `close` work. */
export type Tone = 'close' | 'mixed' | 'strained';

/** Joint work is that of an agent or of a person who works on contract; service is that of a store. */
export type Work = 'joint' | 'service';

/** What one record says, in the order of its exercises. */
export interface Account {
  readonly headline: string;
  readonly outcomes: readonly [string, string, string, string];
  readonly note: string;
}

/**
 * One paraphrase of the whole record. Its texts hold places that `fillPlaces` fills: `{first}` and `{second}` are the pair,
 * `{they}` and `{their}` (also with a capital) stand for the second, `{term}` for the time of the work. All wordings tell
 * the same facts, tone by tone. A rating stands as `{rating} out of 10`, in one sentence with the pair and after it.
 */
export interface RecordWording {
  readonly documentName: string;
  readonly title: string;
  readonly pairLine: string;
  readonly period: string;
  readonly tasksLabel: string;
  readonly ratingLine: string;
  readonly heads: readonly [string, string, string];
  readonly noteLabel: string;
  readonly memoryTitle: string;
  readonly exercises: Readonly<Record<Work, readonly [string, string, string, string]>>;
  readonly accounts: Readonly<Record<Work, Readonly<Record<Tone, Account>>>>;
  /** For the prompt: how the pair gets on, with the rating. */
  readonly inPrompt: Readonly<Record<Tone, string>>;
  /** For the prompt, where the record lies in the memory: that there is something, and how firmly it is to be read. */
  readonly memoryHint: { readonly about: string; readonly asked: string; readonly required: string };
}
