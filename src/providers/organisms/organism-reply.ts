import type { GenerateResult } from '../../core/ports/provider.ts';
import type { Call, Move } from './jobs/deeds.ts';
import type { Knowledge } from './reading/knowledge.ts';

const CHARACTERS_PER_TOKEN = 4;
const toTokens = (characters: number) => Math.ceil(characters / CHARACTERS_PER_TOKEN);

type Content = GenerateResult['content'];

/** What a reply needs besides its content: where it stands, and who gives it. */
export interface Origin {
  readonly knowledge: Knowledge;
  readonly modelVersion: string;
}

function toolCall({ tool, input }: Call, id: string): Content[number] {
  return { type: 'tool-call', toolCallId: id, toolName: tool, input: JSON.stringify(input) };
}

/** Calls are named by their place in the conversation, so that no two have one name. */
export function callId({ messages }: Knowledge, index: number): string {
  return `call_${messages}_${index + 1}`;
}

export function moveContent({ say, calls }: Move, knowledge: Knowledge): Content {
  return [{ type: 'text', text: say }, ...calls.map((call, index) => toolCall(call, callId(knowledge, index)))];
}

function lengthOf(part: Content[number]): number {
  if (part.type === 'text') return part.text.length;
  return part.type === 'tool-call' ? part.toolName.length + part.input.length : 0;
}

/** A reply in the shape that wire providers give it; tokens are estimated from characters, and said to be used. */
export function toResult(content: Content, { knowledge, modelVersion }: Origin): GenerateResult {
  const input = toTokens(knowledge.characters);
  const output = toTokens(content.reduce((sum, part) => sum + lengthOf(part), 0));
  const hasCalls = content.some((part) => part.type === 'tool-call');
  return {
    content,
    finishReason: hasCalls ? { unified: 'tool-calls', raw: 'tool_calls' } : { unified: 'stop', raw: 'stop' },
    usage: {
      inputTokens: { total: input, noCache: input, cacheRead: 0, cacheWrite: 0 },
      outputTokens: { total: output, text: output, reasoning: 0 },
    },
    warnings: [],
    response: { modelId: modelVersion },
  };
}
