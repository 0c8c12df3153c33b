import type { Job } from '../../core/ports/harness.ts';
import type { CallOptions, PromptMessage } from '../../core/ports/provider.ts';
import { replyToMessage } from '../../core/reply-to-message.ts';
import type { Reply } from '../../core/reply.ts';
import type { ToolSchema } from '../../core/transcript.ts';
import type { ToolMessage } from './carry-out-calls.ts';
import { isEmptyReply } from './nudges.ts';

type FunctionTool = Extract<NonNullable<CallOptions['tools']>[number], { type: 'function' }>;

/** What is sent with every request. `options` stays one object whose prompt grows, so a trial copies nothing twice. */
export interface Conversation {
  readonly options: CallOptions;
  addReply(content: Reply['content']): void;
  addAnswers(answers: ToolMessage): void;
  addUserMessage(text: string): void;
}

function toFunctionTool({ name, description, inputSchema }: ToolSchema): FunctionTool {
  return { type: 'function', name, description, inputSchema: inputSchema as FunctionTool['inputSchema'] };
}

function userMessage(text: string): PromptMessage {
  return { role: 'user', content: [{ type: 'text', text }] };
}

/** Every provider gets the same options, simulated ones included. */
export function createConversation(
  { brief, settings }: Pick<Job, 'brief' | 'settings'>,
  { tools, abortSignal }: { readonly tools: readonly ToolSchema[]; readonly abortSignal: AbortSignal },
): Conversation {
  const prompt: PromptMessage[] = [{ role: 'system', content: brief.system }, userMessage(brief.task)];
  return {
    options: { prompt, tools: tools.map(toFunctionTool), toolChoice: { type: 'auto' }, ...settings, abortSignal },
    addReply(content) {
      // Anthropic and OpenAI reject an assistant message that holds nothing, or reasoning with nothing after it.
      if (!isEmptyReply(content)) prompt.push(replyToMessage(content));
    },
    addAnswers: (answers) => void prompt.push(answers),
    addUserMessage: (text) => void prompt.push(userMessage(text)),
  };
}
