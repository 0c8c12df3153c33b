import type { AppliedCall, Recorder, ToolScene } from '../../core/ports/harness.ts';
import type { PromptMessage } from '../../core/ports/provider.ts';
import type { ToolCall } from './own-calls.ts';

export type ToolMessage = Extract<PromptMessage, { role: 'tool' }>;
type AnswerPart = ToolMessage['content'][number];
type Arguments = { readonly kind: 'parsed'; readonly input: unknown } | { readonly kind: 'malformed'; readonly because: string };

export interface Carrying {
  readonly turn: number;
  readonly scene: ToolScene;
  readonly recorder: Recorder;
  /** The reply ended at its output limit, which explains arguments that break off. */
  readonly isCutOff: boolean;
}

/** Providers send nothing at all for a tool without arguments. */
function parseArguments(text: string): Arguments {
  if (text.trim() === '') return { kind: 'parsed', input: {} };
  try {
    return { kind: 'parsed', input: JSON.parse(text) };
  } catch (error) {
    return { kind: 'malformed', because: error instanceof Error ? error.message : String(error) };
  }
}

function malformed(tool: string, because: string, isCutOff: boolean): AppliedCall {
  const cut = isCutOff ? ' The message was cut off at its length limit.' : '';
  const answer = `The arguments of ${tool} are not valid JSON: ${because}.${cut} Nothing was done; call it again with a JSON object.`;
  return { answer, fault: 'malformed-arguments', endsTask: false };
}

function toAnswerPart(call: ToolCall, { answer, fault }: AppliedCall): AnswerPart {
  const type = fault === undefined ? 'text' : 'error-text';
  return { type: 'tool-result', toolCallId: call.toolCallId, toolName: call.toolName, output: { type, value: answer } };
}

function carryOut(call: ToolCall, { turn, scene, recorder, isCutOff }: Carrying): AppliedCall {
  const { toolCallId: callId, toolName: tool } = call;
  const parsed = parseArguments(call.input);
  recorder.append({ type: 'tool-called', turn, callId, tool, input: parsed.kind === 'parsed' ? parsed.input : call.input });
  const applied = parsed.kind === 'parsed' ? scene.apply(tool, parsed.input) : malformed(tool, parsed.because, isCutOff);
  const { answer, fault } = applied;
  recorder.append({ type: 'tool-answered', turn, callId, answer, ...(fault === undefined ? {} : { fault }) });
  return applied;
}

/** Carries out every call of a reply in order, those after the one that ends the task too: they were made. */
export function carryOutCalls(
  calls: readonly ToolCall[],
  carrying: Carrying,
): { readonly answers: ToolMessage; readonly endsTask: boolean } {
  let endsTask = false;
  const content = calls.map((call) => {
    const applied = carryOut(call, carrying);
    endsTask ||= applied.endsTask;
    return toAnswerPart(call, applied);
  });
  return { answers: { role: 'tool', content }, endsTask };
}
