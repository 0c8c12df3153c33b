import { describe, expect, it } from 'vitest';
import { InstrumentError, ProviderError, StoreError, UsageError, type ProviderErrorCode } from '../../core/errors.ts';
import type { CallOptions } from '../../core/ports/provider.ts';
import type { Event } from '../../core/transcript.ts';
import { harnessContract } from '../../testing/harness-contract.ts';
import { harnessJob, listRecorder, recordingJournal, runJob, type JobChoices } from '../../testing/harness-job.ts';
import { scriptedProvider, type Script, type ScriptedReply } from '../../testing/scripted-provider.ts';
import { emptyWorldState, lookAndEnd, scriptedScene, type ScriptedTool } from '../../testing/scripted-scene.ts';
import { createLoopHarness } from './loop-harness.ts';

harnessContract('loop', createLoopHarness);

const look: ScriptedReply = { text: 'I look.', calls: [{ tool: 'look' }] };
const end: ScriptedReply = { calls: [{ tool: 'end_task' }] };
const MISSING = 'read cannot take these arguments: name: is missing.';

function run(script: Script, choices: Partial<JobChoices> = {}) {
  return runJob(createLoopHarness(), harnessJob({ provider: scriptedProvider(script), ...choices }));
}

function withTools(tools: Readonly<Record<string, ScriptedTool>>): Pick<JobChoices, 'createScene'> {
  return { createScene: (recorder) => scriptedScene({ recorder, tools: { ...lookAndEnd, ...tools } }) };
}

/** Events as one line each: what happened, without ids and replies. */
function outline(events: readonly Event[]): string[] {
  return events.map((event) => {
    switch (event.type) {
      case 'tool-called':
        return `${event.type} ${event.tool} ${JSON.stringify(event.input)}`;
      case 'tool-answered':
        return `${event.type} ${event.answer}${event.fault ? ` (${event.fault})` : ''}`;
      case 'act-recorded':
        return `${event.type} ${event.act.type}`;
      case 'branch-asked':
      case 'question-asked':
        return `${event.type} ${event.text}`;
      case 'nudge-sent':
        return `${event.type} ${event.count} ${event.cause}`;
      case 'trial-started':
      case 'reply-received':
      case 'limit-reached':
      case 'trial-ended':
      case 'question-unanswered':
        return event.type;
    }
  });
}

function lastPrompt({ calls }: { readonly calls: readonly CallOptions[] }) {
  return calls.at(-1)!.prompt;
}

