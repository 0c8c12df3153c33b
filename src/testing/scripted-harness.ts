import { ProviderError } from '../core/errors.ts';
import type { Outcome } from '../core/outcome.ts';
import type { CallOptions, GenerateResult } from '../core/ports/provider.ts';
import type { Harness, Job } from '../core/ports/harness.ts';
import type { Reply } from '../core/reply.ts';

function toReply(result: GenerateResult): Reply {
  return {
    content: result.content,
    finishReason: result.finishReason,
    usage: {
      inputTokens: result.usage.inputTokens.total ?? null,
      outputTokens: result.usage.outputTokens.total ?? null,
      cachedInputTokens: null,
      reasoningTokens: null,
    },
    modelVersion: result.response?.modelId ?? null,
    reasoningVisibility: 'none',
    warnings: [],
    attempts: 1,
  };
}

async function nextReply({ journal, provider, seed, signal, brief }: Job, turn: number): Promise<Reply> {
  const journalled = journal.replies[turn - 1];
  if (journalled) return journalled;
  await journal.noteRequest(turn);
  const answers = Array.from({ length: turn - 1 }, () => ({ role: 'assistant' as const, content: [] }));
  const options: CallOptions = { prompt: [{ role: 'system', content: brief.task }, ...answers], abortSignal: signal };
  const reply = toReply(await provider.forTrial({ seed }).doGenerate(options));
  signal.throwIfAborted();
  await journal.appendReply(turn, reply);
  return reply;
}

async function takeTurns(job: Job): Promise<Outcome> {
  const { scene, recorder, limits, signal } = job;
  for (let turn = 1; turn <= limits.turns; turn += 1) {
    signal.throwIfAborted();
    const reply = await nextReply(job, turn);
    recorder.append({ type: 'reply-received', turn, reply });
    if (reply.finishReason.unified === 'content-filter') return { kind: 'stopped', because: 'scripted' };
    const calls = reply.content.filter((part) => part.type === 'tool-call');
    if (calls.length === 0) return { kind: 'completed', endedBy: 'no-tool-call' };
    const applied = calls.map(({ toolName, input }) => scene.kind === 'tools' && scene.apply(toolName, JSON.parse(input)));
    if (applied.some((call) => call && call.endsTask)) return { kind: 'completed', endedBy: 'end-tool' };
  }
  return { kind: 'limited', limit: 'turns', because: `${limits.turns} turns are over` };
}

/** The plainest loop that a runner can drive: replies from the journal, then the model; calls; an outcome. */
export function scriptedHarness(): Harness {
  return {
    id: 'scripted',
    async run(job) {
      let outcome: Outcome;
      try {
        outcome = await takeTurns(job);
      } catch (error) {
        if (job.signal.aborted || !(error instanceof ProviderError)) throw error;
        outcome = { kind: 'failed', by: 'provider', code: error.code, because: error.message };
      }
      job.recorder.append({ type: 'trial-ended', outcome });
      return outcome;
    },
  };
}
