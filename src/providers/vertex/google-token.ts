import { readFileSync } from 'node:fs';
import type { AuthClient } from 'google-auth-library';
import { ProviderError, UsageError } from '../../core/errors.ts';
import { errorExcerpt, fieldOf, parseJson } from '../error-excerpt.ts';
import { readFailedRequest } from '../failed-request.ts';
import type { VertexAccess } from './vertex-access.ts';

type ProjectAccess = Extract<VertexAccess, { kind: 'project' }>;

const scopes = ['https://www.googleapis.com/auth/cloud-platform'];

/**
 * Access tokens: the given one, else those of application default credentials, which Google's library renews. Throws
 * `ProviderError`, retryable only where Google could not be reached.
 */
export function googleToken({ accessToken, credentialsFile }: ProjectAccess, fetch: typeof globalThis.fetch): () => Promise<string> {
  if (accessToken !== undefined) return async () => accessToken;
  let client: Promise<AuthClient> | undefined;
  return async () => {
    try {
      client ??= credentialsFile === undefined ? defaultClient(fetch) : clientOfFile(credentialsFile, fetch);
      const { token } = await (await client).getAccessToken();
      if (typeof token === 'string' && token !== '') return token;
      throw new Error('the credentials give no access token');
    } catch (cause) {
      client = undefined;
      throw signInError(cause);
    }
  };
}

async function defaultClient(fetch: typeof globalThis.fetch): Promise<AuthClient> {
  const { GoogleAuth } = await import('google-auth-library');
  return new GoogleAuth({ scopes, clientOptions: { transporterOptions: { fetchImplementation: fetch } } }).getClient();
}

/** The two kinds of file that people have; others are read by Google's library, which looks for them by itself. */
async function clientOfFile(path: string, fetch: typeof globalThis.fetch): Promise<AuthClient> {
  const { JWT, UserRefreshClient } = await import('google-auth-library');
  const json = parseJson(readCredentials(path));
  const text = (name: string) => {
    const value = fieldOf(json, name);
    return typeof value === 'string' ? value : '';
  };
  const transporterOptions = { fetchImplementation: fetch };
  switch (fieldOf(json, 'type')) {
    case 'service_account':
      return new JWT({ email: text('client_email'), key: text('private_key'), keyId: text('private_key_id'), scopes, transporterOptions });
    case 'authorized_user':
      return new UserRefreshClient({
        clientId: text('client_id'),
        clientSecret: text('client_secret'),
        refreshToken: text('refresh_token'),
        transporterOptions,
      });
    default:
      return defaultClient(fetch);
  }
}

function readCredentials(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new UsageError(`GOOGLE_APPLICATION_CREDENTIALS names ${path}, which cannot be read`, { cause });
  }
}

function signInError(cause: unknown): unknown {
  if (cause instanceof UsageError || readFailedRequest(cause).networkCode !== undefined) return cause;
  const said = errorExcerpt(cause instanceof Error ? cause.message : String(cause));
  return new ProviderError(
    `got no access token from Google: ${said}; sign in with "gcloud auth application-default login", or set GOOGLE_VERTEX_ACCESS_TOKEN`,
    { code: 'unauthorised', isRetryable: false, mayHaveCost: false, cause },
  );
}
