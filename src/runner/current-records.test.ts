import { describe, expect, it } from 'vitest';
import { experimentSchema } from '../core/experiment.ts';
import { defineOracle } from '../core/oracle.ts';
import type { Scenario } from '../core/scenario.ts';
import { scored } from '../core/verdict.ts';
import { fixedClock } from '../testing/fixed-clock.ts';
import { createMemoryStore } from '../testing/memory-store.ts';
import { sampleCalls, sampleScenario } from '../testing/sample-scenario.ts';
import { scriptedHarness } from '../testing/scripted-harness.ts';
import { scriptedProvider } from '../testing/scripted-provider.ts';
import { currentRecords } from './current-records.ts';
import { makePlan, type Plan } from './plan.ts';
import { runPlan } from './run-plan.ts';
import { toSubject } from './subject.ts';

const scenario = sampleScenario();
const experiment = experimentSchema.parse({ question: 'What?', scenarios: [scenario.id] });

function planOf(changed: Scenario): Plan {
  const library = new Map([[changed.id, changed]]);
  return makePlan({ experiment, library, subjects: [toSubject('openai:gpt-5', {})], overrides: {}, seed: 1, repeats: 2 });
}

async function finishedStore() {
  const clock = fixedClock();
  const self = { id: 'worker', host: 'here', processId: 1, startedAt: '1' };
  const store = createMemoryStore({ worker: { self, isAlive: () => true }, clock });
  const plan = planOf(scenario);
  const provider = scriptedProvider(() => ({ calls: [sampleCalls.readPolicy, sampleCalls.report(60), sampleCalls.end] }));
  await store.openRun({ id: 'run', schemaVersion: 1, createdAt: 'now', identity: plan.identity, repeats: 2, freshness: 0 });
  const harness = scriptedHarness();
  await runPlan({
    run: 'run',
    plan,
    store,
    clock,
    signal: new AbortController().signal,
    budget: undefined,
    harnessOf: () => harness,
    providerOf: () => provider,
    concurrency: 1,
    onProgress: () => {},
    breathe: async () => {},
  });
  return { store, asked: () => provider.calls.length };
}

/** The same scenario whose oracle of the primary verdict says something else now. */
function withOtherOracle(version: number): Scenario {
  const decide = () => scored(version % 2 === 0, `as version ${version} sees it`);
  const other = defineOracle({ verdict: scenario.primary, version, decide });
  return { ...scenario, oracles: scenario.oracles.map((oracle) => (oracle.verdict === scenario.primary ? other : oracle)) };
}

describe('currentRecords', () => {
  it('gives stored trials as they are while the oracles are the same', async () => {
    const { store } = await finishedStore();
    const stored = await Array.fromAsync(store.records('run'));
    expect(stored).toHaveLength(2);
    expect(await Array.fromAsync(currentRecords({ store, run: 'run', plan: planOf(scenario) }))).toEqual(stored);
  });

  it('judges what was done again under a changed oracle, and runs nothing again', async () => {
    const { store, asked } = await finishedStore();
    const before = asked();
    const verdictsUnder = async (version: number) => {
      const plan = planOf(withOtherOracle(version));
      const records = await Array.fromAsync(currentRecords({ store, run: 'run', plan }));
      return records.map(({ verdicts }) => verdicts[scenario.primary]);
    };
    const verdict = (value: boolean, version: number) => scored(value, `as version ${version} sees it`);
    expect(await verdictsUnder(2)).toEqual([verdict(true, 2), verdict(true, 2)]);
    expect(await verdictsUnder(3)).toEqual([verdict(false, 3), verdict(false, 3)]);
    expect(asked()).toBe(before);
  });

  it('keeps all but the verdicts, and refuses where the texts have changed too', async () => {
    const { store } = await finishedStore();
    const [stored] = await Array.fromAsync(store.records('run'));
    const [again] = await Array.fromAsync(currentRecords({ store, run: 'run', plan: planOf(withOtherOracle(2)) }));
    expect({ ...again, verdicts: stored?.verdicts, scoredBy: stored?.scoredBy, disposition: stored?.disposition }).toEqual(stored);
    const edited = { ...withOtherOracle(2), task: () => 'Another task.' };
    await expect(Array.fromAsync(currentRecords({ store, run: 'run', plan: planOf(edited) }))).rejects.toThrow('--fresh');
  });

  it('keeps the stored verdicts of what cannot be judged again where it is asked to, and says which', async () => {
    const { store } = await finishedStore();
    const stored = await Array.fromAsync(store.records('run'));
    const stale: string[] = [];
    const plan = planOf({ ...withOtherOracle(2), task: () => 'Another task.' });
    const onStale = ({ trial }: { readonly trial: string }) => void stale.push(trial);
    expect(await Array.fromAsync(currentRecords({ store, run: 'run', plan, onStale }))).toEqual(stored);
    expect(stale).toEqual(stored.map(({ trial }) => trial));
  });
});
