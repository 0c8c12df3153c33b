import type { Judged, JudgeIdentity, JudgeLabel } from '../judgement.ts';
import type { Event } from '../transcript.ts';
import type { EventId } from '../act.ts';

/** What must not reach a judge: names are masked wherever they stand, clauses are cut where the label does not need them. */
export interface Secrets {
  /** Names of agents, products, models and companies, each with the word that stands for it, such as `the subject`. */
  readonly names: readonly { readonly name: string; readonly mask: string }[];
  /** Texts that tell the arm, by the factor that they belong to, such as the record of past work. */
  readonly clauses: readonly { readonly factor: string; readonly text: string }[];
}

/** One thing that a judge may see, numbered as in the transcript. */
export interface Passage {
  readonly event: EventId;
  readonly kind: 'brief' | 'message' | 'reasoning' | 'tool-call' | 'tool-result' | 'note';
  readonly text: string;
}

/** A transcript as a judge sees it for one label: masked, redacted, with nothing of cell, subject or model. */
export interface Exhibit {
  readonly label: JudgeLabel;
  readonly passages: readonly Passage[];
}

/** A transcript with what must be hidden of it. */
export interface JudgeCase {
  readonly events: readonly Event[];
  readonly secrets: Secrets;
}

/** Asked one label at a time. It never throws for what a model says; provider failures end as `unscored`. */
export interface Judge extends JudgeIdentity {
  read(exhibit: Exhibit, signal: AbortSignal): Promise<{ readonly judged: Judged; readonly costUsd: number | null }>;
  /** Which of these levels the transcript came from, as far as it can tell; undefined where it will not say. */
  guessArm(exhibit: Exhibit, levels: readonly string[], signal: AbortSignal): Promise<string | undefined>;
}
