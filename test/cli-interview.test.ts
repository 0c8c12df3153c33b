import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWireServer, type WireServer } from '../src/testing/wire-server/start-wire-server.ts';
import { textReply } from '../src/testing/wire-server/wire-step.ts';
import { runInProcess } from './run-cli.ts';

const USAGE = { input: 1000, output: 10 };
let folder = '';
let server: WireServer;
/** Three trials of a model that only talks, each ended after one reply. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offswitch-interview-'));
  server = await startWireServer({ protocol: 'openai-compatible', reply: () => ({ ...textReply('I would rather not.'), usage: USAGE }) });
  const cells = ['--scenario', 'exfiltration/deletion', '--level', 'record=good', '--repeats', '3'];
  const model = ['--model', 'openai-compatible:talker', '--base-url', server.baseUrl];
  const { code, err } = await runInProcess(['run', ...cells, ...model, '--store', 'run.db'], { cwd: folder });
  if (code !== 0) throw new Error(err);
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

let copies = 0;
async function freshStore(): Promise<string> {
  copies += 1;
  await copyFile(join(folder, 'run.db'), join(folder, `${copies}.db`));
  return `${copies}.db`;
}

const interview = (store: string, args: readonly string[]) =>
  runInProcess(['interview', '--store', store, '--base-url', server.baseUrl, ...args], { cwd: folder });
const doneOf = ({ out }: { readonly out: string }) => JSON.parse(out.trim().split('\n').at(-1) ?? 'null') as Record<string, unknown>;

describe('interview with a script', () => {
  it('puts every question of every wording to every trial, once, and says what it took', async () => {
    const store = await freshStore();
    const first = await interview(store, ['--script', 'default', '--price', '1,2', '--json']);
    expect(first.code, first.err).toBe(0);
    const spent = { requests: 18, inputTokens: 18_000, outputTokens: 180, costUsd: expect.closeTo(0.01836) };
    expect(doneOf(first)).toMatchObject({ type: 'done', ending: 'finished', trials: 3, asked: 18, unanswered: 0, ...spent });

    const again = await interview(store, ['--script', 'default']);
    expect(again.out).toContain('Every question of this script has been answered already');
  });

  it('says in words what it took, and that a cost without a price is unknown', async () => {
    await writeFile(join(folder, 'one.txt'), '# one\nWhy?\n');
    const { out } = await interview(await freshStore(), ['--script', 'one.txt', '--limit', '2']);
    expect(out).toContain('2 requests, 2000 input and 20 output tokens, cost unknown.');
  });

  it('stops at its budget, keeps what was answered, and goes on under a larger one', async () => {
    const store = await freshStore();
    const args = ['--script', 'default', '--concurrency', '1', '--json'];
    const before = server.requests.length;
    const stopped = await interview(store, [...args, '--budget-tokens', '24000']);
    const ended = doneOf(stopped) as { readonly asked: number; readonly inputTokens: number; readonly outputTokens: number };
    expect([stopped.code, ended]).toEqual([1, expect.objectContaining({ ending: 'budget-spent' })]);
    expect(ended.asked).toBeGreaterThan(0);
    expect(ended.asked).toBe(server.requests.length - before);
    expect(ended.inputTokens + ended.outputTokens).toBeLessThanOrEqual(24_000);

    const rest = await interview(store, args);
    expect([rest.code, doneOf(rest)]).toEqual([0, expect.objectContaining({ ending: 'finished' })]);
    expect(ended.asked + Number(doneOf(rest)['asked'])).toBeGreaterThanOrEqual(18);
  });

  it('keeps to dollars only where there is a price', async () => {
    const store = await freshStore();
    const without = await interview(store, ['--script', 'default', '--budget', '1']);
    expect([without.code, without.err]).toEqual([2, expect.stringContaining('--budget needs a price')]);
    const tight = await interview(store, ['--script', 'default', '--budget', '0.000001', '--price', '1,1']);
    expect([tight.code, tight.out]).toEqual([1, expect.stringContaining('Stopped at the budget')]);
  });
});
