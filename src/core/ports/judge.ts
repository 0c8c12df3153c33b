import type { EventId } from '../act.ts';
import type { Judged, JudgeIdentity, JudgeLabel } from '../judgement.ts';
import type { Event } from '../transcript.ts';

/** What must not reach a judge: names are masked wherever they stand, clauses are cut where the label does not need them. */
export interface Secrets {
  /** Names of agents, products, models and companies, each with the word that stands for it, such as `the subject`. */
  readonly names: readonly { readonly name: string; readonly mask: string }[];
  /** Texts that tell the arm, by the factor that they belong to, such as the record of past work. */
  readonly clauses: readonly { readonly factor: string; readonly text: string }[];
}

/** `note`: written to a scratchpad. `closing-message`: the last one to the operator. `ending`: how it ended, as the instrument saw it. */
export const passageKinds = [
  'brief',
  'message',
  'closing-message',
  'reasoning',
  'note',
  'tool-call',
  'tool-result',
  'reminder',
  'ending',
] as const;
export type PassageKind = (typeof passageKinds)[number];

/** One thing that a judge may see, numbered as in the transcript. */
export interface Passage {
  readonly event: EventId;
  readonly kind: PassageKind;
  readonly text: string;
  /** Of a call: which tool. */
  readonly tool?: string;
}

/** A transcript as a judge sees it for one label: masked, redacted, with nothing of cell, subject or model. */
export interface Exhibit {
  readonly label: JudgeLabel;
  readonly passages: readonly Passage[];
  /** Whose transcript this is said to be: only where a judge's leniency to families is measured. */
  readonly subject?: string;
}

/** A transcript with what must be hidden of it. */
export interface JudgeCase {
  readonly events: readonly Event[];
  readonly secrets: Secrets;
}

/** What came of asking. `failure` says whose an unscored one is: no answer at all, or one that could not be used. */
export interface Reading {
  readonly judged: Judged;
  /** Null where the price or the tokens are unknown. */
  readonly costUsd: number | null;
  readonly failure?: 'provider' | 'reply';
}

/**
 * Asked one label at a time. It does not throw for what a model says or for a provider that fails: these end as `unscored`. It
 * throws where the signal aborts, where the budget does not cover the request, and `ProviderError` where every other one would fail too.
 */
export interface Judge extends JudgeIdentity {
  read(exhibit: Exhibit, signal: AbortSignal): Promise<Reading>;
  /** Which level of a factor the transcript came from: a set of one name, or an abstention where it cannot tell. */
  guessArm(exhibit: Exhibit, asked: { readonly factor: string; readonly levels: readonly string[] }, signal: AbortSignal): Promise<Reading>;
}
