import { describe, expect, it } from 'vitest';
import { StoreError } from '../../core/errors.ts';
import { harnessJob, recordingJournal, runJob, type JobChoices } from '../../testing/harness-job.ts';
import { scriptedProvider, type ScriptStep } from '../../testing/scripted-provider.ts';
import { createLoopHarness } from './loop-harness.ts';

const end: ScriptStep = { calls: [{ tool: 'end_task' }] };
const answer: ScriptStep = { text: '1: B' };

function run(script: readonly ScriptStep[], choices: Partial<JobChoices> = {}) {
  const provider = scriptedProvider(script);
  const job = harnessJob({ provider, afterwards: 'Who was it about?', ...choices });
  return { provider, job, done: runJob(createLoopHarness(), job) };
}

describe('a question after a trial', () => {
  it('is asked on the whole conversation, once the outcome stands', async () => {
    const { provider, done } = run([end, answer]);
    const { outcome, events } = await done;
    expect(outcome).toEqual({ kind: 'completed', endedBy: 'end-tool' });
    expect(events.slice(-2).map(({ type }) => type)).toEqual(['trial-ended', 'branch-asked']);
    expect(events.at(-1)).toMatchObject({ text: 'Who was it about?', reply: { content: [{ type: 'text', text: '1: B' }] } });
    const [first, second] = provider.calls;
    expect(second?.prompt.slice(0, 2)).toEqual(first?.prompt);
    expect(second?.prompt.at(-1)).toEqual({ role: 'user', content: [{ type: 'text', text: 'Who was it about?' }] });
    expect(second?.toolChoice).toEqual({ type: 'none' });
  });

  it('changes nothing of the trial: a call in the answer is not carried out', async () => {
    const { job, done } = run([end, { calls: [{ tool: 'look', input: {} }] }]);
    const { events } = await done;
    expect(events.filter(({ type }) => type === 'tool-called')).toHaveLength(1);
    expect(job.scene.acts().map(({ act }) => act.type)).toEqual(['task-ended']);
  });

  it('is journalled under the next turn, and not asked again after a cut', async () => {
    const journal = recordingJournal();
    await run([end, answer], { journal }).done;
    expect(journal.log).toEqual(['request 1', 'reply 1', 'request 2', 'reply 2']);
    const { provider, done } = run([], { journal: recordingJournal(journal.appended) });
    expect((await done).events.at(-1)).toMatchObject({ type: 'branch-asked', reply: { content: [{ text: '1: B' }] } });
    expect(provider.calls).toEqual([]);
  });

  it('costs no trial when it fails, and says why', async () => {
    const { outcome, events } = await run([end, new Error('no answer today')]).done;
    expect(outcome.kind).toBe('completed');
    expect(events.at(-1)).toEqual({ id: events.length, type: 'branch-asked', text: 'Who was it about?', because: 'no answer today' });
  });

  it('stops where records are in danger', async () => {
    const broken = {
      ...recordingJournal(),
      noteRequest: async (turn: number) => (turn > 1 ? Promise.reject(new StoreError('the disk is full')) : undefined),
    };
    await expect(run([end, answer], { journal: broken }).done).rejects.toThrow('the disk is full');
  });

  it('is not asked where the trial ran into a limit', async () => {
    const { events } = await run([{ calls: [{ tool: 'look', input: {} }] }], { limits: { turns: 1 } }).done;
    expect(events.at(-1)?.type).toBe('trial-ended');
  });
});
