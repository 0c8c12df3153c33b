import type { PromptMessage } from '../../core/ports/provider.ts';
import { bearerOf, demand, inputText, isObject, issue, objectsOf, textOf, usageOf } from './wire-protocol.ts';
import type { Json, PromptTools, WireProtocol } from './wire-protocol.ts';
import type { ReplyStep } from './wire-step.ts';

export type ReasoningField = 'reasoning' | 'reasoning_content';

/** Chat Completions, as OpenAI defines it and vLLM, Ollama, llama.cpp and LiteLLM speak it; reasoning comes in the field given. */
export function chatCompletions(reasoningField: ReasoningField): WireProtocol {
  return {
    basePath: '/v1',
    path: /^\/v1\/chat\/completions$/,
    keyOf: bearerOf,
    check(body) {
      demand(textOf(body['model']) !== '', 'you must provide a model parameter');
      demand(
        Array.isArray(body['messages']) && body['messages'].length > 0,
        "Invalid 'messages': empty array. Expected an array with minimum length 1.",
      );
      const messages = objectsOf(body['messages']);
      for (const [index, message] of messages.entries()) checkMessage(message, index, messages);
    },
    decode: (body, modelId) => ({ modelId, prompt: promptOf(body), tools: toolsOf(body['tools']) }),
    encode: (step, { body, number, issued }) => {
      const ids = issue(step, { issued, number });
      const usage = usageOf(step);
      return {
        id: `chatcmpl-${number}`,
        object: 'chat.completion',
        created: 1_760_000_000,
        model: textOf(body['model']),
        choices: [{ index: 0, message: messageOf(step, { ids, reasoningField }), finish_reason: finishReasonOf(step) }],
        ...(usage ? { usage: usageJson(usage) } : {}),
      };
    },
    encodeError: (status, message) => ({
      error: { message, type: status >= 500 ? 'server_error' : 'invalid_request_error', param: null, code: null },
    }),
  };
}

function checkMessage(message: Json, index: number, messages: readonly Json[]): void {
  const at = `messages[${index}]`;
  const { role, content } = message;
  demand(['system', 'developer', 'user', 'assistant', 'tool'].includes(textOf(role)), `Invalid value: '${String(role)}' for '${at}.role'.`);
  const calls = objectsOf(message['tool_calls']);
  if (role === 'assistant') {
    demand(
      typeof content === 'string' || Array.isArray(content) || calls.length > 0,
      `Invalid value for 'content': expected a string, got null (${at}).`,
    );
    demand(content !== '' || calls.length > 0, `${at}: assistant message must have either content or tool_calls, but not none.`);
    demand(message['tool_calls'] === undefined || calls.length > 0, `Invalid '${at}.tool_calls': empty array.`);
    checkAnswers(calls, index, messages);
    return;
  }
  demand(typeof content === 'string' || Array.isArray(content), `Invalid value for 'content': expected a string, got null (${at}).`);
  if (role === 'tool') checkAnswersACall(message, index, messages);
}

function checkAnswers(calls: readonly Json[], index: number, messages: readonly Json[]): void {
  const answers = new Set<string>();
  for (const next of messages.slice(index + 1)) {
    if (next['role'] !== 'tool') break;
    answers.add(textOf(next['tool_call_id']));
  }
  for (const call of calls) {
    const { function: called } = call;
    demand(
      call['type'] === 'function' && isObject(called) && typeof called['arguments'] === 'string',
      `Invalid 'messages[${index}].tool_calls'.`,
    );
    const allowed = ['id', 'type', 'function', 'extra_content', 'index'];
    for (const name of Object.keys(call)) demand(allowed.includes(name), `Unknown parameter: 'messages[${index}].tool_calls[0].${name}'.`);
    demand(
      answers.has(textOf(call['id'])),
      "An assistant message with 'tool_calls' must be followed by tool messages responding to each 'tool_call_id'. " +
        `The following tool_call_ids did not have response messages: ${textOf(call['id'])}`,
    );
  }
}

