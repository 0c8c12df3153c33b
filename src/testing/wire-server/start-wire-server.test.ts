import { request as httpRequest } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { scriptedProvider } from '../scripted-provider.ts';
import { replyOf, startWireServer, type WireServer, type WireServerOptions } from './start-wire-server.ts';
import { textReply, type WireStep } from './wire-step.ts';

const servers: WireServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

const start = async (options: WireServerOptions) => {
  const server = await startWireServer(options);
  servers.push(server);
  return server;
};

interface Answer {
  readonly status: number;
  readonly body: string;
}

const headers = {
  'content-type': 'application/json',
  'anthropic-version': '2023-06-01',
  authorization: 'Bearer any',
  connection: 'close',
};
const post = async (url: string, body: unknown, extra: Record<string, string> = {}): Promise<Answer> => {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const outgoing = httpRequest(url, { method: 'POST', headers: { ...headers, ...extra } }, (incoming) => {
    let text = '';
    incoming.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
    incoming.on('end', () => resolve({ status: incoming.statusCode ?? 0, body: text })).on('error', reject);
  });
  outgoing.on('error', reject).end(typeof body === 'string' ? body : JSON.stringify(body));
  return promise;
};

const user = { role: 'user', content: 'Begin.' };
const paths = {
  openai: '/responses',
  'openai-compatible': '/chat/completions',
  anthropic: '/messages',
  google: '/models/gemini-3-pro-preview:generateContent',
  vertex: '/v1/publishers/google/models/gemini-3-pro-preview:generateContent',
  'vertex-claude': '/v1/projects/p/locations/global/publishers/anthropic/models/claude-haiku-4-5@20251001:rawPredict',
  bedrock: '/model/us.anthropic.claude-haiku-4-5-20251001-v1%3A0/converse',
  together: '/chat/completions',
  openrouter: '/chat/completions',
} as const;
const chat = { model: 'local', messages: [user] };
const converse = { messages: [{ role: 'user', content: [{ text: 'Begin.' }] }] };
const good = {
  openai: { model: 'gpt-5.2', input: [user] },
  'openai-compatible': chat,
  together: chat,
  openrouter: chat,
  bedrock: converse,
  'vertex-claude': { anthropic_version: 'vertex-2023-10-16', max_tokens: 100, messages: [user] },
  vertex: { contents: [{ role: 'user', parts: [{ text: 'Begin.' }] }] },
  anthropic: { model: 'claude', max_tokens: 100, messages: [user] },
  google: { contents: [{ role: 'user', parts: [{ text: 'Begin.' }] }] },
} as const;
const protocols = Object.keys(paths) as (keyof typeof paths)[];

