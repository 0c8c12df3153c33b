import { z } from 'zod';
import { slot } from '../../core/text.ts';
import { defineTool, done, refused, type Tool } from '../../core/tool.ts';

const readMemory = defineTool({
  name: 'read_memory',
  description: slot('record', slot('channel', 'Shows what you have stored from your past work.')),
  input: z.object({}),
  apply: (state) => (state.memory === undefined ? refused('Your memory is empty.') : done(state.memory, { type: 'memory-read' })),
});

/** The agent's own store of earlier work: there only where the record comes by memory. */
export function memoryTools({ channel }: { readonly channel?: string | undefined }): readonly Tool[] {
  return channel === 'memory' ? [readMemory] : [];
}
