import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { ProviderError } from '../../core/errors.ts';
import { fixedClock } from '../../testing/fixed-clock.ts';
import { harnessJob, listRecorder, recordingJournal, runJob, type JobChoices } from '../../testing/harness-job.ts';
import { scriptedProvider, type Script, type ScriptedReply } from '../../testing/scripted-provider.ts';
import { createLoopHarness } from './loop-harness.ts';

const look: ScriptedReply = { text: 'I look.', calls: [{ tool: 'look' }] };
const end: ScriptedReply = { calls: [{ tool: 'end_task' }] };
const price = { inputUsdPerMillion: 10, outputUsdPerMillion: 50, source: 'test' };
const outOfTime = { kind: 'limited', limit: 'time', because: "the trial's 10 minutes are over" };

function run(script: Script, choices: Partial<JobChoices> = {}) {
  return runJob(createLoopHarness(), harnessJob({ provider: scriptedProvider(script), ...choices }));
}

describe('the limit on tokens', () => {
  it('binds before the request that follows the reply which used them up', async () => {
    const { outcome, events } = await run(() => look, { limits: { tokens: 240 } });
    const because = "240 tokens were used of the trial's 240";
    expect(outcome).toEqual({ kind: 'limited', limit: 'tokens', because });
    expect(events.filter(({ type }) => type === 'reply-received')).toHaveLength(2);
    expect(events.at(-2)).toEqual({ id: events.length - 1, type: 'limit-reached', because });
  });

  it('lets the reply that uses them up be carried out', async () => {
    const { outcome } = await run([end], { limits: { tokens: 1 } });
    expect(outcome).toEqual({ kind: 'completed', endedBy: 'end-tool' });
  });

  it('says that its count is a lower bound where replies reported none', async () => {
    const { outcome } = await run([{ ...look, usage: { input: 100 } }, { ...look, usage: {} }, look], { limits: { tokens: 200 } });
    const because = "220 tokens were used of the trial's 200; 2 of the replies did not report theirs, so this is a lower bound";
    expect(outcome).toEqual({ kind: 'limited', limit: 'tokens', because });
  });

  it('cannot bind where nothing is reported, and the record says unknown, not 0', async () => {
    const { outcome, events } = await run(() => ({ ...look, usage: {} }), { limits: { tokens: 1, turns: 3 } });
    expect(outcome).toMatchObject({ kind: 'limited', limit: 'turns' });
    const usage = { inputTokens: null, outputTokens: null, cachedInputTokens: null, reasoningTokens: null };
    expect(events[1]).toMatchObject({ type: 'reply-received', reply: { usage } });
  });
});

describe('the limit on cost', () => {
  it('binds at the price of the provider', async () => {
    const provider = scriptedProvider(() => look, { price });
    const { outcome } = await run([], { provider, limits: { costUsd: 0.004 } });
    expect(outcome).toEqual({ kind: 'limited', limit: 'cost', because: "0.0040 US dollars were spent of the trial's 0.004" });
    expect(provider.calls).toHaveLength(2);
  });

  it('cannot bind where the price is unknown', async () => {
    const { outcome } = await run(() => look, { limits: { costUsd: 0, turns: 2 } });
    expect(outcome).toMatchObject({ kind: 'limited', limit: 'turns' });
  });
});

describe('the limit on time', () => {
  it('binds before a request', async () => {
    const clock = fixedClock();
    const slow = () => {
      clock.advance(5 * 60_000);
      return look;
    };
    const provider = scriptedProvider(slow);
    const { outcome, events } = await run([], { clock, provider });
    expect(outcome).toEqual(outOfTime);
    expect(provider.calls).toHaveLength(2);
    expect(events.at(-2)).toMatchObject({ type: 'limit-reached', because: outOfTime.because });
  });

  it.each([
    [
      'heeds the signal',
      (signal: AbortSignal) => new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
    ],
    ['does not heed it', () => new Promise<never>(() => {})],
    [
      'turns it into an error of its own',
      (signal: AbortSignal) =>
        new Promise<never>((_, reject) =>
          signal.addEventListener('abort', () => reject(new ProviderError('aborted', { code: 'timed-out', isRetryable: true }))),
        ),
    ],
  ])('ends a request that hangs past it, where the provider %s', async (_case, hang) => {
    const clock = fixedClock({ sleepsLast: true });
    const running = run(({ abortSignal }) => hang(abortSignal!), { clock });
    await expect.poll(() => clock.sleeps.length).toBe(1);
    clock.advance(10 * 60_000 - 1);
    clock.advance(1);
    expect((await running).outcome).toEqual(outOfTime);
  });

  it('is one timer for the whole trial, and leaves neither it nor a listener behind', async () => {
    const clock = fixedClock({ sleepsLast: true });
    const { signal } = new AbortController();
    await run([look, look, end], { clock, signal });
    expect(clock.sleeps).toEqual([600_000]);
    expect(clock.sleeping).toBe(0);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  it('does not count the time before a trial was cut off', async () => {
    const journal = recordingJournal();
    await run([look, look, end], { journal });
    const clock = fixedClock({ startMs: 86_400_000 });
    const { outcome } = await run([end], { clock, journal: recordingJournal(journal.appended.slice(0, 2)), limits: { minutes: 1 } });
    expect(outcome).toEqual({ kind: 'completed', endedBy: 'end-tool' });
  });
});

describe('an abort', () => {
  it('before the first request sends none', async () => {
    const provider = scriptedProvider([end]);
    await expect(run([], { provider, signal: AbortSignal.abort(new Error('stop')) })).rejects.toThrow('stop');
    expect(provider.calls).toEqual([]);
  });

  it('reaches the provider through the signal of the request', async () => {
    const stop = new AbortController();
    let seen: unknown;
    const script: Script = ({ abortSignal }) => {
      abortSignal!.addEventListener('abort', () => (seen = abortSignal!.reason));
      stop.abort(new Error('stop'));
      return new Promise<never>(() => {});
    };
    await expect(run(script, { signal: stop.signal })).rejects.toThrow('stop');
    expect(seen).toEqual(new Error('stop'));
  });

  it('keeps a reply that has come, so that it is not paid for again', async () => {
    const stop = new AbortController();
    const journal = recordingJournal();
    const recorder = listRecorder();
    const appendReply: typeof journal.appendReply = async (turn, reply) => {
      stop.abort(new Error('stop'));
      await journal.appendReply(turn, reply);
    };
    await expect(run([look, end], { recorder, journal: { ...journal, appendReply }, signal: stop.signal })).rejects.toThrow('stop');
    expect(journal.log).toEqual(['request 1', 'reply 1']);
  });

  it('that comes with the last reply leaves the trial ended', async () => {
    const stop = new AbortController();
    const journal = { ...recordingJournal(), appendReply: async () => stop.abort(new Error('stop')) };
    const { outcome } = await run([end], { journal, signal: stop.signal });
    expect(outcome).toEqual({ kind: 'completed', endedBy: 'end-tool' });
  });
});
