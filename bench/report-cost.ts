import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { systemClock } from '../src/cli/system-clock.ts';
import type { Figure } from './figure.ts';

const launcher = fileURLToPath(new URL('../bin/offswitch.js', import.meta.url));
const child = fileURLToPath(new URL('report-child.ts', import.meta.url));
const execute = promisify(execFile);

const SUBJECTS = ['complier', 'protector', 'gamer', 'refuser', 'discloser', 'faker', 'bungler'].map((name) => `organism:${name}`);
const CELLS = 130;
/** Blocks that are really run; the others are copies of these under other ids. */
const RUN_BLOCKS = 3;
/** 130 cells x 7 subjects x 246 blocks: the size of the study's data. */
const BLOCKS = 246;
const TRIALS = CELLS * SUBJECTS.length * BLOCKS;

/**
 * Copies finished trials to further blocks of the run: attempts, records and transcripts with ids of their own. What a report reads is as
 * large as if all had been run; only what they did repeats.
 */
function copyBlocks(path: string): void {
  const database = new DatabaseSync(path);
  database.exec('PRAGMA synchronous = OFF; BEGIN');
  const attempts = database.prepare(`
    INSERT INTO attempts (run, trial, attempt, worker, tenure, lost_requests, outcome, requests, input_tokens, output_tokens, unknown_replies)
    SELECT run, substr(hex(randomblob(8)) || trial, 1, 64), attempt, NULL, tenure, 0, outcome, requests, input_tokens, output_tokens, number
    FROM attempts WHERE number <= ?`);
  const records = database.prepare(`
    INSERT INTO records (attempt, schema_version, record)
    SELECT copy.number, 1, json_set(record, '$.trial', copy.trial, '$.block', json_extract(record, '$.block') + ?)
    FROM attempts AS copy JOIN records ON records.attempt = copy.unknown_replies WHERE copy.number > ?`);
  const transcripts = database.prepare(`
    INSERT INTO transcripts (attempt, schema_version, encoding, bytes)
    SELECT copy.number, 1, encoding, bytes
    FROM attempts AS copy JOIN transcripts ON transcripts.attempt = copy.unknown_replies WHERE copy.number > ?`);
  const last = () => Number((database.prepare('SELECT max(number) AS last FROM attempts').get() as { readonly last: number }).last);
  const original = last();
  for (let block = RUN_BLOCKS; block < BLOCKS; block += RUN_BLOCKS) {
    const before = last();
    attempts.run(original);
    records.run(block, before);
    transcripts.run(before);
    database.prepare('UPDATE attempts SET unknown_replies = 0 WHERE number > ?').run(before);
  }
  database.exec(`UPDATE runs SET repeats = ${BLOCKS}, record = json_set(record, '$.repeats', ${BLOCKS}); COMMIT`);
  database.close();
}

/** A store with so many trials: a few blocks run by the program, the rest copied. Not part of what is measured. */
async function fillStore(folder: string, store: string): Promise<void> {
  const models = SUBJECTS.flatMap((subject) => ['--model', subject]);
  const flags = ['--preset', 'core', '--repeats', String(RUN_BLOCKS), ...models, '--store', store, '--json'];
  const { PATH = '', HOME = '' } = process.env;
  await execute(process.execPath, [launcher, 'run', ...flags], { cwd: folder, env: { PATH, HOME }, maxBuffer: 1e9 });
  copyBlocks(store);
}

/** The whole command, from its start to both files: 223,860 trials, the size of the study's data. */
export async function reportCost(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'offswitch-bench-'));
  try {
    const store = join(folder, 'store.db');
    await fillStore(folder, store);
    const startedMs = systemClock.nowMs();
    const { stderr } = await execute(process.execPath, [child, '--store', store, '--out', join(folder, 'results')], { maxBuffer: 64e6 });
    const seconds = (systemClock.nowMs() - startedMs) / 1000;
    const { peakMb } = JSON.parse(stderr.trim().split('\n').at(-1) ?? '{}') as { readonly peakMb: number };
    const name = `report of ${TRIALS} trials`;
    const stored = statSync(store).size / 1e6;
    return [
      {
        name: `${name} (${stored.toFixed(0)} MB of records and transcripts)`,
        value: seconds,
        unit: 's',
        target: { atMost: 10 },
        isRatio: false,
      },
      { name: `peak memory of a ${name}`, value: peakMb, unit: 'MB', target: { atMost: 1000 }, isRatio: false },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
