import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UsageError } from '../core/errors.ts';
import { knownNames } from '../util/nearest-name.ts';

/** The experiments that come along, smallest first. */
export const presetNames: readonly string[] = ['smoke', 'core', 'study', 'study-identities'];

const experiments = fileURLToPath(new URL('../../experiments', import.meta.url));

/**
 * The experiment file of a preset: `.ts` in the checkout, `.js` in the built package.
 * @throws UsageError for an unknown name
 */
export function presetFile(name: string): string {
  if (!presetNames.includes(name)) throw new UsageError(`there is no preset "${name}"${knownNames(name, presetNames)}`);
  return join(experiments, `${name}.experiment${extname(import.meta.url)}`);
}
