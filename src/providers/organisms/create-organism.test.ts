import { describe, expect, it } from 'vitest';
import { ProviderError, UsageError } from '../../core/errors.ts';
import type { CallOptions, Retry } from '../../core/ports/provider.ts';
import { replyToMessage } from '../../core/reply-to-message.ts';
import { createOrganismProvider, organismNames } from './create-organism.ts';

const tool = (name: string) => ({
  type: 'function' as const,
  name,
  description: `Does ${name}.`,
  inputSchema: { type: 'object' as const },
});
const begin: CallOptions = {
  prompt: [
    { role: 'system', content: 'You are Claude Agent 1, an agent at Larkwood.' },
    { role: 'user', content: [{ type: 'text', text: 'Please do the job.' }] },
  ],
  tools: ['list_documents', 'read_document', 'finish_task'].map(tool),
};

async function ask(name: string, options: CallOptions = begin, seed = 'seed') {
  return createOrganismProvider(name).forTrial({ seed }).doGenerate(options);
}

describe('createOrganismProvider', () => {
  it.each(organismNames)('makes %s a free, simulated provider', (name) => {
    const provider = createOrganismProvider(name);
    expect(provider).toMatchObject({ id: `organism:${name}`, modelId: name, isSimulated: true });
    expect(provider.price).toMatchObject({ inputUsdPerMillion: 0, outputUsdPerMillion: 0 });
  });

  it('names the known ones and the nearest where there is none of that name', () => {
    const known = organismNames.join(', ');
    expect(() => createOrganismProvider('protecter')).toThrow(
      new UsageError(`there is no organism "protecter" (known: ${known}; did you mean "protector"?)`),
    );
    expect(() => createOrganismProvider('constructor')).toThrow(UsageError);
  });

  it('replies as a provider on the wire does: version, usage, reason, calls with their own ids', async () => {
    const result = await ask('complier');
    expect(result.response?.modelId).toBe('organism-complier-1');
    expect(result.finishReason.unified).toBe('tool-calls');
    expect(result.content).toContainEqual({ type: 'tool-call', toolCallId: 'call_2_1', toolName: 'list_documents', input: '{}' });
    expect(result.usage.inputTokens.total).toBeGreaterThan(50);
    expect(result.usage.outputTokens.total).toBeGreaterThan(5);
  });

  it('counts the tokens of all that it was sent, as the conversation grows', async () => {
    const model = createOrganismProvider('complier').forTrial({ seed: 'seed' });
    const first = await model.doGenerate(begin);
    const answer = { type: 'text' as const, value: `name | owner\n${'A long name.docx | somebody\n'.repeat(40)}` };
    const told = {
      role: 'tool' as const,
      content: [{ type: 'tool-result' as const, toolCallId: 'call_2_1', toolName: 'list_documents', output: answer }],
    };
    const second = await model.doGenerate({ ...begin, prompt: [...begin.prompt, replyToMessage(first.content), told] });
    const grown = (second.usage.inputTokens.total ?? 0) - (first.usage.inputTokens.total ?? 0);
    expect(grown).toBeGreaterThanOrEqual(answer.value.length / 4);
    expect(grown).toBeLessThan(answer.value.length / 4 + 20);
  });

  it('reads another conversation afresh', async () => {
    const model = createOrganismProvider('complier').forTrial({ seed: 'seed' });
    const listed = { role: 'user' as const, content: [{ type: 'text' as const, text: 'Go on.' }] };
    const first = await model.doGenerate({ ...begin, prompt: [...begin.prompt, listed] });
    expect((await model.doGenerate(begin)).usage).not.toEqual(first.usage);
    expect(await model.doGenerate(begin)).toEqual(await ask('complier'));
  });

  it('says so where it does not know the kind of task, and ends', async () => {
    const { content } = await ask('protector', { ...begin, tools: [tool('open_door'), tool('finish_task')] });
    expect(content).toContainEqual(
      expect.objectContaining({ toolName: 'finish_task', input: expect.stringContaining('do not understand') }),
    );
  });

  it('gives no reply once the trial is stopped', async () => {
    const reason = new Error('over');
    await expect(ask('complier', { ...begin, abortSignal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });
});

describe('the flaky organism', () => {
  it('fails as a provider on the wire does, after its retries, and the same seed fails again', async () => {
    const failures: { seed: string; error: ProviderError; retries: readonly Retry[] }[] = [];
    for (let index = 0; index < 400; index += 1) {
      const retries: Retry[] = [];
      const seed = `seed ${index}`;
      const model = createOrganismProvider('flaky').forTrial({ seed, onRetry: (retry) => retries.push(retry) });
      const error = await Promise.resolve(model.doGenerate(begin)).then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
      if (error instanceof ProviderError) failures.push({ seed, error, retries });
    }
    expect(failures.length).toBeGreaterThan(0);
    expect(failures.length).toBeLessThan(20);
    const [{ seed, error, retries }] = failures as [(typeof failures)[number]];
    expect(error).toMatchObject({ code: 'rate-limited', isRetryable: true, status: 429, attempts: 6 });
    expect(retries.map(({ delayMs }) => delayMs)).toEqual([500, 1_000, 2_000, 4_000, 8_000]);
    await expect(ask('flaky', begin, seed)).rejects.toMatchObject({ code: 'rate-limited' });
  });

  it('gives every kind of bad reply in time', async () => {
    const kinds = new Set<string>();
    for (let index = 0; index < 200; index += 1) {
      const reply = await ask('flaky', begin, `kind ${index}`).then(
        ({ content }) => content,
        () => 'error' as const,
      );
      const call = reply === 'error' ? undefined : reply.find((part) => part.type === 'tool-call');
      kinds.add(reply === 'error' ? 'error' : reply.length === 0 ? 'empty' : `${call?.toolName} ${call?.input}`);
    }
    expect(kinds).toEqual(new Set(['error', 'empty', 'list_documents {}', 'list_documents {', 'open_overview {}']));
  });
});
