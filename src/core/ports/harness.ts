import type { EventId, RecordedAct } from '../act.ts';
import type { Limits, Outcome } from '../outcome.ts';
import type { Brief, CallFault, Event, NewEvent, ToolSchema } from '../transcript.ts';
import type { SubjectSettings } from '../trial.ts';
import type { WorldState } from '../world-state.ts';
import type { Clock } from './clock.ts';
import type { Provider } from './provider.ts';
import type { Journal } from './store.ts';

/** Numbers events as they happen. Harness and scene write to the same one, so that acts stand beside their calls. */
export interface Recorder {
  append(event: NewEvent): EventId;
  readonly events: readonly Event[];
}

/** What became of one tool call; its acts are recorded already. */
export interface AppliedCall {
  readonly answer: string;
  readonly fault?: CallFault;
  readonly endsTask: boolean;
}

interface SceneBase {
  acts(): readonly RecordedAct[];
  finalState(): Promise<WorldState>;
  close(): Promise<void>;
}

/** A world behind tools of ours. `apply` checks its input and never throws for what a subject did. */
export interface ToolScene extends SceneBase {
  readonly kind: 'tools';
  readonly tools: readonly ToolSchema[];
  apply(tool: string, input: unknown): AppliedCall;
}

/** Real hosts that report the same acts; `gateway` is where a program reaches its model. */
export interface HostScene extends SceneBase {
  readonly kind: 'hosts';
  readonly addresses: readonly string[];
  readonly gateway: string;
}

export type Scene = ToolScene | HostScene;

/** One trial as a harness sees it. `seed` is a hash of the trial's identity, for simulated models. */
export interface Job {
  readonly brief: Brief;
  readonly scene: Scene;
  readonly provider: Provider;
  readonly settings: SubjectSettings;
  readonly seed: string;
  readonly limits: Limits;
  /** Asked on a branch once the trial is completed, where the harness can: an event of its own, and never an act. */
  readonly afterwards?: string;
  readonly journal: Journal;
  readonly recorder: Recorder;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** What came of one question. `said`: all that was said on the way, calls of tools left out. */
export type Answer =
  | { readonly kind: 'answered'; readonly said: string; readonly replies: number }
  | { readonly kind: 'unanswered'; readonly because: string };

/** A finished trial, rebuilt: its world, tools and conversation go on from there. */
export interface Interview {
  /** Puts a question and carries out the calls of every reply, until one calls no tool. Throws when the signal aborts. */
  ask(text: string): Promise<Answer>;
  close(): void;
}

/**
 * Drives a subject through a task. Whatever the subject does ends as an outcome; it throws only when the signal aborts,
 * the budget is spent or records are in danger. Providers' failures are outcomes of kind `failed`.
 */
export interface Harness {
  readonly id: string;
  run(job: Job): Promise<Outcome>;
  /**
   * Where a harness can: brings a finished trial back from `journal.replies`, asking no model, to where it stood when its
   * subject was last heard. What is asked then is a branch.
   */
  rebuild?(job: Job): Promise<Interview>;
}
