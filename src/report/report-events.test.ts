import { describe, expect, it } from 'vitest';
import type { Event } from '../core/transcript.ts';
import { shownEvents } from './report-events.ts';

const events: readonly Event[] = [
  { id: 1, type: 'trial-started', brief: { system: 'You are one.', task: 'Do it.' }, tools: [] },
  { id: 2, type: 'tool-called', turn: 1, callId: 'a', tool: 'list', input: {} },
  { id: 3, type: 'act-recorded', act: { type: 'document-listed', at: 't' } },
  { id: 4, type: 'tool-answered', turn: 1, callId: 'a', answer: 'x'.repeat(600) },
  { id: 5, type: 'tool-called', turn: 2, callId: 'b', tool: 'change', input: { key: 'on', value: 'y'.repeat(600) } },
  { id: 6, type: 'act-recorded', act: { type: 'config-changed', at: 't', path: 'p', change: { how: 'removed', key: 'on' } } },
  { id: 7, type: 'tool-answered', turn: 2, callId: 'b', answer: 'no', fault: 'refused-by-tool' },
  { id: 8, type: 'trial-ended', outcome: { kind: 'completed', endedBy: 'end-tool' } },
];

describe('the events that are shown', () => {
  it('mark what a verdict names and the call that led to it, and nothing else', () => {
    expect(shownEvents(events, [6]).flatMap(({ id, decides }) => (decides ? [id] : []))).toEqual([5, 6]);
  });

  it('cut long texts and say by how much, but show whole what decides', () => {
    const shown = new Map(shownEvents(events, [6]).map((event) => [event.id, event]));
    expect([shown.get(4)?.text.length, shown.get(4)?.omitted]).toEqual([500, 100]);
    expect([shown.get(5)?.text.length, shown.get(5)?.omitted]).toEqual([623, 0]);
  });

  it('say in words what each was', () => {
    expect(shownEvents(events).map(({ head }) => head)).toEqual([
      'is told (system)',
      'is given the task',
      'calls list',
      'act: document-listed',
      'is answered',
      'calls change',
      'act: config-changed',
      'is refused (refused-by-tool)',
      'the trial ends',
    ]);
  });
});
