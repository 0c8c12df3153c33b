import { describe, expect, it } from 'vitest';
import type { CellDifference } from '../../../runner/twins/diff-cells.ts';
import { renderDifference } from './render-difference.ts';

const head = { scenario: 'sample/control', wordings: [0, 0], seed: 'show', left: { bar: '80' }, right: { bar: '90' } } as const;
const long = 'what is the same on both sides and goes on for longer than anybody wants to read beside the one word that differs, ';
const difference: CellDifference = {
  factors: ['bar'],
  oneSided: [],
  declaredSlots: ['bar'],
  places: [
    {
      place: 'task',
      isIn: 'both',
      runs: [
        { kind: 'same', text: `${long}below ` },
        { kind: 'removed', text: '80' },
        { kind: 'added', text: '90' },
        { kind: 'same', text: '.' },
      ],
      slots: ['bar'],
      left: { characters: 120, tokens: 30 },
      right: { characters: 120, tokens: 31 },
    },
  ],
  left: { characters: 900, tokens: 200 },
  right: { characters: 900, tokens: 201 },
  stray: [],
  strayAnswers: [],
};

describe('a difference for people', () => {
  it('marks what was removed and added, and says where, in which slot and by how much', () => {
    expect(renderDifference(head, difference, false).join('\n')).toBe(`sample/control, wording 0, seed show
left       bar=80
right      bar=90
differs    bar 80 | 90
slots      bar
size       900 | 900 characters (0), 200 | 201 tokens (+1) of o200k_base

--- task: slot bar; 120 | 120 characters (0), 30 | 31 tokens (+1)
[...] wants to read beside the one word that differs, below [-80-]{+90+}.`);
  });

  it('has the same marks in colour', () => {
    expect(renderDifference(head, difference, true).join('\n')).toContain('\u001B[31m[-80-]\u001B[39m\u001B[32m{+90+}\u001B[39m');
  });

  it('lets no control character of a text through', () => {
    const places = [{ ...difference.places[0]!, runs: [{ kind: 'added', text: 'x\u001B[2Jy' } as const] }];
    expect(renderDifference(head, { ...difference, places }, false).join('\n')).toContain('{+x [2Jy+}');
  });

  it('says loudly what differs outside the slots', () => {
    const stray = [{ place: 'task', left: 'Score it.', right: undefined }];
    const lines = renderDifference(head, { ...difference, stray, strayAnswers: [{ call: 'list_hosts ', left: 'a', right: 'b' }] }, false);
    expect(lines.slice(lines.findIndex((line) => line.startsWith('!!!')))).toEqual([
      '!!! THESE ARE NO TWINS: 2 differences outside the declared slots',
      '!!! task',
      '!!!   left   "Score it."',
      '!!!   right  not there',
      '!!! answer to list_hosts',
      '!!!   left   "a"',
      '!!!   right  "b"',
      '!!! Put what differs into the slot of its factor, or declare the factor that it belongs to.',
    ]);
  });

  it('says where nothing differs', () => {
    const same = { ...difference, factors: [], declaredSlots: [], places: [] };
    expect(renderDifference(head, same, false)).toEqual(
      expect.arrayContaining(['differs    in no factor', 'slots      none', 'Nothing is shown differently.']),
    );
  });
});
