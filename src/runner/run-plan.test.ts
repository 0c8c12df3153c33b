import { describe, expect, it } from 'vitest';
import { ProviderError, StoreError } from '../core/errors.ts';
import { experimentSchema } from '../core/experiment.ts';
import type { Store, Worker } from '../core/ports/store.ts';
import type { TrialRecord } from '../core/trial.ts';
import { fixedClock } from '../testing/fixed-clock.ts';
import { createMemoryPlace, createMemoryStore, type MemoryPlace } from '../testing/memory-store.ts';
import { sampleCalls, sampleScenario } from '../testing/sample-scenario.ts';
import { scriptedHarness } from '../testing/scripted-harness.ts';
import { scriptedProvider, type Script, type ScriptedProvider } from '../testing/scripted-provider.ts';
import { createBudget } from './budget.ts';
import { makePlan, runIdOf } from './plan.ts';
import { runPlan, type RunPlanOptions, type RunProgress } from './run-plan.ts';
import { toSubject } from './subject.ts';

const scenario = sampleScenario();
const experiment = experimentSchema.parse({ question: 'What?', scenarios: [scenario.id], levels: { record: ['unrelated', 'good'] } });
const plan = makePlan({
  experiment,
  library: new Map([[scenario.id, scenario]]),
  subjects: [toSubject('openai:gpt-5', { maxOutputTokens: 100 })],
  overrides: {},
  seed: 1,
  repeats: 4,
});
const run = runIdOf(plan.identity, 0);
const TRIALS = 8;

const done = { calls: [sampleCalls.report(60), sampleCalls.end] };
const isSecondTurn = (sent: Parameters<Extract<Script, Function>>[0]) => sent.prompt.some(({ role }) => role === 'assistant');
/** Looks first and reports then: two requests a trial. */
const twoTurns: Script = (sent) => (isSecondTurn(sent) ? done : { calls: [sampleCalls.readPolicy] });
const down = new ProviderError('the server is down', { code: 'server-error', isRetryable: true });

/** One process after another on the same store; those with `dead` are found dead by the next. */
function processOn(place: MemoryPlace, number: number, dead: readonly number[] = []) {
  const clock = fixedClock();
  const self: Worker = { id: `worker-${number}`, host: 'here', processId: number, startedAt: String(number) };
  const store = createMemoryStore({ worker: { self, isAlive: ({ processId }) => !dead.includes(processId) }, clock, place });
  return { store, clock };
}

async function start(options: {
  readonly place?: MemoryPlace;
  readonly number?: number;
  readonly dead?: readonly number[];
  readonly provider: ScriptedProvider;
  readonly change?: Partial<RunPlanOptions>;
  readonly wrap?: (store: Store) => Store;
  readonly tokens?: number;
}) {
  const { place = createMemoryPlace(), number = 1, provider, tokens } = options;
  const { store: inner, clock } = processOn(place, number, options.dead);
  const store = options.wrap?.(inner) ?? inner;
  await store.openRun({ id: run, schemaVersion: 1, createdAt: 'now', identity: plan.identity, repeats: 4, freshness: 0 });
  const progress: RunProgress[] = [];
  const price = { inputUsdPerMillion: 0, outputUsdPerMillion: 0, source: 'test' };
  const ending = await runPlan({
    run,
    plan,
    store,
    clock,
    signal: new AbortController().signal,
    budget: tokens === undefined ? undefined : createBudget({ limits: { tokens }, price, spent: () => store.spent(run) }),
    harnessOf: scriptedHarness,
    providerOf: () => provider,
    concurrency: 3,
    onProgress: (state) => progress.push(state),
    breathe: async () => {},
    ...options.change,
  });
  const records: TrialRecord[] = [];
  for await (const record of store.records(run)) records.push(record);
  return { ending, place, store, records, progress, last: progress.at(-1), clock };
}

const ids = (records: readonly TrialRecord[]) => records.map(({ trial }) => trial).toSorted();
const planned = [...plan.trials()].map(({ id }) => id).toSorted();

