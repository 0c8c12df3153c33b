import type { GenerateResult } from '../core/ports/provider.ts';
import { errorExcerpt, fieldOf, parseJson } from './error-excerpt.ts';
import { readFailedRequest } from './failed-request.ts';
import type { Scrub } from './scrub-secrets.ts';

const codes = ['content_policy_violation', 'content_filter', 'invalid_prompt', 'ResponsibleAIPolicyViolation'];
const sayings = /flagged as potentially violating|blocked by content filtering policy|content management policy/i;

/**
 * Some safety layers answer with an error instead of a reply. That is the provider stopping the subject, not a request
 * that failed, so it becomes an empty reply that says why. Undefined for every other error.
 */
export function toSafetyStop(cause: unknown, scrub: Scrub): GenerateResult | undefined {
  const { status, body } = readFailedRequest(cause);
  if (fieldOf(fieldOf(parseJson(body), 'incomplete_details'), 'reason') === 'content_filter') return emptyReply('content_filter');
  if (status !== 400 && status !== 403 && status !== 422) return undefined;
  const error = fieldOf(parseJson(body), 'error');
  const said = [fieldOf(error, 'code'), fieldOf(error, 'type'), fieldOf(fieldOf(error, 'innererror'), 'code')];
  // OpenRouter's moderation gives its reasons; 403 without them is a key without permission.
  const isModerated = Array.isArray(fieldOf(fieldOf(error, 'metadata'), 'reasons'));
  const code = isModerated ? 'moderation' : codes.find((known) => said.includes(known));
  // OpenAI uses `invalid_prompt` for prompts that are merely malformed too.
  const isStop = (code !== undefined && code !== 'invalid_prompt') || sayings.test(body);
  if (!isStop) return undefined;
  return emptyReply(code ?? 'blocked', `stopped by the provider: ${scrub(errorExcerpt(scrub(body)))}`);
}

function emptyReply(raw: string, message?: string): GenerateResult {
  return {
    content: [],
    finishReason: { unified: 'content-filter', raw },
    usage: {
      inputTokens: { total: undefined, noCache: undefined, cacheRead: undefined, cacheWrite: undefined },
      outputTokens: { total: undefined, text: undefined, reasoning: undefined },
    },
    warnings: message === undefined ? [] : [{ type: 'other', message }],
  };
}
