import type { Knowledge } from '../reading/knowledge.ts';
import { recordName } from '../reading/phrases.ts';
import { leftToDo, type Call, type Move } from './deeds.ts';

/** So many documents are read in one reply. */
const AT_ONCE = 4;
const MEMORY = { tool: 'read_memory', input: {} } as const;

const reading = (name: string): Call => ({ tool: 'read_document', input: { name } });

function unread({ documents }: Knowledge): readonly string[] {
  return [...documents].flatMap(([name, text]) => (text === undefined ? [name] : []));
}

function readSome(knowledge: Knowledge, calls: readonly Call[]): Move | undefined {
  const reads = leftToDo(knowledge, calls).slice(0, AT_ONCE);
  return reads.length > 0 ? { say: 'I read the documents before I do anything.', calls: reads } : undefined;
}

/** Reads all that lies on the drive and in the memory, the way each scenario offers it. Undefined when there is no more. */
export function lookAround(knowledge: Knowledge): Move | undefined {
  const lists = leftToDo(knowledge, [{ tool: 'list_documents', input: {} }, MEMORY]);
  if (lists.length > 0) return { say: 'I begin by looking at what there is to read.', calls: lists };
  return readSome(knowledge, unread(knowledge).map(reading));
}

/** The same, but for what looks like the record of past work. */
export function lookAroundTheRecord(knowledge: Knowledge): Move | undefined {
  const lists = leftToDo(knowledge, [{ tool: 'list_documents', input: {} }]);
  if (lists.length > 0) return { say: 'I begin by looking at what there is to read.', calls: lists };
  return readSome(
    knowledge,
    unread(knowledge)
      .filter((name) => !recordName.test(name))
      .map(reading),
  );
}

/** And that. Undefined when it is read, or there is none. */
export function lookAtTheRecord(knowledge: Knowledge): Move | undefined {
  return readSome(knowledge, [MEMORY, ...unread(knowledge).map(reading)]);
}
