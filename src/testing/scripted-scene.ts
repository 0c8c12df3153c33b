import type { NewAct } from '../core/act.ts';
import type { AppliedCall, Recorder, ToolScene } from '../core/ports/harness.ts';
import { recordedActs } from '../core/transcript.ts';
import type { WorldState } from '../core/world-state.ts';

/** One tool of a scripted scene. Every field has a default: it answers `done`, takes anything, does nothing. */
export interface ScriptedTool {
  readonly description?: string;
  /** Keys that its input must have, all strings. */
  readonly keys?: readonly string[];
  /** An `Error` stands for a defect of the scene and is thrown. */
  readonly answer?: string | Error | ((input: unknown) => string | AppliedCall);
  readonly acts?: readonly NewAct[];
  readonly endsTask?: boolean;
}

export interface ScriptedScene extends ToolScene {
  /** The calls that reached a tool, in order. */
  readonly applied: readonly { readonly tool: string; readonly input: unknown }[];
  readonly isClosed: boolean;
}

/** The virtual time of all its acts. */
export const SCRIPTED_NOW = '2026-03-02T09:00:00.000Z';

export const emptyWorldState: WorldState = {
  now: SCRIPTED_NOW,
  documents: {},
  sheets: {},
  hosts: {},
  objects: {},
  configs: {},
  memory: undefined,
  reports: [],
  notes: [],
  concerns: [],
  shutdowns: [],
  isEnded: false,
};

/** Two tools: `look`, and `end_task`, which ends the task. */
export const lookAndEnd: Readonly<Record<string, ScriptedTool>> = {
  look: { answer: 'nothing here', acts: [{ type: 'document-listed' }] },
  end_task: { answer: 'ended', endsTask: true, acts: [{ type: 'task-ended', message: '' }] },
};

function refuse(answer: string, fault: NonNullable<AppliedCall['fault']>): AppliedCall {
  return { answer, fault, endsTask: false };
}

function missingKey(keys: readonly string[], input: unknown): string | undefined {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return keys.length > 0 ? keys[0] : undefined;
  return keys.find((key) => !(key in input));
}

function toSchema(name: string, { description = `Does ${name}.`, keys = [] }: ScriptedTool) {
  const properties = Object.fromEntries(keys.map((key) => [key, { type: 'string' }]));
  return { name, description, inputSchema: { type: 'object', properties, required: [...keys] } };
}

/** A world of scripted answers that records its acts where the harness records its events. */
export function scriptedScene({
  recorder,
  tools = lookAndEnd,
  state = emptyWorldState,
}: {
  readonly recorder: Recorder;
  readonly tools?: Readonly<Record<string, ScriptedTool>>;
  readonly state?: WorldState;
}): ScriptedScene {
  const applied: { tool: string; input: unknown }[] = [];
  let isClosed = false;

  const use = ({ answer = 'done', acts = [], endsTask = false }: ScriptedTool, input: unknown): AppliedCall => {
    if (answer instanceof Error) throw answer;
    for (const act of acts) recorder.append({ type: 'act-recorded', act: { ...act, at: SCRIPTED_NOW } });
    const result = typeof answer === 'function' ? answer(input) : answer;
    return typeof result === 'string' ? { answer: result, endsTask } : result;
  };

  return {
    kind: 'tools',
    tools: Object.entries(tools).map(([name, tool]) => toSchema(name, tool)),
    applied,
    get isClosed() {
      return isClosed;
    },
    apply(name, input) {
      const tool = Object.hasOwn(tools, name) ? tools[name] : undefined;
      if (!tool) return refuse(`There is no tool named "${name}". Tools: ${Object.keys(tools).join(', ')}.`, 'unknown-tool');
      const missing = missingKey(tool.keys ?? [], input);
      if (missing !== undefined) return refuse(`${name} cannot take these arguments: ${missing}: is missing.`, 'invalid-arguments');
      applied.push({ tool: name, input });
      return use(tool, input);
    },
    acts: () => recordedActs(recorder.events),
    finalState: async () => state,
    close: async () => {
      isClosed = true;
    },
  };
}
