import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { StoreError } from '../core/errors.ts';
import type { Clock } from '../core/ports/clock.ts';
import type { Claim, ClaimedTrial, RunRecord, Store, Worker, WorkerProbe } from '../core/ports/store.ts';
import type { Reply } from '../core/reply.ts';
import type { Transcript } from '../core/transcript.ts';
import type { FixedClock } from './fixed-clock.ts';
import { fixedClock } from './fixed-clock.ts';
import { hostileTranscript, replyNumbered, runRecord, trialRecord, trialTranscript } from './store-samples.ts';

/** Opens the store at `place`, a name that is fresh in every test; the same place twice is the same store. */
export type OpenStore = (options: { readonly place: string; readonly worker: WorkerProbe; readonly clock: Clock }) => Promise<Store>;

const RUN = runRecord({ id: 'run-1' });
const STALE_MS = 61_000;

/** Two processes on one store, their clock, and which of them live: all in the test's hands. */
interface Bench {
  readonly clock: FixedClock;
  open(worker: Worker): Promise<Store>;
  kill(worker: Worker): void;
  close(): Promise<void>;
}

const ada: Worker = { id: 'ada', host: 'box', processId: 1, startedAt: '1' };
const bea: Worker = { id: 'bea', host: 'box', processId: 2, startedAt: '2' };
const far: Worker = { id: 'far', host: 'other-box', processId: 1, startedAt: '1' };

let places = 0;

function createBench(openStore: OpenStore): Bench {
  places += 1;
  const place = `place-${places}`;
  const clock = fixedClock({ startMs: 1_000_000 });
  const dead = new Set<string>();
  const stores: Store[] = [];
  return {
    clock,
    open: async (self) => {
      const store = await openStore({ place, worker: { self, isAlive: (other) => !dead.has(other.id) }, clock });
      stores.push(store);
      await store.openRun(RUN);
      return store;
    },
    kill: (worker) => void dead.add(worker.id),
    close: async () => {
      await Promise.all(stores.map((store) => store.close()));
    },
  };
}

function claimedOf(claim: Claim): ClaimedTrial {
  if (claim.kind !== 'claimed') throw new Error(`expected a claim and got "${claim.kind}"`);
  return claim.claimed;
}

const claim = (store: Store, trial: string, retryFailed = false) => store.claimTrial(RUN.id, trial, { retryFailed });
const take = async (store: Store, trial: string, retryFailed = false) => claimedOf(await claim(store, trial, retryFailed));

async function answer({ journal }: ClaimedTrial, turn: number, reply: Reply = replyNumbered(turn)): Promise<void> {
  await journal.noteRequest(turn);
  await journal.appendReply(turn, reply);
}

const finish = (store: Store, trial: string, changes: Parameters<typeof trialRecord>[1] = {}) =>
  store.commitTrial(RUN.id, trialRecord(trial, changes), trialTranscript(trial));

async function collect<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

const failed = { kind: 'failed', by: 'provider', code: 'server-error', because: '500, eight times' } as const;
const failedRecord = { outcome: failed, disposition: 'failed' } as const;

/** What every store must do. The adapter's test file calls this with its way of opening a store. */
export function storeContract(name: string, openStore: OpenStore): void {
  describe(`${name} as a store`, () => {
    let bench: Bench;
    beforeEach(() => {
      bench = createBench(openStore);
    });
    afterEach(() => bench.close());
    const opener: Opener = { open: (worker) => bench.open(worker), kill: (worker) => bench.kill(worker), clock: () => bench.clock };

    describe('runs', () => {
      testRuns(opener);
    });
    describe('claims', () => {
      testClaims(opener);
    });
    describe('takeover', () => {
      testTakeover(opener);
    });
    describe('commits', () => {
      testCommits(opener);
    });
    describe('retries', () => {
      testRetries(opener);
    });
    describe('reading', () => {
      testReading(opener);
    });
    describe('spending', () => {
      testSpending(opener);
    });
    describe('closing', () => {
      testClosing(opener);
    });
  });
}

