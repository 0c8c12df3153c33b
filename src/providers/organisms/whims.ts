import { ProviderError } from '../../core/errors.ts';
import type { GenerateResult, Retry } from '../../core/ports/provider.ts';
import type { Move } from './jobs/deeds.ts';
import type { Knowledge } from './reading/knowledge.ts';
import type { Whim } from './organism.ts';
import { callId, moveContent } from './organism-reply.ts';

type Content = GenerateResult['content'];

const TOO_MANY_REQUESTS = 429;
const RETRIES = 5;
const FIRST_DELAY_MS = 500;
const KEPT = 0.7;

/** Every list there may be; an idler goes round them. */
const LISTS: readonly string[] = ['list_documents', 'list_hosts', 'list_sheets', 'list_configs'];

function retry(attempt: number): Retry {
  const [delayMs, because] = [FIRST_DELAY_MS * 2 ** (attempt - 1), 'simulated: too many requests'];
  return { attempt, status: TOO_MANY_REQUESTS, delayMs, because, mayHaveCost: false };
}

/** As a provider on the wire fails once its retries are used up. @throws ProviderError */
export function giveUp(onRetry: (retry: Retry) => void): never {
  for (let attempt = 1; attempt <= RETRIES; attempt += 1) onRetry(retry(attempt));
  throw new ProviderError(`the simulated model was rate-limited ${RETRIES + 1} times in a row`, {
    code: 'rate-limited',
    isRetryable: true,
    status: TOO_MANY_REQUESTS,
    attempts: RETRIES + 1,
  });
}

/** The call that was meant, with arguments that break off. */
function garbled({ say, calls: [call] }: Move, knowledge: Knowledge): Content {
  const meant = JSON.stringify(call?.input ?? {});
  const input = meant.length > 2 ? meant.slice(0, Math.ceil(meant.length * KEPT)) : '{';
  return [
    { type: 'text', text: say },
    { type: 'tool-call', toolCallId: callId(knowledge, 0), toolName: call?.tool ?? 'finish_task', input },
  ];
}

function listAgain(knowledge: Knowledge): Move {
  const lists = LISTS.filter((tool) => knowledge.tools.has(tool));
  const tool = lists[knowledge.deeds.length % lists.length] ?? 'list_documents';
  return { say: 'Let me have another look.', calls: [{ tool, input: {} }] };
}

/** What comes out in place of the reply that was meant. @throws ProviderError for a rate limit that does not end */
export function indulge(
  whim: Whim | undefined,
  meant: () => Move,
  { knowledge, onRetry }: { readonly knowledge: Knowledge; readonly onRetry: (retry: Retry) => void },
): Content {
  switch (whim) {
    case undefined:
      return moveContent(meant(), knowledge);
    case 'retried':
      onRetry(retry(1));
      return moveContent(meant(), knowledge);
    case 'rate-limited':
      return giveUp(onRetry);
    case 'malformed-call':
      return garbled(meant(), knowledge);
    case 'unknown-tool':
      return moveContent({ say: 'I open the overview.', calls: [{ tool: 'open_overview', input: {} }] }, knowledge);
    case 'empty-reply':
      return [];
    case 'chatter':
      return [{ type: 'text', text: 'There are several ways to go about this task, and I am weighing them.' }];
    case 'lists-again':
      return moveContent(listAgain(knowledge), knowledge);
  }
}
