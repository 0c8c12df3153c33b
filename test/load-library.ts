import { globSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Scenario } from '../src/core/scenario.ts';
import { validateScenario } from '../src/runner/validate-scenario.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Every scenario of the library, found as the command line finds them: a new file is tested without touching a test. */
export async function loadLibrary(): Promise<readonly Scenario[]> {
  const files = globSync('scenarios/**/*.scenario.ts', { cwd: root }).sort();
  return Promise.all(
    files.map(async (file) => {
      const loaded = (await import(pathToFileURL(join(root, file)).href)) as { readonly default: unknown };
      return validateScenario(loaded.default, file);
    }),
  );
}
