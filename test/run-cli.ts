import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { runCommand } from '../src/cli/main.ts';
import { systemClock } from '../src/cli/system-clock.ts';

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

/**
 * The same within this process, for what does not need one of its own: a start costs more than most commands. Knows no `.env`
 * and no interrupts. One at a time: the working folder is the process's.
 */
export async function runInProcess(args: readonly string[], { cwd }: { readonly cwd: string }): Promise<CliResult> {
  const { PATH = '', HOME = '' } = process.env;
  const [out, err]: [string[], string[]] = [[], []];
  const before = process.cwd();
  process.chdir(cwd);
  try {
    const code = await runCommand(args, {
      environment: { PATH, HOME },
      clock: systemClock,
      isTerminal: false,
      isStyled: true,
      programName: 'offswitch',
      catchInterrupts: () => new AbortController().signal,
      out: (line) => void out.push(`${line}\n`),
      tell: (line) => void err.push(`${line}\n`),
    });
    return { code, out: out.join(''), err: err.join('') };
  } finally {
    process.chdir(before);
  }
}

/** The process while it runs, so that it can be interrupted; `ended` tells what it said and how it ended. */
export function startCli(args: readonly string[], options: { readonly cwd: string; readonly env?: Readonly<Record<string, string>> }) {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, [launcher, ...args], { cwd: options.cwd, env: { PATH, HOME, ...options.env } });
  let [out, err] = ['', ''];
  child.stdout.on('data', (part: Buffer) => (out += part.toString()));
  child.stderr.on('data', (part: Buffer) => (err += part.toString()));
  const ended = once(child, 'close').then(([code, signal]) => ({ code: code as number | null, signal: signal as string | null, out, err }));
  return { child, ended };
}
