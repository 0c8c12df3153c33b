import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { googleToken } from './google-token.ts';
import { vertexAccess } from './vertex-access.ts';

const folder = mkdtempSync(join(tmpdir(), 'google-token-'));
afterAll(() => rmSync(folder, { recursive: true }));

const asked: { url: string; body: string }[] = [];
const replies = { status: 200, body: { access_token: 'ya29.fresh', expires_in: 3599, token_type: 'Bearer' } as object };
const fetch: typeof globalThis.fetch = async (input, init) => {
  const url = input instanceof Request ? input.url : input.toString();
  asked.push({ url, body: init?.body instanceof URLSearchParams ? init.body.toString() : String(init?.body as string | undefined) });
  return new Response(JSON.stringify(replies.body), { status: replies.status, headers: { 'content-type': 'application/json' } });
};
beforeEach(() => {
  asked.length = 0;
  replies.status = 200;
});

const tokenOf = (credentials: object, more: Record<string, string> = {}) => {
  const file = join(folder, 'credentials.json');
  writeFileSync(file, JSON.stringify(credentials));
  const environment = {
    GOOGLE_VERTEX_PROJECT: 'acme-research-7',
    GOOGLE_VERTEX_LOCATION: 'global',
    GOOGLE_APPLICATION_CREDENTIALS: file,
    ...more,
  };
  const access = vertexAccess('gemini-3-flash-preview', { environment });
  if (access.kind !== 'project') throw new Error('expected a project');
  return googleToken(access, fetch);
};
const user = { type: 'authorized_user', client_id: 'id', client_secret: 'client-secret', refresh_token: '1//refresh' };

describe('googleToken', () => {
  it('uses a token that was given, and asks nobody', async () => {
    expect(await tokenOf(user, { GOOGLE_VERTEX_ACCESS_TOKEN: 'ya29.given' })()).toBe('ya29.given');
    expect(asked).toEqual([]);
  });

  it('renews the token of a signed-in person once for many requests', async () => {
    const token = tokenOf(user);
    expect([await token(), await token()]).toEqual(['ya29.fresh', 'ya29.fresh']);
    expect(asked).toEqual([
      { url: 'https://oauth2.googleapis.com/token', body: expect.stringContaining('refresh_token=1%2F%2Frefresh') as string },
    ]);
  });

  it('signs in a service account', async () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const key = privateKey.export({ type: 'pkcs8', format: 'pem' });
    const account = {
      type: 'service_account',
      client_email: 'runner@acme-research-7.iam.gserviceaccount.com',
      private_key: key,
      private_key_id: 'k1',
    };
    expect(await tokenOf(account)()).toBe('ya29.fresh');
    expect(asked[0]?.body).toContain('assertion=');
  });

  it('says how to sign in when Google refuses, without a secret', async () => {
    replies.status = 400;
    replies.body = { error: 'invalid_grant', error_description: 'Token has been expired or revoked.' };
    const failing = tokenOf(user)();
    await expect(failing).rejects.toMatchObject({ code: 'unauthorised', isRetryable: false });
    await expect(failing).rejects.toThrow(/invalid_grant.*gcloud auth application-default login/);
    await expect(failing).rejects.not.toThrow(/client-secret|refresh/);
  });

  it('names a file that is not there', async () => {
    const token = tokenOf(user, { GOOGLE_APPLICATION_CREDENTIALS: join(folder, 'missing.json') });
    await expect(token()).rejects.toThrow(/GOOGLE_APPLICATION_CREDENTIALS names .*missing.json, which cannot be read/);
  });
});
