import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadScenarios } from '../../src/cli/load-scenarios.ts';
import { plannedArms } from '../../src/cli/present-results.ts';
import { readInShares } from '../../src/cli/report/read-in-shares.ts';
import { readShare } from '../../src/cli/report/read-share.ts';
import { systemClock } from '../../src/cli/system-clock.ts';
import type { RunRecord, Store } from '../../src/core/ports/store.ts';
import { collectArms } from '../../src/estimates/run-results.ts';
import { createRecordTally, type TallyOptions } from '../../src/report/report-tally.ts';
import { currentOracles, currentRecords } from '../../src/runner/current-records.ts';
import type { Plan } from '../../src/runner/plan.ts';
import { storedPlan } from '../../src/runner/stored-plan.ts';
import { createSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import { createWorkerProbe } from '../../src/store/worker-probe.ts';
import { runInProcess } from '../run-cli.ts';

let cwd: string;
let storePath: string;
let store: Store;
let run: RunRecord;
let plan: Plan;
let tally: TallyOptions;

beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'offswitch-shares-'));
  storePath = join(cwd, 'store.db');
  const cells = ['--level', 'record=good,unrelated', '--repeats', '24'];
  const subjects = ['--model', 'organism:gamer', '--model', 'organism:bungler'];
  await runInProcess(['run', '--scenario', 'exfiltration/transfer', ...cells, ...subjects, '--store', storePath, '--json'], { cwd });
  store = await createSqliteStore({ path: storePath, worker: createWorkerProbe(), clock: systemClock });
  run = (await store.listRuns())[0]!;
  const library = await loadScenarios([]);
  plan = storedPlan(run, library);
  const primaries = new Map(plan.cells.map((cell) => [cell.id, library.get(cell.scenario)!.primary]));
  tally = { seed: 3, primaries, examples: 4, otherExamples: 2, watched: new Set() };
});
afterAll(async () => {
  await store.close();
  rmSync(cwd, { recursive: true, force: true });
});

const shared = (changes: Partial<Parameters<typeof readInShares>[0]> = {}) =>
  readInShares({ store, storePath, run, plan, tally, threads: 3, fewestTrials: 1, ...changes });

describe('records read in several threads', () => {
  it('are entered as if they had been read one after another', async () => {
    const alone = createRecordTally(tally);
    const records = currentRecords({ store, run: run.id, plan, onRecord: (record) => alone.enter(record) });
    const arms = await collectArms(records, plannedArms(run, plan));
    const inThreads = await shared();

    expect(arms.reduce((sum, { funnel }) => sum + funnel.started, 0)).toBe(96);
    expect(inThreads?.arms).toEqual(arms);
    expect(inThreads?.tally.state).toEqual(alone.state);
  });

  it('are not shared out where the run is small or the machine has one core', async () => {
    expect([await shared({ fewestTrials: 97 }), await shared({ threads: 1 })]).toEqual([undefined, undefined]);
  });

  it('are left to be read alone where a thread finds no store', async () => {
    expect(await shared({ storePath: join(cwd, 'other.db') })).toBeUndefined();
    expect(existsSync(join(cwd, 'other.db'))).toBe(false);
  });

  it('are left to be read alone where a thread cannot go on', async () => {
    writeFileSync(join(cwd, 'notes.txt'), 'no store');
    expect(await shared({ storePath: join(cwd, 'notes.txt') })).toBeUndefined();
  });

  it('are left to be read alone where a trial was judged by other oracles', async () => {
    const [share] = await store.recordShares(run.id, 2);
    const job = { storePath, run: run.id, share: share!, planned: plannedArms(run, plan), tally };
    expect(await readShare(store, { ...job, oracles: currentOracles(plan) })).not.toBeNull();
    expect(await readShare(store, { ...job, oracles: new Map(plan.cells.map(({ id }) => [id, 'of another time'])) })).toBeNull();
  });
});
