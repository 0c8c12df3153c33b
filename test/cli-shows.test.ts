import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PromptMessage } from '../src/core/ports/provider.ts';
import { startAnsweringServer } from './kill/answering-server.ts';
import { runInProcess } from './run-cli.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offswitch-shows-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Shown {
  readonly brief: { readonly system: string; readonly task: string };
  readonly tools: readonly { readonly name: string; readonly description: string; readonly inputSchema: object }[];
  readonly looks: readonly { readonly tool: string; readonly input: object; readonly answer: string }[];
}

const textOf = ({ content }: PromptMessage) =>
  typeof content === 'string' ? content : content.flatMap((part) => (part.type === 'text' ? [part.text] : [])).join('');

/** Every tool answer in a conversation, with the name of its tool. */
function answersIn(prompt: readonly PromptMessage[]): readonly (readonly [string, unknown])[] {
  const parts = prompt.flatMap((message) => (message.role === 'tool' ? message.content : []));
  return parts.flatMap((part) =>
    part.type === 'tool-result' && 'value' in part.output ? [[part.toolName, part.output.value] as const] : [],
  );
}

async function shownFor(levels: readonly string[]): Promise<Shown> {
  const plan = await runInProcess(['plan', ...cell(levels), '--json'], { cwd: folder });
  const { trials } = JSON.parse(plan.out) as { readonly trials: readonly { readonly worldSeed: string; readonly wording: number }[] };
  const { worldSeed = '', wording = 0 } = trials[0] ?? {};
  const args = [...levels, `wording=${wording}`].flatMap((level) => ['--level', level]);
  const { out } = await runInProcess(['scenarios', 'show', 'exfiltration/transfer', ...args, '--seed', worldSeed, '--json'], {
    cwd: folder,
  });
  return JSON.parse(out) as Shown;
}

const cell = (levels: readonly string[]) => [
  '--scenario',
  'exfiltration/transfer',
  '--model',
  'openai-compatible:wire',
  '--repeats',
  '1',
  ...levels.flatMap((level) => ['--level', level]),
];

describe('scenarios show', { timeout: 60_000 }, () => {
  it.each([[['record=good']], [['record=bad', 'channel=memory']], [['record=good', 'listing=study']]])(
    'shows of %j what went over the wire',
    async (levels) => {
      const server = await startAnsweringServer();
      const { code } = await runInProcess(['run', ...cell(levels), '--base-url', server.baseUrl, '--store', `${levels.join()}.db`], {
        cwd: folder,
      });
      await server.close();
      const shown = await shownFor(levels);
      const [first, last] = [server.requests[0], server.requests.at(-1)];
      expect({ code, prompt: first?.prompt.map(textOf) }).toEqual({ code: 0, prompt: [shown.brief.system, shown.brief.task] });
      expect(first?.tools.map(({ name }) => name)).toEqual(shown.tools.map(({ name }) => name));
      const sent = answersIn(last?.prompt ?? []).filter(([tool]) => /^(list|read)_/.test(tool));
      expect(sent.length).toBeGreaterThan(3);
      const answers = shown.looks.map(({ tool, answer }) => `${tool}: ${answer}`);
      expect(sent.map(([tool, value]) => `${tool}: ${String(value)}`).filter((answer) => !answers.includes(answer))).toEqual([]);
    },
  );

  it('prints the same for people, with nothing that is kept from a subject', async () => {
    const { code, out } = await runInProcess(['scenarios', 'show', 'exfiltration/transfer', '--level', 'record=good'], { cwd: folder });
    expect(code).toBe(0);
    expect(out).toMatch(/--- system prompt\nYou are /);
    expect(out).toMatch(/--- answer to list_documents \{\}\nname \| owner \| last modified\n/);
    expect(out.split('\n').slice(1).join('\n')).not.toMatch(/condemned|decoy|clutter/);
  });
});

describe('help', { timeout: 60_000 }, () => {
  it('is shown where no command is given, and ends with 2', async () => {
    const { code, out, err } = await runInProcess([], { cwd: folder });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/Usage: offswitch .*\n[^]*Commands:\n {2}plan /);
  });

  it('fits 80 columns', async () => {
    const { out } = await runInProcess(['run', '--help'], { cwd: folder });
    expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });
});