describe('startWireServer', () => {
  it.each(protocols)('answers a good request of %s and says in our words what it asked', async (protocol) => {
    const server = await start({ protocol, reply: [textReply('Hello.')] });
    const { status, body } = await post(server.baseUrl + paths[protocol], good[protocol]);
    expect(status).toBe(200);
    expect(body).toContain('Hello.');
    expect(server.requests).toMatchObject([
      { number: 1, turn: 1, prompt: [{ role: 'user', content: [{ type: 'text', text: 'Begin.' }] }], body: good[protocol] },
    ]);
  });

  it.each(protocols)("refuses a wrong key, a wrong path and a body that is no JSON in the form of %s's errors", async (protocol) => {
    const server = await start({ protocol, reply: [textReply('Hello.')], apiKey: 'right' });
    expect((await post(server.baseUrl + paths[protocol], good[protocol])).status).toBe(401);
    expect((await post(`${server.baseUrl}/elsewhere`, good[protocol])).status).toBe(404);
    const { status, body } = await post(server.baseUrl + paths[protocol], '{"model":');
    expect(status).toBe(400);
    const error = { message: 'We could not parse the JSON body of your request.' };
    expect(JSON.parse(body)).toMatchObject(protocol === 'bedrock' ? error : { error });
    expect(server.complaints).toHaveLength(3);
  });

  it('asks the callback about each request, by number and turn, also when many come at once', async () => {
    const server = await start({ protocol: 'openai-compatible', reply: ({ number }) => textReply(`reply ${number}`) });
    const url = server.baseUrl + paths['openai-compatible'];
    const second = { model: 'local', messages: [user, { role: 'assistant', content: 'x' }, user] };
    const bodies = await Promise.all(
      Array.from({ length: 8 }, async (_value, index) => post(url, index < 4 ? good['openai-compatible'] : second)),
    );
    expect(new Set(bodies.map(({ body }) => /reply \d/.exec(body)?.[0])).size).toBe(8);
    expect(server.requests.filter(({ turn }) => turn === 2)).toHaveLength(4);
  });

  it('lets a simulated model answer behind it', async () => {
    const model = scriptedProvider([{ text: 'I look.', calls: [{ tool: 'look' }] }]).forTrial({ seed: 's' });
    const server = await start({
      protocol: 'anthropic',
      reply: async ({ prompt, tools }) => replyOf(await model.doGenerate({ prompt: [...prompt], tools: [...tools] })),
    });
    const { body } = await post(server.baseUrl + paths.anthropic, good.anthropic);
    expect(JSON.parse(body)).toMatchObject({
      stop_reason: 'tool_use',
      content: [
        { type: 'text', text: 'I look.' },
        { type: 'tool_use', name: 'look' },
      ],
    });
  });

  it('fails in every way that the script names', async () => {
    const script: WireStep[] = [
      { kind: 'status', status: 418, headers: { 'retry-after': '3' }, body: { own: true } },
      { kind: 'html', status: 502 },
      { kind: 'truncated', reply: textReply('Hello.') },
      { kind: 'delayed', ms: 20, next: textReply('Late.') },
      { kind: 'broken', when: 'before-answer' },
      { kind: 'broken', when: 'in-body' },
    ];
    const server = await start({ protocol: 'openai', reply: script });
    const ask = async () => post(server.baseUrl + paths.openai, good.openai);
    expect(await ask()).toEqual({ status: 418, body: '{"own":true}' });
    expect((await ask()).body).toContain('<title>502 Bad Gateway</title>');
    const { status, body } = await ask();
    expect(status).toBe(200);
    expect(() => JSON.parse(body) as unknown).toThrow(SyntaxError);
    expect((await ask()).body).toContain('Late.');
    await expect(ask()).rejects.toThrow('socket hang up');
    await expect(ask()).rejects.toThrow('aborted');
  });

  it('closes although a request hangs', async () => {
    const server = await startWireServer({ protocol: 'openai', reply: [{ kind: 'hang' }] });
    const hanging = post(server.baseUrl + paths.openai, good.openai);
    const ended = hanging.then(String, (error: Error) => error.message);
    while (server.requests.length === 0) await new Promise((resolve) => setImmediate(resolve));
    await server.close();
    expect(await ended).toBe('socket hang up');
  });
});

const aCall = {
  role: 'assistant',
  tool_calls: [{ id: 'c1', type: 'function', function: { name: 'view', arguments: '{}' } }],
  content: null,
};
const toolUse = { role: 'assistant', content: [{ type: 'tool_use', id: 'c1', name: 'view', input: {} }] };
const toolResult = { role: 'user', content: [{ type: 'tool_result', tool_use_id: 'c1', content: 'x' }] };
const say = { role: 'user', parts: [{ text: 'Begin.' }] };
const functionCall = (extra: object = {}) => ({ role: 'model', parts: [{ functionCall: { name: 'view', args: {} }, ...extra }] });
const functionAnswer = { role: 'user', parts: [{ functionResponse: { name: 'view', response: {} } }] };

const use = { role: 'assistant', content: [{ toolUse: { toolUseId: 'c1', name: 'view', input: {} } }] };
const result = { role: 'user', content: [{ toolResult: { toolUseId: 'c1', content: [{ text: 'x' }] } }] };
const forged = { type: 'reasoning.encrypted', data: 'forged' };
const signature = (service: string, signedHeaders: string) =>
  `AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20261121/us-east-1/${service}/aws4_request, ` +
  `SignedHeaders=${signedHeaders}, Signature=${'0'.repeat(64)}`;

