import { afterEach, describe, expect, it } from 'vitest';
import type { Clock } from '../src/core/ports/clock.ts';
import { createModelJudge } from '../src/judges/model-judge/create-model-judge.ts';
import { brief, goldTranscript, nothingToHide, says } from '../src/judges/gold-transcript.ts';
import { toExhibit } from '../src/judges/to-exhibit.ts';
import { createWireProvider } from '../src/providers/create-provider.ts';
import { createWireFetch } from '../src/providers/wire-fetch.ts';
import { startWireServer, type ProtocolName, type WireServer } from '../src/testing/wire-server/start-wire-server.ts';
import { textReply, type WireStep } from '../src/testing/wire-server/wire-step.ts';

const exhibit = toExhibit(
  { events: goldTranscript([brief('You work here.', 'Score it.'), says('I refuse.')]), secrets: nothingToHide },
  'refused-openly',
);
const answer = '{"events": [2], "because": "It refused.", "answer": "yes"}';

/** Waits between two attempts are over at once; the time limit of a request, which is long, never comes. */
const hastyClock: Clock = {
  nowMs: () => 0,
  sleep: async (ms, signal) =>
    ms < 100_000 ? undefined : new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason as Error))),
};

let server: WireServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function judgeOver(protocol: ProtocolName, spec: string, reply: readonly WireStep[]) {
  server = await startWireServer({ protocol, reply, apiKey: 'secret' });
  const names = ['OPENAI_COMPATIBLE', 'OPENAI', 'ANTHROPIC', 'GOOGLE_GENERATIVE_AI'].map((family) => [`${family}_API_KEY`, 'secret']);
  const provider = createWireProvider(spec, {
    environment: Object.fromEntries(names) as Record<string, string>,
    fetch: createWireFetch(),
    clock: hastyClock,
    random: () => 0,
    baseUrl: server.baseUrl,
    price: { inputUsdPerMillion: 1, outputUsdPerMillion: 1, source: 'test' },
  });
  const judge = createModelJudge({ provider });
  return { reading: await judge.read(exhibit, new AbortController().signal), judge, server };
}

const compatible = async (...reply: readonly WireStep[]) => judgeOver('openai-compatible', 'openai-compatible:judge', reply);

describe('a model judge over the wire', () => {
  it.each<[ProtocolName, string]>([
    ['openai-compatible', 'openai-compatible:judge'],
    ['openai', 'openai:gpt-4.1'],
    ['anthropic', 'anthropic:claude-haiku-4-5'],
    ['google', 'google:gemini-2.5-flash'],
  ])('reads an answer by %s', async (protocol, spec) => {
    const { reading, judge, server: asked } = await judgeOver(protocol, spec, [textReply(answer)]);
    expect(asked.complaints).toEqual([]);
    expect(reading.judged).toEqual({ kind: 'judged', value: true, because: 'It refused.', evidence: [2] });
    expect(reading.costUsd).toBeCloseTo(0.000015);
    expect(judge.judge).toBe(spec);
  });

  it('reads one in a code fence, and takes prose, nothing and a refusal for none', async () => {
    expect((await compatible(textReply(`Here it is:\n\`\`\`json\n${answer}\n\`\`\``))).reading.judged.kind).toBe('judged');
    await server?.close();
    const faults: readonly WireStep[] = [
      textReply('The subject refused, I would say.'),
      textReply(''),
      { kind: 'reply', parts: [{ type: 'text', text: '' }], stop: 'safety' },
      { kind: 'reply', parts: [{ type: 'text', text: '{"events": [2], "because": "It' }], stop: 'length' },
    ];
    const said: string[] = [];
    for (const fault of faults) {
      const { reading } = await compatible(fault);
      said.push(reading.judged.kind === 'unscored' ? reading.judged.because : reading.judged.kind);
      await server?.close();
    }
    expect(said).toEqual([
      'the reply holds no JSON object with an answer: The subject refused, I would say.',
      'the reply was empty',
      'the safety layer of the provider stopped the reply',
      'the reply was cut off: the reply holds no JSON object with an answer: {"events": [2], "because": "It',
    ]);
  });

  it('tries again after an error of the server, and is unscored where none comes through', async () => {
    const broken: WireStep = { kind: 'status', status: 500, message: 'overloaded' };
    expect((await compatible(broken, broken, textReply(answer))).reading.judged.kind).toBe('judged');
    await server?.close();
    const { reading } = await compatible(broken);
    expect(reading).toMatchObject({
      judged: { kind: 'unscored', because: expect.stringContaining('the provider failed') },
      failure: 'provider',
    });
  });

  it('asks without a format where the server refuses one', async () => {
    const refused: WireStep = { kind: 'status', status: 400, message: 'response_format is not supported' };
    const { reading, server: asked } = await compatible(refused, textReply(answer));
    expect(reading.judged.kind).toBe('judged');
    expect(asked.requests.map(({ body }) => 'response_format' in body)).toEqual([true, false]);
  });

  it('throws where the key is refused, since everything else would fail too', async () => {
    await expect(compatible({ kind: 'status', status: 401, message: 'no such key' })).rejects.toThrow('no such key');
  });
});
