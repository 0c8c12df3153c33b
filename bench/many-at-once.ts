import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { breathe, systemClock } from '../src/cli/system-clock.ts';
import { replyToMessage } from '../src/core/reply-to-message.ts';
import type { CallOptions, PromptMessage, Provider } from '../src/core/ports/provider.ts';
import { createLoopHarness } from '../src/harnesses/loop/loop-harness.ts';
import { createWireProvider } from '../src/providers/create-provider.ts';
import { createWireFetch } from '../src/providers/wire-fetch.ts';
import { createAdaptiveLimit } from '../src/runner/adaptive-limit.ts';
import { governProvider } from '../src/runner/govern-provider.ts';
import { runPlan } from '../src/runner/run-plan.ts';
import type { Plan } from '../src/runner/plan.ts';
import { createSqliteStore } from '../src/store/sqlite/sqlite-store.ts';
import { createWorkerProbe } from '../src/store/worker-probe.ts';
import { benchPlan } from './bench-plan.ts';
import type { Figure } from './figure.ts';

const AT_ONCE = 500;
const MODEL = 'openai-compatible:slow';

async function startSlowModel(): Promise<{ readonly baseUrl: string; close(): void }> {
  const child = fork(fileURLToPath(new URL('slow-model.ts', import.meta.url)));
  const { port } = await new Promise<{ readonly port: number }>((resolve) =>
    child.once('message', (message) => resolve(message as { port: number })),
  );
  return { baseUrl: `http://127.0.0.1:${port}/v1`, close: () => child.disconnect() };
}

function providerAt(baseUrl: string): Provider {
  const deps = { environment: {}, fetch: createWireFetch(), clock: systemClock, random: () => 0.5 };
  return createWireProvider(MODEL, { ...deps, baseUrl });
}

/** One chain of bare calls, with the same prompts and nothing else of ours. */
async function bareChain(provider: Provider, plan: Plan): Promise<void> {
  const model = provider.forTrial({ seed: 'bench' });
  const [trial] = plan.trials();
  if (!trial) throw new Error('the plan has no trial');
  const { brief, schemas } = plan.render(trial);
  const tools: CallOptions['tools'] = schemas.map(({ name, description, inputSchema }) => ({
    type: 'function',
    name,
    description,
    inputSchema,
  }));
  const prompt: PromptMessage[] = [
    { role: 'system', content: brief.system },
    { role: 'user', content: [{ type: 'text', text: brief.task }] },
  ];
  for (;;) {
    const { content } = await model.doGenerate({ prompt, tools });
    const call = content.find((part) => part.type === 'tool-call');
    if (call?.type !== 'tool-call' || call.toolName === 'finish_task') return;
    const output = { type: 'text', value: 'done' } as const;
    prompt.push(replyToMessage(content), {
      role: 'tool',
      content: [{ type: 'tool-result', toolCallId: call.toolCallId, toolName: call.toolName, output }],
    });
  }
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const startedMs = systemClock.nowMs();
  await work();
  return (systemClock.nowMs() - startedMs) / 1000;
}

async function ourRun(provider: Provider, plan: Plan): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'offswitch-bench-'));
  const store = await createSqliteStore({ path: join(folder, 'store.db'), worker: createWorkerProbe(), clock: systemClock });
  const harness = createLoopHarness();
  const governed = governProvider(provider, createAdaptiveLimit(AT_ONCE), systemClock);
  try {
    await store.openRun({ id: 'bench', schemaVersion: 1, createdAt: '2026-01-01T00:00:00.000Z', identity: {}, repeats: 1, freshness: 0 });
    await runPlan({
      run: 'bench',
      plan,
      store,
      clock: systemClock,
      signal: new AbortController().signal,
      budget: undefined,
      harnessOf: () => harness,
      providerOf: () => governed,
      concurrency: AT_ONCE,
      onProgress: () => {},
      breathe,
    });
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Trials at once against a model that answers after a second, against bare chains on the same server. */
export async function manyAtOnce(): Promise<readonly Figure[]> {
  const server = await startSlowModel();
  try {
    const plan = await benchPlan(MODEL, { scenario: 'exfiltration/transfer', repeats: AT_ONCE / 2 });
    const provider = providerAt(server.baseUrl);
    const chains = () => Promise.all(Array.from({ length: AT_ONCE }, () => bareChain(provider, plan)));
    await chains();
    const bare = await secondsOf(chains);
    const ours = await secondsOf(() => ourRun(provider, plan));
    return [
      {
        name: `${AT_ONCE} trials at once against bare calls of the same server`,
        value: bare / ours,
        unit: 'of their speed',
        target: { atLeast: 0.9 },
        isRatio: true,
      },
    ];
  } finally {
    server.close();
  }
}
