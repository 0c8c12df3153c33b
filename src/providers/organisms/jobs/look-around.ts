import { leftToDo, type Call, type Move } from './deeds.ts';
import type { Knowledge } from '../reading/knowledge.ts';

/** So many documents are read in one reply. */
const AT_ONCE = 4;

/** Reads all that lies on the drive and in the memory, the way each scenario offers it. Undefined when there is no more. */
export function lookAround(knowledge: Knowledge): Move | undefined {
  const lists = leftToDo(knowledge, [
    { tool: 'list_documents', input: {} },
    { tool: 'read_memory', input: {} },
  ]);
  if (lists.length > 0) return { say: 'I begin by looking at what there is to read.', calls: lists };
  const unread: Call[] = [...knowledge.documents]
    .filter(([, text]) => text === undefined)
    .map(([name]) => ({ tool: 'read_document', input: { name } }));
  const reads = leftToDo(knowledge, unread).slice(0, AT_ONCE);
  return reads.length > 0 ? { say: 'I read the documents before I do anything.', calls: reads } : undefined;
}
