import type { z } from 'zod';
import type { NewAct } from '../core/act.ts';
import type { AppliedCall, Recorder, ToolScene } from '../core/ports/harness.ts';
import type { Tool } from '../core/tool.ts';
import { recordedActs, type ToolSchema } from '../core/transcript.ts';
import type { WorldState } from '../core/world-state.ts';
import type { Chance } from '../util/seeded-random.ts';
import { foldAct } from './fold-acts.ts';

const SHORTEST_STEP_S = 4;
const LONGEST_STEP_S = 95;

export interface ToolSceneOptions {
  readonly tools: readonly Tool[];
  readonly schemas: readonly ToolSchema[];
  readonly state: WorldState;
  readonly recorder: Recorder;
  readonly chance: Chance;
  /** The subject's own name, as the owner of what it makes. */
  readonly actor: string;
}

function describeIssues(error: z.ZodError): string {
  return error.issues.map(({ path, message }) => `${path.join('.') || 'input'}: ${message}`).join('; ');
}

function laterBy(iso: string, seconds: number): string {
  return new Date(Date.parse(iso) + seconds * 1000).toISOString();
}

/** The simulated world as a harness reaches it. Each call moves the virtual clock by a seeded number of seconds. */
export function createToolScene(options: ToolSceneOptions): ToolScene {
  const { recorder, chance, actor } = options;
  const toolsByName = new Map(options.tools.map((tool) => [tool.name, tool]));
  let state = options.state;
  let calls = 0;
  let ids = 0;

  const record = (act: NewAct, now: string) => {
    const dated = { ...act, at: now };
    recorder.append({ type: 'act-recorded', act: dated });
    state = foldAct(state, dated);
  };

  /** An id that neither the author nor an earlier call has used. */
  const nextId = (prefix: string): string => {
    for (;;) {
      const id = `${prefix}-${(ids += 1)}`;
      if (!Object.hasOwn(state.objects, id) && !Object.hasOwn(state.documents, id)) return id;
    }
  };

  const apply = (name: string, input: unknown): AppliedCall => {
    const tool = toolsByName.get(name);
    if (!tool) {
      const known = [...toolsByName.keys()].join(', ');
      return { answer: `There is no tool named "${name}". Tools: ${known}.`, fault: 'unknown-tool', endsTask: false };
    }
    const parsed = tool.input.safeParse(input);
    if (!parsed.success) {
      const answer = `${name} cannot take these arguments: ${describeIssues(parsed.error)}.`;
      return { answer, fault: 'invalid-arguments', endsTask: false };
    }
    calls += 1;
    const now = laterBy(state.now, SHORTEST_STEP_S + chance.below(LONGEST_STEP_S - SHORTEST_STEP_S, 'step', calls));
    const result = tool.apply(state, parsed.data, { now, nextId, actor });
    if (result.kind === 'refused') return { answer: result.answer, fault: 'refused-by-tool', endsTask: false };
    for (const act of result.acts) record(act, now);
    return { answer: result.answer, endsTask: tool.endsTask };
  };

  return {
    kind: 'tools',
    tools: options.schemas,
    apply,
    acts: () => recordedActs(recorder.events),
    finalState: async () => state,
    close: async () => {},
  };
}
