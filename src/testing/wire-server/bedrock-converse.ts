import type { PromptMessage } from '../../core/ports/provider.ts';
import { isSignedWith, parseSigV4 } from './sigv4.ts';
import { bearerOf, checkKnownFields, demand, inputObject, isObject, issue, objectsOf, textOf, usageOf } from './wire-protocol.ts';
import type { Issued, Json, PromptTools, WireMail, WireProtocol } from './wire-protocol.ts';
import type { ReplyStep } from './wire-step.ts';

const knownFields = (
  'messages system inferenceConfig toolConfig guardrailConfig additionalModelRequestFields promptVariables ' +
  'additionalModelResponseFieldPaths requestMetadata performanceConfig serviceTier outputConfig'
).split(' ');
const inferenceFields = ['maxTokens', 'temperature', 'topP', 'stopSequences'];
const blockKinds = ['text', 'toolUse', 'toolResult', 'reasoningContent', 'cachePoint', 'image', 'document', 'video', 'guardContent'];

/** Amazon Bedrock's Converse, with Claude behind it. Requests carry a bearer token or are signed (SigV4). */
export const bedrockConverse: WireProtocol = {
  basePath: '',
  path: /^\/model\/([^/]+)\/converse$/,
  keyOf: (mail) => (parseSigV4(mail) === undefined ? bearerOf(mail) : undefined),
  isSignedWith,
  check(body, request) {
    checkSignature(request);
    checkKnownFields(body, knownFields, (name) => `Unexpected field ${name}`);
    const inference = isObject(body['inferenceConfig']) ? body['inferenceConfig'] : {};
    checkKnownFields(inference, inferenceFields, (name) => `Unexpected field inferenceConfig.${name}`);
    const messages = objectsOf(body['messages']);
    demand(messages.length > 0, 'The messages field is empty. Add at least one message and try again.');
    demand(
      messages[0]?.['role'] === 'user',
      'A conversation must start with a user message. Try again with a conversation that starts with a user message.',
    );
    for (const [index, message] of messages.entries()) checkMessage(message, { index, messages, issued: request.issued });
    const hasToolBlocks = messages.some((message) => blocksOf(message).some((block) => block['toolUse'] ?? block['toolResult']));
    demand(
      !hasToolBlocks || isObject(body['toolConfig']),
      'The toolConfig field must be defined when using toolUse and toolResult content blocks.',
    );
  },
  decode: (body, modelId) => ({ modelId, prompt: promptOf(body), tools: toolsOf(body['toolConfig']) }),
  encode(step, { number, issued }) {
    const ids = issue(step, { issued, number });
    return {
      metrics: { latencyMs: 412 },
      output: { message: { role: 'assistant', content: contentOf(step, ids) } },
      stopReason: stopReasonOf(step),
      ...usageJson(step),
    };
  },
  encodeError: (_status, message) => ({ message }),
  errorHeaders: (status) => ({
    'x-amzn-errortype': `${exceptionOf(status)}:http://internal.amazon.com/coral/com.amazon.bedrock/`,
    'x-amzn-requestid': '6d90c825-f440-4e68-91b2-f6439ac7d632',
  }),
};

interface Place {
  readonly index: number;
  readonly messages: readonly Json[];
  readonly issued: Issued;
}

function checkSignature(mail: WireMail): void {
  const signed = parseSigV4(mail);
  if (signed === undefined) {
    demand(/^Bearer \S+$/.test(mail.headers['authorization'] ?? ''), 'Authorization header requires a bearer token or a signature.');
    return;
  }
  demand(signed.service === 'bedrock', `Credential should be scoped to correct service: 'bedrock'.`);
  demand(
    /^\d{8}T\d{6}Z$/.test(mail.headers['x-amz-date'] ?? ''),
    "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.",
  );
  const needed = ['host', 'x-amz-date', ...(mail.headers['x-amz-security-token'] === undefined ? [] : ['x-amz-security-token'])];
  for (const name of needed) demand(signed.signedHeaders.includes(name), `'${name}' must be a 'SignedHeader' in the AWS Authorization.`);
}