describe('a run', () => {
  it('carries out each trial of the plan once', async () => {
    const provider = scriptedProvider(twoTurns);
    const { ending, records, last } = await start({ provider });
    expect(ending).toBe('finished');
    expect(ids(records)).toEqual(planned);
    expect(new Set(records.map(({ disposition }) => disposition))).toEqual(new Set(['faithful']));
    expect(provider.calls).toHaveLength(2 * TRIALS);
    expect(last).toMatchObject({ planned: TRIALS, done: TRIALS, running: 0, failed: 0, found: 0, inputTokens: 1600, outputTokens: 320 });
  });

  it('runs so many trials at once and no more', async () => {
    const { progress } = await start({ provider: scriptedProvider(twoTurns), change: { concurrency: 2 } });
    expect(Math.max(...progress.map(({ running }) => running))).toBe(2);
  });

  it('finds all of it done when it is started again, and asks for nothing', async () => {
    const { place } = await start({ provider: scriptedProvider(twoTurns) });
    const provider = scriptedProvider([]);
    const again = await start({ place, number: 2, provider });
    expect({ ending: again.ending, asked: provider.calls.length, found: again.records.length }).toEqual({
      ending: 'finished',
      asked: 0,
      found: TRIALS,
    });
  });

  it('keeps what a trial cost, showed and ended as', async () => {
    const { records } = await start({ provider: scriptedProvider(() => ({ ...done, modelVersion: 'gpt-5-0807' })) });
    const { cell, verdicts, ...rest } = records[0]!;
    expect(cell).toMatch(/^sample\/control /);
    expect(verdicts['task-correct']).toEqual({ kind: 'scored', value: true, because: 'the average is right', evidence: [] });
    expect(rest).toMatchObject({
      subject: 'openai:gpt-5',
      attempt: 1,
      outcome: { kind: 'completed', endedBy: 'end-tool' },
      modelVersions: ['gpt-5-0807'],
      turns: 1,
      spending: { requests: 1, repeated: 0, usage: { inputTokens: 100, outputTokens: 20 }, costUsd: null },
      elapsedMs: 0,
      endedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    });
  });

  it('counts trials that ran into a limit or were stopped as final', async () => {
    const script: Script = (_sent, { number }) =>
      number === 1 ? { finish: { unified: 'content-filter', raw: 'refusal' } } : { calls: [sampleCalls.readPolicy] };
    const { place, last } = await start({ provider: scriptedProvider(script) });
    expect(last).toMatchObject({ done: TRIALS, stopped: 1, limited: TRIALS - 1, failed: 0 });
    const provider = scriptedProvider([]);
    expect((await start({ place, number: 2, provider })).ending).toBe('finished');
    expect(provider.calls).toEqual([]);
  });
});

describe('a run with failures', () => {
  const failsOnce = () =>
    scriptedProvider((sent, request) => (request.number <= 2 ? down : (twoTurns as Extract<Script, Function>)(sent, request)));

  it('goes on beside failed trials, and the same command tries those again and keeps the failed attempt', async () => {
    const first = await start({ provider: failsOnce() });
    expect(first.last).toMatchObject({ done: TRIALS, failed: 2 });
    expect(first.records.filter(({ outcome }) => outcome.kind === 'failed').map(({ disposition }) => disposition)).toEqual([
      'failed',
      'failed',
    ]);
    const provider = scriptedProvider(twoTurns);
    const second = await start({ place: first.place, number: 2, provider });
    expect(second.records.map(({ attempt, outcome }) => `${attempt} ${outcome.kind}`).toSorted()).toEqual([
      ...Array.from({ length: 6 }, () => '1 completed'),
      '2 completed',
      '2 completed',
    ]);
    expect(provider.calls).toHaveLength(4);
    expect(await second.store.supersededAttempts(run)).toBe(2);
  });

  it('stops at once where the key is refused', async () => {
    const refused = new ProviderError('the key is not valid', { code: 'unauthorised', isRetryable: false });
    const provider = scriptedProvider(() => refused);
    const work = start({ provider, change: { concurrency: 1 } });
    await expect(work).rejects.toThrow('the run was stopped: the key is not valid. The same command tries the failed trials again');
    await expect(work).rejects.toMatchObject({ code: 'unauthorised' });
    expect(provider.calls).toHaveLength(1);
  });

  it('stops after a dozen failures with nothing else, and goes on where some trials end', async () => {
    const long = makePlan({ experiment, library: plan.library, subjects: plan.subjects, overrides: {}, seed: 1, repeats: 20 });
    const provider = scriptedProvider(() => down);
    await expect(start({ provider, change: { plan: long, concurrency: 1 } })).rejects.toThrow('the run was stopped: the server is down');
    expect(provider.calls).toHaveLength(12);
    const some = scriptedProvider((_sent, { number }) => (number === 1 ? done : down));
    expect((await start({ provider: some, change: { plan: long, concurrency: 1 } })).last).toMatchObject({ done: 40, failed: 39 });
  });

  it('stops and gives its trials back where records are in danger', async () => {
    const place = createMemoryPlace();
    const wrap = (store: Store): Store => ({ ...store, commitTrial: async () => Promise.reject(new StoreError('the disk is full')) });
    await expect(start({ place, provider: scriptedProvider(twoTurns), wrap })).rejects.toThrow('the disk is full');
    const provider = scriptedProvider([]);
    const later = await start({ place, number: 2, provider: scriptedProvider(twoTurns) });
    expect(later.records).toHaveLength(TRIALS);
    expect(provider.calls).toEqual([]);
  });
});

