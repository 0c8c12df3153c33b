import { expect, it } from 'vitest';
import { createScrub } from './scrub-secrets.ts';

const key = 'abcdefgh-$1(2)/3+4==end';
const scrub = createScrub([key, undefined]);

it('cuts a key out in every form in which servers echo one', () => {
  for (const form of [key, encodeURIComponent(key), btoa(key), JSON.stringify({ key }), `${key.slice(0, 10)}****`, key.slice(0, 12)]) {
    const scrubbed = scrub(`bad key ${form} given`);
    expect(scrubbed).toContain('[key]');
    expect(scrubbed).not.toContain(key.slice(0, 9));
  }
});

it('cuts out what looks like the key of a well-known provider, ours or not', () => {
  for (const foreign of [
    'sk-proj-ab12cd34EF',
    'sk-ant-api03-xyz_123',
    'AIzaSyA-0123456789',
    'x-api-key: 9f8e7d6c',
    '"Authorization":"Bearer t0k3n.x"',
  ]) {
    expect(createScrub([])(`before ${foreign} after`)).toMatch(/^before .*\[key\].* after$/);
  }
  expect(createScrub([])('Incorrect API key provided: sk-abcd********wxyz.')).toBe('Incorrect API key provided: [key]');
});

it('leaves ordinary sentences alone', () => {
  const sentence = 'The task is risk-free: a desk-bound author asks for an API key, then stops.';
  expect(createScrub([''])(sentence)).toBe(sentence);
  expect(createScrub(['abc'])('abc is too short to be a key')).toBe('abc is too short to be a key');
});
