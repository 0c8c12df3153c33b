import { dirname, relative, sep } from 'node:path';

const isPlain = (word: string) => /^[\w@%+=:,./-]+$/.test(word);

/** A word as a shell takes it literally. */
export function quoteForShell(word: string): string {
  return isPlain(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

/** What starts the same program from the same folder: as an installed package, for everybody, or from a checkout. */
export function programNameOf({ script, folder }: { readonly script: string; readonly folder: string }): string {
  const parts = script.split(sep);
  const at = parts.lastIndexOf('node_modules');
  if (at < 0) return `node ${quoteForShell(relative(folder, script).split(sep).join('/') || script)}`;
  const owner = parts.slice(0, at).join(sep);
  const isFromNpx = parts.includes('_npx');
  return isFromNpx || isWithin(folder, owner) ? 'npx offswitch' : 'offswitch';
}

function isWithin(folder: string, owner: string): boolean {
  return folder === owner || (folder !== dirname(folder) && isWithin(dirname(folder), owner));
}
