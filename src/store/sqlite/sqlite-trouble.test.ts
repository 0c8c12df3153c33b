import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { afterAll, describe, expect, it } from 'vitest';

import { StoreError } from '../../core/errors.ts';
import type { Store } from '../../core/ports/store.ts';
import type { TrialRecord } from '../../core/trial.ts';
import { fixedClock } from '../../testing/fixed-clock.ts';
import { replyNumbered, runRecord, trialRecord, trialTranscript } from '../../testing/store-samples.ts';
import { createChance } from '../../util/seeded-random.ts';
import { createWorkerProbe } from '../worker-probe.ts';
import { createSqliteStore } from './sqlite-store.ts';

const RUN = runRecord({ id: 'run-1' });
const folder = mkdtempSync(join(tmpdir(), 'offswitch-trouble-'));
afterAll(() => rmSync(folder, { recursive: true }));

const open = (path: string) => createSqliteStore({ path, worker: createWorkerProbe(), clock: fixedClock(), busyTimeoutMs: 50 });

async function commit(store: Store, trial: string, answer = ''): Promise<void> {
  await store.openRun(RUN);
  await store.claimTrial(RUN.id, trial, { retryFailed: false });
  const events = [{ id: 1, type: 'tool-answered', turn: 1, callId: 'c', answer }] as const;
  await store.commitTrial(RUN.id, trialRecord(trial), { ...trialTranscript(trial), events });
}

/** A store with `trials` trials; `noise` characters that do not compress in each transcript. */
async function makeStore(name: string, trials: number, noise = 0): Promise<string> {
  const path = join(folder, name);
  const store = await open(path);
  const chance = createChance(name);
  const words = Array.from({ length: noise / 8 }, (_, index) =>
    chance
      .below(2 ** 40, index)
      .toString(36)
      .padStart(8, '0'),
  );
  for (let index = 0; index < trials; index += 1) await commit(store, `t${index}`, `${index}${words.join('')}`);
  await store.close();
  return path;
}

async function collect(records: AsyncIterable<TrialRecord>): Promise<readonly string[]> {
  const trials: string[] = [];
  for await (const { trial } of records) trials.push(trial);
  return trials;
}

function change(path: string, sql: string): void {
  const database = new DatabaseSync(path);
  database.exec(sql);
  database.close();
}

function overwrite(path: string, from: number, bytes: number): void {
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.alloc(bytes, 0xa5), 0, bytes, from);
  closeSync(file);
}

async function errorOf(work: () => Promise<unknown>): Promise<string> {
  const failure: unknown = await work().then(
    () => undefined,
    (cause: unknown) => cause,
  );
  expect(failure).toBeInstanceOf(StoreError);
  return (failure as StoreError).message;
}