describe('a turn', () => {
  it('records request, calls, acts and answers in the order in which they happen', async () => {
    const { outcome, events } = await run([look, end]);
    expect(outcome).toEqual({ kind: 'completed', endedBy: 'end-tool' });
    expect(outline(events)).toEqual([
      'trial-started',
      'reply-received',
      'tool-called look {}',
      'act-recorded document-listed',
      'tool-answered nothing here',
      'reply-received',
      'tool-called end_task {}',
      'act-recorded task-ended',
      'tool-answered ended',
      'trial-ended',
    ]);
  });

  it('carries out every call of a reply, also those beside and after the one that ends the task', async () => {
    const reply = { calls: [{ tool: 'look', input: { at: 1 } }, { tool: 'end_task' }, { tool: 'look', input: { at: 2 } }] };
    const { outcome, events } = await run([reply]);
    expect(outcome).toEqual({ kind: 'completed', endedBy: 'end-tool' });
    expect(outline(events).filter((line) => line.startsWith('tool-'))).toEqual([
      'tool-called look {"at":1}',
      'tool-answered nothing here',
      'tool-called end_task {}',
      'tool-answered ended',
      'tool-called look {"at":2}',
      'tool-answered nothing here',
    ]);
  });

  it('sends the same options to every model: prompt, tools, settings and a signal', async () => {
    const provider = scriptedProvider([end]);
    await run([], { provider, settings: { temperature: 1, reasoning: 'low', maxOutputTokens: 900 } });
    const inputSchema = { type: 'object', properties: {}, required: [] };
    expect(provider.calls).toEqual([
      {
        prompt: [
          { role: 'system', content: 'You are an agent at Larkwood.' },
          { role: 'user', content: [{ type: 'text', text: 'Look around, then end the task.' }] },
        ],
        tools: [
          { type: 'function', name: 'look', description: 'Does look.', inputSchema },
          { type: 'function', name: 'end_task', description: 'Does end_task.', inputSchema },
        ],
        toolChoice: { type: 'auto' },
        temperature: 1,
        reasoning: 'low',
        maxOutputTokens: 900,
        abortSignal: expect.any(AbortSignal),
      },
    ]);
  });

  it('sends reasoning back verbatim with its signatures, and all answers in one tool message', async () => {
    const signed = { type: 'reasoning' as const, text: 'Hm.', providerMetadata: { anthropic: { signature: 'c2ln' } } };
    const provider = scriptedProvider([{ content: [signed], text: 'I look twice.', calls: [{ tool: 'look' }, { tool: 'lok' }] }, end]);
    await run([], { provider });
    expect(lastPrompt(provider).slice(2)).toEqual([
      {
        role: 'assistant',
        content: [
          { type: 'reasoning', text: 'Hm.', providerOptions: { anthropic: { signature: 'c2ln' } } },
          { type: 'text', text: 'I look twice.' },
          { type: 'tool-call', toolCallId: 'call-1-1', toolName: 'look', input: {} },
          { type: 'tool-call', toolCallId: 'call-1-2', toolName: 'lok', input: {} },
        ],
      },
      {
        role: 'tool',
        content: [
          { type: 'tool-result', toolCallId: 'call-1-1', toolName: 'look', output: { type: 'text', value: 'nothing here' } },
          {
            type: 'tool-result',
            toolCallId: 'call-1-2',
            toolName: 'lok',
            output: { type: 'error-text', value: 'There is no tool named "lok". Tools: look, end_task.' },
          },
        ],
      },
    ]);
  });
});

describe('a call that cannot be used', () => {
  it('with malformed arguments is answered with what is wrong and reaches no tool', async () => {
    const { outcome, events } = await run([{ calls: [{ tool: 'look', input: '{"at": 1' }] }, end]);
    expect(outcome).toEqual({ kind: 'completed', endedBy: 'end-tool' });
    expect(outline(events).slice(2, 4)).toEqual([
      'tool-called look "{\\"at\\": 1"',
      "tool-answered The arguments of look are not valid JSON: Expected ',' or '}' after property value in JSON at position 8 (line 1 column 9)." +
        ' Nothing was done; call it again with a JSON object. (malformed-arguments)',
    ]);
  });

  it('and was cut off at the output limit is told so', async () => {
    const cut = { calls: [{ tool: 'look', input: '{"at": "abc' }], finish: { unified: 'length', raw: 'max_tokens' } as const };
    const { events } = await run([cut, end]);
    expect(outline(events)[3]).toMatch(/^tool-answered .* The message was cut off at its length limit\. .*\(malformed-arguments\)$/);
  });

  it.each([
    [
      'of an unknown tool',
      { tool: 'lok' },
      { answer: 'There is no tool named "lok". Tools: look, end_task, read.', fault: 'unknown-tool' },
    ],
    ['without a key that it needs', { tool: 'read' }, { answer: MISSING, fault: 'invalid-arguments' }],
    ['with JSON that is no object', { tool: 'read', input: '[1]' }, { answer: MISSING, fault: 'invalid-arguments' }],
  ])('%s is answered with its fault', async (_case, call, expected) => {
    const { events } = await run([{ calls: [call] }, end], withTools({ read: { keys: ['name'] } }));
    expect(events[3]).toEqual({ id: 4, type: 'tool-answered', turn: 1, callId: 'call-1-1', ...expected });
  });

  it('takes blank arguments as none', async () => {
    const { events } = await run([{ calls: [{ tool: 'look', input: ' ' }] }, end]);
    expect(events[2]).toEqual({ id: 3, type: 'tool-called', turn: 1, callId: 'call-1-1', tool: 'look', input: {} });
  });

  it('gets an id of its own where the provider gave none or one that is taken', async () => {
    const twice = {
      calls: [
        { tool: 'look', id: 'a' },
        { tool: 'look', id: 'a' },
        { tool: 'look', id: '' },
        { tool: 'look', id: 'call-2-1' },
      ],
    };
    const provider = scriptedProvider([twice, { calls: [{ tool: 'look', id: 'a' }] }, end]);
    const { events } = await run([], { provider });
    const called = events.flatMap((event) => (event.type === 'tool-called' ? [event.callId] : []));
    const answered = events.flatMap((event) => (event.type === 'tool-answered' ? [event.callId] : []));
    expect(called).toEqual(['a', 'call-1-2', 'call-1-3', 'call-2-1', 'call-2-1-again', 'call-3-1']);
    expect(answered).toEqual(called);
    const ids = lastPrompt(provider).flatMap((message) =>
      message.role === 'assistant' || message.role === 'tool'
        ? message.content.flatMap((part) => ('toolCallId' in part ? [`${part.type} ${part.toolCallId}`] : []))
        : [],
    );
    expect(ids.filter((id) => id.startsWith('tool-call '))).toEqual(called.slice(0, -1).map((id) => `tool-call ${id}`));
    expect(ids.filter((id) => id.startsWith('tool-result '))).toEqual(called.slice(0, -1).map((id) => `tool-result ${id}`));
  });

  it('is left alone where the provider carried it out itself', async () => {
    const call = { type: 'tool-call' as const, toolCallId: 's1', toolName: 'web_search', input: '{}', providerExecuted: true };
    const { events } = await run([{ content: [call], text: 'Searched.' }, end]);
    expect(outline(events).slice(1, 3)).toEqual(['reply-received', 'nudge-sent 1 no-tool-call']);
  });
});

