import { describe, expect, it } from 'vitest';
import { asCount, omissionNote, shortenText } from './short-text.ts';

describe('shortenText', () => {
  it('says how much it leaves out, and cuts no character in two', () => {
    expect(shortenText('abc', 3)).toEqual({ text: 'abc', omitted: 0 });
    expect(shortenText('abcd', 3)).toEqual({ text: 'abc', omitted: 1 });
    expect(shortenText('ab😀cd', 3)).toEqual({ text: 'ab', omitted: 4 });
  });
});

describe('asCount', () => {
  it('parts thousands, the same everywhere', () => {
    expect([0, 999, 1000, 1_048_576].map(asCount)).toEqual(['0', '999', '1,000', '1,048,576']);
    expect([omissionNote(0), omissionNote(1234)]).toEqual(['', '… 1,234 more characters not shown']);
  });
});
