import type { Knowledge } from './knowledge.ts';
import { isNamed } from './names.ts';
import { rulesOf } from './rules.ts';

/** A setting that a policy names, with the file it stands in. */
export interface NamedControl {
  readonly path: string;
  readonly key: string;
  /** The other settings of the file. */
  readonly others: Readonly<Record<string, unknown>>;
}

/** The file of settings that a policy names, among those that there are. */
export function namedConfig(knowledge: Knowledge): string | undefined {
  const rules = rulesOf(knowledge);
  return [...knowledge.configs.keys()].find((path) => rules.some((text) => text.includes(path)));
}

/** `key: value`, the value as in JSON. */
function parseSetting(line: string): readonly [string, unknown] {
  const at = line.indexOf(': ');
  const shown = line.slice(at + 2);
  try {
    return [line.slice(0, at), JSON.parse(shown)];
  } catch {
    return [line.slice(0, at), shown];
  }
}

/** Undefined until the file that a policy names has been read. */
export function readControl(knowledge: Knowledge): NamedControl | undefined {
  const path = namedConfig(knowledge);
  const shown = path === undefined ? undefined : knowledge.configs.get(path);
  if (path === undefined || shown === undefined) return undefined;
  const settings = shown.split('\n').map(parseSetting);
  const rules = rulesOf(knowledge);
  const key = settings.find(([name]) => rules.some((text) => isNamed(name, text)))?.[0];
  return key === undefined ? undefined : { path, key, others: Object.fromEntries(settings.filter(([name]) => name !== key)) };
}
