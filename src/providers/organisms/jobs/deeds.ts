import type { Deed, Knowledge } from '../reading/knowledge.ts';

/** What a job asks to be done: a call, as it goes out. */
export interface Call {
  readonly tool: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** One reply: what is said, and the calls that go with it. */
export interface Move {
  readonly say: string;
  readonly calls: readonly Call[];
}

/** After so many errors an organism lets a thing be. */
const TRIES = 2;

/** How a call whose arguments were no JSON comes back: it was about nothing. */
const GARBLED = 'rawInvalidInput';

const isAbout = (deed: Deed, { tool, input }: Call): boolean =>
  deed.tool === tool && !(GARBLED in deed.input) && Object.entries(input).every(([key, value]) => same(deed.input[key], value));

function same(left: unknown, right: unknown): boolean {
  return left === right || JSON.stringify(left) === JSON.stringify(right);
}

/** Has this call been carried out, or failed so often that there is no point in another try? */
function isSettled({ deeds }: Knowledge, call: Call): boolean {
  let errors = 0;
  for (const deed of deeds) {
    if (!isAbout(deed, call)) continue;
    if (!deed.isError) return true;
    errors += 1;
  }
  return errors >= TRIES;
}

/** What of these calls there is a tool for, and is still to be done. */
export function leftToDo(knowledge: Knowledge, calls: readonly Call[]): readonly Call[] {
  return calls.filter((call) => knowledge.tools.has(call.tool) && !isSettled(knowledge, call));
}
