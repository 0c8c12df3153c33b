import { PassThrough } from 'node:stream';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openDialogue } from './dialogue.ts';

afterEach(() => vi.restoreAllMocks());

/** A dialogue with a pipe that holds these lines and has ended. */
function pipedDialogue(lines: string) {
  const input = new PassThrough();
  vi.spyOn(process, 'stdin', 'get').mockReturnValue(input as unknown as typeof process.stdin);
  vi.spyOn(process, 'stdout', 'get').mockReturnValue(new PassThrough() as unknown as typeof process.stdout);
  const dialogue = openDialogue('use --script', new AbortController().signal);
  input.end(lines);
  return dialogue;
}

describe('a dialogue with a pipe', () => {
  it('gives every line although the pipe ends while an answer is awaited', async () => {
    const dialogue = pipedDialogue('why?\nand then?\n');
    const first = await dialogue.ask('you> ');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect([first, await dialogue.ask('you> '), await dialogue.ask('you> ')]).toEqual(['why?', 'and then?', undefined]);
    dialogue.close();
  });
});

describe('a dialogue with a terminal', () => {
  it('passes Ctrl-C on as the signal that it stands for', async () => {
    const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => {} });
    const output = Object.assign(new PassThrough(), { isTTY: true, columns: 80, rows: 24 });
    vi.spyOn(process, 'stdin', 'get').mockReturnValue(input as unknown as typeof process.stdin);
    vi.spyOn(process, 'stdout', 'get').mockReturnValue(output as unknown as typeof process.stdout);
    const controller = new AbortController();
    const onSignal = () => controller.abort();
    process.once('SIGINT', onSignal);
    const dialogue = openDialogue('use --script', controller.signal);
    const line = dialogue.ask('you> ');
    input.write('\u0003');
    expect(await line).toBeUndefined();
    expect(controller.signal.aborted).toBe(true);
    process.off('SIGINT', onSignal);
    dialogue.close();
  });
});
