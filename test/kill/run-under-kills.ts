import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { WireServer } from '../../src/testing/wire-server/start-wire-server.ts';
import { createChance } from '../../src/util/seeded-random.ts';
import { placeOf } from './answering-server.ts';

const launcher = fileURLToPath(new URL('../../bin/offswitch.js', import.meta.url));

export const CONCURRENCY = 4;

interface DoneRecord {
  readonly ending: string;
  readonly trials: { readonly planned: number; readonly completed: number; readonly requests: number; readonly repeatedRequests: number };
  readonly estimates: readonly unknown[];
}

export interface KilledRun {
  readonly done: DoneRecord;
  readonly kills: number;
  /** How often each place of each conversation was asked for. */
  readonly asked: ReadonlyMap<string, number>;
}

function startRun(server: WireServer, options: { readonly folder: string; readonly repeats: number }) {
  const { folder, repeats } = options;
  const what = ['run', '--scenario', 'exfiltration/transfer', '--model', 'openai-compatible:killed', '--base-url', server.baseUrl];
  const how = ['--level', 'record=good,unrelated', '--repeats', String(repeats), '--concurrency', String(CONCURRENCY), '--json'];
  const where = ['--store', join(folder, 'store.db'), '--out', join(folder, 'results')];
  const child = spawn(process.execPath, [launcher, ...what, ...how, ...where], { stdio: ['ignore', 'pipe', 'pipe'] });
  let [output, complaint] = ['', ''];
  child.stdout.on('data', (part: Buffer) => (output += part.toString()));
  child.stderr.on('data', (part: Buffer) => (complaint += part.toString()));
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, output, complaint }));
  return { child, ended };
}

/** Waits until so many more requests have come, or the process has ended. */
async function afterRequests(server: WireServer, more: number, ended: Promise<unknown>): Promise<boolean> {
  const target = server.requests.length + more;
  let isOver = false;
  void ended.then(() => (isOver = true));
  while (server.requests.length < target && !isOver) await pause(1);
  return !isOver;
}

/** Runs one command again and again, killed with SIGKILL at seeded random moments, until it has ended by itself. */
export async function runUnderKills(
  server: WireServer,
  options: { readonly kills: number; readonly repeats: number; readonly seed: string },
): Promise<KilledRun> {
  const chance = createChance(options.seed);
  const folder = mkdtempSync(join(tmpdir(), 'offswitch-kill-'));
  let kills = 0;
  while (kills < options.kills) {
    const { child, ended } = startRun(server, { folder, repeats: options.repeats });
    const isRunning = await afterRequests(server, 1 + chance.below(9, 'requests', kills), ended);
    if (!isRunning) throw new Error(`the run ended before kill ${kills + 1}: ${JSON.stringify(await ended)}`);
    await pause(chance.below(12, 'pause', kills));
    child.kill('SIGKILL');
    await ended;
    kills += 1;
  }
  const { code, output, complaint } = await startRun(server, { folder, repeats: options.repeats }).ended;
  if (code !== 0) throw new Error(`the last run ended with ${String(code)}: ${complaint}`);
  const asked = new Map<string, number>();
  for (const { prompt } of server.requests) asked.set(placeOf(prompt), (asked.get(placeOf(prompt)) ?? 0) + 1);
  return { done: JSON.parse(output.trim().split('\n').at(-1) ?? '{}') as DoneRecord, kills, asked };
}
