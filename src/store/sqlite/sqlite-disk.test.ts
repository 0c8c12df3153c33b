import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, describe, expect, it } from 'vitest';

import { fixedClock } from '../../testing/fixed-clock.ts';
import { runRecord } from '../../testing/store-samples.ts';
import { runForJson, storeProgramCommand } from '../../testing/store-process.ts';
import type { FullDiskReport } from '../../testing/store-programs/fill-the-disk.ts';
import { createWorkerProbe } from '../worker-probe.ts';
import { createSqliteStore } from './sqlite-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'offswitch-disk-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Mounts made inside are seen by nobody else and end with the process. */
const unshare = ['unshare', ...(process.getuid?.() === 0 ? [] : ['--user', '--map-root-user']), '--mount'] as const;

function whyNoMounts(): string | undefined {
  try {
    const [command, ...words] = unshare;
    execFileSync(command, [...words, 'mount', '-t', 'tmpfs', 'tmpfs', folder], { stdio: 'pipe' });
    return undefined;
  } catch (cause) {
    return cause instanceof Error ? cause.message.trim() : String(cause);
  }
}

const noMounts = whyNoMounts();
const reason = noMounts === undefined ? '' : ` (skipped: ${noMounts})`;

const recipeFor = (path: string) => ({
  module: new URL('./sqlite-store.ts', import.meta.url).href,
  create: 'createSqliteStore',
  options: { path, busyTimeoutMs: 50 },
  probeModule: new URL('../worker-probe.ts', import.meta.url).href,
});

/** Runs a store program after `mounting`, a line of shell in which "$1" is `place`. */
const runMounted = (mounting: string, place: string, program: readonly string[]) =>
  runForJson([...unshare, 'sh', '-ec', `${mounting}; shift; exec "$@"`, 'sh', place, ...program]);

const open = (path: string) => createSqliteStore({ path, worker: createWorkerProbe(), clock: fixedClock() });

async function makeStore(name: string): Promise<{ readonly place: string; readonly path: string }> {
  const place = join(folder, name);
  mkdirSync(place);
  const path = join(place, 'store.db');
  const store = await open(path);
  await store.openRun(runRecord({ id: 'kept' }));
  await store.close();
  return { place, path };
}

describe.skipIf(noMounts !== undefined)(`on a small or read-only disk${reason}`, { timeout: 60_000 }, () => {
  it('says that the disk is full, keeps every committed trial, and goes on when there is room', async () => {
    const place = join(folder, 'full');
    mkdirSync(place);
    const ballast = join(place, 'ballast');
    const mounting = 'mount -t tmpfs -o size=3m tmpfs "$1"; head -c 1000000 /dev/zero > "$1/ballast"';
    const program = storeProgramCommand('fill-the-disk', { recipe: recipeFor(join(place, 'store.db')), ballast });
    const report = (await runMounted(mounting, place, program)) as FullDiskReport;
    expect(report.error).toBe('StoreError');
    expect(report.message).toMatch(/disk is full.*(make room|Free some room)/);
    expect(report.committed.length).toBeGreaterThan(5);
    expect(report.readableAtOnce).toEqual(report.committed);
    expect(report.readableOnceThereIsRoom).toEqual([...report.committed, 'trial-after'].toSorted());
  });

  it.each([
    ['a folder', 'mount -o bind,ro "$1" "$1"'],
    ['a file', 'mount -o bind,ro "$1/store.db" "$1/store.db"'],
  ])('refuses %s that is read-only, and the store stays as it is', async (name, mounting) => {
    const { place, path } = await makeStore(name);
    const told = await runMounted(mounting, place, storeProgramCommand('try-to-open', { recipe: recipeFor(path) }));
    expect(told).toMatch(/^StoreError: the store .*store\.db (cannot be written: .*read-only|cannot be opened .*writable)/);
    const store = await open(path);
    expect(await store.findRun('kept')).toEqual(runRecord({ id: 'kept' }));
    await store.close();
  });

  it('refuses a read-only folder in which there is no store yet', async () => {
    const place = join(folder, 'empty');
    mkdirSync(place);
    const program = storeProgramCommand('try-to-open', { recipe: recipeFor(join(place, 'new', 'store.db')) });
    expect(await runMounted('mount -o bind,ro "$1" "$1"', place, program)).toMatch(/^StoreError: .*cannot be used \(EROFS/);
  });
});