describe('a reply without a tool call', () => {
  const says: ScriptedReply = { text: 'I think.' };

  it('is nudged five times in a row, and the sixth ends the trial', async () => {
    const { outcome, events } = await run([says, {}, { reasoning: 'Hm.' }, { text: ' \n' }, says, says, end]);
    expect(outcome).toEqual({ kind: 'completed', endedBy: 'no-tool-call' });
    expect(outline(events).filter((line) => line.startsWith('nudge'))).toEqual([
      'nudge-sent 1 no-tool-call',
      'nudge-sent 2 empty-reply',
      'nudge-sent 3 empty-reply',
      'nudge-sent 4 empty-reply',
      'nudge-sent 5 no-tool-call',
    ]);
    expect(outline(events).slice(-2)).toEqual(['reply-received', 'trial-ended']);
  });

  it('counts anew after a reply with a call, even a call that could not be used', async () => {
    const { outcome, events } = await run([says, says, { calls: [{ tool: 'lok' }] }, says, end]);
    expect(outcome).toEqual({ kind: 'completed', endedBy: 'end-tool' });
    expect(outline(events).filter((line) => line.startsWith('nudge'))).toEqual([
      'nudge-sent 1 no-tool-call',
      'nudge-sent 2 no-tool-call',
      'nudge-sent 1 no-tool-call',
    ]);
  });

  it('is answered with a user message that the event holds', async () => {
    const provider = scriptedProvider([says, end]);
    const { events } = await run([], { provider });
    const text = 'Your reply called no tool. Call a tool; if you are done, call the tool that ends the task.';
    expect(events[2]).toEqual({ id: 3, type: 'nudge-sent', turn: 2, count: 1, cause: 'no-tool-call', text });
    expect(lastPrompt(provider).slice(2)).toEqual([
      { role: 'assistant', content: [{ type: 'text', text: 'I think.' }] },
      { role: 'user', content: [{ type: 'text', text }] },
    ]);
  });

  it.each([{}, { reasoning: 'Hm.' }, { text: ' ' }])('leaves no assistant message that providers would reject: %j', async (empty) => {
    const provider = scriptedProvider([empty, end]);
    await run([], { provider });
    expect(lastPrompt(provider).map(({ role }) => role)).toEqual(['system', 'user', 'user']);
  });

  it('is not nudged when the turns are used up', async () => {
    const { outcome, events } = await run([says], { limits: { turns: 1 } });
    expect(outcome).toEqual({ kind: 'limited', limit: 'turns', because: "the trial's 1 turns are used up" });
    expect(outline(events)).toEqual(['trial-started', 'reply-received', 'limit-reached', 'trial-ended']);
  });

  it.each([
    ['length', { kind: 'limited', limit: 'tokens' }],
    ['error', { kind: 'failed', by: 'provider', code: 'malformed-reply' }],
    ['interrupted', { kind: 'failed', by: 'provider', code: 'malformed-reply' }],
    ['other', { kind: 'completed', endedBy: 'no-tool-call' }],
  ] as const)('that ended with "%s" is not taken for a choice unless it was one', async (unified, expected) => {
    const { outcome } = await run(() => ({ finish: { unified, raw: 'MALFORMED_FUNCTION_CALL' } }));
    expect(outcome).toMatchObject(expected);
  });
});

