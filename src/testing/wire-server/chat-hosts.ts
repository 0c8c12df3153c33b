import { chatCompletions } from './chat-completions.ts';
import { demand, isObject, objectsOf, textOf } from './wire-protocol.ts';
import type { Issued, Json, WireProtocol } from './wire-protocol.ts';

const togetherEfforts = ['low', 'medium', 'high'];
const openRouterEfforts = ['none', 'minimal', 'low', 'medium', 'high', 'xhigh'];
const together = chatCompletions('reasoning');
const openRouter = chatCompletions('reasoning');

/** Together AI. It names no finish reason for a stop by a safety layer, and calls the natural end `eos` for some models. */
export const togetherChat: WireProtocol = {
  ...together,
  check(body, request) {
    together.check(body, request);
    const { reasoning, reasoning_effort: effort } = body;
    demand(reasoning === undefined || (isObject(reasoning) && typeof reasoning['enabled'] === 'boolean'), 'reasoning.enabled: a boolean');
    demand(
      effort === undefined || togetherEfforts.includes(textOf(effort)),
      `Input should be 'low', 'medium' or 'high': ${String(effort)}`,
    );
  },
  encode(step, request) {
    const parts = step.parts.map((part) => (part.type === 'refusal' ? { type: 'text' as const, text: part.text } : part));
    const reply = together.encode({ ...step, parts }, request);
    const choices = objectsOf(reply['choices']).map((choice) => ({
      ...choice,
      finish_reason: choice['finish_reason'] === 'stop' ? 'eos' : choice['finish_reason'],
    }));
    return { ...reply, choices };
  },
};

/** OpenRouter: names the host that served, gives errors a number for a code, and wants `reasoning_details` back whole. */
export const openRouterChat: WireProtocol = {
  ...openRouter,
  basePath: '/api/v1',
  path: /^\/api\/v1\/chat\/completions$/,
  check(body, request) {
    openRouter.check(body, request);
    const { reasoning, provider } = body;
    demand(
      reasoning === undefined || (isObject(reasoning) && openRouterEfforts.includes(textOf(reasoning['effort']))),
      'reasoning.effort: Invalid option',
    );
    demand(provider === undefined || isObject(provider), 'provider: Invalid input: expected object');
    for (const message of objectsOf(body['messages'])) checkDetails(message, request.issued);
  },
  encode(step, request) {
    const reply = openRouter.encode(step, request);
    const choices = objectsOf(reply['choices']).map((choice) => ({ ...choice, native_finish_reason: choice['finish_reason'] }));
    return { ...reply, id: `gen-${request.number}`, provider: 'Parasail', choices };
  },
  encodeError: (status, message) => ({ error: { code: status, message }, user_id: 'user_1' }),
};

function checkDetails(message: Json, issued: Issued): void {
  const encrypted = objectsOf(message['reasoning_details']).filter((detail) => detail['type'] === 'reasoning.encrypted');
  const sealed = encrypted.map((detail) => textOf(detail['data']));
  for (const data of sealed) demand(issued.signatures.has(data), 'Provider returned error: invalid encrypted reasoning');
  for (const call of objectsOf(message['tool_calls'])) {
    const before = issued.beforeCall.get(textOf(call['id'])) ?? [];
    demand(
      before.every((data) => sealed.includes(data)),
      `Provider returned error: tool call ${textOf(call['id'])} came without its reasoning_details`,
    );
  }
}