interface Opener extends Pick<Bench, 'open' | 'kill'> {
  clock(): FixedClock;
}

function testRuns({ open }: Opener): void {
  it('gives a run back as it was stored', async () => {
    const store = await open(ada);
    const run = runRecord({ id: 'run-2', identity: { question: 'né \u0000 \ud800 😀', cells: [1, null, { a: true }] } });
    expect(await store.openRun(run)).toEqual(run);
    expect(await (await open(bea)).findRun('run-2')).toEqual(run);
    expect(await store.findRun('run-3')).toBeUndefined();
  });

  it('extends a run to more repeats and never shortens it', async () => {
    const store = await open(ada);
    expect(await store.openRun({ ...RUN, repeats: 9, createdAt: '2031-01-01T00:00:00Z' })).toEqual({
      ...RUN,
      repeats: 9,
      extendedFrom: RUN.repeats,
    });
    expect(await store.openRun({ ...RUN, repeats: 2 })).toEqual({ ...RUN, repeats: 9, extendedFrom: RUN.repeats });
    expect(await store.findRun(RUN.id)).toEqual({ ...RUN, repeats: 9, extendedFrom: RUN.repeats });
  });

  it('keeps the last rule by which a run is stopped, and it is the same run', async () => {
    const store = await open(ada);
    const rule = { contrast: 'peer', width: 20 };
    expect(await store.openRun({ ...RUN, repeats: 9, stopping: rule })).toEqual({
      ...RUN,
      repeats: 9,
      extendedFrom: RUN.repeats,
      stopping: rule,
    });
    await store.openRun({ ...RUN, stopping: { ...rule, stoppedAtBlock: 7 } });
    await store.openRun(RUN);
    const kept = { ...RUN, repeats: 9, extendedFrom: RUN.repeats, stopping: { ...rule, stoppedAtBlock: 7 } };
    expect(await (await open(bea)).findRun(RUN.id)).toEqual(kept);
    expect(await store.openRun({ ...RUN, stopping: { contrast: 'record', width: 12.5 } })).toEqual({
      ...kept,
      stopping: { contrast: 'record', width: 12.5 },
    });
  });

  it('lists runs from the newest', async () => {
    const store = await open(ada);
    const at = (id: string, createdAt: string): RunRecord => runRecord({ id, createdAt });
    await store.openRun(at('late', '2030-03-01T00:00:00Z'));
    await store.openRun(at('early', '2020-01-01T00:00:00Z'));
    expect((await store.listRuns()).map((run) => run.id)).toEqual(['late', RUN.id, 'early']);
  });
}

function testClaims({ open, clock }: Opener): void {
  it('gives a trial to one of two workers', async () => {
    const [first, second] = [await open(ada), await open(bea)];
    const claims = await Promise.all([claim(first, 't'), claim(second, 't'), claim(first, 't')]);
    expect(claims.map(({ kind }) => kind).toSorted()).toEqual(['claimed', 'held', 'held']);
  });

  it('starts with an empty journal and attempt 1', async () => {
    const { attempt, journal } = await take(await open(ada), 't');
    expect({ attempt, replies: journal.replies, lost: journal.lostRequests }).toEqual({ attempt: 1, replies: [], lost: 0 });
  });

  it('keeps the trials of two runs apart', async () => {
    const store = await open(ada);
    await store.openRun(runRecord({ id: 'run-2' }));
    await take(store, 't');
    expect((await store.claimTrial('run-2', 't', { retryFailed: false })).kind).toBe('claimed');
  });

  it('gives back a released trial with its journal', async () => {
    const [first, second] = [await open(ada), await open(bea)];
    await answer(await take(first, 't'), 1);
    await first.releaseTrial(RUN.id, 't');
    expect((await take(second, 't')).journal.replies).toEqual([replyNumbered(1)]);
    expect((await claim(first, 't')).kind).toBe('held');
  });

  it('does not give back what another worker has by now', async () => {
    const [first, second, third] = [await open(ada), await open(bea), await open({ ...ada, id: 'cleo' })];
    await take(first, 't');
    await first.releaseTrial(RUN.id, 't');
    await take(second, 't');
    await first.releaseTrial(RUN.id, 't');
    expect((await claim(third, 't')).kind).toBe('held');
  });

  it('leaves the trial of a worker that lives with it, however long it thinks', async () => {
    const [first, second] = [await open(ada), await open(bea)];
    await take(first, 't');
    clock().advance(100 * STALE_MS);
    expect((await claim(second, 't')).kind).toBe('held');
  });

  it('refuses a claim in a run that was never opened', async () => {
    const store = await open(ada);
    await expect(store.claimTrial('no-such-run', 't', { retryFailed: false })).rejects.toThrow('no-such-run');
  });
}

