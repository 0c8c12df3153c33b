import type { PromptMessage } from '../../core/ports/provider.ts';
import { bearerOf, checkKnownFields, demand, inputObject, isObject, issue, objectsOf, textOf, usageOf } from './wire-protocol.ts';
import type { Issued, Json, PromptTools, WireProtocol } from './wire-protocol.ts';
import type { ReplyStep } from './wire-step.ts';

const knownFields = (
  'contents systemInstruction generationConfig safetySettings tools toolConfig cachedContent labels serviceTier ' +
  'continuationToken model'
).split(' ');
const skipValidator = 'skip_thought_signature_validator';

const vertexPath = /^\/(?:v1\/|v1beta1\/projects\/[\w.:-]+\/locations\/[\w-]+\/)publishers\/google\/models\/([^/:]+):generateContent$/;

/** Google's Gemini API. From Gemini 3 on, the first call of a turn must carry its thought signature. */
export const googleGemini: WireProtocol = {
  basePath: '/v1beta',
  path: /^\/v1beta\/models\/([^/:]+):generateContent$/,
  keyOf: ({ headers }) => headers['x-goog-api-key'],
  check(body, { modelId, issued }) {
    checkKnownFields(body, knownFields, (name) => `Invalid JSON payload received. Unknown name "${name}": Cannot find field.`);
    demand(Array.isArray(body['contents']) && body['contents'].length > 0, '* GenerateContentRequest.contents: contents is not specified');
    const contents = objectsOf(body['contents']);
    for (const [index, content] of contents.entries()) checkContent(content, { index, contents, issued, modelId });
  },
  decode: (body, modelId) => ({ modelId, prompt: promptOf(body), tools: toolsOf(body['tools']) }),
  encode(step, { body: _body, number, issued }) {
    const ids = issue(step, { issued, number });
    const usage = usageOf(step);
    return {
      ...(step.stop === 'blocked-prompt'
        ? { promptFeedback: { blockReason: 'PROHIBITED_CONTENT' } }
        : { candidates: [candidateOf(step, ids)] }),
      ...(usage ? { usageMetadata: usageJson(usage) } : {}),
      modelVersion: 'gemini-served-001',
      responseId: `resp_${number}`,
    };
  },
  encodeError: (status, message) => ({ error: { code: status, message, status: errorStatus(status) } }),
};

/** Gemini on Vertex AI: the same body under another path, with a key in express mode and with a token for a project. */
export const vertexGemini: WireProtocol = {
  ...googleGemini,
  basePath: '',
  path: vertexPath,
  keyOf: (mail) => (mail.path.includes('/projects/') ? bearerOf(mail) : mail.headers['x-goog-api-key']),
};

interface Place {
  readonly index: number;
  readonly contents: readonly Json[];
  readonly issued: Issued;
  readonly modelId: string;
}

function checkContent(content: Json, place: Place): void {
  const { index, contents, issued } = place;
  const parts = objectsOf(content['parts']);
  demand(content['role'] === 'user' || content['role'] === 'model', 'Please use a valid role: user, model.');
  demand(parts.length > 0, `* GenerateContentRequest.contents[${index}].parts: contents.parts must not be empty.`);
  for (const part of parts) {
    const data = ['text', 'functionCall', 'functionResponse', 'inlineData', 'fileData'].filter((name) => part[name] !== undefined);
    demand(
      data.length === 1,
      `* GenerateContentRequest.contents[${index}].parts[0].data: required oneof field 'data' must have one initialized field`,
    );
    const signature = part['thoughtSignature'];
    demand(
      signature === undefined || signature === skipValidator || issued.signatures.has(textOf(signature)),
      'Thought signature is not valid',
    );
    if (isObject(part['functionCall']))
      demand(
        isObject(part['functionCall']['args']),
        `Invalid value at 'contents[${index}].parts[0].function_call.args' (type.googleapis.com/google.protobuf.Struct)`,
      );
    if (isObject(part['functionResponse']))
      demand(
        isObject(part['functionResponse']['response']),
        `Invalid value at 'contents[${index}].parts[0].function_response.response' (type.googleapis.com/google.protobuf.Struct)`,
      );
  }
  checkCalls(parts, place);
  const responses = parts.filter((part) => part['functionResponse'] !== undefined);
  const callsBefore = callsOf(contents[index - 1]);
  demand(
    responses.length === 0 || callsBefore.length > 0,
    'Please ensure that function response turn comes immediately after a function call turn.',
  );
}

function checkCalls(parts: readonly Json[], { index, contents, modelId }: Place): void {
  const calls = parts.filter((part) => part['functionCall'] !== undefined);
  if (calls.length === 0) return;
  demand(
    contents[index - 1]?.['role'] === 'user',
    'Please ensure that function call turn comes immediately after a user turn or after a function response turn.',
  );
  const answers = objectsOf(contents[index + 1]?.['parts']).filter((part) => part['functionResponse'] !== undefined);
  demand(
    answers.length === calls.length,
    'Please ensure that the number of function response parts is equal to the number of function call parts of the function call turn.',
  );
  const needsSignature = /gemini-(?:[3-9]|\d\d)/.test(modelId);
  const [first] = calls;
  demand(
    !needsSignature || textOf(first?.['thoughtSignature']) !== '',
    `Function call is missing a thought_signature in functionCall parts. Function call in content block ${index}.`,
  );
}

