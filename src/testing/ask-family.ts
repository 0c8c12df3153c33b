import type { Clock } from '../core/ports/clock.ts';
import type { CallOptions, GenerateResult, PromptMessage, Provider } from '../core/ports/provider.ts';
import { startWireServer, type WireServer, type WireServerOptions } from './wire-server/start-wire-server.ts';

/** The time of a test that never comes to an end by itself. */
const lastingClock: Clock = {
  nowMs: () => 0,
  sleep: async (_ms, signal) => new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason as Error))),
};

export interface FamilyBench extends AsyncDisposable {
  readonly server: WireServer;
  readonly provider: Provider;
  ask(options?: Partial<CallOptions>): Promise<GenerateResult>;
}

/** One provider in front of one wire server, for what is particular to a family. Nothing is retried. */
export async function askFamily(
  options: WireServerOptions,
  create: (options: { apiKey: string; baseUrl: string; clock: Clock; random: () => number; maxRetries: number }) => Provider,
): Promise<FamilyBench> {
  const server = await startWireServer(options);
  const provider = create({
    apiKey: 'test-key-0123456789',
    baseUrl: server.baseUrl,
    clock: lastingClock,
    random: () => 0.5,
    maxRetries: 0,
  });
  const model = provider.forTrial({ seed: 's' });
  return {
    server,
    provider,
    ask: async (call) => model.doGenerate({ prompt: [say('Begin.')], ...call }),
    [Symbol.asyncDispose]: async () => server.close(),
  };
}

export const say = (text: string): PromptMessage => ({ role: 'user', content: [{ type: 'text', text }] });

export const answer = (toolCallId: string, toolName = 'view'): PromptMessage => ({
  role: 'tool',
  content: [{ type: 'tool-result', toolCallId, toolName, output: { type: 'text', value: 'nothing' } }],
});
