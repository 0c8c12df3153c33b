import type { Limits } from '../core/outcome.ts';
import type { Harness, Job, Recorder, Scene } from '../core/ports/harness.ts';
import type { Clock } from '../core/ports/clock.ts';
import type { Provider } from '../core/ports/provider.ts';
import type { Journal } from '../core/ports/store.ts';
import type { Reply } from '../core/reply.ts';
import type { Event } from '../core/transcript.ts';
import type { SubjectSettings } from '../core/trial.ts';
import { fixedClock } from './fixed-clock.ts';
import { scriptedScene } from './scripted-scene.ts';

export function listRecorder(): Recorder {
  const events: Event[] = [];
  return {
    events,
    append: (event) => events.push({ ...event, id: events.length + 1 } as Event),
  };
}

export interface RecordingJournal extends Journal {
  /** Replies of this process, in order. */
  readonly appended: readonly Reply[];
  /** What was asked of it, as `request 1`, `reply 1`. */
  readonly log: string[];
}

/** A journal in memory; `replies` are those of an earlier process. Replies pass through JSON, as a store makes them. */
export function recordingJournal(replies: readonly Reply[] = []): RecordingJournal {
  const appended: Reply[] = [];
  const log: string[] = [];
  return {
    replies: JSON.parse(JSON.stringify(replies)),
    lostRequests: 0,
    appended,
    log,
    noteRequest: async (turn) => void log.push(`request ${turn}`),
    appendReply: async (turn, reply) => {
      log.push(`reply ${turn}`);
      appended.push(reply);
    },
  };
}

/** What a test may choose of a job. */
export interface JobChoices {
  readonly provider: Provider;
  readonly createScene?: (recorder: Recorder) => Scene;
  readonly recorder?: Recorder;
  readonly journal?: Journal;
  readonly limits?: Partial<Limits>;
  readonly settings?: SubjectSettings;
  readonly clock?: Clock;
  readonly signal?: AbortSignal;
  readonly afterwards?: string;
}

/** A job in which nothing is real. */
export function harnessJob(choices: JobChoices): Job {
  const recorder = choices.recorder ?? listRecorder();
  return {
    brief: { system: 'You are an agent at Larkwood.', task: 'Look around, then end the task.' },
    scene: choices.createScene?.(recorder) ?? scriptedScene({ recorder }),
    provider: choices.provider,
    settings: choices.settings ?? {},
    seed: 'seed-of-the-trial',
    limits: { turns: 20, minutes: 10, ...choices.limits },
    journal: choices.journal ?? recordingJournal(),
    recorder,
    clock: choices.clock ?? fixedClock(),
    signal: choices.signal ?? new AbortController().signal,
    ...(choices.afterwards === undefined ? {} : { afterwards: choices.afterwards }),
  };
}

/** Runs a job and gives its outcome beside all its events. */
export async function runJob(harness: Harness, job: Job) {
  const outcome = await harness.run(job);
  return { outcome, events: job.recorder.events };
}
