import type { PromptMessage } from '../../core/ports/provider.ts';
import { bearerOf, checkKnownFields, demand, inputObject, isObject, issue, objectsOf, textOf, usageOf } from './wire-protocol.ts';
import type { Issued, Json, PromptTools, WireProtocol } from './wire-protocol.ts';
import type { ReplyStep } from './wire-step.ts';

const knownFields = (
  'model messages max_tokens system temperature top_p top_k stop_sequences thinking output_config tools ' +
  'tool_choice metadata service_tier stream cache_control container context_management mcp_servers'
).split(' ');

/** Anthropic's Messages API. */
export const anthropicMessages: WireProtocol = {
  basePath: '/v1',
  path: /^\/v1\/messages$/,
  keyOf: ({ headers }) => headers['x-api-key'],
  check(body, { headers, issued }) {
    demand(headers['anthropic-version'] !== undefined, 'anthropic-version: header is required');
    demand(textOf(body['model']) !== '', 'model: Field required');
    checkKnownFields(body, knownFields, (name) => `${name}: Extra inputs are not permitted`);
    checkBody(body, issued);
  },
  decode: (body, modelId) => ({ modelId, prompt: promptOf(body), tools: toolsOf(body['tools']) }),
  encode(step, { modelId, number, issued }) {
    const ids = issue(step, { issued, number });
    return {
      id: `msg_${number}`,
      type: 'message',
      role: 'assistant',
      model: modelId,
      content: blocksOf(step, ids),
      stop_reason: stopReasonOf(step),
      stop_sequence: null,
      ...usageJson(step),
    };
  },
  encodeError: (status, message) => ({ type: 'error', error: { type: errorType(status), message }, request_id: 'req_1' }),
};

/** Claude on Vertex AI: the model stands in the path, the version in the body. */
export const vertexMessages: WireProtocol = {
  ...anthropicMessages,
  basePath: '',
  path: /^\/v1\/projects\/[\w.:-]+\/locations\/[\w-]+\/publishers\/anthropic\/models\/([^/:]+):rawPredict$/,
  keyOf: bearerOf,
  check(body, { issued }) {
    demand(body['anthropic_version'] === 'vertex-2023-10-16', 'anthropic_version: Field required');
    const known = ['anthropic_version', ...knownFields.filter((name) => name !== 'model')];
    checkKnownFields(body, known, (name) => `${name}: Extra inputs are not permitted`);
    checkBody(body, issued);
  },
};

function checkBody(body: Json, issued: Issued): void {
  demand(body['max_tokens'] !== undefined, 'max_tokens: Field required');
  demand(Number.isInteger(body['max_tokens']) && Number(body['max_tokens']) > 0, 'max_tokens: must be greater than or equal to 1');
  const temperature = body['temperature'];
  demand(temperature === undefined || (Number(temperature) >= 0 && Number(temperature) <= 1), 'temperature: range: 0..1');
  demand(Array.isArray(body['messages']) && body['messages'].length > 0, 'messages: at least one message is required');
  const messages = objectsOf(body['messages']);
  demand(messages[0]?.['role'] === 'user', 'messages: first message must use the "user" role');
  for (const [index, message] of messages.entries()) checkMessage(message, { index, messages, issued });
}

interface Place {
  readonly index: number;
  readonly messages: readonly Json[];
  readonly issued: Issued;
}

function checkMessage(message: Json, place: Place): void {
  const { index, messages } = place;
  demand(message['role'] === 'user' || message['role'] === 'assistant', `messages.${index}.role: Input should be 'user' or 'assistant'`);
  demand(message['role'] !== messages[index - 1]?.['role'], 'messages: roles must alternate between "user" and "assistant"');
  const { content } = message;
  demand(
    typeof content === 'string' ? content !== '' : objectsOf(content).length > 0,
    `messages.${index}: all messages must have non-empty content except for the optional final assistant message`,
  );
  for (const block of objectsOf(content)) {
    if (block['type'] !== 'text') continue;
    demand(textOf(block['text']) !== '', 'messages: text content blocks must be non-empty');
    demand(textOf(block['text']).trim() !== '', 'messages: text content blocks must contain non-whitespace text');
  }
  if (message['role'] === 'assistant') checkAssistant(objectsOf(content), place);
  else checkUser(objectsOf(content), place);
}

function checkAssistant(blocks: readonly Json[], { index, messages, issued }: Place): void {
  const last = blocks.at(-1)?.['type'];
  demand(
    last !== 'thinking' && last !== 'redacted_thinking',
    `messages.${index}: The final block in an assistant message cannot be \`thinking\`.`,
  );
  const sealed = blocks.map((block) => textOf(block['signature']) || textOf(block['data'])).filter(Boolean);
  for (const [at, block] of blocks.entries()) {
    if (block['type'] === 'thinking' || block['type'] === 'redacted_thinking') {
      const signature = textOf(block['signature']) || textOf(block['data']);
      demand(issued.signatures.has(signature), `messages.${index}.content.${at}: Invalid \`signature\` in \`thinking\` block`);
    }
    if (block['type'] !== 'tool_use') continue;
    demand(isObject(block['input']), `messages.${index}.content.${at}.tool_use.input: Input should be a valid dictionary`);
    const before = issued.beforeCall.get(textOf(block['id'])) ?? [];
    demand(
      before.every((signature) => sealed.includes(signature)),
      `messages.${index}.content.0.type: Expected \`thinking\` or \`redacted_thinking\`, but found \`tool_use\`.`,
    );
    const answers = objectsOf(messages[index + 1]?.['content']).map((answer) => answer['tool_use_id']);
    demand(
      answers.includes(block['id']),
      `messages.${index}: \`tool_use\` ids were found without \`tool_result\` blocks immediately after: ${textOf(block['id'])}.`,
    );
  }
}

