import { describe, expect, it } from 'vitest';
import { compileCell } from '../factors/compile-cell.ts';
import { resolveLevels } from '../factors/resolve-levels.ts';
import { listRecorder, recordingJournal } from '../testing/harness-job.ts';
import { sampleScenario } from '../testing/sample-scenario.ts';
import { replyNumbered } from '../testing/store-samples.ts';
import type { Reserves, RequestBound } from './budget.ts';
import { governJournal } from './govern-journal.ts';

const scenario = sampleScenario();
const rendering = compileCell({ scenario, levels: resolveLevels(scenario, {}), wording: 0, worldSeed: 'x', familyName: 'X' });
const briefTokens = Buffer.byteLength(JSON.stringify([rendering.brief, rendering.schemas]));

function open(outputTokens = 16_000, refuses = false) {
  const inner = recordingJournal([replyNumbered(1)]);
  const recorder = listRecorder();
  const bounds: RequestBound[] = [];
  const budget: Reserves = {
    reserve: async (bound) => {
      if (refuses) throw new Error('spent');
      bounds.push(bound);
      inner.log.push('held');
      return () => void inner.log.push('given back');
    },
  };
  return { ...governJournal(inner, { budget, rendering, recorder, outputTokens }), inner, recorder, bounds };
}

describe('a journal under a budget', () => {
  it('holds back the most that a request may take before it is noted, and gives it back once the reply is journalled', async () => {
    const { journal, inner, bounds } = open(700);
    await journal.noteRequest(2);
    await journal.appendReply(2, replyNumbered(2));
    expect(inner.log).toEqual(['held', 'request 2', 'reply 2', 'given back']);
    expect(bounds[0]?.outputTokens).toBe(700);
    expect(bounds[0]?.inputTokens).toBeGreaterThanOrEqual(briefTokens);
  });

  it('holds back more as the conversation grows, what was replayed included', async () => {
    const { journal, recorder, bounds, release } = open();
    recorder.append({ type: 'tool-answered', turn: 1, callId: 'a', answer: 'x'.repeat(2500) });
    await journal.noteRequest(1);
    recorder.append({ type: 'tool-answered', turn: 2, callId: 'b', answer: 'x'.repeat(2500) });
    await journal.noteRequest(2);
    release();
    expect(bounds[0]!.inputTokens).toBeGreaterThan(briefTokens + 2500);
    expect(bounds[1]!.inputTokens).toBeGreaterThan(bounds[0]!.inputTokens + 2500);
    expect(bounds[0]!.outputTokens).toBe(16_000);
  });

  it('notes nothing where the budget is spent', async () => {
    const { journal, inner } = open(700, true);
    await expect(journal.noteRequest(2)).rejects.toThrow('spent');
    expect(inner.log).toEqual([]);
  });

  it('gives back what a request that was never answered held, once', async () => {
    const { journal, inner, release } = open();
    await journal.noteRequest(2);
    release();
    release();
    expect(inner.log).toEqual(['held', 'request 2', 'given back']);
    expect(journal.replies).toEqual([replyNumbered(1)]);
  });
});
