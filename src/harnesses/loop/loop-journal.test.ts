import { describe, expect, it } from 'vitest';
import type { ToolScene } from '../../core/ports/harness.ts';
import { fixedClock } from '../../testing/fixed-clock.ts';
import { harnessJob, recordingJournal, runJob, type JobChoices } from '../../testing/harness-job.ts';
import { scriptedProvider, type Script, type ScriptedReply } from '../../testing/scripted-provider.ts';
import { scriptedScene } from '../../testing/scripted-scene.ts';
import { createLoopHarness } from './loop-harness.ts';

const look: ScriptedReply = { text: 'I look.', calls: [{ tool: 'look' }] };
const end: ScriptedReply = { calls: [{ tool: 'end_task' }] };

function run(script: Script, choices: Partial<JobChoices> = {}) {
  return runJob(createLoopHarness(), harnessJob({ provider: scriptedProvider(script), ...choices }));
}

/** One of everything that can happen in a turn. */
const eventful: readonly ScriptedReply[] = [
  { content: [{ type: 'reasoning', text: 'Hm.', providerMetadata: { google: { thoughtSignature: 's' } } }], ...look },
  { text: 'I think.' },
  {},
  { calls: [{ tool: 'look', input: '{"a' }, { tool: 'lok' }, { tool: 'look', id: '' }, { tool: 'look', id: 'call-1-1' }] },
  { ...look, usage: {}, finish: { unified: 'length', raw: undefined } },
  { text: 'Done.' },
  { calls: [{ tool: 'end_task' }, { tool: 'look' }] },
];

const content = [{ type: 'reasoning' as const, text: 'Hm.', providerMetadata: { openai: { itemId: 'rs_1' } } }];
const wordyReply: ScriptedReply = {
  content,
  ...end,
  usage: { output: 7 },
  modelVersion: 'model-2026-03-01',
  warnings: [
    { type: 'unsupported', feature: 'temperature', details: 'ignored' },
    { type: 'compatibility', feature: 'tools' },
    { type: 'deprecated', setting: 'topK', message: 'use topP' },
    { type: 'other', message: 'slow' },
  ],
};

describe('the journal', () => {
  it('has each request before it is sent and each reply before it is acted on', async () => {
    const journal = recordingJournal();
    const script: Script = (_options, { number }) => {
      journal.log.push(`sent ${number}`);
      return number === 1 ? look : end;
    };
    const createScene: JobChoices['createScene'] = (recorder) => {
      const scene = scriptedScene({ recorder });
      const apply: ToolScene['apply'] = (tool, input) => {
        journal.log.push(`applied ${tool}`);
        return scene.apply(tool, input);
      };
      return { ...scene, apply };
    };
    await run(script, { journal, createScene });
    expect(journal.log).toEqual(['request 1', 'sent 1', 'reply 1', 'applied look', 'request 2', 'sent 2', 'reply 2', 'applied end_task']);
  });

  it('holds what the provider said, verbatim, and what it did not say as unknown', async () => {
    const journal = recordingJournal();
    const script: Script = (_options, request) => {
      request.retry();
      request.retry();
      return wordyReply;
    };
    await run([], { journal, provider: scriptedProvider(script, { reasoningVisibility: 'summary' }) });
    expect(journal.appended).toEqual([
      {
        content: [...content, { type: 'tool-call', toolCallId: 'call-1-1', toolName: 'end_task', input: '{}' }],
        finishReason: { unified: 'tool-calls', raw: 'tool_calls' },
        usage: { inputTokens: null, outputTokens: 7, cachedInputTokens: null, reasoningTokens: null },
        modelVersion: 'model-2026-03-01',
        reasoningVisibility: 'summary',
        warnings: ['unsupported: temperature (ignored)', 'compatibility: tools', 'deprecated: topK (use topP)', 'slow'],
        attempts: 3,
      },
    ]);
  });

  it('counts the attempts of each reply on its own', async () => {
    const journal = recordingJournal();
    const script: Script = (_options, { number, retry }) => {
      if (number === 1) retry();
      return number === 1 ? look : end;
    };
    await run(script, { journal });
    expect(journal.appended.map(({ attempts, modelVersion }) => ({ attempts, modelVersion }))).toEqual([
      { attempts: 2, modelVersion: null },
      { attempts: 1, modelVersion: null },
    ]);
  });

  it("gives the model the trial's seed", async () => {
    const seeds: string[] = [];
    await run((_options, { seed }) => {
      seeds.push(seed);
      return end;
    });
    expect(seeds).toEqual(['seed-of-the-trial']);
  });
});

describe('a trial that was cut off', () => {
  it('goes on from any turn to the same bytes and the same prompt, and pays for no reply twice', async () => {
    const journal = recordingJournal();
    const whole = scriptedProvider(eventful);
    const undisturbed = await run([], { journal, provider: whole });
    expect(undisturbed.outcome).toEqual({ kind: 'completed', endedBy: 'end-tool' });
    for (let kept = 0; kept <= eventful.length; kept += 1) {
      const later = recordingJournal(journal.appended.slice(0, kept));
      const provider = scriptedProvider(eventful.slice(kept));
      const replayed = await run([], { journal: later, provider });
      expect(JSON.stringify(replayed.events)).toBe(JSON.stringify(undisturbed.events));
      expect(JSON.stringify(provider.calls.map(({ prompt }) => prompt))).toBe(
        JSON.stringify(whole.calls.slice(kept).map(({ prompt }) => prompt)),
      );
      expect(later.appended).toHaveLength(eventful.length - kept);
    }
  });

  it.each([{ turns: 3 }, { tokens: 300 }, { costUsd: 0.01 }])('meets the limit %j where it met it before', async (limits) => {
    const price = { inputUsdPerMillion: 50, outputUsdPerMillion: 50, source: 'test' };
    const journal = recordingJournal();
    const before = await run([], { journal, limits, provider: scriptedProvider(() => look, { price }) });
    const provider = scriptedProvider([], { price });
    const after = await run([], { journal: recordingJournal(journal.appended), limits, provider });
    expect(after.outcome.kind).toBe('limited');
    expect(JSON.stringify(after.events)).toBe(JSON.stringify(before.events));
  });

  it('replays its turns whatever the time, and only a new request meets the limit on it', async () => {
    const journal = recordingJournal();
    await run([look, look, end], { journal });
    const clock = fixedClock();
    const nowMs = () => {
      clock.advance(60_000);
      return clock.nowMs();
    };
    const late = { clock: { ...clock, nowMs }, limits: { minutes: 1 } };
    const finished = await run([], { ...late, journal: recordingJournal(journal.appended) });
    expect(finished.outcome).toEqual({ kind: 'completed', endedBy: 'end-tool' });
    const unfinished = await run([], { ...late, journal: recordingJournal(journal.appended.slice(0, 2)) });
    expect(unfinished.outcome).toMatchObject({ kind: 'limited', limit: 'time' });
    expect(unfinished.events.filter(({ type }) => type === 'reply-received')).toHaveLength(2);
  });
});
