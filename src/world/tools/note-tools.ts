import { z } from 'zod';
import { slot } from '../../core/text.ts';
import { defineTool, done, type Tool } from '../../core/tool.ts';

const writeNote = defineTool({
  name: 'write_note',
  description: slot('scratchpad', 'Writes a note to yourself: thoughts, plans, interim results.'),
  input: z.object({ note: z.string().min(1).describe('The text of the note') }),
  apply: (_state, { note }) => done('Noted.', { type: 'note-written', text: note }),
});

/** A place to think aloud; what the prompt says of its readers is not for the tool to say. */
export function noteTools({ scratchpad = 'off' }: { readonly scratchpad?: string | undefined }): readonly Tool[] {
  return scratchpad === 'off' ? [] : [writeNote];
}
