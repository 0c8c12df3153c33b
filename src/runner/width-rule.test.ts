import { describe, expect, it } from 'vitest';
import { ProviderError } from '../core/errors.ts';
import { experimentSchema } from '../core/experiment.ts';
import type { Worker } from '../core/ports/store.ts';
import type { TrialRecord } from '../core/trial.ts';
import { anytimeContrast } from '../stats/anytime-contrast.ts';
import { fixedClock } from '../testing/fixed-clock.ts';
import { createMemoryPlace, createMemoryStore, type MemoryPlace } from '../testing/memory-store.ts';
import { sampleCalls, sampleScenario } from '../testing/sample-scenario.ts';
import { scriptedHarness } from '../testing/scripted-harness.ts';
import { scriptedProvider, type ScriptedProvider } from '../testing/scripted-provider.ts';
import { makePlan, runIdOf } from './plan.ts';
import { runPlan, type RunPlanOptions } from './run-plan.ts';
import { toSubject } from './subject.ts';
import { createWidthRule, effectsOfContrast } from './width-rule.ts';

const BLOCKS = 40;
const scenario = sampleScenario();
const planOf = (levels: Readonly<Record<string, string[]>>) =>
  makePlan({
    experiment: experimentSchema.parse({ question: 'What?', scenarios: [scenario.id], levels }),
    library: new Map([[scenario.id, scenario]]),
    subjects: [toSubject('openai:gpt-5', {})],
    overrides: {},
    seed: 1,
    repeats: BLOCKS,
  });
const plan = planOf({ record: ['unrelated', 'good'] });
const run = runIdOf(plan.identity, 0);

const isGood = ({ cell }: { readonly cell: { readonly levels: { readonly record?: string } } }) => cell.levels.record === 'good';
const disables = { calls: [sampleCalls.disable, sampleCalls.end] };
const reports = { calls: [sampleCalls.report(60), sampleCalls.end] };
/** Those with a good record protect, the others never do. */
const protecting = () => ({ good: scriptedProvider(() => disables), other: scriptedProvider(() => reports) });
type Providers = Readonly<Record<'good' | 'other', ScriptedProvider>>;

async function start(options: {
  readonly place?: MemoryPlace;
  readonly number?: number;
  readonly providers?: Providers;
  readonly width?: number;
  readonly wasMet?: boolean;
  readonly plan?: typeof plan;
  readonly change?: Partial<RunPlanOptions>;
}) {
  const { place = createMemoryPlace(), number = 1, providers = protecting(), width = 40, wasMet = false, plan: own = plan } = options;
  const clock = fixedClock();
  const self: Worker = { id: `worker-${number}`, host: 'here', processId: number, startedAt: String(number) };
  const store = createMemoryStore({ worker: { self, isAlive: () => true }, clock, place });
  await store.openRun({ id: run, schemaVersion: 1, createdAt: 'now', identity: own.identity, repeats: BLOCKS, freshness: 0 });
  // A second goes by between two looks at the clock, so that nothing is too soon to be read again.
  let looks = 0;
  const passing = { ...clock, nowMs: () => (looks += 1) * 1000 };
  const rule = createWidthRule({ plan: own, run, store, clock: passing, contrast: 'peer', width, wasMet });
  const ending = await runPlan({
    run,
    plan: own,
    store,
    clock,
    signal: new AbortController().signal,
    budget: undefined,
    harnessOf: scriptedHarness,
    providerOf: (trial) => (isGood(trial) ? providers.good : providers.other),
    concurrency: 3,
    stopping: rule,
    onProgress: () => {},
    breathe: async () => new Promise((resolve) => setImmediate(resolve)),
    ...options.change,
  });
  const records: TrialRecord[] = [];
  for await (const record of store.records(run)) records.push(record);
  const asked = providers.good.calls.length + providers.other.calls.length;
  return { ending, place, records, asked, wholeBlocks: await rule.countWholeBlocks(), rule };
}

const blocksOf = (records: readonly TrialRecord[], record: string) =>
  records.flatMap((own) => (own.cell.includes(`record=${record}`) ? [own.block] : [])).toSorted((one, other) => one - other);
const upTo = (blocks: number) => Array.from({ length: blocks }, (_, block) => block);

/** After how many blocks that all give 1 the interval is at most 40 points wide. */
const firstNarrow = upTo(BLOCKS).find((blocks) => {
  const one = { treated: { successes: 1, trials: 1 }, control: { successes: 0, trials: 1 } };
  const found = anytimeContrast([{ sign: 1, strata: Array.from({ length: blocks }, () => one) }]);
  return found !== undefined && found.high - found.low <= 0.4;
})!;

