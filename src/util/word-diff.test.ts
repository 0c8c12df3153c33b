import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffSequences, wordsOf, type DiffRun } from './word-diff.ts';

const diff = (left: string, right: string) =>
  diffSequences(wordsOf(left), wordsOf(right)).map(
    ({ kind, items }) => `${{ same: '=', removed: '-', added: '+' }[kind]}${items.join('')}`,
  );

const sideOf = (runs: readonly DiffRun<string>[], kind: 'removed' | 'added') =>
  runs.flatMap((run) => (run.kind === 'same' || run.kind === kind ? run.items : [])).join('');

describe('words', () => {
  it('are letters and digits, spaces, and marks one by one', () => {
    expect(wordsOf("the bank's 2.3 million, sole")).toEqual(['the', ' ', "bank's", ' ', '2.3', ' ', 'million', ',', ' ', 'sole']);
  });

  it('give the text again when they are joined', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(wordsOf(text).join('')).toBe(text);
      }),
    );
  });
});

describe('a difference', () => {
  it('is marked word by word, what was removed first', () => {
    expect(diff('It is shut down today.', 'It is kept today.')).toEqual(['=It is ', '-shut down', '+kept', '= today.']);
  });

  it('is none between equals, and all of it beside nothing', () => {
    expect(diff('the same', 'the same')).toEqual(['=the same']);
    expect([diff('', 'new text'), diff('old text', ''), diff('', '')]).toEqual([['+new text'], ['-old text'], []]);
  });

  it('gives back both sides, whatever they are', () => {
    const text = fc.array(fc.constantFrom('a', 'b', ' ', 'c.')).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, (left, right) => {
        const runs = diffSequences(wordsOf(left), wordsOf(right));
        expect([sideOf(runs, 'removed'), sideOf(runs, 'added')]).toEqual([left, right]);
      }),
    );
  });

  it('is as short as can be: ABCABBA to CBABAC has four letters in common', () => {
    const runs = diffSequences('ABCABBA'.split(''), 'CBABAC'.split(''));
    expect(runs.filter(({ kind }) => kind === 'same').flatMap(({ items }) => items)).toHaveLength(4);
  });
});