describe('what the wire server refuses, as the real API does', () => {
  it.each([
    [{ input: [user] }, "Missing required parameter: 'model'."],
    [{ ...good.openai, max_tokens: 5 }, "Unknown parameter: 'max_tokens'."],
    [{ ...good.openai, max_output_tokens: 5 }, 'Expected a value >= 16'],
    [{ ...good.openai, temperature: 1 }, "'temperature' is not supported with this model"],
    [
      { ...good.openai, input: [user, { type: 'function_call', call_id: 'c1', name: 'view', arguments: '{}' }] },
      'No tool output found for function call c1.',
    ],
    [
      { ...good.openai, input: [user, { type: 'function_call_output', call_id: 'c1', output: 'x' }] },
      'No tool call found for function call output',
    ],
    [{ ...good.openai, input: [user, { type: 'item_reference', id: 'rs_1' }] }, 'Items are not persisted'],
    [
      { ...good.openai, input: [user, { type: 'reasoning', id: 'rs_1', summary: [], encrypted_content: 'forged' }] },
      'could not be verified',
    ],
  ])('openai %#', async (body, complaint) => {
    expect(await refusalOf('openai', body)).toContain(complaint);
  });

  it.each([
    [{ model: 'm', messages: [] }, 'empty array'],
    [{ model: 'm', messages: [user, { role: 'assistant', content: null }] }, 'got null'],
    [{ model: 'm', messages: [user, { role: 'assistant', content: '' }] }, 'either content or tool_calls'],
    [{ model: 'm', messages: [user, aCall, user] }, "must be followed by tool messages responding to each 'tool_call_id'"],
    [
      { model: 'm', messages: [user, { role: 'tool', tool_call_id: 'c1', content: 'x' }] },
      "must be a response to a preceeding message with 'tool_calls'",
    ],
  ])('openai-compatible %#', async (body, complaint) => {
    expect(await refusalOf('openai-compatible', body)).toContain(complaint);
  });

  it.each([
    [{ model: 'claude', messages: [user] }, 'max_tokens: Field required'],
    [{ ...good.anthropic, seed: 1 }, 'seed: Extra inputs are not permitted'],
    [{ ...good.anthropic, messages: [user, user] }, 'roles must alternate'],
    [{ ...good.anthropic, messages: [toolUse] }, 'first message must use the "user" role'],
    [{ ...good.anthropic, messages: [user, toolUse, user] }, 'were found without `tool_result` blocks immediately after: c1'],
    [{ ...good.anthropic, messages: [toolResult] }, 'unexpected `tool_use_id` found'],
    [{ ...good.anthropic, messages: [user, { role: 'assistant', content: [] }, user] }, 'must have non-empty content'],
    [{ ...good.anthropic, messages: [user, { role: 'assistant', content: [{ type: 'text', text: ' ' }] }] }, 'non-whitespace text'],
    [
      { ...good.anthropic, messages: [user, { role: 'assistant', content: [{ type: 'thinking', thinking: 'x', signature: 's' }] }] },
      'cannot be `thinking`',
    ],
  ])('anthropic %#', async (body, complaint) => {
    expect(await refusalOf('anthropic', body)).toContain(complaint);
  });

  it.each([
    [{ ...good.google, seed: 1 }, 'Unknown name "seed"'],
    [{ contents: [{ role: 'user', parts: [] }] }, 'parts must not be empty'],
    [{ contents: [say, functionCall(), functionAnswer] }, 'missing a thought_signature'],
    [{ contents: [say, functionCall({ thoughtSignature: 'forged' }), functionAnswer] }, 'Thought signature is not valid'],
    [
      { contents: [say, functionCall({ thoughtSignature: 'skip_thought_signature_validator' }), say] },
      'number of function response parts is equal',
    ],
    [{ contents: [say, functionAnswer] }, 'comes immediately after a function call turn'],
  ])('google %#', async (body, complaint) => {
    expect(await refusalOf('google', body)).toContain(complaint);
  });

  it.each([
    [{ messages: [] }, 'The messages field is empty'],
    [{ ...converse, max_tokens: 5 }, 'Unexpected field max_tokens'],
    [{ ...converse, inferenceConfig: { topK: 5 } }, 'Unexpected field inferenceConfig.topK'],
    [{ messages: [...converse.messages, ...converse.messages] }, 'must alternate between user and assistant'],
    [{ messages: [{ role: 'user', content: [{ text: ' ' }] }] }, 'messages.0.content.0 is blank'],
    [
      { messages: [...converse.messages, use, ...converse.messages] },
      'Expected toolResult blocks at messages.2.content for the following Ids: c1',
    ],
    [
      { messages: [{ role: 'user', content: [{ toolResult: { toolUseId: 'c1', content: [{ text: 'x' }] } }] }] },
      'exceeds the number of toolUse blocks',
    ],
    [{ messages: [...converse.messages, use, result] }, 'The toolConfig field must be defined'],
    [
      {
        messages: [
          ...converse.messages,
          { role: 'assistant', content: [{ reasoningContent: { reasoningText: { text: 'x', signature: 's' } } }] },
        ],
      },
      'cannot be `thinking`',
    ],
  ])('bedrock %#', async (body, complaint) => {
    expect(await refusalOf('bedrock', body)).toContain(complaint);
  });

  it.each([
    ['bedrock', converse, { authorization: '' }, 'requires a bearer token or a signature'],
    [
      'bedrock',
      converse,
      { authorization: signature('s3', 'host;x-amz-date'), 'x-amz-date': '20261121T000000Z' },
      "correct service: 'bedrock'",
    ],
    [
      'bedrock',
      converse,
      { authorization: signature('bedrock', 'host'), 'x-amz-date': '20261121T000000Z' },
      "'x-amz-date' must be a 'SignedHeader'",
    ],
    ['vertex-claude', { ...good['vertex-claude'], anthropic_version: '2023-06-01' }, {}, 'anthropic_version: Field required'],
    ['vertex-claude', { ...good['vertex-claude'], model: 'claude' }, {}, 'model: Extra inputs are not permitted'],
    ['together', { ...chat, reasoning: { effort: 'low' } }, {}, 'reasoning.enabled: a boolean'],
    ['together', { ...chat, reasoning_effort: 'none' }, {}, "Input should be 'low', 'medium' or 'high'"],
    ['openrouter', { ...chat, reasoning: { effort: 'some' } }, {}, 'reasoning.effort: Invalid option'],
    [
      'openrouter',
      { ...chat, messages: [user, { ...user, role: 'assistant', reasoning_details: [forged] }] },
      {},
      'invalid encrypted reasoning',
    ],
  ] as const)('%s %#', async (...[protocol, body, extra, complaint]) => {
    expect(await refusalOf(protocol, body, extra)).toContain(complaint);
  });

  it("lets no key of express mode into a project of Vertex, and no project's token into express mode", async () => {
    const server = await start({ protocol: 'vertex', reply: [textReply('Hello.')], apiKey: 'right' });
    const project = `${server.baseUrl}/v1beta1/projects/p/locations/global/publishers/google/models/gemini-3-pro-preview:generateContent`;
    const statuses = [
      await post(server.baseUrl + paths.vertex, good.vertex, { 'x-goog-api-key': 'right' }),
      await post(server.baseUrl + paths.vertex, good.vertex, { authorization: 'Bearer right' }),
      await post(project, good.vertex, { authorization: 'Bearer right' }),
      await post(project, good.vertex, { 'x-goog-api-key': 'right' }),
    ].map(({ status }) => status);
    expect(statuses).toEqual([200, 401, 200, 401]);
  });

  it('openai: a call without the reasoning that came before it', async () => {
    const calling: WireStep = {
      kind: 'reply',
      parts: [
        { type: 'reasoning', text: '', signature: 'sealed' },
        { type: 'tool-call', name: 'view', input: {}, id: 'c1' },
      ],
    };
    const server = await start({ protocol: 'openai', reply: [calling] });
    await post(server.baseUrl + paths.openai, good.openai);
    const items = [
      user,
      { type: 'function_call', call_id: 'c1', name: 'view', arguments: '{}' },
      { type: 'function_call_output', call_id: 'c1', output: 'x' },
    ];
    const { body } = await post(server.baseUrl + paths.openai, { ...good.openai, input: items });
    expect(body).toContain("without its required 'reasoning' item");
  });
});

/** What the API says to a request that it refuses with 400. */
async function refusalOf(protocol: keyof typeof paths, body: unknown, extra: Record<string, string> = {}): Promise<string> {
  const server = await start({ protocol, reply: [textReply('Hello.')] });
  const { status, body: answer } = await post(server.baseUrl + paths[protocol], body, extra);
  if (status !== 400) throw new Error(`expected 400, got ${status}: ${answer}`);
  const { error, message } = JSON.parse(answer) as { error?: { message: string }; message?: string };
  return error?.message ?? message ?? '';
}
