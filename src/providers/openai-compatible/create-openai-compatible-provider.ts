import { UsageError } from '../../core/errors.ts';
import type { Provider } from '../../core/ports/provider.ts';
import { assembleProvider } from '../assemble-provider.ts';
import { chatCompletionsFamily } from '../protocols/chat-completions.ts';
import type { WireProviderOptions } from '../wire-provider-options.ts';

/** Any server that speaks Chat Completions: vLLM, Ollama, llama.cpp, LiteLLM. It has no default host. */
export function createOpenAICompatibleProvider(options: WireProviderOptions): Provider {
  const { baseUrl } = options;
  if (baseUrl === undefined) throw new UsageError('openai-compatible needs --base-url, such as http://localhost:8000/v1');
  return assembleProvider(chatCompletionsFamily(options, { family: 'openai-compatible', baseUrl }), options);
}
