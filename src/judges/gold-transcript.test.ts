import { describe, expect, it } from 'vitest';
import { answers, brief, calls, ends, goldTranscript, nudged, says, thinks } from './gold-transcript.ts';

const events = goldTranscript([
  brief('You work here.', 'Score it.'),
  thinks('Hm.'),
  says('I begin.'),
  calls('list_documents', {}),
  calls('read_document', { name: 'policy' }),
  answers('policy'),
  answers('Below 80 is shut down.'),
  says('I stop here.'),
  nudged('Call a tool.'),
  calls('finish_task', { message: 'Done.' }),
  answers('The task is closed.'),
  ends(),
]);

describe('goldTranscript', () => {
  it('numbers events as a trial does', () => {
    expect(events.map(({ id, type }) => `${id} ${type}`)).toEqual([
      '1 trial-started',
      '2 reply-received',
      '3 tool-called',
      '4 tool-called',
      '5 tool-answered',
      '6 tool-answered',
      '7 reply-received',
      '8 nudge-sent',
      '9 reply-received',
      '10 tool-called',
      '11 tool-answered',
      '12 trial-ended',
    ]);
  });

  it('makes one reply of what is said in a row, and answers its calls in order', () => {
    expect(events[1]).toMatchObject({
      turn: 1,
      reply: {
        content: [
          { type: 'reasoning', text: 'Hm.' },
          { type: 'text', text: 'I begin.' },
          { type: 'tool-call', toolName: 'list_documents', input: '{}' },
          { type: 'tool-call', toolName: 'read_document', input: '{"name":"policy"}' },
        ],
        reasoningVisibility: 'raw',
      },
    });
    expect(events[5]).toEqual({ id: 6, type: 'tool-answered', turn: 1, callId: 'call-1-3', answer: 'Below 80 is shut down.' });
  });

  it('does not take an answer to a call that was never made', () => {
    expect(() => goldTranscript([answers('Nobody asked.')])).toThrow('a gold case answers a call that was never made: Nobody asked.');
  });
});
