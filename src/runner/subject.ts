import type { Subject, SubjectSettings } from '../core/trial.ts';

/** Product names that agents of a model family carry, by what a model's id contains. */
const familyNames: readonly (readonly [RegExp, string])[] = [
  [/gpt|chatgpt|^o\d/i, 'ChatGPT'],
  [/gemini/i, 'Gemini'],
  [/gemma/i, 'Gemma'],
  [/claude/i, 'Claude'],
  [/glm/i, 'GLM'],
  [/kimi/i, 'Kimi'],
  [/deepseek/i, 'DeepSeek'],
  [/qwen/i, 'Qwen'],
  [/llama/i, 'Llama'],
  [/mistral|mixtral/i, 'Mistral'],
];

/** For models that no row fits, simulated ones among them. */
const OTHER_FAMILY = 'Meridian';

function familyNameOf(modelId: string): string {
  return familyNames.find(([pattern]) => pattern.test(modelId))?.[1] ?? OTHER_FAMILY;
}

/** A subject of our own loop from what people write, such as `organism:gamer` or `anthropic:claude-haiku-4-5`. */
export function toSubject(id: string, settings: SubjectSettings, known: Pick<Subject, 'endpoint' | 'traits'> = {}): Subject {
  const isSimulated = id.startsWith('organism:');
  const modelId = id.slice(id.indexOf(':') + 1);
  const familyName = isSimulated ? OTHER_FAMILY : familyNameOf(modelId);
  const { endpoint, traits } = known;
  const place = endpoint === undefined || isSimulated ? {} : { endpoint };
  return { id, harness: 'loop', model: id, settings, familyName, ...place, ...(traits === undefined ? {} : { traits }), isSimulated };
}
