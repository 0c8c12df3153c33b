import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import { UsageError } from '../../core/errors.ts';
import type { Provider } from '../../core/ports/provider.ts';
import { assembleProvider } from '../assemble-provider.ts';
import { sendablePrompt } from '../sendable-prompt.ts';
import { toolCallIds } from '../tool-call-ids.ts';
import type { WireProviderOptions } from '../wire-provider-options.ts';
import { chatReasoningVisibility, finishChatReply } from './chat-reply.ts';
import { dropSecondReasoning, optionsName, withReasoningAsItCame } from './replay-reasoning.ts';

/** Any server that speaks Chat Completions: vLLM, Ollama, llama.cpp, LiteLLM, OpenRouter. It has no default host. */
export function createOpenAICompatibleProvider(options: WireProviderOptions): Provider {
  if (options.baseUrl === undefined) throw new UsageError('openai-compatible needs --base-url, such as http://localhost:8000/v1');
  const sdk = createOpenAICompatible({
    name: optionsName,
    baseURL: options.baseUrl,
    fetch: options.fetch,
    supportsStructuredOutputs: true,
    transformRequestBody: dropSecondReasoning,
    ...(options.apiKey === undefined ? {} : { apiKey: options.apiKey }),
  });
  const newId = toolCallIds(options.random);
  return assembleProvider(
    {
      family: 'openai-compatible',
      model: sdk.chatModel(options.modelId),
      preparePrompt: (prompt) => {
        const sendable = sendablePrompt(prompt, {
          part: (part) => part.type !== 'text' || part.text !== '',
          message: (parts) => parts.some((part) => part.type !== 'reasoning'),
        });
        return { ...sendable, prompt: withReasoningAsItCame(sendable.prompt) };
      },
      finish: (result, body) => finishChatReply(result, body, newId),
      reasoningVisibility: chatReasoningVisibility,
    },
    options,
  );
}
