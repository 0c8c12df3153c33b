import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';

export type Environment = Readonly<Record<string, string | undefined>>;

/** The variables of the process, over those of a `.env` file in the folder, where there is one. */
export function readEnvironment(folder = process.cwd()): Environment {
  let fromFile: Environment = {};
  try {
    fromFile = parseEnv(readFileSync(`${folder}/.env`, 'utf8'));
  } catch {
    // No readable .env: the process's own variables stand alone.
  }
  return { ...fromFile, ...process.env };
}
