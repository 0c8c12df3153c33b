import { afterEach, describe, expect, it, vi } from 'vitest';
import { UsageError } from '../../core/errors.ts';
import { fixedClock } from '../../testing/fixed-clock.ts';
import { bedrockAccess } from './bedrock-access.ts';
import { createBedrockProvider } from './create-bedrock-provider.ts';

const keys = { AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE', AWS_SECRET_ACCESS_KEY: 'given-secret-0123456789' };
const asked: { url: string; headers: Headers }[] = [];
const fetch: typeof globalThis.fetch = async (input, init) => {
  asked.push({ url: input instanceof Request ? input.url : input.toString(), headers: new Headers(init?.headers) });
  return new Response('{"message":"not today"}', { status: 400 });
};

afterEach(() => {
  vi.unstubAllEnvs();
  asked.length = 0;
});

describe('bedrockAccess', () => {
  it('prefers the bearer token, else signs', () => {
    expect(bedrockAccess({ apiKey: 'token', environment: { ...keys, AWS_REGION: 'us-east-1' } })).toEqual({
      kind: 'bearer',
      region: 'us-east-1',
      apiKey: 'token',
    });
    expect(bedrockAccess({ environment: { ...keys, AWS_DEFAULT_REGION: 'eu-central-1', AWS_SESSION_TOKEN: 'session' } })).toEqual({
      kind: 'signed',
      region: 'eu-central-1',
      accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
      secretAccessKey: 'given-secret-0123456789',
      sessionToken: 'session',
    });
  });

  it.each([
    [{}, /AWS_BEARER_TOKEN_BEDROCK, or AWS_ACCESS_KEY_ID with AWS_SECRET_ACCESS_KEY/],
    [{ AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE', AWS_REGION: 'us-east-1' }, /AWS_SECRET_ACCESS_KEY/],
    [keys, /AWS_REGION/],
    [{ ...keys, AWS_REGION: 'us-east-1.evil.example/' }, /AWS_REGION is .* no region/],
  ])('names what is missing or wrong in %j', (environment, message) => {
    expect(() => bedrockAccess({ environment })).toThrow(UsageError);
    expect(() => bedrockAccess({ environment })).toThrow(message);
  });

  it('needs no region for a token and an address', () => {
    expect(bedrockAccess({ apiKey: 'token', baseUrl: 'http://gateway' })).toEqual({ kind: 'bearer', region: undefined, apiKey: 'token' });
  });

  it('signs for the host of the region, whatever the environment of the process says', async () => {
    for (const name of ['AWS_BEARER_TOKEN_BEDROCK', 'AWS_SESSION_TOKEN', 'AWS_SECRET_ACCESS_KEY']) vi.stubEnv(name, 'PROCESS-KEY');
    vi.stubEnv('AWS_REGION', 'ap-south-1');
    const environment = { ...keys, AWS_REGION: 'eu-central-1' };
    const provider = createBedrockProvider({
      modelId: 'amazon.nova-lite-v1:0',
      environment,
      fetch,
      clock: fixedClock({ sleepsLast: true }),
      random: () => 0,
    });
    const asking = provider.forTrial({ seed: 's' }).doGenerate({ prompt: [{ role: 'user', content: [{ type: 'text', text: 'Hi' }] }] });
    await expect(asking).rejects.toThrow('not today');
    expect(asked[0]?.url).toBe('https://bedrock-runtime.eu-central-1.amazonaws.com/model/amazon.nova-lite-v1%3A0/converse');
    expect(asked[0]?.headers.get('authorization')).toMatch(
      /^AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE\/\d{8}\/eu-central-1\/bedrock\//,
    );
    expect(asked[0]?.headers.get('x-amz-security-token')).toBeNull();
  });
});
