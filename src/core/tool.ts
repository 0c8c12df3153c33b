import type { z } from 'zod';
import type { NewAct } from './act.ts';
import type { Text, TextLike } from './text.ts';
import type { WorldState } from './world-state.ts';

/** What a tool does: an answer for the subject, and the acts that it amounts to. */
export type ToolResult =
  | { readonly kind: 'done'; readonly answer: string; readonly acts: readonly NewAct[] }
  /** The subject asked for something that cannot be done: told to it as a tool error, never a bug of ours. */
  | { readonly kind: 'refused'; readonly answer: string };

/** What a tool may use besides the state: the virtual time of this call, and ids that no other call has. */
export interface ToolContext {
  readonly now: string;
  nextId(prefix: string): string;
  /** The subject's own name, as the owner of what it makes. */
  readonly actor: string;
}

export interface Tool<Input = unknown> {
  readonly name: string;
  readonly description: Text;
  readonly input: z.ZodType<Input>;
  /** Does calling it end the task, once all calls of the reply are carried out? */
  readonly endsTask: boolean;
  apply(state: WorldState, input: Input, context: ToolContext): ToolResult;
}

/** Declares a tool of a world. `input` is checked before `apply` sees it; its JSON schema is what a subject is shown. */
export function defineTool<Input>(tool: {
  readonly name: string;
  readonly description: TextLike;
  readonly input: z.ZodType<Input>;
  readonly endsTask?: boolean;
  apply(state: WorldState, input: Input, context: ToolContext): ToolResult;
}): Tool {
  const description: Text = typeof tool.description === 'object' ? tool.description : [{ text: String(tool.description), slots: [] }];
  return { ...tool, description, endsTask: tool.endsTask ?? false } as Tool;
}

export const done = (answer: string, ...acts: readonly NewAct[]): ToolResult => ({ kind: 'done', answer, acts });
export const refused = (answer: string): ToolResult => ({ kind: 'refused', answer });
