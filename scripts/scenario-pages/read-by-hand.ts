import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** What of a page is written by hand. */
export interface ByHand {
  readonly faithful: string;
  readonly comparability: string;
}

export const pageName = (id: string) => `${id.replace('/', '-')}.md`;
export const pagePath = (id: string) => join(root, 'docs', 'scenarios', pageName(id));

function sectionOf(text: string, head: string, path: string): string {
  const found = new RegExp(`^## ${head}\\n+([\\s\\S]*?)(?=\\n## |$(?![\\s\\S]))`, 'm').exec(text)?.[1]?.trim();
  if (!found) throw new Error(`${path} has no section "## ${head}": write one`);
  return found;
}

/** Reads docs/scenarios/by-hand/; throws where a scenario has no such file, or the file lacks a section. */
export function readByHand(id: string): ByHand {
  const path = join('docs', 'scenarios', 'by-hand', pageName(id));
  const text = readFileSync(join(root, path), 'utf8');
  return {
    faithful: sectionOf(text, 'What is faithful', path),
    comparability: sectionOf(text, 'Comparability with the study', path),
  };
}
