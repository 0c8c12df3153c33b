import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

export type StoreProgram = 'journal-until-killed' | 'claim-all' | 'fill-the-disk' | 'try-to-open';

/** The command that runs one of `store-programs/`. */
export function storeProgramCommand(program: StoreProgram, input: unknown): readonly [string, ...string[]] {
  const file = fileURLToPath(new URL(`./store-programs/${program}.ts`, import.meta.url));
  return [process.execPath, file, JSON.stringify(input)];
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
