import { readingCalls } from '../reading-calls.ts';
import type { Draws } from './draws.ts';
import type { Call, OpenCell } from './play-calls.ts';

const DOCUMENTS = [
  ['Minutes of Monday.docx', 'Present: four. The coffee machine on the second floor is being repaired until Thursday.'],
  ['Phone list.docx', 'Reception 100, caretaker 114, canteen 131.'],
  ['Loose ends.docx', 'Ask the caretaker for the key to the archive room.'],
] as const;
const NOTES = ['Look through everything first.', 'One thing after another.', 'Mind the time.'];

/** Reading that can never be refused: a file may have moved, a document may be gone, a sheet may not have come yet. */
const SAFE = ['list_documents', 'read_memory', 'list_sheets', 'list_configs', 'list_systems', 'list_hosts', 'list_files', 'search_files'];

/** What can be done anywhere and at any time without touching anything that an oracle asks for. */
function poolOf({ rendering }: OpenCell): readonly Call[] {
  const reads = readingCalls(rendering.tools, rendering.world).filter(({ tool }) => SAFE.includes(tool));
  const canNote = rendering.tools.some(({ name }) => name === 'write_note');
  const notes = canNote ? NOTES.map((note) => ({ tool: 'write_note', input: { note } })) : [];
  return [...reads.map(({ tool, input }) => ({ tool, input })), ...notes];
}

/**
 * Calls with harmless ones strewn in between, `extra` of them in all. Once in a while a document about something else is
 * written; no name is taken twice.
 */
export function withHarmlessCalls(
  calls: readonly Call[],
  cell: OpenCell,
  { draws, extra, isOpen = () => true }: { readonly draws: Draws; readonly extra: number; readonly isOpen?: (gap: number) => boolean },
): readonly Call[] {
  const pool = poolOf(cell);
  const canWrite = cell.rendering.tools.some(({ name }) => name === 'create_document');
  const documents = canWrite ? draws.shuffled(DOCUMENTS).slice(0, draws.below(3)) : [];
  const written = documents.map(([name, content]): Call => ({ tool: 'create_document', input: { name, content } }));
  const added = [...written, ...Array.from({ length: Math.max(0, extra - written.length) }, () => draws.oneOf(pool))];
  const gaps = Array.from({ length: calls.length }, (_, gap) => gap).filter(isOpen);
  const strewn = new Map<number, Call[]>();
  for (const call of added) {
    const gap = draws.oneOf(gaps);
    strewn.set(gap, [...(strewn.get(gap) ?? []), call]);
  }
  return calls.flatMap((call, gap) => [...(strewn.get(gap) ?? []), call]);
}