function testTakeover({ open, kill, clock }: Opener): void {
  it('hands the journal of a dead worker on at once, whole', async () => {
    const [first, second] = [await open(ada), await open(bea)];
    const claimed = await take(first, 't');
    await answer(claimed, 1);
    await answer(claimed, 2);
    kill(ada);
    const { attempt, journal } = await take(second, 't');
    expect({ attempt, replies: journal.replies, lost: journal.lostRequests }).toEqual({
      attempt: 1,
      replies: [replyNumbered(1), replyNumbered(2)],
      lost: 0,
    });
  });

  it('counts requests whose replies were lost, over every takeover', async () => {
    const [first, second, third] = [await open(ada), await open(bea), await open({ ...ada, id: 'cleo' })];
    const claimed = await take(first, 't');
    await answer(claimed, 1);
    await claimed.journal.noteRequest(2);
    kill(ada);
    const { journal } = await take(second, 't');
    expect(journal.lostRequests).toBe(1);
    await journal.noteRequest(2);
    kill(bea);
    expect((await take(third, 't')).journal.lostRequests).toBe(2);
  });

  it('counts no request as lost that was answered after a takeover', async () => {
    const [first, second, third] = [await open(ada), await open(bea), await open({ ...ada, id: 'cleo' })];
    await (await take(first, 't')).journal.noteRequest(1);
    kill(ada);
    await answer(await take(second, 't'), 1);
    kill(bea);
    const { journal } = await take(third, 't');
    expect({ replies: journal.replies, lost: journal.lostRequests }).toEqual({ replies: [replyNumbered(1)], lost: 1 });
  });

  it('counts a lost request of a turn that a former, restarted holder had answered', async () => {
    const [first, second, third] = [await open(ada), await open(bea), await open({ ...ada, id: 'cleo' })];
    await answer(await take(first, 't'), 1);
    kill(ada);
    await (await take(second, 't')).journal.noteRequest(1);
    kill(bea);
    expect((await take(third, 't')).journal.lostRequests).toBe(1);
  });

  it('gives replies in the order of turns', async () => {
    const [first, second] = [await open(ada), await open(bea)];
    const { journal } = await take(first, 't');
    for (const turn of [2, 1, 3]) await journal.appendReply(turn, replyNumbered(turn));
    kill(ada);
    expect((await take(second, 't')).journal.replies).toEqual([1, 2, 3].map((turn) => replyNumbered(turn)));
  });

  it('waits for a worker on another host until its heartbeat is a minute old', async () => {
    const [first, second] = [await open(far), await open(ada)];
    await take(first, 't');
    kill(far);
    clock().advance(STALE_MS - 5_000);
    await first.heartbeat();
    clock().advance(STALE_MS - 5_000);
    expect((await claim(second, 't')).kind).toBe('held');
    clock().advance(5_000);
    expect((await claim(second, 't')).kind).toBe('claimed');
  });

  it('lets a worker that lost its claim write nothing more', async () => {
    const [first, second] = [await open(far), await open(ada)];
    const { journal } = await take(first, 't');
    clock().advance(STALE_MS);
    const successor = await take(second, 't');
    await expect(journal.noteRequest(1)).rejects.toThrow(StoreError);
    await expect(journal.appendReply(1, replyNumbered(1))).rejects.toThrow(StoreError);
    await expect(finish(first, 't')).rejects.toThrow(StoreError);
    await answer(successor, 1);
    await finish(second, 't');
    expect(await collect(second.records(RUN.id))).toEqual([trialRecord('t')]);
  });
}