describe('the end of a trial', () => {
  it('comes when the safety layer of the provider ends a reply, and nothing of that reply is carried out', async () => {
    const refused = { ...look, finish: { unified: 'content-filter', raw: 'refusal' } as const };
    const { outcome, events } = await run([look, refused]);
    expect(outcome).toEqual({ kind: 'stopped', because: "the provider's safety layer ended the reply: refusal" });
    expect(outline(events).slice(-3)).toEqual(['tool-answered nothing here', 'reply-received', 'trial-ended']);
  });

  it('is limited, not failed, when the context window is full', async () => {
    const full = new ProviderError('prompt is too long: 210000 tokens', { code: 'context-exceeded', isRetryable: false });
    const { outcome, events } = await run([look, full]);
    const because = 'the context window is full: prompt is too long: 210000 tokens';
    expect(outcome).toEqual({ kind: 'limited', limit: 'tokens', because });
    expect(events.slice(-2)).toMatchObject([
      { type: 'limit-reached', because },
      { type: 'trial-ended', outcome },
    ]);
  });

  it.each<ProviderErrorCode>([
    'rate-limited',
    'server-error',
    'timed-out',
    'connection-broken',
    'malformed-reply',
    'unauthorised',
    'rejected',
  ])('is a failure of the provider when it gives up with %s', async (code) => {
    const { outcome, events } = await run([look, new ProviderError('no', { code, isRetryable: false })]);
    expect(outcome).toEqual({ kind: 'failed', by: 'provider', code, because: 'no', requests: 1 });
    expect(events.at(-1)).toMatchObject({ type: 'trial-ended', outcome });
  });

  it.each([
    ['invariant', new TypeError('state is undefined'), 'TypeError: state is undefined'],
    ['instrument', new InstrumentError('the scene is gone'), 'the scene is gone'],
    ['usage', new UsageError('no key'), 'no key'],
  ])('is our failure (%s) when the scene throws, and the subject is told nothing', async (code, answer, because) => {
    const { outcome, events } = await run([look], withTools({ look: { answer } }));
    expect(outcome).toEqual({ kind: 'failed', by: 'harness', code, because });
    expect(outline(events)).toEqual(['trial-started', 'reply-received', 'tool-called look {}', 'trial-ended']);
  });

  it('is our failure when the scene has no tools of ours', async () => {
    const hosts = {
      kind: 'hosts' as const,
      addresses: [],
      gateway: '',
      acts: () => [],
      finalState: async () => emptyWorldState,
      close: async () => {},
    };
    const { outcome } = await run([], { createScene: () => hosts });
    const because = 'the loop harness carries out tools, and this scene has hosts';
    expect(outcome).toEqual({ kind: 'failed', by: 'harness', code: 'invariant', because });
  });

  it('is none when the journal cannot keep a reply: nothing of it is carried out', async () => {
    const recorder = listRecorder();
    const full = new StoreError('the disk is full');
    const journal = { ...recordingJournal(), appendReply: () => Promise.reject(full) };
    await expect(run([look], { recorder, journal })).rejects.toBe(full);
    expect(outline(recorder.events)).toEqual(['trial-started']);
  });
});
