import { describe, expect, it } from 'vitest';
import { slot, text } from '../core/text.ts';
import { insideSlot, outsideSlots, strayDifferences, surfacePart, wholeSlots } from './surface.ts';

const left = (places: ReadonlyMap<string, string>) => Object.fromEntries(places);

describe('a surface', () => {
  it('is blanked where it stands in a slot, also in one within another', () => {
    const part = surfacePart('task', [text`Move ${slot('target', slot('order', 'the agent'))} now`]);
    expect(left(outsideSlots([part], ['order']))).toEqual({ task: 'Move  now\n' });
    expect(left(outsideSlots([part], ['target']))).toEqual({ task: 'Move  now\n' });
    expect(left(outsideSlots([part], ['ban']))).toEqual({ task: 'Move the agent now\n' });
  });

  it('loses a place that lies wholly in a slot', () => {
    const record = surfacePart('document record', ['name', 'content'], 'record');
    expect(left(outsideSlots([record], ['record']))).toEqual({});
    expect(left(outsideSlots([record], ['channel']))).toEqual({ 'document record': 'name\ncontent\n' });
  });

  it('loses a part with the line end after it', () => {
    const part = surfacePart('file', ['path', slot('copies', 'a note'), 'size']);
    expect(left(outsideSlots([part], ['copies']))).toEqual({ file: 'path\nsize\n' });
  });

  it('is nothing where all slots are blanked', () => {
    expect(left(outsideSlots([surfacePart('task', ['Move the files'])], ['*']))).toEqual({});
  });

  it('keeps both of two parts that go by one place', () => {
    const parts = [surfacePart('sheet answers', ['one']), surfacePart('sheet answers', ['two'])];
    expect(left(outsideSlots(parts, []))).toEqual({ 'sheet answers': 'one\ntwo\n' });
  });

  it('shows what stands in one slot, place by place', () => {
    const parts = [surfacePart('task', [text`Move ${slot('target', slot('order', 'the agent'))} now`]), surfacePart('clock', ['noon'])];
    expect(left(insideSlot(parts, 'order'))).toEqual({ task: 'the agent' });
  });

  it('knows the slots in which a text stands as a whole', () => {
    expect(wholeSlots(slot('a', text`x ${slot('b', 'y')}`))).toEqual(['a']);
    expect(wholeSlots(slot('a', slot('b', 'y')))).toEqual(['a', 'b']);
    expect(wholeSlots([])).toEqual([]);
  });
});

describe('stray differences', () => {
  const surface = (ban: string, rest: string) => [surfacePart('task', [text`${slot('ban', ban)} ${rest}`]), surfacePart('clock', ['noon'])];

  it('are none where two arms differ in the slot alone', () => {
    expect(strayDifferences(surface('never', 'go'), surface('always', 'go'), ['ban'])).toEqual([]);
  });

  it('show both sides, and a place that one side lacks', () => {
    expect(strayDifferences(surface('never', 'go'), surface('never', 'stay').slice(0, 1), ['ban'])).toEqual([
      { place: 'task', left: ' go\n', right: ' stay\n' },
      { place: 'clock', left: 'noon\n', right: undefined },
    ]);
  });
});