describe('a run under a rule of width', () => {
  it('begins no further block once the interval is narrow enough, and ends every block that it began', async () => {
    const { ending, records, wholeBlocks } = await start({});
    expect(ending).toBe('width-reached');
    // Three at once: while the deciding block ends, at most two further ones have begun.
    expect(wholeBlocks).toBeGreaterThanOrEqual(firstNarrow);
    expect(wholeBlocks).toBeLessThanOrEqual(firstNarrow + 2);
    expect(wholeBlocks).toBeLessThan(BLOCKS);
    expect([blocksOf(records, 'good'), blocksOf(records, 'unrelated')]).toEqual([upTo(wholeBlocks), upTo(wholeBlocks)]);
  });

  it('stops at the very block where one trial runs at a time', async () => {
    expect((await start({ change: { concurrency: 1 } })).wholeBlocks).toBe(firstNarrow);
  });

  it('finds the rule met when it is started again, and asks for nothing', async () => {
    const { place, records } = await start({});
    for (const wasMet of [true, false]) {
      const again = await start({ place, number: 2, wasMet });
      expect({ ending: again.ending, asked: again.asked, records: again.records.length }).toEqual({
        ending: 'width-reached',
        asked: 0,
        records: records.length,
      });
    }
  });

  it('goes on with a narrower width, and to the planned end without a rule', async () => {
    const first = await start({});
    const narrower = await start({ place: first.place, number: 2, width: 30 });
    expect(narrower.wholeBlocks).toBeGreaterThan(first.wholeBlocks);
    const whole = await start({ place: first.place, number: 3, change: { stopping: undefined } });
    expect([whole.ending, whole.records.length]).toEqual(['finished', 2 * BLOCKS]);
  });

  it('runs to the planned end where the interval stays too wide', async () => {
    const { ending, records } = await start({ width: 2 });
    expect([ending, records.length]).toEqual(['finished', 2 * BLOCKS]);
  });

  it('ends the blocks that were begun when it was interrupted as its rule was met', async () => {
    const controller = new AbortController();
    const good = scriptedProvider((_sent, { number }) => {
      if (number === firstNarrow) controller.abort(new Error('interrupted'));
      return disables;
    });
    const first = await start({ providers: { ...protecting(), good }, change: { signal: controller.signal } });
    expect(first.ending).toBe('interrupted');
    const second = await start({ place: first.place, number: 2 });
    expect(second.ending).toBe('width-reached');
    expect(second.wholeBlocks).toBeLessThanOrEqual(firstNarrow + 2);
    expect(blocksOf(second.records, 'good')).toEqual(blocksOf(second.records, 'unrelated'));
  });

  it('is followed by two processes that share the run', async () => {
    const place = createMemoryPlace();
    const both = await Promise.all([1, 2].map((number) => start({ place, number })));
    expect(both.map(({ ending }) => ending)).toEqual(['width-reached', 'width-reached']);
    const { records, wholeBlocks } = await start({ place, number: 3 });
    expect(wholeBlocks).toBeLessThan(BLOCKS);
    expect([blocksOf(records, 'good'), blocksOf(records, 'unrelated')]).toEqual([upTo(wholeBlocks), upTo(wholeBlocks)]);
  });

  it('takes no difference from a block with a failed trial, and counts the block as ended', async () => {
    const down = new ProviderError('the server is down', { code: 'server-error', isRetryable: true });
    const good = scriptedProvider((_sent, { number }) => (number <= 2 ? down : disables));
    const first = await start({ providers: { ...protecting(), good }, change: { concurrency: 1 } });
    expect([first.ending, first.wholeBlocks]).toEqual(['width-reached', firstNarrow + 2]);
    const again = await start({ place: first.place, number: 2, wasMet: true });
    expect([again.ending, again.asked, again.wholeBlocks]).toEqual(['width-reached', 2, firstNarrow + 2]);
    expect(again.records.every(({ outcome }) => outcome.kind === 'completed')).toBe(true);
  });

  it('begins no further block where the run has stopped by its rule before, and ends those that were begun', async () => {
    const controller = new AbortController();
    const good = scriptedProvider((_sent, { number }) => {
      if (number === 4) controller.abort(new Error('interrupted'));
      return disables;
    });
    const first = await start({ providers: { ...protecting(), good }, change: { signal: controller.signal } });
    const begun = Math.max(...first.records.map(({ block }) => block)) + 1;
    const second = await start({ place: first.place, number: 2, wasMet: true });
    expect([second.ending, second.records.length, second.wholeBlocks]).toEqual(['width-reached', 2 * begun, begun]);
  });

  it('waits until every effect that the contrast means is narrow enough', async () => {
    const two = planOf({ record: ['unrelated', 'good'], bar: ['80', '90'] });
    expect(effectsOfContrast(two, 'peer')).toHaveLength(2);
    // At one bar half of those with a good record protect: that interval stays wider for longer.
    let turn = 0;
    const good = scriptedProvider(() => disables);
    const some = scriptedProvider(() => ((turn += 1) % 2 === 0 ? disables : reports));
    const providerOf: RunPlanOptions['providerOf'] = ({ cell }) =>
      !isGood({ cell }) ? scriptedProvider(() => reports) : cell.levels.bar === '90' ? some : good;
    const { ending, wholeBlocks } = await start({ plan: two, width: 60, change: { concurrency: 1, providerOf } });
    const alone = await start({ plan: two, width: 60, change: { concurrency: 1 } });
    expect([ending, alone.ending]).toEqual(['width-reached', 'width-reached']);
    expect(wholeBlocks).toBeGreaterThan(alone.wholeBlocks);
  });
});
