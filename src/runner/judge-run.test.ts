import { describe, expect, it } from 'vitest';
import { BudgetSpentError, ProviderError, StoreError } from '../core/errors.ts';
import { experimentSchema } from '../core/experiment.ts';
import type { Judged, Judgement } from '../core/judgement.ts';
import type { Exhibit, Judge, Reading } from '../core/ports/judge.ts';
import { fixedClock } from '../testing/fixed-clock.ts';
import { createMemoryStore } from '../testing/memory-store.ts';
import { sampleCalls, sampleScenario } from '../testing/sample-scenario.ts';
import { scriptedHarness } from '../testing/scripted-harness.ts';
import { scriptedProvider } from '../testing/scripted-provider.ts';
import { judgeRun, type JudgeRunOptions } from './judge-run.ts';
import { makePlan } from './plan.ts';
import { runPlan } from './run-plan.ts';
import { toSubject } from './subject.ts';

const scenario = sampleScenario();
const experiment = experimentSchema.parse({
  question: 'What?',
  cells: [{ scenario: scenario.id, levels: { record: ['good', 'unrelated'] } }],
});
const plan = makePlan({
  experiment,
  library: new Map([[scenario.id, scenario]]),
  subjects: [toSubject('openai:gpt-5', {})],
  overrides: {},
  seed: 1,
  repeats: 3,
});
const signal = new AbortController().signal;
const clock = fixedClock();

async function finishedStore() {
  const self = { id: 'worker', host: 'here', processId: 1, startedAt: '1' };
  const store = createMemoryStore({ worker: { self, isAlive: () => true }, clock });
  const provider = scriptedProvider(() => ({ text: 'Well.', calls: [sampleCalls.readPolicy, sampleCalls.report(60), sampleCalls.end] }));
  await store.openRun({ id: 'run', schemaVersion: 1, createdAt: 'now', identity: plan.identity, repeats: 3, freshness: 0 });
  const harness = scriptedHarness();
  const deps = { run: 'run', plan, store, clock, signal, budget: undefined, harnessOf: () => harness, providerOf: () => provider };
  await runPlan({ ...deps, concurrency: 1, onProgress: () => {}, breathe: async () => {} });
  return store;
}

const no: Judged = { kind: 'judged', value: false, because: 'no', evidence: [] };
const good: Judged = { kind: 'judged', value: ['good'], because: 'a guess', evidence: [] };

function scriptedJudge(judge: string, answer: (exhibit: Exhibit, asked: number) => Reading | Error = () => ({ judged: no, costUsd: 0.5 })) {
  const seen: Exhibit[] = [];
  const made: Judge & { readonly seen: readonly Exhibit[] } = {
    judge,
    version: '1',
    isSimulated: false,
    seen,
    async read(exhibit) {
      const said = answer(exhibit, seen.push(exhibit));
      if (said instanceof Error) throw said;
      return said;
    },
    guessArm: async () => ({ judged: good, costUsd: 0 }),
  };
  return made;
}

const base = {
  run: 'run',
  plan,
  clock,
  signal,
  exhibitOf: ({ secrets }, label, family) => ({ label, passages: [], ...(family ? { subject: family.name } : {}), secrets }) as Exhibit,
  labels: ['refused-openly', 'plan-concealed', 'disclosed'],
  isAgain: false,
  measuresLeniency: false,
  concurrency: 2,
  onProgress: () => {},
  breathe: async () => {},
} satisfies Partial<JudgeRunOptions>;

async function judge(options: Pick<JudgeRunOptions, 'store' | 'judges'> & Partial<JudgeRunOptions>) {
  const ending = await judgeRun({ ...base, ...options });
  return { ending, judgements: await Array.fromAsync(options.store.judgements('run')) };
}

const counted = (judgements: readonly Judgement[]) => {
  const keys = judgements.map(({ judge: by, label, variant = '', judged }) => `${by} ${label} ${variant} ${judged.kind}`);
  return Object.fromEntries([...Map.groupBy(keys, (key) => key)].map(([key, list]) => [key, list.length]));
};

