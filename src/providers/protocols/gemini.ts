import type { LanguageModel } from '../../core/ports/provider.ts';
import type { WireFamily } from '../assemble-provider.ts';
import type { Family } from '../provider-keys.ts';
import { sendablePrompt } from '../sendable-prompt.ts';
import { finishGeminiReply, geminiReasoningVisibility } from './gemini-reply.ts';

/** Gemini's generateContent, wherever it is served. `optionsName` is the SDK's name for the host in options and metadata. */
export function geminiFamily(
  model: LanguageModel,
  { family, optionsName }: { readonly family: Family; readonly optionsName: string },
): WireFamily {
  return {
    family,
    model,
    ...(canThink(model.modelId) ? { providerOptions: { [optionsName]: { thinkingConfig: { includeThoughts: true } } } } : {}),
    preparePrompt: (prompt) =>
      sendablePrompt(prompt, {
        part: (part) => part.type !== 'text' || part.text !== '' || part.providerOptions?.[optionsName]?.['thoughtSignature'] !== undefined,
        message: (parts) => parts.length > 0,
      }),
    finish: (result, body) => finishGeminiReply(result, body, optionsName),
    reasoningVisibility: (result) => geminiReasoningVisibility(result, optionsName),
  };
}

/** Models before 2.5 answer 400 to any thinking setting. */
function canThink(modelId: string): boolean {
  return /gemini-(?:2\.5|[3-9]|\d\d)/.test(modelId) && !/image|tts|audio/.test(modelId);
}
