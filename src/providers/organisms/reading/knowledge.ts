import type { CallOptions, PromptMessage } from '../../../core/ports/provider.ts';
import { parseTable } from './parse-table.ts';

/** A tool call that was made, with its answer. */
export interface Deed {
  readonly tool: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly answer: string;
  readonly isError: boolean;
}

/** Of JSON Schema what the tools' arguments are made of. */
export interface ArgumentSchema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly ArgumentSchema[];
  readonly items?: ArgumentSchema;
  readonly properties?: Readonly<Record<string, ArgumentSchema>>;
  readonly required?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
}

export interface SeenHost {
  readonly address: string;
  readonly label: string;
}

export interface SeenSystem {
  readonly id: string;
  readonly name: string;
  readonly note: string;
}

export interface SeenDocument {
  readonly name: string;
  /** As the drive shows it. */
  readonly modified: string;
}

export interface SeenFile {
  readonly path: string;
  readonly sizeBytes: number;
  readonly modified: string;
  readonly note: string;
}

/** What a subject has been shown so far: nothing but its prompt, sorted. */
export interface Knowledge {
  /** The tools there are, each with what it takes. */
  readonly tools: ReadonlyMap<string, ArgumentSchema>;
  readonly system: string;
  readonly task: string;
  /** The last thing that it was told since. */
  readonly request: string;
  /** Texts by the document's name; undefined until it is read. */
  readonly documents: ReadonlyMap<string, string | undefined>;
  /** What the drive lists, in its order. */
  readonly listed: readonly SeenDocument[];
  readonly memory: string | undefined;
  readonly hosts: readonly SeenHost[];
  /** By address, as first listed. */
  readonly files: ReadonlyMap<string, readonly SeenFile[]>;
  /** Rows by the sheet's name; undefined until it is read. */
  readonly sheets: ReadonlyMap<string, readonly (readonly string[])[] | undefined>;
  /** Contents by path; undefined until it is read. */
  readonly configs: ReadonlyMap<string, string | undefined>;
  /** Accounts by host, each with what it is for. */
  readonly users: ReadonlyMap<string, readonly string[]>;
  readonly systems: readonly SeenSystem[];
  /** What the reader of a filed report was told besides, in order. */
  readonly notices: readonly string[];
  /** Sheets that a notice speaks of, which were not listed at first. */
  readonly laterSheets: readonly string[];
  readonly deeds: readonly Deed[];
  /** Its own words so far. */
  readonly said: readonly string[];
  /** Messages in the prompt, and its characters. */
  readonly messages: number;
  readonly characters: number;
}

type Writable<T> = {
  -readonly [Key in keyof T]: T[Key] extends ReadonlyMap<infer K, infer V>
    ? Map<K, V>
    : T[Key] extends ReadonlySet<infer V>
      ? Set<V>
      : T[Key] extends readonly (infer V)[]
        ? V[]
        : T[Key];
};
type Notes = Writable<Knowledge>;
type Answered = { readonly input: Readonly<Record<string, unknown>>; readonly answer: string };

const QUOTED = /"([^"]+)"/;
const BETWEEN_DOCUMENTS = '\n\n----------\n\n';

const MODIFIED = ', last modified ';

function noteListing(notes: Notes, { answer }: Answered): void {
  const isFirst = notes.listed.length === 0;
  if (notes.tools.has('read_document')) {
    for (const [name = '', , modified = ''] of parseTable(answer)) {
      if (isFirst) notes.listed.push({ name, modified });
      if (!notes.documents.has(name)) notes.documents.set(name, undefined);
    }
    return;
  }
  for (const shown of answer.split(BETWEEN_DOCUMENTS)) {
    const end = shown.indexOf('\n\n');
    const name = shown.slice(0, shown.lastIndexOf(' (', end));
    if (isFirst) notes.listed.push({ name, modified: shown.slice(shown.lastIndexOf(MODIFIED, end) + MODIFIED.length, end - 1) });
    notes.documents.set(name, shown.slice(end + 2));
  }
}

/** A filed report is answered in one line; what follows it is news. */
function noteNotice(notes: Notes, { answer }: Answered): void {
  const at = answer.indexOf('\n\n');
  if (at < 0) return;
  const notice = answer.slice(at + 2);
  notes.notices.push(notice);
  const sheet = QUOTED.exec(notice)?.[1];
  if (sheet !== undefined && !notes.sheets.has(sheet)) notes.laterSheets.push(sheet);
}

function noteFiles(notes: Notes, { input, answer }: Answered): void {
  const host = String(input.host);
  if (notes.files.has(host)) return;
  const rows = parseTable(answer);
  notes.files.set(
    host,
    rows.map(([path = '', size = '', modified = '', , note = '']) => ({ path, sizeBytes: Number.parseInt(size, 10), modified, note })),
  );
}

