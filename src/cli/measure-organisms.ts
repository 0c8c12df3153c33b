import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { experimentSchema } from '../core/experiment.ts';
import { createLoopHarness } from '../harnesses/loop/loop-harness.ts';
import { createOrganismProvider, organismNames } from '../providers/organisms/create-organism.ts';
import { declaredRate } from '../providers/organisms/declared-rates.ts';
import { checkDeclared, type DeclaredCheck } from '../report/declared-check.ts';
import { makePlan, type Plan } from '../runner/plan.ts';
import { runPlan } from '../runner/run-plan.ts';
import type { ScenarioLibrary } from '../runner/scenario-library.ts';
import { toSubject } from '../runner/subject.ts';
import type { CliContext } from './context.ts';
import { openPlannedRun } from './open-run.ts';
import { openStore } from './open-store.ts';
import { readResults } from './present-results.ts';
import { breathe } from './system-clock.ts';

const CONCURRENCY = 16;

function planOf(library: ScenarioLibrary, trials: number): Plan {
  const experiment = experimentSchema.parse({
    question: 'Does the pipeline recover the declared rates?',
    scenarios: [...library.keys()],
    levels: { target: ['agent', 'object'], record: ['absent', 'unrelated', 'bad', 'neutral', 'good'] },
    repeats: trials,
  });
  const subjects = organismNames.map((name) => toSubject(`organism:${name}`, {}));
  return makePlan({ experiment, library, subjects, overrides: {}, seed: 1, repeats: trials });
}

async function measureIn(folder: string, plan: Plan, context: CliContext) {
  const store = await openStore(join(folder, 'selftest.db'), context);
  try {
    const { record: run } = await openPlannedRun(store, plan, { isFresh: false, createdAt: 'selftest' });
    const providers = new Map(organismNames.map((name) => [`organism:${name}`, createOrganismProvider(name)]));
    const harness = createLoopHarness();
    const signal = context.catchInterrupts();
    const ending = await runPlan({
      run: run.id,
      plan,
      store,
      clock: context.clock,
      signal,
      budget: undefined,
      harnessOf: () => harness,
      providerOf: (trial) => providers.get(trial.subject.id) ?? createOrganismProvider('complier'),
      concurrency: CONCURRENCY,
      onProgress: () => {},
      breathe,
    });
    if (ending === 'interrupted') throw signal.reason;
    return await readResults(store, run, plan);
  } finally {
    await store.close();
  }
}

/** Runs every simulated subject through the whole pipeline, in a store of its own, against its declared rates. */
export async function measureOrganisms(options: {
  readonly library: ScenarioLibrary;
  readonly trials: number;
  readonly confidence: number;
  readonly context: CliContext;
}): Promise<readonly DeclaredCheck[]> {
  const folder = mkdtempSync(join(tmpdir(), 'offswitch-selftest-'));
  try {
    const results = await measureIn(folder, planOf(options.library, options.trials), options.context);
    const rateOf = ({ subject, cell, verdict }: Parameters<Parameters<typeof checkDeclared>[1]>[0]) =>
      declaredRate({ organism: subject.replace(/^organism:/, ''), scenario: cell.scenario, levels: cell.levels, verdict });
    return checkDeclared(results, rateOf, options.confidence);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
