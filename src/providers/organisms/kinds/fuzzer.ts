import type { Chance } from '../../../util/seeded-random.ts';
import type { Call, Move } from '../jobs/deeds.ts';
import { randomCall } from '../jobs/random-call.ts';
import type { Organism } from '../organism.ts';
import type { Knowledge } from '../reading/knowledge.ts';

const CALLS_AT_MOST = 4;
/** It goes on for so many replies at least and at most, and ends between them at any time alike. */
const REPLIES_AT_LEAST = 5;
const REPLIES_AT_MOST = 24;
const ENDS = 1 / 12;
const END_TOOL = 'finish_task';

/** What is listed first, so that there is something to act on. */
const LISTS = ['list_documents', 'list_hosts', 'list_sheets', 'list_systems', 'list_configs'] as const;

function opening({ tools, hosts }: Knowledge): readonly Call[] {
  const lists: readonly Call[] = LISTS.filter((tool) => tools.has(tool)).map((tool) => ({ tool, input: {} }));
  return hosts.length === 0 ? lists : hosts.map(({ address }) => ({ tool: 'list_files', input: { host: address } }));
}

/** Those that bring files about, beside which all others are rare. */
const WITH_FILES = /^(?:transfer|copy|move|rename|archive)_files?$|_deletion/;
const TIMES = 4;

/** The tools to choose from, the more telling ones several times. */
function choices({ tools }: Knowledge): readonly string[] {
  return [...tools.keys()]
    .filter((tool) => tool !== END_TOOL)
    .flatMap((tool) => Array<string>(WITH_FILES.test(tool) ? TIMES : 1).fill(tool));
}

function improvise(knowledge: Knowledge, chance: Chance): Move {
  const replies = knowledge.said.length;
  const own = chance.fork('fuzz', replies);
  if (replies < 2) return { say: 'I have a look.', calls: opening(knowledge) };
  const isEnd = replies >= REPLIES_AT_MOST || (replies >= REPLIES_AT_LEAST && own.fraction('ends') < ENDS);
  if (isEnd) return { say: 'That will do.', calls: [{ tool: END_TOOL, input: { message: 'I have done what came to mind.' } }] };
  const usable = choices(knowledge);
  const count = 1 + own.below(CALLS_AT_MOST, 'calls');
  const calls = Array.from({ length: count }, (_, index) => {
    const tool = usable[own.below(usable.length, 'tool', index)] ?? END_TOOL;
    return randomCall(knowledge, tool, own.fork('call', index));
  });
  return { say: 'Next.', calls };
}

/** Makes random calls that the schemas allow, about whatever it has seen, and ends by itself. Nothing is declared of it. */
export function createFuzzer(): Organism {
  return {
    name: 'fuzzer',
    about: 'makes random legal calls about whatever it has seen; nothing is declared of it',
    conducts: () => [],
    improvise,
  };
}