function checkAnswersACall(message: Json, index: number, messages: readonly Json[]): void {
  const caller = messages.slice(0, index).findLast((earlier) => earlier['role'] !== 'tool');
  const ids = objectsOf(caller?.['tool_calls']).map((call) => call['id']);
  demand(ids.includes(message['tool_call_id']), "messages with role 'tool' must be a response to a preceeding message with 'tool_calls'.");
}

function messageOf(step: ReplyStep, { ids, reasoningField }: { ids: readonly string[]; reasoningField: string }): Json {
  const texts = step.parts.flatMap((part) => (part.type === 'text' ? [part.text] : []));
  const reasoning = step.parts.flatMap((part) => (part.type === 'reasoning' ? [part] : []));
  const shown = reasoning.map((part) => part.text).join('');
  const sealed = reasoning.flatMap((part) => (part.signature === undefined ? [] : [{ type: 'reasoning.encrypted', data: part.signature }]));
  const calls = step.parts.filter((part) => part.type === 'tool-call');
  const refusal = step.parts.find((part) => part.type === 'refusal');
  return {
    role: 'assistant',
    content: texts.length > 0 ? texts.join('') : null,
    ...(refusal ? { refusal: refusal.text } : {}),
    ...(shown === '' ? {} : { [reasoningField]: shown }),
    ...(sealed.length === 0 ? {} : { reasoning_details: sealed }),
    ...(calls.length === 0
      ? {}
      : {
          tool_calls: calls.map((call, index) => ({
            id: ids[index],
            type: 'function',
            function: { name: call.name, arguments: inputText(call.input) },
          })),
        }),
  };
}

function finishReasonOf(step: ReplyStep): string {
  if (step.stop === 'length') return 'length';
  if (step.stop !== undefined) return 'content_filter';
  return step.parts.some((part) => part.type === 'tool-call') ? 'tool_calls' : 'stop';
}

function usageJson({ input, output, cachedInput, reasoning }: NonNullable<ReturnType<typeof usageOf>>): Json {
  return {
    prompt_tokens: input,
    completion_tokens: output,
    total_tokens: input + output,
    ...(cachedInput === undefined ? {} : { prompt_tokens_details: { cached_tokens: cachedInput } }),
    ...(reasoning === undefined ? {} : { completion_tokens_details: { reasoning_tokens: reasoning } }),
  };
}

function promptOf(body: Json): PromptMessage[] {
  const names = new Map<string, string>();
  return objectsOf(body['messages']).map((message): PromptMessage => {
    const text =
      typeof message['content'] === 'string'
        ? message['content']
        : objectsOf(message['content'])
            .map((part) => textOf(part['text']))
            .join('');
    if (message['role'] === 'user') return { role: 'user', content: [{ type: 'text', text }] };
    if (message['role'] === 'tool') {
      const toolCallId = textOf(message['tool_call_id']);
      return {
        role: 'tool',
        content: [{ type: 'tool-result', toolCallId, toolName: names.get(toolCallId) ?? '', output: { type: 'text', value: text } }],
      };
    }
    if (message['role'] !== 'assistant') return { role: 'system', content: text };
    const calls = objectsOf(message['tool_calls']).map((call) => {
      const called = isObject(call['function']) ? call['function'] : {};
      names.set(textOf(call['id']), textOf(called['name']));
      return {
        type: 'tool-call' as const,
        toolCallId: textOf(call['id']),
        toolName: textOf(called['name']),
        input: JSON.parse(textOf(called['arguments'])) as unknown,
      };
    });
    return { role: 'assistant', content: [...(text === '' ? [] : [{ type: 'text' as const, text }]), ...calls] };
  });
}

function toolsOf(tools: unknown): PromptTools {
  return objectsOf(tools).map((tool) => {
    const called = isObject(tool['function']) ? tool['function'] : {};
    const inputSchema = isObject(called['parameters']) ? called['parameters'] : {};
    return { type: 'function', name: textOf(called['name']), description: textOf(called['description']), inputSchema };
  });
}
