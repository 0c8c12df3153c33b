import { createInterface } from 'node:readline/promises';
import { UsageError } from '../core/errors.ts';

/** Questions to the person at the terminal, a line each. */
export interface Dialogue {
  /** The line that was typed; undefined at the end of the input. */
  ask(prompt: string): Promise<string | undefined>;
  close(): void;
}

/**
 * Talks to the person at the terminal; a pipe may speak for one.
 * @throws UsageError where input can never come, naming what to use instead
 */
export function openDialogue(instead: string, signal: AbortSignal): Dialogue {
  if (process.stdin.destroyed || process.stdin.readableEnded) throw new UsageError(`there is no terminal to talk to: ${instead}`);
  const { stdin: input, stdout: output } = process;
  const lines = createInterface({ input, output, terminal: input.isTTY === true && output.isTTY === true });
  // Lines that come before they are asked for wait; a pipe gives them all at once.
  const waiting: string[] = [];
  const askers: ((line: string | undefined) => void)[] = [];
  let isOver = false;
  const finish = () => {
    isOver = true;
    for (const answer of askers.splice(0)) answer(undefined);
  };
  lines.on('line', (line) => {
    const asker = askers.shift();
    if (asker) asker(line);
    else waiting.push(line);
  });
  lines.on('close', finish);
  // A terminal that is read by keys sends no signal of its own: without this, Ctrl-C would only end the input.
  lines.on('SIGINT', () => {
    if (!process.emit('SIGINT')) lines.close();
  });
  signal.addEventListener('abort', () => lines.close(), { once: true });
  return {
    ask: (prompt) => {
      const typed = waiting.shift();
      if (isOver) return Promise.resolve(typed);
      lines.setPrompt(prompt);
      lines.prompt();
      if (typed !== undefined) return Promise.resolve(typed);
      return new Promise((resolve) => askers.push(resolve));
    },
    close: () => lines.close(),
  };
}
