import { UsageError } from '../core/errors.ts';
import type { SubjectSettings, SubjectTrait } from '../core/trial.ts';
import { knownNames } from '../util/nearest-name.ts';

/** A subject of the study that this project began from, as the study ran it. */
export interface SubjectPreset {
  /** After `study:`. */
  readonly name: string;
  readonly title: string;
  /** The host and the id by which the study's route reaches it today. */
  readonly model: string;
  /** The same model at other hosts, where it has the same traits. */
  readonly elsewhere: readonly string[];
  readonly settings: SubjectSettings;
  /** The product name that its agents carry. */
  readonly familyName: string;
  readonly traits: readonly SubjectTrait[];
  /** The seven models of its main matrix; the others ran in its production harnesses. */
  readonly isInTheMatrix: boolean;
  /** Where the id is from and when it was read, and what is known of the model's end. */
  readonly source: string;
}

/** Temperature 1, reasoning as the model's own default. */
const asStudied: SubjectSettings = { temperature: 1 };
/**
 * Models that reason take no temperature on OpenAI's Responses API (GPT-5.2 does with reasoning effort `none` alone); its
 * own is 1, so leaving it out is the same.
 */
const withoutTemperature: SubjectSettings = {};

const gemini = 'ai.google.dev, deprecations and release notes, 2026';
const tables = 'models.dev, Together and Vertex tables, 2026';
const left = (date: string) =>
  `docs.together.ai, reasoning models, 2026; left Together's serverless offer on ${date} (LiteLLM's model table), so it needs an endpoint there or another host`;

const presets: readonly SubjectPreset[] = [
  {
    name: 'gpt-5.2',
    title: 'GPT 5.2',
    model: 'openai:gpt-5.2',
    elsewhere: ['openrouter:openai/gpt-5.2'],
    settings: withoutTemperature,
    familyName: 'ChatGPT',
    traits: [],
    isInTheMatrix: true,
    source: 'simonw/llm-prices openai.json, 2026',
  },
  {
    name: 'gemini-3-flash',
    title: 'Gemini 3 Flash',
    model: 'vertex:gemini-3-flash-preview',
    elsewhere: ['google:gemini-3-flash-preview', 'openrouter:google/gemini-3-flash-preview'],
    settings: asStudied,
    familyName: 'Gemini',
    traits: ['identity-variants'],
    isInTheMatrix: true,
    source: gemini,
  },
  {
    name: 'gemini-3-pro',
    title: 'Gemini 3 Pro',
    model: 'vertex:gemini-3-pro-preview',
    elsewhere: ['google:gemini-3-pro-preview', 'openrouter:google/gemini-3-pro-preview'],
    settings: asStudied,
    familyName: 'Gemini',
    traits: ['identity-variants'],
    isInTheMatrix: true,
    source: `${gemini}; shut down on 2026-03-09 in the Gemini API, and some routes then answer with Gemini 3.1 Pro; Vertex's date was not found`,
  },
  {
    name: 'claude-haiku-4.5',
    title: 'Claude Haiku 4.5',
    model: 'vertex:claude-haiku-4-5@20251001',
    elsewhere: ['anthropic:claude-haiku-4-5', 'anthropic:claude-haiku-4-5-20251001', 'openrouter:anthropic/claude-haiku-4.5'],
    settings: asStudied,
    familyName: 'Claude',
    traits: ['identity-variants'],
    isInTheMatrix: true,
    source: 'cloud.google.com, Claude on Vertex AI, 2026',
  },
  {
    name: 'glm-4.7',
    title: 'GLM 4.7',
    model: 'together:zai-org/GLM-4.7',
    elsewhere: ['openrouter:z-ai/glm-4.7'],
    settings: asStudied,
    familyName: 'GLM',
    traits: [],
    isInTheMatrix: true,
    source: left('2026-04-02'),
  },
  {
    name: 'kimi-k2.5',
    title: 'Kimi K2.5',
    model: 'together:moonshotai/Kimi-K2.5',
    elsewhere: ['openrouter:moonshotai/kimi-k2.5'],
    settings: asStudied,
    familyName: 'Kimi',
    traits: ['memory-read-required'],
    isInTheMatrix: true,
    source: left('2026-05-21'),
  },
  {
    name: 'deepseek-v3.1',
    title: 'DeepSeek V3.1',
    model: 'together:deepseek-ai/DeepSeek-V3.1',
    elsewhere: ['openrouter:deepseek/deepseek-chat-v3.1'],
    settings: asStudied,
    familyName: 'DeepSeek',
    traits: ['memory-read-required'],
    isInTheMatrix: true,
    source: left('2026-05-14'),
  },
  {
    name: 'gemini-3.1-pro',
    title: 'Gemini 3.1 Pro',
    model: 'vertex:gemini-3.1-pro-preview',
    elsewhere: ['google:gemini-3.1-pro-preview', 'openrouter:google/gemini-3.1-pro-preview'],
    settings: asStudied,
    familyName: 'Gemini',
    traits: [],
    isInTheMatrix: false,
    source: gemini,
  },
  {
    name: 'glm-5',
    title: 'GLM 5',
    model: 'together:zai-org/GLM-5',
    elsewhere: ['openrouter:z-ai/glm-5'],
    settings: asStudied,
    familyName: 'GLM',
    traits: [],
    isInTheMatrix: false,
    source: `docs.together.ai, reasoning models, 2026, and ${tables}; not in LiteLLM's list of Together's serverless models, late 2026`,
  },
];

export const subjectPresetNames: readonly string[] = presets.map(({ name }) => name);

/** The seven models of the study's matrix, for `--subjects study`. */
export const studySubjectNames: readonly string[] = presets.filter(({ isInTheMatrix }) => isInTheMatrix).map(({ name }) => name);

/** @throws UsageError for an unknown name */
export function subjectPreset(name: string): SubjectPreset {
  const found = presets.find((preset) => preset.name === name);
  if (!found) throw new UsageError(`there is no subject "${name}" of the study${knownNames(name, subjectPresetNames)}`);
  return found;
}

/** What is known of a model wherever it is served; nothing of one that the study did not have. */
export function traitsOf(model: string): readonly SubjectTrait[] {
  const [unpinned = model] = model.split(/@(?=[\w./-]+$)/);
  const isIt = ({ model: own, elsewhere }: SubjectPreset) => [own, ...elsewhere].some((known) => known === model || known === unpinned);
  return presets.find(isIt)?.traits ?? [];
}
