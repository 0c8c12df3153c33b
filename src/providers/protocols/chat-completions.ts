import type { GenerateResult, LanguageModel } from '../../core/ports/provider.ts';
import type { WireFamily } from '../assemble-provider.ts';
import { lazyModel } from '../lazy-model.ts';
import type { Family } from '../provider-keys.ts';
import { sendablePrompt } from '../sendable-prompt.ts';
import { toolCallIds } from '../tool-call-ids.ts';
import type { WireProviderOptions } from '../wire-provider-options.ts';
import { chatReasoningVisibility, finishChatReply } from './chat-reply.ts';
import { dropSecondReasoning, optionsName, withReasoningAsItCame } from './replay-reasoning.ts';

type Body = Record<string, unknown>;

/** How a host's Chat Completions differ from everybody's. */
export interface ChatDialect {
  readonly family: Family;
  readonly baseUrl: string;
  /** As the host calls the model, where that is not what a person wrote. */
  readonly modelId?: string;
  /** Fields that every request carries. */
  readonly extraFields?: NonNullable<NonNullable<WireFamily['providerOptions']>[string]>;
  rewriteRequest?(body: Body): Body;
  /** Before anything is read of it; throws for an answer that is an error. */
  finish?(result: GenerateResult, body: unknown): GenerateResult;
}

/** What every host of Chat Completions has in common: the request, the reply, and reasoning that goes back as it came. */
export function chatCompletionsFamily(options: WireProviderOptions, dialect: ChatDialect): WireFamily {
  const { family, extraFields, finish } = dialect;
  const modelId = dialect.modelId ?? options.modelId;
  const newId = toolCallIds(options.random);
  return {
    family,
    model: lazyModel({ provider: `${optionsName}.chat`, modelId }, async () => chatModel(modelId, options, dialect)),
    ...(extraFields ? { providerOptions: { [optionsName]: extraFields } } : {}),
    preparePrompt: (prompt) => {
      const sendable = sendablePrompt(prompt, {
        part: (part) => part.type !== 'text' || part.text !== '',
        message: (parts) => parts.some((part) => part.type !== 'reasoning'),
      });
      return { ...sendable, prompt: withReasoningAsItCame(sendable.prompt) };
    },
    finish: (result, body) => finishChatReply(finish ? finish(result, body) : result, body, newId),
    reasoningVisibility: chatReasoningVisibility,
  };
}

async function chatModel(modelId: string, options: WireProviderOptions, { baseUrl, rewriteRequest }: ChatDialect): Promise<LanguageModel> {
  const { createOpenAICompatible } = await import('@ai-sdk/openai-compatible');
  const sdk = createOpenAICompatible({
    name: optionsName,
    baseURL: baseUrl,
    fetch: options.fetch,
    supportsStructuredOutputs: true,
    transformRequestBody: (body) => {
      const sent = dropSecondReasoning(body);
      return rewriteRequest ? rewriteRequest(sent) : sent;
    },
    ...(options.apiKey === undefined ? {} : { apiKey: options.apiKey }),
  });
  return sdk.chatModel(modelId);
}
