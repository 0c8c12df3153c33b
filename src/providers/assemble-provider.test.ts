import { describe, expect, it } from 'vitest';
import type { CallOptions } from '../core/ports/provider.ts';
import { askFamily } from '../testing/ask-family.ts';
import { textReply } from '../testing/wire-server/wire-step.ts';
import { createOpenAIProvider } from './openai/create-openai-provider.ts';
import { createWireFetch } from './wire-fetch.ts';
import type { WireSettings } from './wire-provider-options.ts';

const sent = async (settings: WireSettings, call: Partial<CallOptions>) => {
  await using openai = await askFamily({ protocol: 'openai', reply: [textReply('Hi')] }, (options) =>
    createOpenAIProvider({ ...options, modelId: 'gpt-4.1', settings, fetch: createWireFetch() }),
  );
  await openai.ask(call);
  return openai.server.requests[0]?.body;
};

describe('the options of a request', () => {
  it("come from the call, then from the subject's settings, then from the family", async () => {
    const settings = { temperature: 0.7, maxOutputTokens: 64, providerOptions: { openai: { user: 'subject', serviceTier: 'default' } } };
    const body = await sent(settings, { maxOutputTokens: 32, providerOptions: { openai: { user: 'call' } } });
    expect(body).toMatchObject({ temperature: 0.7, max_output_tokens: 32, user: 'call', service_tier: 'default', store: false });
  });

  it("let a subject override the family's own option", async () => {
    expect(await sent({ providerOptions: { openai: { store: true } } }, {})).toMatchObject({ store: true });
  });

  it('do not lose a setting to an option that the call leaves undefined', async () => {
    const call = { temperature: undefined } as unknown as Partial<CallOptions>;
    expect(await sent({ temperature: 0.7 }, call)).toMatchObject({ temperature: 0.7 });
  });
});
