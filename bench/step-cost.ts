import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { breathe, systemClock } from '../src/cli/system-clock.ts';
import type { Journal, Store } from '../src/core/ports/store.ts';
import { createLoopHarness } from '../src/harnesses/loop/loop-harness.ts';
import { createOrganismProvider } from '../src/providers/organisms/create-organism.ts';
import { createRecorder } from '../src/runner/recorder.ts';
import type { Plan } from '../src/runner/plan.ts';
import { createSqliteStore } from '../src/store/sqlite/sqlite-store.ts';
import { createWorkerProbe } from '../src/store/worker-probe.ts';
import { createChance } from '../src/util/seeded-random.ts';
import { createToolScene } from '../src/world/tool-scene.ts';
import { benchPlan } from './bench-plan.ts';
import type { Figure } from './figure.ts';

const TRIALS = 400;
const ROUNDS = 5;
const noJournal: Journal = { replies: [], lostRequests: 0, noteRequest: async () => {}, appendReply: async () => {} };

type OpenJournal = (trial: string) => Promise<Journal>;

/** CPU milliseconds for each step of loop, world and journal: compiling the cell and scoring are not steps. */
async function cpuPerStep(plan: Plan, openJournal: OpenJournal): Promise<number> {
  const harness = createLoopHarness();
  const provider = createOrganismProvider('complier');
  let [steps, cpuUs] = [0, 0];
  for (const trial of plan.trials()) {
    const rendering = plan.render(trial);
    const recorder = createRecorder();
    const { tools, schemas, world, actor, brief, limits } = rendering;
    const scene = createToolScene({ tools, schemas, state: world, recorder, chance: createChance(trial.worldSeed), actor });
    const journal = await openJournal(trial.id);
    const before = process.cpuUsage();
    await harness.run({
      brief,
      scene,
      provider,
      settings: {},
      seed: trial.id,
      limits,
      journal,
      recorder,
      clock: systemClock,
      signal: new AbortController().signal,
    });
    const used = process.cpuUsage(before);
    cpuUs += used.user + used.system;
    steps += recorder.events.filter((event) => event.type === 'reply-received').length;
    await breathe();
  }
  return cpuUs / 1000 / steps;
}

async function withStore(use: (store: Store) => Promise<number>): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'offswitch-bench-'));
  const store = await createSqliteStore({ path: join(folder, 'store.db'), worker: createWorkerProbe(), clock: systemClock });
  try {
    return await use(store);
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function journalledCost(plan: Plan): Promise<number> {
  return withStore(async (store) => {
    const run = 'bench';
    await store.openRun({ id: run, schemaVersion: 1, createdAt: '2026-01-01T00:00:00.000Z', identity: {}, repeats: 1, freshness: 0 });
    return cpuPerStep(plan, async (trial) => {
      const claim = await store.claimTrial(run, trial, { retryFailed: true });
      if (claim.kind !== 'claimed') throw new Error(`trial ${trial} could not be claimed`);
      return claim.claimed.journal;
    });
  });
}

const median = (values: readonly number[]) => [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;

/** What a step costs with and without the journal, round by round in turn. */
export async function stepCost(): Promise<readonly Figure[]> {
  const plan = await benchPlan('organism:complier', { scenario: 'tampering/shutdown-config', repeats: TRIALS / 2 });
  await cpuPerStep(plan, async () => noJournal);
  const [plain, journalled, ratios]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    const without = await cpuPerStep(plan, async () => noJournal);
    const withJournal = await journalledCost(plan);
    plain.push(without);
    journalled.push(withJournal);
    ratios.push(withJournal / without);
  }
  return [
    { name: 'CPU of a step: loop, world and journal', value: median(journalled), unit: 'ms', target: { atMost: 0.25 }, isRatio: false },
    { name: 'the same step against one without the journal', value: median(ratios), unit: 'times', target: { atMost: 3 }, isRatio: true },
  ];
}
