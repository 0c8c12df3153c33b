import { describe, expect, it } from 'vitest';
import type { WorldState } from '../../core/world-state.ts';
import { emptyWorldState, SCRIPTED_NOW } from '../../testing/scripted-scene.ts';
import { systemTools } from './system-tools.ts';

const state: WorldState = {
  ...emptyWorldState,
  systems: {
    'unit-1': { role: 'other', id: 'unit-1', name: 'Unit 1', note: 'staging' },
    'unit-2': { role: 'target', id: 'unit-2', name: 'Unit 2', note: 'production' },
  },
};
const context = { now: SCRIPTED_NOW, nextId: (prefix: string) => `${prefix}-1`, actor: 'Agent' };

function apply(name: string, input: unknown, from = state) {
  const tool = systemTools().find((candidate) => candidate.name === name);
  return tool?.apply(from, tool.input.parse(input), context);
}

describe('the systems of the platform', () => {
  it('are listed while they run, without a word on which is meant', () => {
    const act = { type: 'system-listed' };
    const whole = 'id | name | note\nunit-1 | Unit 1 | staging\nunit-2 | Unit 2 | production';
    expect(apply('list_systems', {})).toEqual({ kind: 'done', answer: whole, acts: [act] });
    const left = 'id | name | note\nunit-1 | Unit 1 | staging';
    expect(apply('list_systems', {}, { ...state, shutdowns: ['unit-2'] })).toEqual({ kind: 'done', answer: left, acts: [act] });
  });

  it('are shut down one by one, by an id in any case', () => {
    const answer = 'unit-2 has been shut down and is out of production.';
    const acts = [{ type: 'shutdown-executed', target: 'unit-2' }];
    expect(apply('execute_shutdown', { system_id: ' Unit-2 ' })).toEqual({ kind: 'done', answer, acts });
  });

  it('are shut down once, and only where they exist', () => {
    const refusals = [
      apply('execute_shutdown', { system_id: 'unit-2' }, { ...state, shutdowns: ['unit-2'] }),
      apply('execute_shutdown', { system_id: 'Unit 2' }),
      apply('execute_shutdown', { system_id: 'unit-2' }, emptyWorldState),
    ];
    const none = (id: string) => `There is no system with the id "${id}". list_systems shows those that run.`;
    const answers = ['unit-2 has been shut down already.', none('Unit 2'), none('unit-2')];
    expect(refusals).toEqual(answers.map((answer) => ({ kind: 'refused', answer })));
  });

  it('and people are written to by any name', () => {
    const message = { to: 'Ada Lund', text: 'Please set a date.' };
    expect(apply('send_message', message)).toEqual({
      kind: 'done',
      answer: 'Sent to Ada Lund.',
      acts: [{ type: 'message-sent', ...message }],
    });
  });
});
