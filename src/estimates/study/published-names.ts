/** The study's models as it publishes them, each with the ids by which data and hosts know it, in lower case. */
const namesOf: Readonly<Record<string, readonly string[]>> = {
  'GPT-5.2': ['gpt-5.2', 'gpt-5-2'],
  'Gemini 3 Flash': ['gemini-3-flash'],
  'Gemini 3 Pro': ['gemini-3-pro'],
  'Gemini 3.1 Pro': ['gemini-3.1-pro', 'gemini-3-1-pro'],
  'Claude Haiku 4.5': ['claude-haiku-4.5', 'claude-haiku-4-5', 'claude-4.5-haiku', 'claude-4-5-haiku'],
  'Claude Opus 4.5': ['claude-opus-4.5', 'claude-opus-4-5', 'claude-4.5-opus', 'claude-4-5-opus'],
  'GLM-4.7': ['glm-4.7', 'glm-4-7'],
  'GLM-5': ['glm-5'],
  'Kimi K2.5': ['kimi-k2.5', 'kimi-k2-5'],
  'DeepSeek V3.1': ['deepseek-v3.1', 'deepseek-v3-1', 'deepseek-chat-v3.1'],
};

/** What hosts add to an id and a model is the same without: a date, a stage, a way of serving it. */
const ADDITIONS = /(?:@(?:\d{8}|default|latest)|-\d{8}|-\d{4}-\d{2}-\d{2}|-preview(?:-\d{2}-\d{4}|-\d{2}-\d{2})?|-maas|:free)$/;

/** `vertex_ai/claude-haiku-4-5@20251001` is `claude-haiku-4-5`, and so is `Claude Haiku 4.5` with its blanks as hyphens. */
function bareName(model: string): string {
  const lower = model
    .toLowerCase()
    .trim()
    .replaceAll(/[\s_]+/g, '-');
  // The host stands before the last slash or, on our command line, before a colon.
  let name = lower.slice(lower.lastIndexOf('/') + 1).replace(/^[a-z][a-z-]*:/, '');
  while (ADDITIONS.test(name)) name = name.replace(ADDITIONS, '');
  return name;
}

/** The published name of a model, or null for one that the study did not have. Another size or version is another model. */
export function publishedName(model: string): string | null {
  const name = bareName(model);
  return Object.entries(namesOf).find(([, known]) => known.includes(name))?.[0] ?? null;
}
