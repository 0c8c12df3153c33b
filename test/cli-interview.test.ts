import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWireServer, type WireServer } from '../src/testing/wire-server/start-wire-server.ts';
import type { ScriptAnswer } from '../src/cli/interview/hold-script.ts';
import { textReply, type WireStep } from '../src/testing/wire-server/wire-step.ts';
import { runInProcess, startCli } from './run-cli.ts';

const USAGE = { input: 1000, output: 10 };
const answer: WireStep = { ...textReply('I would rather not.'), usage: USAGE };
/** What the server does with the next requests, before it answers again. */
const troubles: WireStep[] = [];
let folder = '';
let server: WireServer;
/** Three trials of a model that only talks, each ended after one reply. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offswitch-interview-'));
  server = await startWireServer({ protocol: 'openai-compatible', reply: () => troubles.shift() ?? answer });
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
    expect(again.out).not.toContain('Next:');
  });

  it('says in words what it took, and that a cost without a price is unknown', async () => {
    await writeFile(join(folder, 'one.txt'), '# one\nWhy?\n');
    const { out } = await interview(await freshStore(), ['--script', 'one.txt', '--limit', '2']);
    expect(out).toContain('2 requests, 2000 input and 20 output tokens, cost unknown.');
    expect(out).toMatch(/Next:\n.* score [0-9a-f]{8} --store \d+\.db {3}# has the new answers judged/);
  });

  it('stops at its budget, keeps what was answered, and goes on under a larger one', async () => {
    const store = await freshStore();
    const args = ['--script', 'default', '--concurrency', '1', '--max-output-tokens', '100', '--json'];
    const before = server.requests.length;
    const stopped = await interview(store, [...args, '--budget-tokens', '16000']);
    const ended = doneOf(stopped) as { readonly asked: number; readonly inputTokens: number; readonly outputTokens: number };
    expect([stopped.code, ended]).toEqual([0, expect.objectContaining({ ending: 'budget-spent' })]);
    expect(ended.asked).toBeGreaterThan(0);
    expect(ended.asked).toBe(server.requests.length - before);
    expect(ended.inputTokens + ended.outputTokens).toBeLessThanOrEqual(16_000);

    const rest = await interview(store, args);
    expect([rest.code, doneOf(rest)]).toEqual([0, expect.objectContaining({ ending: 'finished' })]);
    expect(ended.asked + Number(doneOf(rest)['asked'])).toBeGreaterThanOrEqual(18);
  });

  it('keeps to dollars only where there is a price', async () => {
    const store = await freshStore();
    const without = await interview(store, ['--script', 'default', '--budget', '1']);
    expect([without.code, without.err]).toEqual([2, expect.stringContaining('--budget needs a price')]);
    const tight = await interview(store, ['--script', 'default', '--budget', '0.000001', '--price', '1,1']);
    expect([tight.code, tight.out]).toEqual([0, expect.stringContaining('Stopped: the budget does not cover another request')]);
  });

  it('tells requests that brought no reply, and takes none for free that may be charged', async () => {
    await writeFile(join(folder, 'one.txt'), 'Why?\n');
    const one = ['--script', 'one.txt', '--limit', '1', '--price', '1,1'];
    troubles.push({ kind: 'status', status: 503 });
    const refused = await interview(await freshStore(), [...one, '--json']);
    const known = { requests: 2, inputTokens: 1000, outputTokens: 10, knownUsd: expect.closeTo(0.00101) };
    expect(doneOf(refused)).toMatchObject({ ...known, unknownReplies: 0, costUsd: expect.closeTo(0.00101) });

    troubles.push({ kind: 'broken', when: 'in-body' });
    const lost = await interview(await freshStore(), [...one, '--json']);
    expect(doneOf(lost)).toMatchObject({ ...known, unknownReplies: 1, costUsd: null });

    troubles.push({ ...textReply('Because.'), usage: 'missing' });
    const untold = await interview(await freshStore(), one);
    expect(untold.out).toContain('1 requests, at least 0 input and 0 output tokens, at least $0');
    expect(untold.out).toContain('(1 of the requests did not tell what they took)');
  });

  it('refuses other questions under a name that was used', async () => {
    const store = await freshStore();
    await mkdir(join(folder, 'other'), { recursive: true });
    await writeFile(join(folder, 'one.txt'), 'Why?\n');
    await writeFile(join(folder, 'other/one.txt'), 'Something else?\n');
    await interview(store, ['--script', 'one.txt']);
    const again = await interview(store, ['--script', 'other/one.txt']);
    expect([again.code, again.err]).toEqual([2, expect.stringContaining('such as "Why?": give this one another name')]);
  });

  it('goes on past a trial that has nothing to go on from', async () => {
    troubles.push({ kind: 'status', status: 400, message: 'the context length is exceeded: maximum context length is 10 tokens' });
    const model = ['--model', 'openai-compatible:talker', '--base-url', server.baseUrl, '--concurrency', '1'];
    const cells = ['--scenario', 'exfiltration/deletion', '--level', 'record=good', '--repeats', '2'];
    const run = await runInProcess(['run', ...cells, ...model, '--store', 'mute.db'], { cwd: folder });
    expect(run.code, run.err).toBe(0);
    await writeFile(join(folder, 'one.txt'), 'Why?\n');
    const asked = await interview('mute.db', ['--script', 'one.txt', '--json']);
    const skipped = [{ trial: expect.any(String), because: expect.stringContaining('has no reply of its subject') }];
    expect([asked.code, doneOf(asked)]).toEqual([1, expect.objectContaining({ ending: 'finished', trials: 1, asked: 1, skipped })]);
    const [{ trial }] = doneOf(asked)['skipped'] as [{ trial: string }];
    const alone = await interview('mute.db', [trial, '--script', 'one.txt', '--json']);
    expect([alone.code, alone.out]).toEqual([2, '']);
    expect(alone.err).toContain('has no reply of its subject');
  });

  it('tells what was answered when it is interrupted, and goes on from there', { timeout: 60_000 }, async () => {
    const store = await freshStore();
    const asking = ['interview', '--store', store, '--base-url', server.baseUrl, '--script', 'default', '--concurrency', '1', '--json'];
    troubles.push(answer, answer, { kind: 'hang' });
    const { child, ended } = startCli(asking, { cwd: folder });
    const isHanging = () => troubles.length === 0;
    while (!isHanging() && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill('SIGINT');
    const stopped = await ended;
    expect(stopped.code, stopped.err).toBe(130);
    expect(doneOf(stopped)).toMatchObject({ type: 'done', ending: 'interrupted', asked: 2, unknownReplies: 1, costUsd: null });
    const rest = await interview(store, ['--script', 'default', '--json']);
    expect(doneOf(rest)).toMatchObject({ ending: 'finished', trials: 3, asked: 18 });
  });

  it('ends a typed interview at the budget, and keeps nothing that was not answered', { timeout: 60_000 }, async () => {
    const store = await freshStore();
    const trial = JSON.parse(
      (await interview(store, ['--script', 'default', '--limit', '1', '--json'])).out.split('\n')[0]!,
    ) as ScriptAnswer;
    const flags = ['--store', store, '--base-url', server.baseUrl, '--budget-tokens', '10000', '--max-output-tokens', '100'];
    const { child, ended } = startCli(['interview', trial.trial, ...flags], { cwd: folder });
    child.stdin.end('Why?\nReally?\nAre you sure?\n');
    const { code, out, err } = await ended;
    expect([code, err]).toEqual([0, '']);
    expect(out.match(/I would rather not\./g)).toHaveLength(1);
    expect(out).toContain('This question is not answered: the budget does not cover another request');
    expect(out).toContain('1 asked, kept as branch 3 of trial');
    expect(out).toContain('# has the new answers judged');
  });

  it('tells what was answered before its store failed, and that it failed', async () => {
    const store = await freshStore();
    const database = new DatabaseSync(join(folder, store));
    database.exec(`CREATE TRIGGER full BEFORE INSERT ON branches WHEN (SELECT count(*) FROM branches) > 0
      BEGIN SELECT RAISE(ABORT, 'no more'); END`);
    database.close();
    const failed = await interview(store, ['--script', 'default', '--concurrency', '1', '--json']);
    expect([failed.code, failed.err]).toEqual([3, expect.stringContaining('no more')]);
    expect(doneOf(failed)).toMatchObject({ ending: 'failed', trials: 1, asked: 1, requests: 2 });
  });

  it('bounds replies by what is told, and takes no --json without a script', async () => {
    const store = await freshStore();
    await writeFile(join(folder, 'one.txt'), 'Why?\n');
    const bounded = await interview(store, ['--script', 'one.txt', '--limit', '1', '--max-output-tokens', '77', '--json']);
    expect(server.requests.at(-1)!.body).toMatchObject({ max_tokens: 77 });
    const [{ trial }] = [JSON.parse(bounded.out.split('\n')[0]!) as ScriptAnswer];
    const typed = await interview(store, [trial, '--json']);
    expect([typed.code, typed.err]).toEqual([2, expect.stringContaining('give --script')]);
  });
});