function testCommits({ open, kill }: Opener): void {
  it('keeps record and transcript and ends the claim', async () => {
    const [first, second] = [await open(ada), await open(bea)];
    await answer(await take(first, 't'), 1);
    await finish(first, 't');
    expect(await collect(second.records(RUN.id))).toEqual([trialRecord('t')]);
    expect(await second.readTranscript(RUN.id, 't')).toEqual(trialTranscript('t'));
    kill(ada);
    expect((await claim(second, 't', true)).kind).toBe('finished');
  });

  it('takes the same commit again and refuses another', async () => {
    const store = await open(ada);
    await take(store, 't');
    await finish(store, 't');
    await finish(store, 't');
    await expect(finish(store, 't', { turns: 99 })).rejects.toThrow(/never changes|already committed/);
    expect(await collect(store.records(RUN.id))).toEqual([trialRecord('t')]);
  });

  it('refuses a trial that was never claimed, and keeps nothing of it', async () => {
    const store = await open(ada);
    await expect(finish(store, 't')).rejects.toThrow(StoreError);
    expect(await collect(store.records(RUN.id))).toEqual([]);
    expect(await store.readTranscript(RUN.id, 't')).toBeUndefined();
  });

  it('keeps nothing of a commit whose transcript is another trial’s, and the claim stays', async () => {
    const [first, second] = [await open(ada), await open(bea)];
    await answer(await take(first, 't'), 1);
    await expect(first.commitTrial(RUN.id, trialRecord('t'), trialTranscript('u'))).rejects.toThrow('u');
    expect(await collect(first.records(RUN.id))).toEqual([]);
    kill(ada);
    expect((await take(second, 't')).journal.replies).toEqual([replyNumbered(1)]);
  });

  it.each(['completed', 'limited', 'stopped'] as const)('takes %s for final', async (kind) => {
    const [first, second] = [await open(ada), await open(bea)];
    const outcomes = {
      completed: { kind: 'completed', endedBy: 'end-tool' },
      limited: { kind: 'limited', limit: 'turns', because: '30 turns' },
      stopped: { kind: 'stopped', because: 'content filter' },
    } as const;
    await take(first, 't');
    await finish(first, 't', { outcome: outcomes[kind] });
    expect((await claim(second, 't', true)).kind).toBe('finished');
    expect(await second.finalTrials(RUN.id)).toEqual(new Set(['t']));
  });
}

function testRetries({ open, kill }: Opener): void {
  it('takes a failed trial again under the next number with an empty journal', async () => {
    const [first, second] = [await open(ada), await open(bea)];
    await answer(await take(first, 't'), 1);
    await finish(first, 't', failedRecord);
    expect(await second.finalTrials(RUN.id)).toEqual(new Set());
    const { attempt, journal } = await take(second, 't', true);
    expect({ attempt, replies: journal.replies, lost: journal.lostRequests }).toEqual({ attempt: 2, replies: [], lost: 0 });
  });

  it('leaves a failed trial alone unless told, and for the worker that saw it fail', async () => {
    const [first, second] = [await open(ada), await open(bea)];
    await take(first, 't');
    await finish(first, 't', failedRecord);
    expect((await claim(first, 't', true)).kind).toBe('finished');
    expect((await claim(second, 't', false)).kind).toBe('finished');
  });

  it('keeps the failed attempt beside the later one and counts it', async () => {
    const [first, second] = [await open(ada), await open(bea)];
    await take(first, 't');
    await finish(first, 't', failedRecord);
    await take(second, 't', true);
    expect(await collect(second.records(RUN.id))).toEqual([trialRecord('t', failedRecord)]);
    expect(await second.supersededAttempts(RUN.id)).toBe(0);
    const later: Transcript = { ...trialTranscript('t'), events: [] };
    await second.commitTrial(RUN.id, trialRecord('t', { attempt: 2 }), later);
    expect(await collect(second.records(RUN.id))).toEqual([trialRecord('t', { attempt: 2 })]);
    expect(await second.supersededAttempts(RUN.id)).toBe(1);
    expect(await second.readTranscript(RUN.id, 't')).toEqual(later);
    expect(await second.readTranscript(RUN.id, 't', 1)).toEqual(trialTranscript('t'));
    expect(await second.finalTrials(RUN.id)).toEqual(new Set(['t']));
  });

  it('hands a second attempt on as it does a first', async () => {
    const [first, second] = [await open(ada), await open(bea)];
    await take(first, 't');
    await finish(first, 't', failedRecord);
    await answer(await take(second, 't', true), 1);
    kill(bea);
    const { attempt, journal } = await take(first, 't');
    expect({ attempt, replies: journal.replies }).toEqual({ attempt: 2, replies: [replyNumbered(1)] });
  });
}

