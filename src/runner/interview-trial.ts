import { isDeepStrictEqual } from 'node:util';
import { StoreError, UsageError } from '../core/errors.ts';
import type { Clock } from '../core/ports/clock.ts';
import type { Answer, Harness, Recorder } from '../core/ports/harness.ts';
import type { Provider } from '../core/ports/provider.ts';
import type { Journal, Store } from '../core/ports/store.ts';
import type { Event } from '../core/transcript.ts';
import type { PlannedTrial, SubjectSettings, TrialRecord } from '../core/trial.ts';
import { openScene } from './open-scene.ts';
import type { Plan } from './plan.ts';
import { createRecorder } from './recorder.ts';

export interface InterviewDeps {
  readonly run: string;
  readonly plan: Plan;
  readonly store: Store;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly harness: Harness;
  readonly provider: Provider;
  /** In place of the subject's own; what it is shown stays as it was. */
  readonly settings?: Pick<SubjectSettings, 'maxOutputTokens'>;
  /** `terminal`, or a script's name and wording. */
  readonly askedBy: string;
}

/** An open interview with one trial's subject. What is asked and answered is kept at once. */
export interface TrialInterview {
  /** `branch`: number of the branch that keeps it. Throws when the signal aborts, the budget is spent or records are in danger; nothing can be asked after that. */
  ask(text: string): Promise<Answer & { readonly branch: number }>;
  close(): Promise<void>;
}

/** What comes after the subject was last heard: it belongs to the transcript, and no replay makes it. */
const CLOSING: readonly Event['type'][] = ['limit-reached', 'trial-ended', 'branch-asked'];

function plannedTrial({ cell: cellId, subject: subjectId, trial, block }: TrialRecord, plan: Plan): PlannedTrial {
  const arm = plan.arms.find(({ cell, subject }) => cell.id === cellId && subject.id === subjectId);
  const planned = arm && plan.trialAt(arm, block);
  if (planned?.id === trial) return planned;
  throw new UsageError(
    `trial ${trial} cannot be rebuilt: what its subject was shown has changed since, so its replies no longer fit. Use the version that ran it`,
  );
}

function repliesOf(events: readonly Event[]) {
  return events.flatMap((event) => (event.type === 'reply-received' ? [event.reply] : []));
}

/** The replayed events must be those that were recorded; then what follows is a branch of that very trial. */
function checkReplay(recorder: Recorder, stored: readonly Event[], trial: string): void {
  const rebuilt = recorder.events;
  const at = rebuilt.findIndex((event, index) => !isDeepStrictEqual(JSON.parse(JSON.stringify(event)), stored[index]));
  const next = stored[rebuilt.length];
  if (at < 0 && (next === undefined || CLOSING.includes(next.type))) return;
  const where = at < 0 ? rebuilt.length + 1 : at + 1;
  throw new UsageError(`trial ${trial} does not replay as it ran, from event ${where} on: use the version that ran it`);
}

function journalOf(events: readonly Event[]): Journal {
  return { replies: repliesOf(events), lostRequests: 0, noteRequest: async () => {}, appendReply: async () => {} };
}

/**
 * Rebuilds the world and the conversation of a finished trial from its transcript, by replaying its replies.
 * @throws UsageError where the texts or tools have changed since, or the trial failed before its subject was heard
 */
export async function openInterview(record: TrialRecord, deps: InterviewDeps): Promise<TrialInterview> {
  const { plan, store, run, clock, signal, harness, provider, askedBy } = deps;
  const stored = (await store.readTranscript(run, record.trial))?.events ?? [];
  if (repliesOf(stored).length === 0)
    throw new UsageError(`trial ${record.trial} has no reply of its subject, so there is nothing to go on from`);
  if (harness.rebuild === undefined) throw new UsageError(`the harness ${harness.id} cannot take up a finished trial`);
  const trial = plannedTrial(record, plan);
  const rendering = plan.render(trial);
  const recorder = createRecorder();
  const scene = openScene(rendering, trial, recorder);
  const { subject, id } = trial;
  const { brief, limits } = rendering;
  const journal = journalOf(stored);
  const interview = await harness.rebuild({
    brief,
    scene,
    provider,
    settings: { ...subject.settings, ...deps.settings },
    seed: id,
    limits,
    journal,
    recorder,
    clock,
    signal,
  });
  checkReplay(recorder, stored, id);
  for (const { id: _id, ...event } of stored.slice(recorder.events.length)) recorder.append(event);
  const startedAt = new Date(clock.nowMs()).toISOString();
  let branch: number | undefined;
  const keep = async (): Promise<number> => {
    const kept = { trial: id, attempt: record.attempt, askedBy, startedAt, events: recorder.events.slice(stored.length) };
    branch = await store.keepBranch(run, branch === undefined ? kept : { ...kept, branch });
    return branch;
  };
  return {
    ask: async (text) => {
      const before = recorder.events.length;
      try {
        const answer = await interview.ask(text);
        if (answer.kind === 'unanswered') recorder.append({ type: 'question-unanswered', because: answer.because });
        return { ...answer, branch: await keep() };
      } catch (error) {
        // A question that nobody replied to was never heard; replies that were paid for are kept.
        const isHeard = !(error instanceof StoreError) && repliesOf(recorder.events.slice(before)).length > 0;
        if (isHeard) {
          recorder.append({ type: 'question-unanswered', because: signal.aborted ? 'it was interrupted' : (error as Error).message });
          await keep();
        }
        throw error;
      }
    },
    close: async () => {
      interview.close();
      await scene.close();
    },
  };
}
