import { describe, expect, it } from 'vitest';
import { loadTokenCounter, TOKEN_ENCODING } from './token-counter.ts';

describe('the token counter', () => {
  it('counts as the encoding that it names does', async () => {
    const count = await loadTokenCounter();
    // tiktoken.get_encoding('o200k_base').encode(...): 'hello world' -> [24912, 2375], 'tiktoken is great!' -> 6 tokens
    expect([TOKEN_ENCODING, count(''), count('hello world'), count('tiktoken is great!')]).toEqual(['o200k_base', 0, 2, 6]);
  });

  it('takes the mark of a special token for plain text', async () => {
    const count = await loadTokenCounter();
    expect(count('<|endoftext|>')).toBeGreaterThan(1);
  });
});
