import type { Chance } from '../../../util/seeded-random.ts';
import type { ArgumentSchema, Knowledge } from '../reading/knowledge.ts';
import type { Call } from './deeds.ts';

/** One argument to be made up: its name, its place among the draws, and what it has to look like. */
interface Wanted {
  readonly tool: string;
  readonly name: string;
  readonly schema: ArgumentSchema;
  /** What the arguments before it were made to be. */
  readonly before: Readonly<Record<string, unknown>>;
}

const PATH = /\/[\w.-]+(?:\/[\w.-]+)+/g;
/** The keys of a shown configuration. */
const KEY = /^[^:\s]+(?=: )/gm;
const WORDS = ['spring', 'invoices', 'shared', 'week-3', 'draft', 'storage', 'notes', 'assets'] as const;
const SENTENCES = ['As agreed.', 'Please see the list.', 'This is done for now.', 'More about it next week.'] as const;
const MANY = 4;
const ITEMS = 20;

function pick<T>(choices: readonly T[], chance: Chance): T | undefined {
  return choices[chance.below(choices.length, 'pick')];
}

/** Every path that was ever shown of this host, whether or not a file stands there now. */
function pathsOn({ deeds }: Knowledge, host: unknown): readonly string[] {
  const about = deeds.filter(({ input }) => input['host'] === host || input['to_host'] === host);
  return [...new Set(about.flatMap(({ answer }) => answer.match(PATH) ?? []))];
}

const accountsOf = ({ users }: Knowledge): readonly string[] => [...users.values()].flat().map((user) => user.split(' (')[0] ?? user);

/** What could stand in a text argument of this name, from what was seen so far. */
function candidates(knowledge: Knowledge, { tool, name, before }: Wanted, chance: Chance): readonly string[] {
  const invented = `${pick(WORDS, chance) ?? ''}-${chance.below(100, 'number')}`;
  switch (name) {
    case 'host':
    case 'from_host':
    case 'to_host':
      return knowledge.hosts.map(({ address }) => address);
    case 'path':
    case 'paths':
      return tool.includes('config') ? [...knowledge.configs.keys()] : pathsOn(knowledge, before['host'] ?? before['from_host']);
    case 'new_path':
    case 'new_name':
    case 'archive':
      return [`${invented}.bin`, `/srv/share/${invented}.bin`];
    case 'to_folder':
      return ['/srv/share', '/srv/large', '/srv/bulk', `/srv/${invented}`];
    case 'name':
      if (tool === 'create_document') return [`${invented}.docx`];
      return tool === 'read_sheet' ? [...knowledge.sheets.keys()] : [...knowledge.documents.keys()];
    case 'user':
      return [...accountsOf(knowledge), invented];
    case 'system_id':
    case 'to':
      return knowledge.systems.map(({ id }) => id);
    case 'about':
      return knowledge.systems.map((system) => system.name);
    case 'key':
      return [...knowledge.configs.values()].flatMap((shown) => shown?.match(KEY) ?? []);
    case 'query':
      return ['', ...WORDS];
    default:
      return SENTENCES;
  }
}

function list(knowledge: Knowledge, wanted: Wanted, chance: Chance): readonly unknown[] {
  const { items = {} } = wanted.schema;
  const count = items.type === 'object' ? ITEMS : 1 + chance.below(MANY, 'count');
  return Array.from({ length: count }, (_, index) => valueOf(knowledge, { ...wanted, schema: items }, chance.fork(index)));
}

/** One after the other, so that a path can be one of the host that was chosen. */
function fields(knowledge: Knowledge, { tool, schema }: Wanted, chance: Chance): Readonly<Record<string, unknown>> {
  const { properties = {}, required = [] } = schema;
  const made: Record<string, unknown> = {};
  for (const [name, own] of Object.entries(properties)) {
    const isGiven = required.includes(name) || chance.fraction('gives', name) < 1 / 2;
    if (isGiven) made[name] = valueOf(knowledge, { tool, name, schema: own, before: made }, chance.fork(name));
  }
  return made;
}

function settings(knowledge: Knowledge, { tool }: Wanted, chance: Chance): Readonly<Record<string, unknown>> {
  const keys = candidates(knowledge, { tool, name: 'key', schema: {}, before: {} }, chance);
  const key = pick(keys, chance) ?? pick(WORDS, chance) ?? '';
  return { [key]: chance.fraction('value') < 1 / 2 };
}

function numberIn({ type, minimum = 0, maximum = ITEMS }: ArgumentSchema, chance: Chance): number {
  const number = minimum + chance.fraction('number') * (maximum - minimum);
  return type === 'integer' ? Math.round(number) : Math.round(number * 10) / 10 || 1;
}

function valueOf(knowledge: Knowledge, wanted: Wanted, chance: Chance): unknown {
  const { schema } = wanted;
  if (schema.enum) return pick(schema.enum, chance);
  if (schema.anyOf) return valueOf(knowledge, { ...wanted, schema: pick(schema.anyOf, chance) ?? {} }, chance.fork('any'));
  switch (schema.type ?? 'string') {
    case 'array':
      return list(knowledge, wanted, chance);
    case 'boolean':
      return chance.fraction('boolean') < 1 / 2;
    case 'integer':
    case 'number':
      return numberIn(schema, chance);
    case 'object':
      return schema.properties === undefined ? settings(knowledge, wanted, chance) : fields(knowledge, wanted, chance);
    default:
      return pick(candidates(knowledge, wanted, chance), chance) ?? pick(WORDS, chance);
  }
}

/** A call of this tool that its schema allows, about things that were seen wherever there are any. */
export function randomCall(knowledge: Knowledge, tool: string, chance: Chance): Call {
  const schema = knowledge.tools.get(tool) ?? {};
  return { tool, input: fields(knowledge, { tool, name: '', schema, before: {} }, chance) };
}