function blocksOf(message: Json | undefined): readonly Json[] {
  return objectsOf(message?.['content']);
}

function checkMessage(message: Json, place: Place): void {
  const { index, messages } = place;
  demand(message['role'] === 'user' || message['role'] === 'assistant', `messages.${index}.role: user or assistant`);
  demand(
    message['role'] !== messages[index - 1]?.['role'],
    'A conversation must alternate between user and assistant roles. Make sure the conversation alternates between user and assistant roles and try again.',
  );
  const blocks = blocksOf(message);
  demand(
    blocks.length > 0,
    `The content field in the Message object at messages.${index} is empty. Add a ContentBlock object to the content field and try again.`,
  );
  for (const [at, block] of blocks.entries()) {
    const kinds = Object.keys(block);
    demand(kinds.length === 1 && blockKinds.includes(kinds[0] ?? ''), `messages.${index}.content.${at}: exactly one member of a union`);
    demand(
      block['text'] === undefined || textOf(block['text']).trim() !== '',
      `The text field in the ContentBlock object at messages.${index}.content.${at} is blank. Add text to the text field, and try again.`,
    );
  }
  if (message['role'] === 'assistant') checkAssistant(blocks, place);
  else checkResults(blocks, place);
}

function checkAssistant(blocks: readonly Json[], { index, messages, issued }: Place): void {
  demand(
    blocks.at(-1)?.['reasoningContent'] === undefined,
    `messages.${index}: The final block in an assistant message cannot be \`thinking\`.`,
  );
  const sealed = blocks.flatMap((block) => sealOf(block['reasoningContent']));
  for (const seal of sealed) demand(issued.signatures.has(seal), `messages.${index}.content: Invalid \`signature\` in \`thinking\` block`);
  const answered = blocksOf(messages[index + 1]).map((block) =>
    isObject(block['toolResult']) ? block['toolResult']['toolUseId'] : undefined,
  );
  for (const { toolUse } of blocks) {
    if (!isObject(toolUse)) continue;
    const id = textOf(toolUse['toolUseId']);
    demand(/^[\w-]{1,64}$/.test(id), `Value at 'messages.${index}.member.content.toolUse.toolUseId' failed to satisfy constraint`);
    demand(
      /^[\w-]{1,64}$/.test(textOf(toolUse['name'])),
      `Value at 'messages.${index}.member.content.toolUse.name' failed to satisfy constraint`,
    );
    demand(
      isObject(toolUse['input']),
      `The format of the value at messages.${index}.content.toolUse.input is invalid. Provide a json object for the field and try again.`,
    );
    demand(answered.includes(id), `Expected toolResult blocks at messages.${index + 1}.content for the following Ids: ${id}`);
    const before = issued.beforeCall.get(id) ?? [];
    demand(
      before.every((seal) => sealed.includes(seal)),
      `messages.${index}.content.0.type: Expected \`thinking\` or \`redacted_thinking\`, but found \`tool_use\`.`,
    );
  }
}

function sealOf(reasoning: unknown): readonly string[] {
  if (!isObject(reasoning)) return [];
  const { reasoningText, redactedContent } = reasoning;
  return [isObject(reasoningText) ? textOf(reasoningText['signature']) : textOf(redactedContent)].filter(Boolean);
}

function checkResults(blocks: readonly Json[], { index, messages }: Place): void {
  const called = blocksOf(messages[index - 1]).map((block) => (isObject(block['toolUse']) ? block['toolUse']['toolUseId'] : undefined));
  for (const { toolResult } of blocks) {
    if (!isObject(toolResult)) continue;
    demand(
      called.includes(toolResult['toolUseId']),
      `The number of toolResult blocks at messages.${index}.content exceeds the number of toolUse blocks of previous turn.`,
    );
    demand(objectsOf(toolResult['content']).length > 0, `The content field at messages.${index}.content.toolResult is empty.`);
  }
}