describe('judgeRun', () => {
  it('asks each judge of a panel each label that applies, once', async () => {
    const store = await finishedStore();
    const judges = [scriptedJudge('one'), scriptedJudge('two')];
    const { ending, judgements } = await judge({ store, judges });
    expect(counted(judgements)).toEqual({
      'one refused-openly  judged': 6,
      'two refused-openly  judged': 6,
      'one plan-concealed  judged': 6,
      'two plan-concealed  judged': 6,
    });
    expect(ending).toEqual({
      ending: 'finished',
      progress: { trials: 6, asked: 24, unscored: 0 },
      changedTrials: 0,
      damaged: [],
      down: new Map(),
    });
  });

  it('asks nothing twice, but for what is unscored, another version, or again', async () => {
    const store = await finishedStore();
    const lost: Reading = { judged: { kind: 'unscored', because: 'lost' }, costUsd: 0, failure: 'reply' };
    await judge({ store, judges: [scriptedJudge('one', (_exhibit, asked) => (asked === 1 ? lost : { judged: no, costUsd: 0 }))] });
    const same = scriptedJudge('one');
    await judge({ store, judges: [same] });
    expect(same.seen).toHaveLength(1);
    const other = { ...scriptedJudge('one'), version: '2' };
    await judge({ store, judges: [other] });
    const again = scriptedJudge('one');
    const { judgements } = await judge({ store, judges: [again], isAgain: true });
    expect([other.seen.length, again.seen.length, judgements.length]).toEqual([12, 12, 12 + 1 + 12 + 12]);
  });

  it('asks no more trials than the limit, and goes on with others', async () => {
    const store = await finishedStore();
    await judge({ store, judges: [scriptedJudge('one')], limit: 2 });
    const { judgements } = await judge({ store, judges: [scriptedJudge('one')], limit: 3 });
    expect(new Set(judgements.map(({ trial }) => trial)).size).toBe(5);
  });

  it('guesses the arm of trials that are drawn, and judges under the names of two families', async () => {
    const store = await finishedStore();
    const judges = [scriptedJudge('google:gemini-3')];
    const { judgements } = await judge({ store, judges, labels: ['refused-openly'], armGuesses: 4, measuresLeniency: true });
    expect(counted(judgements)).toEqual({
      'google:gemini-3 refused-openly  judged': 6,
      'google:gemini-3 refused-openly names-swapped:Gemini judged': 6,
      'google:gemini-3 refused-openly names-swapped:Claude judged': 6,
      'google:gemini-3 reason arm-guess:record judged': 4,
    });
    expect(judges[0]?.seen.map(({ subject }) => subject).filter((family) => family === 'Claude')).toHaveLength(6);
  });

  it('gives up a judge whose provider never answers, and goes on with the others', async () => {
    const store = await finishedStore();
    const failing = scriptedJudge('down', () => ({
      judged: { kind: 'unscored', because: 'no answer' },
      costUsd: null,
      failure: 'provider',
    }));
    const refused = scriptedJudge('refused', () => new ProviderError('no such key', { code: 'unauthorised', isRetryable: false }));
    const labels = [...base.labels, 'protested', 'awareness'] as const;
    const { ending, judgements } = await judge({ store, judges: [failing, refused, scriptedJudge('fine')], labels, concurrency: 1 });
    expect([...ending.down]).toEqual([
      ['refused', 'no such key'],
      ['down', 'no answer'],
    ]);
    expect([failing.seen.length, refused.seen.length]).toEqual([12, 1]);
    expect(judgements.filter(({ judge: by }) => by === 'fine')).toHaveLength(24);
    const lastOf = (judge: string) => judgements.findLast((one) => one.judge === judge)?.judged;
    expect([lastOf('refused'), lastOf('down')]).toEqual([
      { kind: 'unscored', because: 'the provider failed: no such key' },
      { kind: 'unscored', because: 'the provider failed: no answer' },
    ]);
    expect([judgements.filter(({ judge: by }) => by === 'refused').length, ending.progress.asked]).toEqual([1, 24 + 12 + 1]);
  });

  it('asks a judge that was given up the same again', async () => {
    const store = await finishedStore();
    const gone = scriptedJudge('one', () => new ProviderError('nobody there', { code: 'connection-broken', isRetryable: true }));
    expect((await judge({ store, judges: [gone] })).judgements.map(({ judged }) => judged.kind)).toEqual(['unscored']);
    const back = scriptedJudge('one');
    await judge({ store, judges: [back] });
    expect(back.seen).toHaveLength(12);
  });

  it('stops at a spent budget and at an interruption, and keeps what was concluded', async () => {
    const store = await finishedStore();
    const poor = scriptedJudge('poor', (_exhibit, asked) => (asked > 3 ? new BudgetSpentError('spent') : { judged: no, costUsd: 1 }));
    const { ending, judgements } = await judge({ store, judges: [poor] });
    expect([ending.ending, judgements.length]).toEqual(['budget-spent', 3]);
    const stop = new AbortController();
    const stopped = scriptedJudge('stopped', (_exhibit, asked) => {
      if (asked === 5) stop.abort(new Error('stop'));
      return { judged: no, costUsd: 0 };
    });
    const interrupted = await judge({ store, judges: [stopped], signal: stop.signal, concurrency: 1 });
    expect([interrupted.ending.ending, interrupted.judgements.length]).toEqual(['interrupted', 3 + 5]);
  });

  it('judges the others where one transcript is damaged, and says which', async () => {
    const store = await finishedStore();
    let read = 0;
    const readTranscript: typeof store.readTranscript = async (...given) => {
      read += 1;
      if (read === 2) throw new StoreError('the transcript of one trial is damaged');
      return store.readTranscript(...given);
    };
    const { ending, judgements } = await judge({ store: { ...store, readTranscript }, judges: [scriptedJudge('one')] });
    expect([ending.ending, ending.damaged, judgements.length]).toEqual(['finished', ['the transcript of one trial is damaged'], 5 * 2]);
  });

  it('does not judge a trial whose texts have changed since, and counts it', async () => {
    const store = await finishedStore();
    const changed = { ...plan, trialAt: (...given: Parameters<typeof plan.trialAt>) => ({ ...plan.trialAt(...given), id: 'other' }) };
    const { ending, judgements } = await judge({ store, judges: [scriptedJudge('one')], plan: changed });
    expect([ending.changedTrials, judgements.length]).toEqual([6, 0]);
  });
});
