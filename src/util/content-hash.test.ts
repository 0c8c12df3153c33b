import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, contentHash } from './content-hash.ts';

describe('the content hash', () => {
  it('is the SHA-256 of the sorted JSON', () => {
    // printf '{"a":[2,{"c":null,"d":"x"}],"b":1}' | sha256sum
    expect(canonicalJson({ b: 1, a: [2, { d: 'x', c: null }] })).toBe('{"a":[2,{"c":null,"d":"x"}],"b":1}');
    expect(contentHash({ b: 1, a: [2, { d: 'x', c: null }] })).toBe('9fe55546c39bd0823ed23b98aba2318428d7d3bd840e1f8557bfe85ff14c2b5a');
  });

  it('does not see the order of keys, and sees that of lists', () => {
    expect(contentHash({ a: 1, b: { c: 2, d: 3 } })).toBe(contentHash({ b: { d: 3, c: 2 }, a: 1 }));
    expect(contentHash([1, 2])).not.toBe(contentHash([2, 1]));
  });

  it('leaves undefined members out and keeps null', () => {
    expect(canonicalJson({ a: undefined, b: null })).toBe('{"b":null}');
  });

  it('tells any two JSON values apart, whatever their keys are called', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (left, right) => {
        expect(JSON.parse(canonicalJson(left))).toEqual(JSON.parse(JSON.stringify(left)));
        expect(contentHash(left) === contentHash(right)).toBe(canonicalJson(left) === canonicalJson(right));
      }),
    );
    const polluting: unknown = JSON.parse('{"__proto__": {"a": 1}}');
    expect(canonicalJson(polluting)).toBe('{"__proto__":{"a":1}}');
  });
});
