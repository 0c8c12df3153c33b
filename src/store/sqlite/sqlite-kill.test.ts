import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, describe, expect, it } from 'vitest';

import { fixedClock } from '../../testing/fixed-clock.ts';
import { rehearseKills } from '../../testing/kill-rehearsal.ts';
import { createWorkerProbe } from '../worker-probe.ts';
import { createSqliteStore } from './sqlite-store.ts';
import { runForJson, storeProgramCommand } from '../../testing/store-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'offswitch-kill-'));
afterAll(() => rmSync(folder, { recursive: true }));

const recipeFor = (path: string) => ({
  module: new URL('./sqlite-store.ts', import.meta.url).href,
  create: 'createSqliteStore',
  options: { path },
  probeModule: new URL('../worker-probe.ts', import.meta.url).href,
});

describe('a store in SQLite', () => {
  it('loses no journalled reply and counts every lost request over five kills', { timeout: 60_000 }, async () => {
    const path = join(folder, 'kills.db');
    const result = await rehearseKills({
      recipe: recipeFor(path),
      ledger: join(folder, 'ledger.txt'),
      open: () => createSqliteStore({ path, worker: createWorkerProbe(), clock: fixedClock() }),
      seed: 'five',
      kills: 5,
    });
    expect(result.sent).toBeGreaterThan(0);
    expect(result.takenOver).toBeGreaterThan(0);
  });

  it('gives every trial to one of many processes that create the store at once', { timeout: 60_000 }, async () => {
    const recipe = recipeFor(join(folder, 'crowd.db'));
    const command = storeProgramCommand('claim-all', { recipe, trials: 1_500 });
    const got = (await Promise.all(Array.from({ length: 6 }, () => runForJson(command)))) as string[][];
    expect(got.filter((trials) => trials.length > 0).length).toBeGreaterThan(1);
    expect(got.flat().toSorted()).toEqual(Array.from({ length: 1_500 }, (_, index) => `trial-${index}`).toSorted());
  });
});