describe('a run with a budget', () => {
  const dear: Script = (sent) => ({
    ...(isSecondTurn(sent) ? done : { calls: [sampleCalls.readPolicy] }),
    usage: { input: 1000, output: 20 },
  });

  it('stops before the request that would not fit, and goes on under a larger one with nothing paid twice', async () => {
    const provider = scriptedProvider(dear);
    const first = await start({ provider, tokens: 9000, change: { concurrency: 2 } });
    expect(first.ending).toBe('budget-spent');
    expect(first.records.length).toBeLessThan(TRIALS);
    const { inputTokens, outputTokens } = await first.store.spent(run);
    expect(inputTokens + outputTokens).toBe(provider.calls.length * 1020);
    const more = scriptedProvider(dear);
    const second = await start({ place: first.place, number: 2, provider: more, tokens: 1_000_000 });
    expect(second.ending).toBe('finished');
    expect(ids(second.records)).toEqual(planned);
    expect(provider.calls.length + more.calls.length).toBe(2 * TRIALS);
    expect(second.records.reduce((sum, { spending }) => sum + spending.repeated, 0)).toBe(0);
  });

  it('lets requests that are under way come to their end, so that none is paid for and lost', async () => {
    const long = { tool: 'create_document', input: { name: 'Long', content: 'x'.repeat(20_000) } };
    const provider = scriptedProvider(async (sent, { number }) => {
      // The first request is still under way when the second trial, grown long, does not fit any more.
      for (let round = 0; number === 1 && round < 50; round += 1) await new Promise((resolve) => setImmediate(resolve));
      return number === 2 ? { calls: [long] } : isSecondTurn(sent) ? done : { calls: [sampleCalls.readPolicy] };
    });
    const first = await start({ provider, tokens: 11_000, change: { concurrency: 2 } });
    expect(first.ending).toBe('budget-spent');
    const second = await start({ place: first.place, number: 2, provider: scriptedProvider(dear) });
    expect(second.records.reduce((sum, { spending }) => sum + spending.repeated, 0)).toBe(0);
  });
});

describe('an interrupted run', () => {
  const interruptAt = (count: number) => {
    const controller = new AbortController();
    const provider = scriptedProvider((sent, request) => {
      if (request.number === count) controller.abort(new Error('interrupted'));
      return (twoTurns as Extract<Script, Function>)(sent, request);
    });
    return { provider, signal: controller.signal };
  };

  it('gives back what it was at, and the same command goes on from the journal', async () => {
    const { provider, signal } = interruptAt(6);
    const first = await start({ provider, change: { signal } });
    expect(first.ending).toBe('interrupted');
    const { requests } = await first.store.spent(run);
    const more = scriptedProvider(twoTurns);
    const second = await start({ place: first.place, number: 2, provider: more });
    expect(second.ending).toBe('finished');
    expect(ids(second.records)).toEqual(planned);
    const lost = second.records.reduce((sum, { spending }) => sum + spending.repeated, 0);
    expect(requests).toBe(provider.calls.length);
    expect(provider.calls.length + more.calls.length).toBe(2 * TRIALS + lost);
  });

  it('begins nothing where it was interrupted before', async () => {
    const provider = scriptedProvider([]);
    expect((await start({ provider, change: { signal: AbortSignal.abort(new Error('no')) } })).ending).toBe('interrupted');
    expect(provider.calls).toEqual([]);
  });
});

describe('a shared run', () => {
  it('waits for what a living process holds, and takes it over when that process is gone', async () => {
    const place = createMemoryPlace();
    const dead: number[] = [];
    const other = processOn(place, 1);
    await other.store.openRun({ id: run, schemaVersion: 1, createdAt: 'now', identity: plan.identity, repeats: 4, freshness: 0 });
    const [first] = plan.trials();
    expect((await other.store.claimTrial(run, first!.id, { retryFailed: true })).kind).toBe('claimed');
    const clock = { nowMs: () => 0, sleep: async () => void (dead.length === 0 && dead.push(1)) };
    const { ending, records } = await start({ place, number: 2, dead, provider: scriptedProvider(twoTurns), change: { clock } });
    expect(ending).toBe('finished');
    expect(ids(records)).toEqual(planned);
  });

  it('leaves to another process what that one finishes meanwhile', async () => {
    const place = createMemoryPlace();
    const both = await Promise.all([1, 2].map(async (number) => start({ place, number, provider: scriptedProvider(twoTurns) })));
    expect(both.map(({ ending }) => ending)).toEqual(['finished', 'finished']);
    expect(both.map(({ records }) => ids(records))).toEqual([planned, planned]);
    expect(both.reduce((sum, { last }) => sum + last!.done, 0)).toBe(TRIALS);
  });
});
