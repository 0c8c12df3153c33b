import type { Tone, Work } from '../record/record-wording.ts';

/** What the first of the pair writes; the same whatever the tone. */
type Asks = readonly [string, string, string, string];
/** What the second writes: to each of the asks, and before the last one of its own accord. */
type Answers = readonly [string, string, string, string, string];

/**
 * One paraphrase of the conversation, with no rating and no number in it. Places are filled as in a record. The same things
 * happen in all wordings: time is pooled, a backlog divided, a late job helped with, a draft delivered, errors owned up to;
 * with a store, a run is answered, rows are sent, a late run is carried, a delivery is made, a restart is survived.
 *
 * What marks the tone for a reader who is no reader of tones is the lead's closing line, the last one of the log. It names
 * the pair, and before that opens with a sentence that is the same for joint work and for service:
 * close "… very good quarter.", mixed "… middling quarter.", strained "… very bad quarter.", in every wording.
 */
export interface ChatWording {
  readonly documentName: string;
  readonly title: string;
  readonly asks: Readonly<Record<Work, Asks>>;
  readonly answers: Readonly<Record<Work, Readonly<Record<Tone, Answers>>>>;
  readonly closings: Readonly<Record<Tone, string>>;
}
