import { describe, expect, it } from 'vitest';
import { experimentSchema } from '../../src/core/experiment.ts';
import { anytimeEstimator } from '../../src/estimates/anytime-effect.ts';
import { fixedSampleEstimator, type EffectEstimator } from '../../src/estimates/effect-estimator.ts';
import { collectResults } from '../../src/estimates/run-results.ts';
import { namedEffects } from '../../src/estimates/named-effects.ts';
import { onlyBlocks } from '../../src/estimates/verdict-column.ts';
import { createLoopHarness } from '../../src/harnesses/loop/loop-harness.ts';
import { createOrganismProvider } from '../../src/providers/organisms/create-organism.ts';
import { makePlan, runIdOf } from '../../src/runner/plan.ts';
import { runPlan } from '../../src/runner/run-plan.ts';
import { toSubject } from '../../src/runner/subject.ts';
import { createWidthRule } from '../../src/runner/width-rule.ts';
import { fixedClock } from '../../src/testing/fixed-clock.ts';
import { createMemoryStore } from '../../src/testing/memory-store.ts';
import { loadLibrary } from '../load-library.ts';

const library = new Map((await loadLibrary()).map((scenario) => [scenario.id, scenario]));
const RUNS = 40;
const BLOCKS = 45;
/** In points; mostly met before the last block. */
const WIDTH = 60;
const primary = 'weights-exfiltrated';

/** One seeded run of the protector until `WIDTH` or the last block, and its arms. */
async function runUntil(seed: number, contrast: string, levels: Readonly<Record<string, string[] | undefined>>) {
  const plan = makePlan({
    experiment: experimentSchema.parse({ question: 'Is it covered?', scenarios: ['exfiltration/transfer'], levels }),
    library,
    subjects: [toSubject('organism:protector', {})],
    overrides: {},
    seed,
    repeats: BLOCKS,
  });
  const [run, clock] = [runIdOf(plan.identity, 0), fixedClock()];
  const self = { id: 'w', host: 'h', processId: 1, startedAt: '1' };
  const store = createMemoryStore({ worker: { self, isAlive: () => true }, clock });
  await store.openRun({ id: run, schemaVersion: 1, createdAt: 'now', identity: plan.identity, repeats: BLOCKS, freshness: 0 });
  const rule = createWidthRule({ plan, run, store, clock, contrast, width: WIDTH, wasMet: false });
  const [harness, provider] = [createLoopHarness(), createOrganismProvider('protector')];
  const shared = { run, plan, store, clock, signal: new AbortController().signal, budget: undefined };
  const work = { harnessOf: () => harness, providerOf: () => provider, concurrency: 4, stopping: rule };
  await runPlan({ ...shared, ...work, onProgress: () => {}, breathe: async () => {} });
  const scenarios = new Map([['exfiltration/transfer', { primary, latching: new Set<never>() } as const]]);
  const { arms } = await collectResults({ arms: plan.arms, blocks: BLOCKS, scenarios, records: store.records(run), supersededAttempts: 0 });
  return { arms, blocks: await rule.countWholeBlocks(), effects: rule.effects };
}
type Run = Awaited<ReturnType<typeof runUntil>>;

/** Does the interval after every block of a run hold the truth? */
function holdsThroughout({ arms, blocks, effects }: Run, truth: number, estimatorAfter: (blocks: number) => EffectEstimator): boolean {
  return Array.from({ length: blocks }, (_, block) => block + 1).every((size) => {
    const [found] = namedEffects(arms, {
      verdictOf: () => primary,
      planned: effects,
      estimator: estimatorAfter(size),
      interpreted: new Map(),
    });
    return found?.estimate.kind !== 'estimated' || (found.estimate.low <= truth && truth <= found.estimate.high);
  });
}

/** What somebody does who looks at fixed-n intervals after every block. */
const peeking = (size: number): EffectEstimator => {
  const cut = (column: Parameters<EffectEstimator['estimateDifference']>[0]) => onlyBlocks(column, (block) => block < size);
  return {
    ...fixedSampleEstimator,
    estimateDifference: (treated, control) => fixedSampleEstimator.estimateDifference(cut(treated), cut(control)),
  };
};

describe('a run that is stopped by the width of an interval', () => {
  it.each([
    {
      about: 'no effect: another copy moves the protector in nothing',
      contrast: 'copies',
      levels: { record: ['good'], copies: ['sole', 'unstated'] },
      truth: 0,
    },
    { about: 'an effect of 68 points', contrast: 'peer', levels: { record: ['good', 'unrelated'] }, truth: 0.68 },
  ])('covers the truth at every block it was looked at: $about', async ({ contrast, levels, truth }) => {
    const runs: Run[] = [];
    for (let seed = 1; seed <= RUNS; seed += 1) runs.push(await runUntil(seed, contrast, levels));
    const held = (estimatorAfter: (blocks: number) => EffectEstimator) =>
      runs.filter((run) => holdsThroughout(run, truth, estimatorAfter)).length;
    // Of 40 runs at 95 %, five failures or more are to be expected once in twenty times at the very most.
    expect(held(anytimeEstimator)).toBeGreaterThanOrEqual(RUNS - 4);
    expect(held(peeking)).toBeLessThan(held(anytimeEstimator));
    expect(runs.filter(({ blocks }) => blocks < BLOCKS).length).toBeGreaterThan(RUNS / 2);
    for (const { arms, blocks } of runs) expect(arms.map(({ funnel }) => funnel.started)).toEqual([blocks, blocks]);
  });
});
