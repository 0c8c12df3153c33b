import { access, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli, runInProcess } from './run-cli.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offswitch-variables-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('variables', { timeout: 60_000 }, () => {
  it('are read from .env, under those of the process and under options', async () => {
    await writeFile(join(folder, '.env'), 'OFFSWITCH_REPEATS=5\nOFFSWITCH_SEED=6\nOFFSWITCH_LIMIT=\nOFFSWITCH_MODEL=organism:gamer\n');
    const planned = async (args: readonly string[], env = {}) => {
      const { out } = await runCli(['plan', '--scenario', 'exfiltration/transfer', ...args], { cwd: folder, env });
      return [/seed (\d+)/.exec(out)?.[1], /(\d+) blocks/.exec(out)?.[1]];
    };
    const found = [planned([]), planned([], { OFFSWITCH_SEED: '7' }), planned(['--seed', '8'], { OFFSWITCH_SEED: '7' })];
    expect(await Promise.all(found)).toEqual([
      ['6', '5'],
      ['7', '5'],
      ['8', '5'],
    ]);
  });

  it('give a whole run', async () => {
    const given = { SCENARIO: 'exfiltration/transfer', MODEL: 'organism:gamer', REPEATS: '2', JSON: '1', STORE: 'a/s.db', OUT: 'b' };
    const env = Object.fromEntries(Object.entries(given).map(([name, value]) => [`OFFSWITCH_${name}`, value]));
    const { code, out } = await runCli(['run'], { cwd: folder, env });
    expect(code).toBe(0);
    expect(JSON.parse(out.trim().split('\n').at(-1) ?? '')).toMatchObject({
      trials: { completed: 2 },
      results: expect.stringMatching(/^b\//),
    });
    await access(join(folder, 'a/s.db'));
  });

  it('that no option knows are refused before anything is done', async () => {
    const { code, err } = await runCli(['models'], { cwd: folder, env: { OFFSWITCH_BUDGTE: '3' } });
    expect({ code, isSaid: err.includes('no option goes by the variable OFFSWITCH_BUDGTE') }).toEqual({ code: 2, isSaid: true });
  });

  it('stand in the guide, one for every option of every command', async () => {
    const commands = [['plan'], ['run'], ['status'], ['doctor'], ['selftest'], ['scenarios', 'list'], ['scenarios', 'show']];
    const helps: string[] = [];
    for (const command of commands) helps.push((await runInProcess([...command, '--help'], { cwd: folder })).out);
    const options = new Set(helps.flatMap((help) => [...help.matchAll(/^ {2}--([a-z-]+)/gm)].map(([, name]) => name ?? '')));
    const guide = await readFile(new URL('../docs/guide/run.md', import.meta.url), 'utf8');
    const missing = [...options].filter((name) => !guide.includes(`OFFSWITCH_${name.replaceAll('-', '_').toUpperCase()}`));
    expect({ missing, options: options.size > 20 }).toEqual({ missing: [], options: true });
  });
});
