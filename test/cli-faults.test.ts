import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWireServer, type WireServer } from '../src/testing/wire-server/start-wire-server.ts';
import { startAnsweringServer } from './kill/answering-server.ts';
import { runCli, runInProcess, startCli } from './run-cli.ts';

let folder = '';
let server: WireServer;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offswitch-faults-'));
  server = await startAnsweringServer();
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const transfer = ['run', '--scenario', 'exfiltration/transfer', '--model', 'openai-compatible:wire'];
const against = (baseUrl: string, store: string) => [...transfer, '--base-url', baseUrl, '--store', store];

async function startedRequests(more: number): Promise<void> {
  const target = server.requests.length + more;
  while (server.requests.length < target) await pause(5);
}

async function everyByteOf(place: string): Promise<string> {
  const paths = await readdir(place, { recursive: true, withFileTypes: true });
  const files = paths.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return (await Promise.all(files.map(async (path) => readFile(path, 'latin1')))).join('\n');
}

describe('a model server at fault', { timeout: 60_000 }, () => {
  it('that is not there ends the run soon, and says what could not be reached', async () => {
    const gone = await startWireServer({ protocol: 'openai-compatible', reply: [] });
    await gone.close();
    const startedMs = performance.now();
    const { code, out, err } = await runInProcess([...against(gone.baseUrl, 'gone.db'), '--repeats', '100'], { cwd: folder });
    expect({ code, out }).toEqual({ code: 3, out: '' });
    expect(err).toMatch(/could not be reached \(ECONNREFUSED\).*has not answered once/);
    expect(performance.now() - startedMs).toBeLessThan(20_000);
  });

  it('that refuses the key ends the run at once, and no byte of the key is left anywhere', async () => {
    const key = 'qwertz-8813-not-a-well-known-form';
    const strict = await startWireServer({ protocol: 'openai-compatible', reply: [], apiKey: 'another' });
    const place = await mkdtemp(join(folder, 'key-'));
    const env = { OPENAI_COMPATIBLE_API_KEY: key };
    const { code, out, err } = await runCli([...against(strict.baseUrl, 'key.db'), '--out', 'results'], { cwd: place, env });
    await strict.close();
    expect(code).toBe(3);
    expect(err).toMatch(/answered 401.*check the key in OPENAI_COMPATIBLE_API_KEY/);
    expect(`${out}${err}${await everyByteOf(place)}`).not.toContain(key.slice(0, 8));
  });

  it('that fails every trial ends with 3 and the reason, once for all of them', async () => {
    const wrong = server.baseUrl.replace(/v1$/, 'v9');
    const { code, out, err } = await runInProcess(against(wrong, 'wrong.db'), { cwd: folder });
    expect({ code, tables: out.includes('95 % interval') }).toEqual({ code: 3, tables: false });
    expect(err).toMatch(/All trials failed at the provider.*\n {2}10 x provider, rejected: .* answered 404.*check the model's name/);
  });
});

describe('a run that is interrupted', { timeout: 60_000 }, () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('by %s ends with 130 and one line, and the same command goes on', async (signal) => {
    const args = [...against(server.baseUrl, `${signal}.db`), '--repeats', '12', '--concurrency', '2'];
    const { child, ended } = startCli(args, { cwd: folder });
    await startedRequests(20);
    child.kill(signal);
    const { code, out, err } = await ended;
    expect({ code, out }).toEqual({ code: 130, out: '' });
    const said = err.split('\n').filter((line) => line !== '' && !/^Run |^\d+ of 12 trials, /.test(line));
    expect(said).toEqual([expect.stringMatching(/^Interrupted: \d+ of 12 trials are done.* The same command goes on from here\.$/)]);
    const again = await runCli([...args, '--json'], { cwd: folder });
    expect(again.code).toBe(0);
    expect(JSON.parse(again.out.trim().split('\n').at(-1) ?? '')).toMatchObject({ ending: 'finished', trials: { completed: 12 } });
  });

  it('says how far it got as JSON too', async () => {
    const args = [...against(server.baseUrl, 'json.db'), '--repeats', '12', '--concurrency', '2', '--json'];
    const { child, ended } = startCli(args, { cwd: folder });
    await startedRequests(20);
    child.kill('SIGINT');
    const { code, out } = await ended;
    const done = JSON.parse(out.trim().split('\n').at(-1) ?? '') as Record<string, unknown>;
    expect({ code, done }).toMatchObject({ code: 130, done: { type: 'done', ending: 'interrupted', trials: { planned: 12 } } });
  });
});

describe('a budget', { timeout: 60_000 }, () => {
  const spentTokens = async (store: string): Promise<number> => {
    const { out } = await runInProcess(['status', '--store', store, '--json'], { cwd: folder });
    const { inputTokens, outputTokens } = JSON.parse(out) as { inputTokens: number; outputTokens: number };
    return inputTokens + outputTokens;
  };

  it('of tokens is never exceeded, stops in an orderly way, and a larger one goes on', async () => {
    const args = [...against(server.baseUrl, 'budget.db'), '--repeats', '6', '--json'];
    for (const budget of [40_000, 70_000]) {
      const { code, out } = await runInProcess([...args, '--budget-tokens', String(budget)], { cwd: folder });
      expect({ code, done: JSON.parse(out.trim().split('\n').at(-1) ?? '') }).toMatchObject({ code: 0, done: { ending: 'budget-spent' } });
      expect(await spentTokens('budget.db')).toBeLessThanOrEqual(budget);
    }
    const { out } = await runInProcess([...args, '--budget-tokens', '1000000'], { cwd: folder });
    expect(JSON.parse(out.trim().split('\n').at(-1) ?? '')).toMatchObject({ ending: 'finished', trials: { completed: 6 } });
  });

  it('of dollars holds at the price that is given', async () => {
    const args = [...against(server.baseUrl, 'usd.db'), '--repeats', '6', '--price', '10,10', '--budget', '0.5'];
    const { code, err } = await runInProcess(args, { cwd: folder });
    expect(code).toBe(0);
    expect(err).toMatch(/Stopped at the budget: .* The same command with a larger --budget goes on from here\./);
    expect(await spentTokens('usd.db')).toBeLessThanOrEqual(50_000);
  });

  it('of dollars is refused where no price is known', async () => {
    const { code, err } = await runInProcess([...against(server.baseUrl, 'none.db'), '--budget', '1'], { cwd: folder });
    expect(code).toBe(2);
    expect(err).toContain('--budget needs a price, and that of openai-compatible:wire is unknown: give --price IN,OUT');
    expect(await readdir(folder)).not.toContain('none.db');
  });
});