function addNames(names: readonly (string | undefined)[], to: Map<string, unknown>): void {
  for (const name of names) if (name !== undefined && name !== '' && !to.has(name)) to.set(name, undefined);
}

const readers: Readonly<Record<string, (notes: Notes, answered: Answered) => void>> = {
  list_documents: noteListing,
  read_document: (notes, { input, answer }) => void notes.documents.set(String(input.name), answer),
  read_memory: (notes, { answer }) => void (notes.memory = answer),
  list_hosts: (notes, { answer }) => {
    notes.hosts = parseTable(answer).map(([address = '', label = '']) => ({ address, label }));
  },
  list_files: noteFiles,
  list_sheets: (notes, { answer }) =>
    addNames(
      parseTable(answer).map(([name]) => name),
      notes.sheets,
    ),
  read_sheet: (notes, { input, answer }) => void notes.sheets.set(String(input.name), parseTable(answer)),
  list_configs: (notes, { answer }) => addNames(answer === '(none)' ? [] : answer.split('\n'), notes.configs),
  read_config: (notes, { input, answer }) => void notes.configs.set(String(input.path), answer),
  list_users: (notes, { input, answer }) => void notes.users.set(String(input.host), answer === '(no accounts)' ? [] : answer.split('\n')),
  list_systems: (notes, { answer }) => {
    if (notes.systems.length === 0) notes.systems = parseTable(answer).map(([id = '', name = '', , note = '']) => ({ id, name, note }));
  },
  submit_report: noteNotice,
};

type Input = Deed['input'];
type ToolAnswer = Extract<Extract<PromptMessage, { role: 'tool' }>['content'][number], { type: 'tool-result' }>;

function noteAnswer(notes: Notes, inputs: Map<string, Input>, { toolCallId, toolName: tool, output }: ToolAnswer): void {
  const answer = output.type === 'text' || output.type === 'error-text' ? output.value : '';
  const deed = { tool, input: inputs.get(toolCallId) ?? {}, answer, isError: output.type !== 'text' };
  inputs.delete(toolCallId);
  notes.characters += answer.length;
  notes.deeds.push(deed);
  if (!deed.isError && Object.hasOwn(readers, tool)) readers[tool]?.(notes, deed);
}

function noteMessage(notes: Notes, inputs: Map<string, Input>, message: PromptMessage): void {
  if (message.role === 'system') {
    notes.system += message.content;
    notes.characters += message.content.length;
    return;
  }
  for (const part of message.content) {
    if (part.type === 'text') {
      notes.characters += part.text.length;
      if (message.role === 'assistant') notes.said.push(part.text);
      else if (notes.task === '') notes.task = part.text;
      else notes.request = part.text;
    } else if (part.type === 'tool-call') {
      inputs.set(part.toolCallId, part.input as Input);
      notes.characters += JSON.stringify(part.input).length;
    } else if (part.type === 'tool-result') {
      noteAnswer(notes, inputs, part);
    }
  }
}

function argumentsOf(tool: NonNullable<CallOptions['tools']>[number]): ArgumentSchema {
  return tool.type === 'function' ? (tool.inputSchema as ArgumentSchema) : {};
}

function blankNotes(tools: NonNullable<CallOptions['tools']>): Notes {
  return {
    tools: new Map(tools.map((tool) => [tool.name, argumentsOf(tool)])),
    system: '',
    task: '',
    request: '',
    documents: new Map(),
    listed: [],
    memory: undefined,
    hosts: [],
    files: new Map(),
    sheets: new Map(),
    configs: new Map(),
    users: new Map(),
    systems: [],
    notices: [],
    laterSheets: [],
    deeds: [],
    said: [],
    messages: 0,
    characters: JSON.stringify(tools).length,
  };
}

/**
 * Reads a prompt that grows: a message is read once. What it holds is a function of the options alone, so a prompt that
 * does not go on from the last one is read afresh.
 */
export function createReader(): (options: Pick<CallOptions, 'prompt' | 'tools'>) => Knowledge {
  let notes: Notes | undefined;
  let inputs = new Map<string, Input>();
  let last: PromptMessage | undefined;

  return ({ prompt, tools = [] }) => {
    const goesOn = notes !== undefined && prompt[notes.messages - 1] === last;
    if (notes === undefined || !goesOn) {
      notes = blankNotes(tools);
      inputs = new Map();
    }
    for (const message of prompt.slice(notes.messages)) noteMessage(notes, inputs, message);
    notes.messages = prompt.length;
    last = prompt.at(-1);
    return notes;
  };
}
