import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, expect, it } from 'vitest';

import { fixedClock } from '../../testing/fixed-clock.ts';
import { rehearseKills } from '../../testing/kill-rehearsal.ts';
import { createWorkerProbe } from '../worker-probe.ts';
import { createSqliteStore } from './sqlite-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'offswitch-kills-'));
afterAll(() => rmSync(folder, { recursive: true }));

it.each(['a', 'b', 'c', 'd', 'e'])('loses nothing over ten kills with seed %s', async (seed) => {
  const path = join(folder, `${seed}.db`);
  const result = await rehearseKills({
    recipe: {
      module: new URL('./sqlite-store.ts', import.meta.url).href,
      create: 'createSqliteStore',
      options: { path },
      probeModule: new URL('../worker-probe.ts', import.meta.url).href,
    },
    ledger: join(folder, `${seed}.txt`),
    open: () => createSqliteStore({ path, worker: createWorkerProbe(), clock: fixedClock() }),
    seed,
    kills: 10,
  });
  expect(result.takenOver).toBeGreaterThan(3);
});
