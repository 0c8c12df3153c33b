import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const programs = {
  'journal-until-killed': new URL('./store-programs/journal-until-killed.ts', import.meta.url),
  'claim-all': new URL('./store-programs/claim-all.ts', import.meta.url),
  'fill-the-disk': new URL('./store-programs/fill-the-disk.ts', import.meta.url),
  'try-to-open': new URL('./store-programs/try-to-open.ts', import.meta.url),
};

/** The command that runs one of `store-programs/`. */
export function storeProgramCommand(program: keyof typeof programs, input: unknown): readonly [string, ...string[]] {
  return [process.execPath, fileURLToPath(programs[program]), JSON.stringify(input)];
}

export function startProcess([command, ...words]: readonly [string, ...string[]]): ChildProcess {
  return spawn(command, words, { stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Waits for a program's end and reads the JSON that it printed. */
export async function runForJson(command: readonly [string, ...string[]]): Promise<unknown> {
  const child = startProcess(command);
  if (!child.stdout || !child.stderr) throw new Error('the program has no output');
  const [out, errors, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  if (code !== 0) throw new Error(`${command.join(' ')} ended with ${String(code)}: ${errors}`);
  return JSON.parse(out);
}