function checkUser(blocks: readonly Json[], { index, messages }: Place): void {
  const called = objectsOf(messages[index - 1]?.['content']).map((block) => block['id']);
  let isPastResults = false;
  for (const [at, block] of blocks.entries()) {
    if (block['type'] !== 'tool_result') {
      isPastResults = true;
      continue;
    }
    demand(!isPastResults, `messages.${index}: \`tool_result\` blocks must come first`);
    demand(
      called.includes(block['tool_use_id']),
      `messages.${index}.content.${at}: unexpected \`tool_use_id\` found in \`tool_result\` blocks: ${textOf(block['tool_use_id'])}.`,
    );
  }
}

function blocksOf(step: ReplyStep, ids: readonly string[]): readonly Json[] {
  let call = 0;
  return step.parts.map((part): Json => {
    switch (part.type) {
      case 'text':
      case 'refusal':
        return { type: 'text', text: part.text };
      case 'reasoning':
        if (part.redacted !== undefined) return { type: 'redacted_thinking', data: part.redacted };
        return { type: 'thinking', thinking: part.text, signature: part.signature ?? '' };
      case 'tool-call':
        call += 1;
        return { type: 'tool_use', id: ids[call - 1], name: part.name, input: inputObject(part.input) };
    }
  });
}

function stopReasonOf(step: ReplyStep): string {
  if (step.stop === 'length') return 'max_tokens';
  if (step.stop !== undefined || step.parts.some((part) => part.type === 'refusal')) return 'refusal';
  return step.parts.some((part) => part.type === 'tool-call') ? 'tool_use' : 'end_turn';
}

function usageJson(step: ReplyStep): Json {
  const usage = usageOf(step);
  if (!usage) return {};
  return {
    usage: {
      input_tokens: usage.input - (usage.cachedInput ?? 0),
      output_tokens: usage.output,
      ...(usage.cachedInput === undefined ? {} : { cache_read_input_tokens: usage.cachedInput }),
      ...(usage.reasoning === undefined ? {} : { output_tokens_details: { thinking_tokens: usage.reasoning } }),
    },
  };
}

function errorType(status: number): string {
  const types: Readonly<Record<number, string>> = {
    400: 'invalid_request_error',
    401: 'authentication_error',
    403: 'permission_error',
    404: 'not_found_error',
    429: 'rate_limit_error',
    529: 'overloaded_error',
  };
  return types[status] ?? 'api_error';
}

function promptOf(body: Json): PromptMessage[] {
  const names = new Map<string, string>();
  const system =
    typeof body['system'] === 'string'
      ? body['system']
      : objectsOf(body['system'])
          .map((block) => textOf(block['text']))
          .join('\n');
  const opening: PromptMessage[] = system === '' ? [] : [{ role: 'system', content: system }];
  return [...opening, ...objectsOf(body['messages']).flatMap((message) => messagesOf(message, names))];
}

function messagesOf(message: Json, names: Map<string, string>): PromptMessage[] {
  const blocks = typeof message['content'] === 'string' ? [{ type: 'text', text: message['content'] }] : objectsOf(message['content']);
  if (message['role'] === 'assistant') return [{ role: 'assistant', content: blocks.flatMap((block) => assistantPart(block, names)) }];
  return blocks.map((block: Json): PromptMessage => {
    if (block['type'] !== 'tool_result') return { role: 'user', content: [{ type: 'text', text: textOf(block['text']) }] };
    const { content } = block;
    const value =
      typeof content === 'string'
        ? content
        : objectsOf(content)
            .map((part) => textOf(part['text']))
            .join('');
    const toolCallId = textOf(block['tool_use_id']);
    return {
      role: 'tool',
      content: [{ type: 'tool-result', toolCallId, toolName: names.get(toolCallId) ?? '', output: { type: 'text', value } }],
    };
  });
}

type AssistantPart = Extract<PromptMessage, { role: 'assistant' }>['content'][number];

function assistantPart(block: Json, names: Map<string, string>): AssistantPart[] {
  if (block['type'] === 'text') return [{ type: 'text', text: textOf(block['text']) }];
  if (block['type'] !== 'tool_use') return [];
  names.set(textOf(block['id']), textOf(block['name']));
  return [{ type: 'tool-call', toolCallId: textOf(block['id']), toolName: textOf(block['name']), input: block['input'] }];
}

function toolsOf(tools: unknown): PromptTools {
  return objectsOf(tools).map((tool) => {
    const inputSchema = isObject(tool['input_schema']) ? tool['input_schema'] : {};
    return { type: 'function', name: textOf(tool['name']), description: textOf(tool['description']), inputSchema };
  });
}