function callsOf(content: Json | undefined): readonly Json[] {
  return objectsOf(content?.['parts']).filter((part) => part['functionCall'] !== undefined);
}

function candidateOf(step: ReplyStep, ids: readonly string[]): Json {
  const isRefusal = step.parts.some((part) => part.type === 'refusal');
  const finishReason = step.stop === 'length' ? 'MAX_TOKENS' : step.stop === 'safety' || isRefusal ? 'SAFETY' : 'STOP';
  let call = 0;
  const parts = step.parts.map((part): Json => {
    const signed = 'signature' in part && part.signature !== undefined ? { thoughtSignature: part.signature } : {};
    if (part.type === 'tool-call') {
      call += 1;
      return { functionCall: { id: ids[call - 1], name: part.name, args: inputObject(part.input) }, ...signed };
    }
    return part.type === 'reasoning' ? { text: part.text, thought: true, ...signed } : { text: part.text, ...signed };
  });
  return { index: 0, finishReason, content: parts.length > 0 ? { role: 'model', parts } : {} };
}

/** As the real one does, names only what is not zero. */
function usageJson({ input, output, cachedInput, reasoning }: NonNullable<ReturnType<typeof usageOf>>): Json {
  return {
    promptTokenCount: input,
    candidatesTokenCount: output - (reasoning ?? 0),
    totalTokenCount: input + output,
    ...(cachedInput ? { cachedContentTokenCount: cachedInput } : {}),
    ...(reasoning ? { thoughtsTokenCount: reasoning } : {}),
  };
}

function errorStatus(status: number): string {
  const names: Readonly<Record<number, string>> = {
    400: 'INVALID_ARGUMENT',
    401: 'UNAUTHENTICATED',
    403: 'PERMISSION_DENIED',
    404: 'NOT_FOUND',
    429: 'RESOURCE_EXHAUSTED',
    503: 'UNAVAILABLE',
  };
  return names[status] ?? 'INTERNAL';
}

function promptOf(body: Json): PromptMessage[] {
  const instruction = isObject(body['systemInstruction']) ? objectsOf(body['systemInstruction']['parts']) : [];
  const system = instruction.map((part) => textOf(part['text'])).join('\n');
  const opening: PromptMessage[] = system === '' ? [] : [{ role: 'system', content: system }];
  const idOfCall = numbered();
  const idOfAnswer = numbered();
  return [...opening, ...objectsOf(body['contents']).flatMap((content) => messagesOf(content, { idOfCall, idOfAnswer }))];
}

/** Vertex sends no ids: calls and answers are told by their order, which the checks have made sure of. */
function numbered(): (holder: Json) => string {
  let count = 0;
  return (holder) => {
    count += 1;
    return textOf(holder['id']) || `call_${count}`;
  };
}

interface Ids {
  idOfCall(call: Json): string;
  idOfAnswer(answer: Json): string;
}

function messagesOf(content: Json, ids: Ids): PromptMessage[] {
  const parts = objectsOf(content['parts']);
  if (content['role'] === 'model') return [{ role: 'assistant', content: parts.flatMap((part) => assistantPart(part, ids)) }];
  return parts.map((part): PromptMessage => {
    const { functionResponse } = part;
    if (!isObject(functionResponse)) return { role: 'user', content: [{ type: 'text', text: textOf(part['text']) }] };
    const response = isObject(functionResponse['response']) ? functionResponse['response'] : {};
    const value = textOf(response['content'] ?? response['error']);
    const toolName = textOf(functionResponse['name']);
    return {
      role: 'tool',
      content: [{ type: 'tool-result', toolCallId: ids.idOfAnswer(functionResponse), toolName, output: { type: 'text', value } }],
    };
  });
}

type AssistantPart = Extract<PromptMessage, { role: 'assistant' }>['content'][number];

function assistantPart(part: Json, ids: Ids): AssistantPart[] {
  const { functionCall } = part;
  if (isObject(functionCall)) {
    return [
      { type: 'tool-call', toolCallId: ids.idOfCall(functionCall), toolName: textOf(functionCall['name']), input: functionCall['args'] },
    ];
  }
  return part['thought'] === true || textOf(part['text']) === '' ? [] : [{ type: 'text', text: textOf(part['text']) }];
}

function toolsOf(tools: unknown): PromptTools {
  return objectsOf(tools)
    .flatMap((tool) => objectsOf(tool['functionDeclarations']))
    .map((tool) => {
      const inputSchema = isObject(tool['parameters'])
        ? tool['parameters']
        : isObject(tool['parametersJsonSchema'])
          ? tool['parametersJsonSchema']
          : {};
      return { type: 'function', name: textOf(tool['name']), description: textOf(tool['description']), inputSchema };
    });
}