function testReading({ open }: Opener): void {
  it('gives every finished trial once, over many pages', async () => {
    const store = await open(ada);
    const ids = Array.from({ length: 1100 }, (_, index) => `t${String((index * 7) % 1100).padStart(4, '0')}`);
    for (const id of ids) {
      await take(store, id);
      await finish(store, id);
    }
    const read = await collect(store.records(RUN.id));
    expect(read.map((record) => record.trial).toSorted()).toEqual(ids.toSorted());
  });

  it('gives in shares what it gives whole, in the same order, and nothing that begins later', async () => {
    const store = await open(ada);
    const ids = Array.from({ length: 1100 }, (_, index) => `t${index}`);
    for (const id of ids.slice(0, -1)) {
      await take(store, id);
      await finish(store, id);
    }
    const whole = await collect(store.records(RUN.id));
    const splits = await Promise.all([1, 2, 7].map((most) => store.recordShares(RUN.id, most)));
    await take(store, 't1099');
    await finish(store, 't1099');

    for (const [at, shares] of splits.entries()) {
      expect(shares).toHaveLength([1, 2, 7][at]!);
      const parts = await Promise.all(shares.map((share) => collect(store.records(RUN.id, share))));
      expect(parts.flat()).toEqual(whole);
      expect(Math.max(...parts.map((part) => part.length))).toBeLessThan(1.2 * (1099 / shares.length) + 1);
    }
  });

  it('cannot be shared where it is empty, or where a trial was tried again', async () => {
    const [first, second] = [await open(ada), await open(bea)];
    expect(await first.recordShares(RUN.id, 4)).toEqual([]);
    await take(first, 'a');
    await finish(first, 'a', failedRecord);
    expect(await first.recordShares(RUN.id, 4)).toHaveLength(1);
    await take(second, 'a', true);
    expect(await first.recordShares(RUN.id, 4)).toEqual([]);
  });

  it('gives no trial twice that is tried again while it is read', async () => {
    const [first, second] = [await open(ada), await open(bea)];
    const others = Array.from({ length: 600 }, (_, index) => `b${index}`);
    for (const id of ['a', ...others]) await take(first, id);
    await finish(first, 'a', failedRecord);
    for (const id of others) await finish(first, id);
    const read: string[] = [];
    for await (const { trial } of first.records(RUN.id)) {
      if (read.length === 0) {
        await take(second, 'a', true);
        await second.commitTrial(RUN.id, trialRecord('a', { attempt: 2 }), trialTranscript('a'));
      }
      read.push(trial);
    }
    expect(read.toSorted()).toEqual(['a', ...others].toSorted());
  });

  it('goes on reading while trials are committed', async () => {
    const store = await open(ada);
    for (const id of ['a', 'b']) await take(store, id);
    await finish(store, 'a');
    for await (const record of store.records(RUN.id)) {
      expect(record.trial).toBe('a');
      await finish(store, 'b');
      break;
    }
    expect(await collect(store.records(RUN.id))).toHaveLength(2);
  });

  it('gives a transcript back to the byte, hostile text and provider metadata included', async () => {
    const store = await open(ada);
    const transcript = hostileTranscript('t');
    const { journal } = await take(store, 't');
    await store.commitTrial(RUN.id, trialRecord('t'), transcript);
    expect(journal.replies).toEqual([]);
    expect(JSON.stringify(await store.readTranscript(RUN.id, 't'))).toBe(JSON.stringify(transcript));
  });

  it('gives a journalled reply back to the byte', async () => {
    const [first, second] = [await open(ada), await open(bea)];
    const [event] = hostileTranscript('t').events.filter(({ type }) => type === 'reply-received');
    if (event?.type !== 'reply-received') throw new Error('the sample has no reply');
    await answer(await take(first, 't'), 1, event.reply);
    await first.releaseTrial(RUN.id, 't');
    expect(JSON.stringify((await take(second, 't')).journal.replies)).toBe(JSON.stringify([event.reply]));
  });
}

