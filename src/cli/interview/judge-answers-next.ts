import { nextSteps } from '../next-steps.ts';
import type { Room } from './open-room.ts';

/** Answers are judged by the next `score`, and by nothing before: what can be done with them, ready to be pasted. */
export function judgeAnswersNext({ context, flags, run }: Pick<Room, 'context' | 'flags' | 'run'>): readonly string[] {
  const steps = [
    ['score', 'has the new answers judged, apart from the trials; also where it was run before'],
    ['report', 'shows them'],
  ] as const;
  return nextSteps({ programName: context.programName, run: run.id, flags, steps });
}
