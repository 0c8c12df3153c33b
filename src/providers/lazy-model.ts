import type { LanguageModel } from '../core/ports/provider.ts';

/** A model whose SDK is loaded with its first request: starting the program should not pay for every family. */
export function lazyModel(
  { provider, modelId }: { readonly provider: string; readonly modelId: string },
  load: () => Promise<LanguageModel>,
): LanguageModel {
  let loaded: Promise<LanguageModel> | undefined;
  return {
    specificationVersion: 'v4',
    provider,
    modelId,
    doGenerate: async (call) => {
      loaded ??= load();
      return (await loaded).doGenerate(call);
    },
  };
}