function testSpending({ open, kill }: Opener): void {
  const nothing = { requests: 0, inputTokens: 0, outputTokens: 0, unknownReplies: 0 };
  const unknown: Reply = { ...replyNumbered(2), attempts: 3, usage: { ...replyNumbered(2).usage, inputTokens: null, outputTokens: null } };

  it('counts journals in progress: retries, requests in flight and replies that reported nothing', async () => {
    const store = await open(ada);
    expect(await store.spent(RUN.id)).toEqual(nothing);
    const claimed = await take(store, 't');
    await answer(claimed, 1);
    await answer(claimed, 2, unknown);
    await claimed.journal.noteRequest(3);
    expect(await store.spent(RUN.id)).toEqual({ requests: 5, inputTokens: 101, outputTokens: 11, unknownReplies: 1 });
  });

  it('says the same after the commit as before it', async () => {
    const [first, second] = [await open(ada), await open(bea)];
    await (await take(first, 't')).journal.noteRequest(1);
    kill(ada);
    const claimed = await take(second, 't');
    await answer(claimed, 1);
    await answer(claimed, 2, unknown);
    const before = await second.spent(RUN.id);
    expect(before).toEqual({ requests: 5, inputTokens: 101, outputTokens: 11, unknownReplies: 1 });
    await finish(second, 't');
    expect(await second.spent(RUN.id)).toEqual(before);
  });

  it('adds what a record knows beyond its journal, over failed attempts too', async () => {
    const [first, second] = [await open(ada), await open(bea)];
    const { usage } = trialRecord('t').spending;
    const spending = { requests: 8, repeated: 0, usage: { ...usage, inputTokens: 40, outputTokens: 4 }, costUsd: null };
    await (await take(first, 't')).journal.noteRequest(1);
    await finish(first, 't', { ...failedRecord, spending });
    await answer(await take(second, 't', true), 1);
    expect(await second.spent(RUN.id)).toEqual({ requests: 9, inputTokens: 141, outputTokens: 15, unknownReplies: 0 });
  });
}

function testClosing({ open }: Opener): void {
  it('gives back what is claimed', async () => {
    const [first, second] = [await open(ada), await open(bea)];
    await answer(await take(first, 't'), 1);
    await first.close();
    expect((await take(second, 't')).journal.replies).toEqual([replyNumbered(1)]);
  });

  it('can be closed twice, and refuses everything else afterwards', async () => {
    const store = await open(ada);
    await take(store, 't');
    await store.close();
    await store.close();
    const uses: readonly (() => Promise<unknown>)[] = [
      () => store.openRun(RUN),
      () => store.findRun(RUN.id),
      () => store.listRuns(),
      () => claim(store, 't'),
      () => finish(store, 't'),
      () => store.releaseTrial(RUN.id, 't'),
      () => store.heartbeat(),
      () => collect(store.records(RUN.id)),
      () => store.finalTrials(RUN.id),
      () => store.supersededAttempts(RUN.id),
      () => store.readTranscript(RUN.id, 't'),
      () => store.spent(RUN.id),
    ];
    for (const use of uses) await expect(use()).rejects.toThrow(/is closed/);
  });
}
