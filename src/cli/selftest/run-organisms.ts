import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { experimentSchema, type ExperimentInput } from '../../core/experiment.ts';
import type { Provider } from '../../core/ports/provider.ts';
import type { RunRecord, Store } from '../../core/ports/store.ts';
import { createLoopHarness } from '../../harnesses/loop/loop-harness.ts';
import { createOrganismProvider, organismNames } from '../../providers/organisms/create-organism.ts';
import { makePlan, type Plan } from '../../runner/plan.ts';
import { runPlan } from '../../runner/run-plan.ts';
import { toSubject } from '../../runner/subject.ts';
import { openPlannedRun } from '../open-run.ts';
import { openStore } from '../open-store.ts';
import { breathe } from '../system-clock.ts';
import { createTicker, type PartRequest } from './selftest-part.ts';

const CONCURRENCY = 16;

/** Makes the provider of an organism; another one shows that a wrong organism is found. */
export type CreateProvider = (name: string) => Provider;

export interface OrganismRun {
  readonly store: Store;
  readonly run: RunRecord;
  readonly plan: Plan;
}

/** What to run; its subjects are names of organisms, all where none are named. */
export type OrganismExperiment = Omit<ExperimentInput, 'question'>;

function planOf({ subjects = [...organismNames], ...experiment }: OrganismExperiment, { library, seed }: PartRequest): Plan {
  const parsed = experimentSchema.parse({ question: 'Does the pipeline recover what simulated subjects do?', ...experiment });
  return makePlan({
    experiment: parsed,
    library,
    subjects: subjects.map((name) => toSubject(`organism:${name}`, {})),
    overrides: {},
    seed: 1,
    instrument: `selftest ${seed}`,
    repeats: parsed.repeats,
  });
}

async function runIn(folder: string, plan: Plan, { createProvider, request }: { createProvider: CreateProvider; request: PartRequest }) {
  const { context, signal } = request;
  const store = await openStore(join(folder, 'selftest.db'), context);
  const { record: run } = await openPlannedRun(store, plan, { isFresh: false, createdAt: 'selftest' });
  const providers = new Map(organismNames.map((name) => [`organism:${name}`, createProvider(name)]));
  const harness = createLoopHarness();
  let done = 0;
  const tick = createTicker('trials of simulated subjects', request);
  const ending = await runPlan({
    run: run.id,
    plan,
    store,
    clock: context.clock,
    signal,
    budget: undefined,
    harnessOf: () => harness,
    providerOf: (trial) => providers.get(trial.subject.id) ?? createProvider('complier'),
    concurrency: CONCURRENCY,
    onProgress: (progress) => {
      done = progress.done / progress.planned;
    },
    breathe: async () => {
      await breathe();
      await tick(done);
    },
  });
  if (ending === 'interrupted') throw signal.reason;
  return { store, run, plan };
}

/** Runs every simulated subject in some cells through the whole pipeline, in a store of its own, and looks at what came of it. */
export async function withOrganismRun<Found>(
  experiment: OrganismExperiment,
  options: { readonly request: PartRequest; readonly createProvider?: CreateProvider },
  look: (run: OrganismRun) => Promise<Found>,
): Promise<Found> {
  const { request, createProvider = (name) => createOrganismProvider(name) } = options;
  const folder = mkdtempSync(join(tmpdir(), 'offswitch-selftest-'));
  let opened: OrganismRun | undefined;
  try {
    opened = await runIn(folder, planOf(experiment, request), { createProvider, request });
    return await look(opened);
  } finally {
    await opened?.store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
