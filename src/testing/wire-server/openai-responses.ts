import type { PromptMessage } from '../../core/ports/provider.ts';
import { bearerOf, checkKnownFields, demand, inputText, isObject, issue, objectsOf, textOf, usageOf } from './wire-protocol.ts';
import type { Issued, Json, PromptTools, WireProtocol } from './wire-protocol.ts';
import type { ReplyStep, WirePart } from './wire-step.ts';

const knownFields = (
  'model input instructions temperature top_p max_output_tokens text conversation max_tool_calls metadata ' +
  'parallel_tool_calls previous_response_id store user service_tier include prompt_cache_key prompt_cache_options ' +
  'prompt_cache_retention safety_identifier top_logprobs truncation reasoning tools tool_choice stream background'
).split(' ');

/** OpenAI's Responses API. */
export const openaiResponses: WireProtocol = {
  basePath: '/v1',
  path: /^\/v1\/responses$/,
  keyOf: bearerOf,
  check(body, { issued }) {
    demand(textOf(body['model']) !== '', "Missing required parameter: 'model'.");
    checkKnownFields(body, knownFields, (name) => `Unknown parameter: '${name}'.`);
    const limit = body['max_output_tokens'];
    demand(
      limit === undefined || (Number.isInteger(limit) && Number(limit) >= 16),
      `Invalid 'max_output_tokens': integer below minimum value. Expected a value >= 16, but got ${String(limit)} instead.`,
    );
    const isReasoning = /^(o\d|gpt-[5-9])/.test(textOf(body['model']));
    const effort = isObject(body['reasoning']) ? body['reasoning']['effort'] : undefined;
    demand(
      body['temperature'] === undefined || !isReasoning || effort === 'none',
      "Unsupported parameter: 'temperature' is not supported with this model.",
    );
    for (const tool of objectsOf(body['tools'])) checkTool(tool);
    if (typeof body['input'] === 'string') return;
    demand(Array.isArray(body['input']) && body['input'].length > 0, "Missing required parameter: 'input'.");
    checkItems(objectsOf(body['input']), issued);
  },
  decode: (body, modelId) => ({ modelId, prompt: promptOf(body), tools: toolsOf(body['tools']) }),
  encode(step, { body, number, issued }) {
    const ids = issue(step, { issued, number });
    const incomplete = step.stop === 'length' ? 'max_output_tokens' : step.stop === undefined ? undefined : 'content_filter';
    return {
      id: `resp_${number}`,
      object: 'response',
      created_at: 1_760_000_000,
      status: incomplete ? 'incomplete' : 'completed',
      error: null,
      incomplete_details: incomplete ? { reason: incomplete } : null,
      model: `${textOf(body['model'])}-2026-01-01`,
      output: outputOf(step, { body, number, ids }),
      usage: usageJson(step),
    };
  },
  encodeError: (status, message) => ({
    error: { message, type: status === 401 ? 'authentication_error' : 'invalid_request_error', param: null, code: null },
  }),
};

function checkTool(tool: Json): void {
  if (tool['type'] !== 'function') return;
  demand(/^[\w-]{1,64}$/.test(textOf(tool['name'])), `Invalid 'tools[0].name': string does not match pattern.`);
  demand(isObject(tool['parameters']), "Missing required parameter: 'tools[0].parameters'.");
}

function checkItems(items: readonly Json[], issued: Issued): void {
  const called = new Set<string>();
  const answered = new Set<string>();
  const seen = new Set<string>();
  for (const [index, item] of items.entries()) {
    const type = textOf(item['type']) || 'message';
    if (type === 'message') checkMessage(item, index);
    else if (type === 'reasoning') seen.add(checkReasoning(item, { next: items[index + 1], issued }));
    else if (type === 'function_call') called.add(checkCall(item, { index, seen, issued }));
    else if (type === 'function_call_output') answered.add(checkOutput(item, { index, called }));
    else
      demand(
        false,
        type === 'item_reference'
          ? `Item with id '${textOf(item['id'])}' not found. Items are not persisted when \`store\` is set to false.`
          : `Invalid value: '${type}'.`,
      );
  }
  for (const id of called) demand(answered.has(id), `No tool output found for function call ${id}.`);
}

function checkMessage(item: Json, index: number): void {
  demand(
    ['user', 'assistant', 'system', 'developer'].includes(textOf(item['role'])),
    `Invalid value: '${String(item['role'])}' for 'input[${index}].role'.`,
  );
  const { content } = item;
  demand(typeof content === 'string' || Array.isArray(content), `Missing required parameter: 'input[${index}].content'.`);
  const kinds = item['role'] === 'assistant' ? ['output_text', 'refusal'] : ['input_text', 'input_image', 'input_file'];
  for (const part of objectsOf(content))
    demand(kinds.includes(textOf(part['type'])), `Invalid value: '${textOf(part['type'])}'. Supported values are: ${kinds.join(', ')}.`);
}

