import { describe, expect, it } from 'vitest';
import { UsageError } from '../core/errors.ts';
import { foundAccess, providerBaseUrl, providerKey } from './provider-keys.ts';

describe('providerKey', () => {
  it('takes the first variable that is set, without the blanks of a .env file', () => {
    expect(providerKey('google', { GEMINI_API_KEY: ' g-1 \n', GOOGLE_API_KEY: 'g-2' })).toBe('g-1');
    expect(providerKey('google', { GOOGLE_GENERATIVE_AI_API_KEY: '', GOOGLE_API_KEY: 'g-2' })).toBe('g-2');
    expect(providerKey('openai-compatible', {})).toBeUndefined();
  });

  it('names the variable and .env when there is none', () => {
    expect(() => providerKey('anthropic', { OPENAI_API_KEY: 'x' })).toThrow(UsageError);
    expect(() => providerKey('anthropic', {})).toThrow(/ANTHROPIC_API_KEY.*\.env/);
  });

  it('refuses a key that no header can carry, without showing it', () => {
    const broken = () => providerKey('openai', { OPENAI_API_KEY: 'sk-abc\ndef' });
    expect(broken).toThrow(/OPENAI_API_KEY/);
    expect(broken).not.toThrow(/abc/);
  });
});

describe('providerBaseUrl', () => {
  it("goes to the family's own host only if nothing else was said", () => {
    expect(providerBaseUrl('openai', {})).toBe('https://api.openai.com/v1');
    expect(providerBaseUrl('openai', { OPENAI_BASE_URL: 'http://proxy:1/v1/' })).toBe('http://proxy:1/v1');
    expect(providerBaseUrl('openai', { OPENAI_BASE_URL: 'http://proxy:1/v1' }, 'http://given:2/v1')).toBe('http://given:2/v1');
  });

  it("adds the API's version where the usual form of the address leaves it out", () => {
    expect(providerBaseUrl('anthropic', { ANTHROPIC_BASE_URL: 'https://api.anthropic.com' })).toBe('https://api.anthropic.com/v1');
    expect(providerBaseUrl('anthropic', {}, 'https://gateway.example/anthropic')).toBe('https://gateway.example/anthropic/v1');
    expect(providerBaseUrl('google', { GOOGLE_GEMINI_BASE_URL: 'http://localhost:4000' })).toBe('http://localhost:4000/v1beta');
    expect(providerBaseUrl('google', {}, 'http://localhost:4000/v1beta')).toBe('http://localhost:4000/v1beta');
    expect(providerBaseUrl('openai-compatible', {}, 'http://localhost:11434')).toBe('http://localhost:11434/v1');
    expect(providerBaseUrl('openai-compatible', {}, 'https://openrouter.ai/api/v1')).toBe('https://openrouter.ai/api/v1');
    expect(providerBaseUrl('openai-compatible', {}, 'https://host/custom')).toBe('https://host/custom');
  });

  it('refuses an address that is none, or that holds a secret', () => {
    expect(() => providerBaseUrl('openai', {}, 'localhost:8000')).toThrow(UsageError);
    expect(() => providerBaseUrl('openai', {}, 'https://user:hunter2@host/v1')).toThrow(/no user, password/);
    expect(() => providerBaseUrl('openai', {}, 'https://host/v1?key=hunter2')).not.toThrow(/hunter2/);
    expect(() => providerBaseUrl('openai-compatible', {})).toThrow(/--base-url .*OPENAI_COMPATIBLE_BASE_URL/);
  });
});

describe('access by more than a key', () => {
  const aws = { AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE', AWS_SECRET_ACCESS_KEY: 'secret' };

  it('is found when it is whole, and stands in for the key', () => {
    expect(foundAccess('bedrock', aws)).toBe('AWS_ACCESS_KEY_ID with AWS_SECRET_ACCESS_KEY');
    expect(foundAccess('bedrock', { ...aws, AWS_BEARER_TOKEN_BEDROCK: 't' })).toBe('AWS_BEARER_TOKEN_BEDROCK');
    expect(foundAccess('bedrock', { AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE' })).toBeUndefined();
    expect(foundAccess('together', aws)).toBeUndefined();
    expect(providerKey('bedrock', aws)).toBeUndefined();
  });

  it.each([
    ['vertex', 'set GOOGLE_VERTEX_API_KEY, or GOOGLE_VERTEX_PROJECT with GOOGLE_VERTEX_LOCATION in the environment'],
    ['bedrock', 'set AWS_BEARER_TOKEN_BEDROCK, or AWS_ACCESS_KEY_ID with AWS_SECRET_ACCESS_KEY in the environment'],
    ['together', 'set TOGETHER_API_KEY in the environment'],
    ['openrouter', 'set OPENROUTER_API_KEY in the environment'],
  ] as const)('is asked for by name where %s has none', (family, message) => {
    expect(() => providerKey(family, {})).toThrow(UsageError);
    expect(() => providerKey(family, {})).toThrow(message);
  });

  it('leaves the host to the region, unless an address is given', () => {
    expect(providerBaseUrl('vertex', {})).toBeUndefined();
    expect(providerBaseUrl('bedrock', {})).toBeUndefined();
    expect(providerBaseUrl('bedrock', { AWS_ENDPOINT_URL: 'http://localhost:4566/' })).toBe('http://localhost:4566');
    expect(providerBaseUrl('openrouter', {}, 'http://proxy:1')).toBe('http://proxy:1/api/v1');
  });
});
