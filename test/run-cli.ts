import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const launcher = fileURLToPath(new URL('../bin/offswitch.js', import.meta.url));

export interface CliResult {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line in a process of its own, with no keys in its environment but those given. */
export function runCli(
  args: readonly string[],
  options: { readonly cwd: string; readonly env?: Readonly<Record<string, string>> },
): Promise<CliResult> {
  const { PATH = '', HOME = '' } = process.env;
  return new Promise((resolve) => {
    const given = { cwd: options.cwd, env: { PATH, HOME, ...options.env }, maxBuffer: 64e6 };
    execFile(process.execPath, [launcher, ...args], given, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, err });
    });
  });
}
