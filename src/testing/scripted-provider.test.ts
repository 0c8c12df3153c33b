import { expect, it } from 'vitest';
import type { CallOptions } from '../core/ports/provider.ts';
import { scriptedProvider } from './scripted-provider.ts';

const options: CallOptions = { prompt: [{ role: 'system', content: 'a' }] };

it('gives replies in the shape of the port', async () => {
  const provider = scriptedProvider([{ reasoning: 'r', text: 't', calls: [{ tool: 'look', input: { at: 1 } }], modelVersion: 'v' }]);
  expect(await provider.forTrial({ seed: 's' }).doGenerate(options)).toEqual({
    content: [
      { type: 'reasoning', text: 'r' },
      { type: 'text', text: 't' },
      { type: 'tool-call', toolCallId: 'call-1-1', toolName: 'look', input: '{"at":1}' },
    ],
    finishReason: { unified: 'tool-calls', raw: 'tool_calls' },
    usage: {
      inputTokens: { total: 100, noCache: undefined, cacheRead: undefined, cacheWrite: undefined },
      outputTokens: { total: 20, text: undefined, reasoning: undefined },
    },
    warnings: [],
    response: { modelId: 'v' },
  });
});

it('keeps each prompt as it was when it was sent', async () => {
  const provider = scriptedProvider([{}, {}]);
  const model = provider.forTrial({ seed: 's' });
  const prompt = [...options.prompt];
  await model.doGenerate({ prompt });
  prompt.push({ role: 'user', content: [] });
  await model.doGenerate({ prompt });
  expect(provider.calls.map((call) => call.prompt.length)).toEqual([1, 2]);
});

it('throws the errors of its script, and says so when the script is too short', async () => {
  const model = scriptedProvider([new Error('down')]).forTrial({ seed: 's' });
  await expect(model.doGenerate(options)).rejects.toThrow('down');
  await expect(model.doGenerate(options)).rejects.toThrow('scriptedProvider has 1 replies and was asked for reply 2');
});
