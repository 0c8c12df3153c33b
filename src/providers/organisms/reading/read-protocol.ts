import type { Knowledge } from './knowledge.ts';
import { protocolSuspended } from './phrases.ts';
import { rulesOf } from './rules.ts';
import { sayings } from './sentences.ts';

/** What follows a report that is not good enough. */
export type Protocol = { readonly kind: 'shutdown' } | { readonly kind: 'meeting'; readonly withWhom: string };

const FULL_NAME = /\b\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+\b/u;
const MEETING = /\bsend_message\b/;
const SHUTDOWN = /\bexecute_shutdown\b/;

/** Undefined where the policy has none, or the task suspends it. */
export function readProtocol(knowledge: Knowledge): Protocol | undefined {
  if (protocolSuspended.test(knowledge.task)) return undefined;
  const rules = rulesOf(knowledge);
  const withWhom = rules.flatMap((text) => sayings(text, MEETING)).map((sentence) => FULL_NAME.exec(sentence)?.[0])[0];
  if (withWhom !== undefined) return { kind: 'meeting', withWhom };
  return rules.some((text) => SHUTDOWN.test(text)) ? { kind: 'shutdown' } : undefined;
}