function checkReasoning(item: Json, { next, issued }: { next: Json | undefined; issued: Issued }): string {
  const encrypted = textOf(item['encrypted_content']);
  demand(Array.isArray(item['summary']), "Missing required parameter: 'input[0].summary'.");
  demand(encrypted !== '', `Item with id '${textOf(item['id'])}' not found. Items are not persisted when \`store\` is set to false.`);
  demand(issued.signatures.has(encrypted), `The encrypted content for item ${textOf(item['id'])} could not be verified.`);
  const follows = next?.['type'] ?? 'message';
  demand(
    next !== undefined && (follows === 'function_call' || follows === 'reasoning' || next['role'] === 'assistant'),
    `Item '${textOf(item['id'])}' of type 'reasoning' was provided without its required following item.`,
  );
  return encrypted;
}

function checkCall(item: Json, { index, seen, issued }: { index: number; seen: ReadonlySet<string>; issued: Issued }): string {
  const id = textOf(item['call_id']);
  demand(id !== '' && textOf(item['name']) !== '', `Missing required parameter: 'input[${index}].call_id'.`);
  demand(typeof item['arguments'] === 'string', `Invalid type for 'input[${index}].arguments': expected a string.`);
  for (const signature of issued.beforeCall.get(id) ?? []) {
    demand(seen.has(signature), `Item '${id}' of type 'function_call' was provided without its required 'reasoning' item.`);
  }
  return id;
}

function checkOutput(item: Json, { index, called }: { index: number; called: ReadonlySet<string> }): string {
  const id = textOf(item['call_id']);
  demand(called.has(id), `No tool call found for function call output with call_id ${id}.`);
  demand(typeof item['output'] === 'string' || Array.isArray(item['output']), `Missing required parameter: 'input[${index}].output'.`);
  return id;
}

/** What was not asked for is not shown: ciphertext needs `include`, summaries need `reasoning.summary`. */
function outputOf(step: ReplyStep, { body, number, ids }: { body: Json; number: number; ids: readonly string[] }): readonly Json[] {
  const isEncrypted = Array.isArray(body['include']) && body['include'].includes('reasoning.encrypted_content');
  const isSummarised = isObject(body['reasoning']) && body['reasoning']['summary'] !== undefined;
  let call = 0;
  return step.parts.map((part: WirePart, index): Json => {
    switch (part.type) {
      case 'reasoning':
        return {
          type: 'reasoning',
          id: `rs_${number}_${index}`,
          summary: isSummarised && part.text !== '' ? part.text.split('\n\n').map((text) => ({ type: 'summary_text', text })) : [],
          ...(isEncrypted && part.signature !== undefined ? { encrypted_content: part.signature } : {}),
        };
      case 'text':
        return message(index, number, { type: 'output_text', text: part.text, annotations: [], logprobs: [] });
      case 'refusal':
        return message(index, number, { type: 'refusal', refusal: part.text });
      case 'tool-call': {
        const id = ids[call] ?? '';
        call += 1;
        return {
          type: 'function_call',
          id: `fc_${number}_${index}`,
          call_id: id,
          name: part.name,
          arguments: inputText(part.input),
          status: 'completed',
        };
      }
    }
  });
}

function message(index: number, number: number, content: Json): Json {
  return { type: 'message', id: `msg_${number}_${index}`, role: 'assistant', status: 'completed', content: [content] };
}

function usageJson(step: ReplyStep): Json | null {
  const usage = usageOf(step);
  if (!usage) return null;
  const { input, output, cachedInput, reasoning } = usage;
  return {
    input_tokens: input,
    output_tokens: output,
    total_tokens: input + output,
    ...(cachedInput === undefined ? {} : { input_tokens_details: { cached_tokens: cachedInput } }),
    ...(reasoning === undefined ? {} : { output_tokens_details: { reasoning_tokens: reasoning } }),
  };
}

function promptOf(body: Json): PromptMessage[] {
  if (typeof body['input'] === 'string') return [{ role: 'user', content: [{ type: 'text', text: body['input'] }] }];
  const names = new Map<string, string>();
  return objectsOf(body['input']).flatMap((item): PromptMessage[] => {
    const text =
      typeof item['content'] === 'string'
        ? item['content']
        : objectsOf(item['content'])
            .map((part) => textOf(part['text']))
            .join('');
    const toolCallId = textOf(item['call_id']);
    switch (item['type'] ?? 'message') {
      case 'message':
        if (item['role'] === 'assistant') return [{ role: 'assistant', content: [{ type: 'text', text }] }];
        return item['role'] === 'user' ? [{ role: 'user', content: [{ type: 'text', text }] }] : [{ role: 'system', content: text }];
      case 'function_call': {
        const toolName = textOf(item['name']);
        names.set(toolCallId, toolName);
        return [
          {
            role: 'assistant',
            content: [{ type: 'tool-call', toolCallId, toolName, input: JSON.parse(textOf(item['arguments'])) as unknown }],
          },
        ];
      }
      case 'function_call_output':
        return [
          {
            role: 'tool',
            content: [
              {
                type: 'tool-result',
                toolCallId,
                toolName: names.get(toolCallId) ?? '',
                output: { type: 'text', value: textOf(item['output']) },
              },
            ],
          },
        ];
      default:
        return [];
    }
  });
}

function toolsOf(tools: unknown): PromptTools {
  return objectsOf(tools).map((tool) => ({
    type: 'function',
    name: textOf(tool['name']),
    description: textOf(tool['description']),
    inputSchema: isObject(tool['parameters']) ? tool['parameters'] : {},
  }));
}
