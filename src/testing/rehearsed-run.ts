import type { Reply } from '../core/reply.ts';
import { replyNumbered, runRecord } from './store-samples.ts';

/** What the store programs and the tests that start them agree on. */
export const REHEARSED_RUN = runRecord({ id: 'rehearsed' });
export const REHEARSED_TURNS = 200;

const REPLY_CHARACTERS = 3_000;

/** Differs in every byte region from trial to trial and turn to turn, so that a mix-up shows. */
export function journalledReply(trial: string, turn: number): Reply {
  const text = `${trial}/${turn} `.repeat(Math.ceil(REPLY_CHARACTERS / `${trial}/${turn} `.length));
  return { ...replyNumbered(turn), content: [{ type: 'text', text }] };
}