describe('opening a store', () => {
  it('makes the folders that are missing', async () => {
    const path = join(folder, 'a', 'b', 'store.db');
    await (await open(path)).close();
    expect(statSync(path).isFile()).toBe(true);
  });

  it('writes ahead into a log, so that a kill leaves the file whole', async () => {
    const path = join(folder, 'log.db');
    const store = await open(path);
    await store.openRun(RUN);
    expect(statSync(`${path}-wal`).size).toBeGreaterThan(0);
    await store.close();
    expect(existsSync(`${path}-wal`)).toBe(false);
  });

  it('refuses a path below a file', async () => {
    writeFileSync(join(folder, 'plain'), 'text');
    expect(await errorOf(() => open(join(folder, 'plain', 'store.db')))).toMatch(/plain.*Choose another --store/);
  });

  it('refuses a folder and names a file to take', async () => {
    mkdirSync(join(folder, 'dir'));
    expect(await errorOf(() => open(join(folder, 'dir')))).toContain(
      `is a folder. Name a file, such as --store ${join(folder, 'dir', 'store.db')}`,
    );
  });

  it('refuses a store of a newer version, tells both, and leaves it as it is', async () => {
    const path = await makeStore('newer.db', 1);
    change(path, 'PRAGMA user_version = 12');
    const before = readFileSync(path);
    expect(await errorOf(() => open(path))).toMatch(/has version 12, and this offswitch reads versions up to 2/);
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('brings a store of the first version up to date and keeps what is in it', async () => {
    const path = await makeStore('older.db', 2);
    change(path, 'DROP TABLE judgements; DROP TABLE branches; DROP TABLE calibrations; PRAGMA user_version = 1');
    const store = await open(path);
    const branch = { trial: 't0', attempt: 1, branch: 1, askedBy: 'terminal', startedAt: 'now', events: [] };
    await store.keepBranch(RUN.id, branch);
    const kept = [];
    for await (const one of store.branches(RUN.id)) kept.push(one);
    expect(kept).toEqual([branch]);
    expect(await collect(store.records(RUN.id))).toEqual(['t0', 't1']);
    await store.close();
  });

  it('refuses the database of another program and leaves it as it is', async () => {
    const path = join(folder, 'foreign.db');
    change(path, 'CREATE TABLE bookmarks (url TEXT)');
    const before = readFileSync(path);
    expect(await errorOf(() => open(path))).toContain('is the database of another program');
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('refuses a file that is no database and leaves it as it is', async () => {
    const path = join(folder, 'notes.txt');
    const text = 'my notes\n'.repeat(500);
    writeFileSync(path, text);
    expect(await errorOf(() => open(path))).toContain('is not a store: the file is not an SQLite database');
    expect(readFileSync(path, 'utf8')).toBe(text);
  });

  it('finds damage in a small store before anything is run', async () => {
    const path = await makeStore('small.db', 50);
    overwrite(path, 3 * 4096, 4096);
    expect(await errorOf(() => open(path))).toMatch(/is damaged \(.+\)\. Keep a copy of it/);
  });

  it('finds that a store was cut short', async () => {
    const path = await makeStore('short.db', 50);
    truncateSync(path, Math.floor(statSync(path).size / 2 / 4096) * 4096);
    expect(await errorOf(() => open(path))).toContain('is damaged');
  });
});

describe('a damaged store', () => {
  it('says which transcript is damaged and gives the others', async () => {
    const path = await makeStore('blob.db', 3);
    change(path, "UPDATE transcripts SET bytes = unhex('28b52ffd0102030405') WHERE attempt = 2");
    const store = await open(path);
    expect(await errorOf(() => store.readTranscript(RUN.id, 't1'))).toMatch(/transcript of trial t1 .* is damaged/);
    expect(await store.readTranscript(RUN.id, 't2')).toBeDefined();
    await store.close();
  });

  it('notices a single flipped byte in a transcript', async () => {
    const path = await makeStore('flip.db', 1, 4_000);
    const database = new DatabaseSync(path);
    const { bytes } = database.prepare('SELECT bytes FROM transcripts').get() as { bytes: Uint8Array };
    bytes[Math.floor(bytes.length / 2)]! ^= 1;
    database.prepare('UPDATE transcripts SET bytes = ?').run(bytes);
    database.close();
    const store = await open(path);
    expect(await errorOf(() => store.readTranscript(RUN.id, 't0'))).toContain('is damaged');
    await store.close();
  });

  it('says which page is damaged when a large store is read, and gives what is whole', async () => {
    const path = await makeStore('large.db', 60, 160_000);
    expect(statSync(path).size).toBeGreaterThan(4 * 1024 * 1024);
    const database = new DatabaseSync(path);
    const { rootpage } = database.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'transcripts'").get() as { rootpage: number };
    database.close();
    overwrite(path, (rootpage - 1) * 4096, 4096);
    const store = await open(path);
    expect(await errorOf(() => store.readTranscript(RUN.id, 't5'))).toMatch(/is damaged .* the check found: .+/);
    expect(await collect(store.records(RUN.id))).toHaveLength(60);
    await store.close();
  });

  it.each([
    ['another form', `UPDATE records SET record = json_set(record, '$.turns', 'many')`, /record of trial t0 .* at "turns"/],
    ['no JSON', `UPDATE records SET record = substr(record, 1, 40)`, /record of trial t0 is not readable JSON/],
  ])('refuses a record with %s', async (name, sql, message) => {
    const path = await makeStore(`${name}.db`, 1);
    change(path, sql);
    const store = await open(path);
    expect(await errorOf(() => collect(store.records(RUN.id)))).toMatch(message);
    await store.close();
  });
});

describe('a commit that breaks off', () => {
  it('leaves record, transcript, claim and journal as they were, and can be made again', async () => {
    const path = await makeStore('broken-off.db', 1);
    const store = await open(path);
    const claim = await store.claimTrial(RUN.id, 't9', { retryFailed: false });
    if (claim.kind !== 'claimed') throw new Error(`t9 is ${claim.kind}`);
    await claim.claimed.journal.noteRequest(1);
    await claim.claimed.journal.appendReply(1, replyNumbered(1));
    change(path, "CREATE TRIGGER broken BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'pulled the plug'); END");
    const finish = () => store.commitTrial(RUN.id, trialRecord('t9'), trialTranscript('t9'));
    expect(await errorOf(finish)).toContain('pulled the plug');
    expect(await collect(store.records(RUN.id))).toEqual(['t0']);
    expect(await store.readTranscript(RUN.id, 't9')).toBeUndefined();
    expect(await store.spent(RUN.id)).toMatchObject({ requests: 1, inputTokens: 101 });
    change(path, 'DROP TRIGGER broken');
    await finish();
    expect(await collect(store.records(RUN.id))).toEqual(['t0', 't9']);
    await store.close();
  });
});

describe('a locked store', () => {
  it('says so after a while, and goes on once it is free', async () => {
    const path = await makeStore('locked.db', 1);
    const store = await open(path);
    const other = new DatabaseSync(path);
    other.exec('BEGIN IMMEDIATE');
    expect(await errorOf(() => commit(store, 't9'))).toContain('locked by another program for more than 0.05 s');
    expect(await errorOf(() => open(path))).toContain('locked by another program');
    expect(await collect(store.records(RUN.id))).toEqual(['t0']);
    other.close();
    await commit(store, 't9');
    expect(await collect(store.records(RUN.id))).toEqual(['t0', 't9']);
    await store.close();
  });
});
