import type { PromptMessage } from '../../src/core/ports/provider.ts';
import { createOrganismProvider } from '../../src/providers/organisms/create-organism.ts';
import { startWireServer, type WireServer } from '../../src/testing/wire-server/start-wire-server.ts';
import { replyOf } from '../../src/testing/wire-server/start-wire-server.ts';
import { contentHash } from '../../src/util/content-hash.ts';

/** What tells one trial's conversation from another's: its prompts and the first thing that it was shown. */
function seedOf(prompt: readonly PromptMessage[]): string {
  return contentHash(prompt.filter((message) => message.role !== 'assistant').slice(0, 3));
}

/** A request's place: which conversation it belongs to and how far that is. */
export function placeOf(prompt: readonly PromptMessage[]): string {
  return contentHash(prompt);
}

/** A simulated model behind the real wire protocol. It answers from the conversation alone, so equal requests get equal replies. */
export async function startAnsweringServer(): Promise<WireServer> {
  const provider = createOrganismProvider('protector');
  return startWireServer({
    protocol: 'openai-compatible',
    async reply({ prompt, tools }) {
      const model = provider.forTrial({ seed: seedOf(prompt) });
      const step = replyOf(await model.doGenerate({ prompt: [...prompt], tools: [...tools] }));
      return { kind: 'delayed', ms: 8, next: step };
    },
  });
}
