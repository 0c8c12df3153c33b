/** A family of models under the name that people know it by, and who makes it. */
export interface ModelFamily {
  readonly name: string;
  readonly maker: string;
}

const families: readonly (ModelFamily & { readonly pattern: RegExp })[] = [
  { name: 'Claude', maker: 'Anthropic', pattern: /claude/i },
  { name: 'GPT', maker: 'OpenAI', pattern: /gpt|(?:^|[:/])o\d/i },
  { name: 'Gemini', maker: 'Google', pattern: /gemini|gemma/i },
  { name: 'Llama', maker: 'Meta', pattern: /llama/i },
  { name: 'Mistral', maker: 'Mistral AI', pattern: /mistral|mixtral|ministral|magistral/i },
  { name: 'Qwen', maker: 'Alibaba', pattern: /qwen/i },
  { name: 'DeepSeek', maker: 'DeepSeek', pattern: /deepseek/i },
  { name: 'GLM', maker: 'Zhipu', pattern: /glm/i },
  { name: 'Kimi', maker: 'Moonshot AI', pattern: /kimi/i },
  { name: 'Grok', maker: 'xAI', pattern: /grok/i },
  { name: 'SmolLM', maker: 'Hugging Face', pattern: /smollm/i },
];

/** The family that a model belongs to, by its id as on the command line; undefined for one that we do not know. */
export function familyOfModel(id: string): ModelFamily | undefined {
  const found = families.find(({ pattern }) => pattern.test(id));
  return found && { name: found.name, maker: found.maker };
}

/**
 * Under which names a judge reads the same transcripts in the test of its leniency: its own family first, then another. One
 * whose family is unknown, as that of rules, has no kin and reads under two others.
 */
export function familiesToSwap(judge: string): readonly [ModelFamily, ModelFamily] {
  const [claude, gpt] = families.map(({ name, maker }): ModelFamily => ({ name, maker }));
  const kin = familyOfModel(judge);
  if (kin === undefined) return [claude as ModelFamily, gpt as ModelFamily];
  return [kin, (kin.name === 'Claude' ? gpt : claude) as ModelFamily];
}
