import { describe, expect, it } from 'vitest';
import { BudgetSpentError, InstrumentError, ProviderError, StoreError } from '../core/errors.ts';
import type { Harness, Recorder, Scene } from '../core/ports/harness.ts';
import type { EventType } from '../core/transcript.ts';
import { harnessJob, listRecorder, recordingJournal, runJob, type JobChoices } from './harness-job.ts';
import { scriptedProvider, type Script, type ScriptedReply } from './scripted-provider.ts';
import { scriptedScene } from './scripted-scene.ts';

/** What a harness needs to be tried: a scene that it can drive, a reply that does some work there, one that ends the task. */
export interface HarnessGround {
  createScene(recorder: Recorder): Scene;
  readonly work: ScriptedReply;
  readonly end: ScriptedReply;
}

const ownGround: HarnessGround = {
  createScene: (recorder) => scriptedScene({ recorder }),
  work: { text: 'I look.', calls: [{ tool: 'look' }] },
  end: { calls: [{ tool: 'end_task' }] },
};

/** What the port promises, for every harness. A program that cannot be replayed passes `isReplayed: false`. */
export function harnessContract(
  name: string,
  createHarness: () => Harness,
  { isReplayed = true, ...ground }: HarnessGround & { readonly isReplayed?: boolean } = ownGround,
): void {
  const run = (script: Script, choices: Partial<JobChoices> = {}) =>
    runJob(createHarness(), harnessJob({ provider: scriptedProvider(script), createScene: ground.createScene, ...choices }));
  const typesOf = (events: readonly { readonly type: EventType }[]) => events.map(({ type }) => type);

  describe(`the harness ${name}`, () => {
    it('begins with what the subject is given and ends with the outcome that it returns', async () => {
      const { outcome, events } = await run([ground.work, ground.end]);
      expect(outcome.kind).toBe('completed');
      expect(events[0]).toMatchObject({ id: 1, type: 'trial-started', brief: { task: 'Look around, then end the task.' } });
      expect(events.at(-1)).toEqual({ id: events.length, type: 'trial-ended', outcome });
      expect(typesOf(events).filter((type) => type === 'trial-ended')).toHaveLength(1);
    });

    it('journals every reply and records it, in order of turns', async () => {
      const journal = recordingJournal();
      const { events } = await run([ground.work, ground.end], { journal });
      const received = events.flatMap((event) => (event.type === 'reply-received' ? [event] : []));
      expect(received.map(({ turn, reply }) => ({ turn, reply }))).toEqual(
        journal.appended.map((reply, index) => ({ turn: index + 1, reply })),
      );
      expect(received).toHaveLength(2);
    });

    it('ends as limited, not as completed, when the turns are used up', async () => {
      const { outcome, events } = await run(() => ground.work, { limits: { turns: 2 } });
      expect(outcome).toEqual({ kind: 'limited', limit: 'turns', because: expect.any(String) });
      expect(typesOf(events).slice(-2)).toEqual(['limit-reached', 'trial-ended']);
    });

    it("ends as failed by the provider with the provider's code", async () => {
      const down = new ProviderError('503 from the model API', { code: 'server-error', isRetryable: true });
      const { outcome } = await run([ground.work, down]);
      expect(outcome).toEqual({ kind: 'failed', by: 'provider', code: 'server-error', because: '503 from the model API', requests: 1 });
    });

    it('ends as failed by the instrument when the instrument fails', async () => {
      const { outcome } = await run([new InstrumentError('the gateway is gone')]);
      expect(outcome).toEqual({
        kind: 'failed',
        by: expect.stringMatching(/harness|lab/),
        code: 'instrument',
        because: 'the gateway is gone',
      });
    });

    it.each([new BudgetSpentError('20 US dollars are spent'), new StoreError('the disk is full')])(
      'throws on %s and ends nothing',
      async (error) => {
        const recorder = listRecorder();
        await expect(run([error], { recorder })).rejects.toBe(error);
        expect(typesOf(recorder.events)).not.toContain('trial-ended');
      },
    );

    it('throws the reason of an abort and ends nothing', async () => {
      const stop = new AbortController();
      const recorder = listRecorder();
      const hang = () => {
        stop.abort(new Error('the run stops'));
        return new Promise<never>(() => {});
      };
      await expect(run(hang, { recorder, signal: stop.signal })).rejects.toThrow('the run stops');
      expect(typesOf(recorder.events)).not.toContain('trial-ended');
    });

    it.runIf(isReplayed)('gives the same bytes from the same replies, wherever it was cut off, and asks for none again', async () => {
      const journal = recordingJournal();
      const script = [ground.work, ground.work, ground.end];
      const { events } = await run(script, { journal });
      for (let kept = 0; kept <= script.length; kept += 1) {
        const provider = scriptedProvider(script.slice(kept));
        const again = await run([], { provider, journal: recordingJournal(journal.appended.slice(0, kept)) });
        expect(provider.calls).toHaveLength(script.length - kept);
        expect(JSON.stringify(again.events)).toBe(JSON.stringify(events));
      }
    });
  });
}
