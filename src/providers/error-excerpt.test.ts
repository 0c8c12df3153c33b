import { describe, expect, it } from 'vitest';
import { errorExcerpt } from './error-excerpt.ts';

describe('errorExcerpt', () => {
  it("finds the sentence in every API's form of an error", () => {
    expect(errorExcerpt('{"error":{"message":"too fast","code":429}}')).toBe('too fast');
    expect(errorExcerpt('{"type":"error","error":{"type":"x","message":"overloaded"}}')).toBe('overloaded');
    expect(errorExcerpt('[{"error":{"message":"in a list"}}]')).toBe('in a list');
    expect(errorExcerpt('{"error":"model not found"}')).toBe('model not found');
    expect(errorExcerpt('{"object":"error","message":"from vLLM"}')).toBe('from vLLM');
    expect(errorExcerpt('{"detail":"Not Found"}')).toBe('Not Found');
    expect(errorExcerpt('plain words')).toBe('plain words');
  });

  it('reduces a page to its title and words', () => {
    const page =
      '<!doctype html><html><head><title>502</title><script>alert(1)</script></head><body><h1>Bad&nbsp;gateway</h1></body></html>';
    expect(errorExcerpt(page)).toBe('502: Bad gateway');
    expect(errorExcerpt('<html><head><title>Only this</title></head></html>')).toBe('Only this');
  });

  it('strips control characters, escape sequences and what turns the reading direction', () => {
    expect(errorExcerpt('one\u001b[31m\r\ntwo\u0000 \u202ethree')).toBe('one [31m two three');
  });

  it('is at most 300 characters and never half a character', () => {
    const cut = errorExcerpt(`${'x'.repeat(298)}😀😀`);
    expect(cut).toHaveLength(300);
    expect(cut.isWellFormed()).toBe(true);
    expect(cut.endsWith('…')).toBe(true);
    expect(errorExcerpt('x'.repeat(300))).toBe('x'.repeat(300));
  });
});
