import type { Recorder } from '../core/ports/harness.ts';
import type { Event } from '../core/transcript.ts';

/** Numbers the events of one trial from 1, in the order in which they happen. */
export function createRecorder(): Recorder {
  const events: Event[] = [];
  return {
    events,
    append(event) {
      const id = events.length + 1;
      events.push({ id, ...event });
      return id;
    },
  };
}