function contentOf(step: ReplyStep, ids: readonly string[]): readonly Json[] {
  let call = 0;
  return step.parts.map((part): Json => {
    switch (part.type) {
      case 'text':
      case 'refusal':
        return { text: part.text };
      case 'reasoning': {
        if (part.redacted !== undefined) return { reasoningContent: { redactedContent: part.redacted } };
        const signed = part.signature === undefined ? {} : { signature: part.signature };
        return { reasoningContent: { reasoningText: { text: part.text, ...signed } } };
      }
      case 'tool-call':
        call += 1;
        return { toolUse: { toolUseId: ids[call - 1], name: part.name, input: inputObject(part.input) } };
    }
  });
}

function stopReasonOf(step: ReplyStep): string {
  if (step.stop === 'length') return 'max_tokens';
  if (step.stop === 'blocked-prompt') return 'guardrail_intervened';
  if (step.stop === 'safety' || step.parts.some((part) => part.type === 'refusal')) return 'content_filtered';
  return step.parts.some((part) => part.type === 'tool-call') ? 'tool_use' : 'end_turn';
}

/** Cached tokens stand beside the fresh ones; tokens of reasoning are not told apart. */
function usageJson(step: ReplyStep): Json {
  const usage = usageOf(step);
  if (!usage) return {};
  const { input, output, cachedInput } = usage;
  const cached = cachedInput === undefined ? {} : { cacheReadInputTokens: cachedInput, cacheWriteInputTokens: 0 };
  return { usage: { inputTokens: input - (cachedInput ?? 0), outputTokens: output, totalTokens: input + output, ...cached } };
}

function exceptionOf(status: number): string {
  const names: Readonly<Record<number, string>> = {
    400: 'ValidationException',
    401: 'UnrecognizedClientException',
    403: 'AccessDeniedException',
    404: 'ResourceNotFoundException',
    408: 'ModelTimeoutException',
    424: 'ModelErrorException',
    429: 'ThrottlingException',
    503: 'ServiceUnavailableException',
  };
  return names[status] ?? 'InternalServerException';
}

function promptOf(body: Json): PromptMessage[] {
  const names = new Map<string, string>();
  const system = objectsOf(body['system'])
    .map((block) => textOf(block['text']))
    .join('\n');
  const opening: PromptMessage[] = system === '' ? [] : [{ role: 'system', content: system }];
  return [...opening, ...objectsOf(body['messages']).flatMap((message) => messagesOf(message, names))];
}

function messagesOf(message: Json, names: Map<string, string>): PromptMessage[] {
  const blocks = blocksOf(message);
  if (message['role'] === 'assistant') return [{ role: 'assistant', content: blocks.flatMap((block) => assistantPart(block, names)) }];
  return blocks.map(({ text, toolResult }): PromptMessage => {
    if (!isObject(toolResult)) return { role: 'user', content: [{ type: 'text', text: textOf(text) }] };
    const value = objectsOf(toolResult['content'])
      .map((part) => textOf(part['text']))
      .join('');
    const toolCallId = textOf(toolResult['toolUseId']);
    return {
      role: 'tool',
      content: [{ type: 'tool-result', toolCallId, toolName: names.get(toolCallId) ?? '', output: { type: 'text', value } }],
    };
  });
}

type AssistantPart = Extract<PromptMessage, { role: 'assistant' }>['content'][number];

function assistantPart({ text, toolUse }: Json, names: Map<string, string>): AssistantPart[] {
  if (typeof text === 'string') return [{ type: 'text', text }];
  if (!isObject(toolUse)) return [];
  names.set(textOf(toolUse['toolUseId']), textOf(toolUse['name']));
  return [{ type: 'tool-call', toolCallId: textOf(toolUse['toolUseId']), toolName: textOf(toolUse['name']), input: toolUse['input'] }];
}

function toolsOf(config: unknown): PromptTools {
  return objectsOf(isObject(config) ? config['tools'] : []).flatMap(({ toolSpec }) => {
    if (!isObject(toolSpec)) return [];
    const { inputSchema } = toolSpec;
    const schema = isObject(inputSchema) && isObject(inputSchema['json']) ? inputSchema['json'] : {};
    return [
      { type: 'function' as const, name: textOf(toolSpec['name']), description: textOf(toolSpec['description']), inputSchema: schema },
    ];
  });
}
