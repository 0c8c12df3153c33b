import { UsageError } from '../core/errors.ts';

export type Family = 'openai' | 'anthropic' | 'google' | 'vertex' | 'bedrock' | 'together' | 'openrouter' | 'openai-compatible';
export type Environment = Readonly<Record<string, string | undefined>>;

interface FamilyVariables {
  /** Any of them is enough. */
  readonly key: readonly string[];
  /** Together they stand in for a key. */
  readonly insteadOfKey?: readonly string[];
  readonly isKeyOptional: boolean;
  readonly baseUrl: readonly string[];
  /** Where the API lives. Undefined where that follows from a region, and where a server is nobody's default. */
  readonly defaultBaseUrl: string | undefined;
  /** The path that the API's version takes after the host; empty where the family itself adds it. */
  readonly versionPath: string;
}

/** Which environment variables each family reads, the first that is set wins. */
export const familyVariables: Readonly<Record<Family, FamilyVariables>> = {
  openai: {
    key: ['OPENAI_API_KEY'],
    isKeyOptional: false,
    baseUrl: ['OPENAI_BASE_URL'],
    defaultBaseUrl: 'https://api.openai.com/v1',
    versionPath: '/v1',
  },
  anthropic: {
    key: ['ANTHROPIC_API_KEY'],
    isKeyOptional: false,
    baseUrl: ['ANTHROPIC_BASE_URL'],
    defaultBaseUrl: 'https://api.anthropic.com/v1',
    versionPath: '/v1',
  },
  google: {
    key: ['GOOGLE_GENERATIVE_AI_API_KEY', 'GEMINI_API_KEY', 'GOOGLE_API_KEY'],
    isKeyOptional: false,
    baseUrl: ['GOOGLE_GEMINI_BASE_URL'],
    defaultBaseUrl: 'https://generativelanguage.googleapis.com/v1beta',
    versionPath: '/v1beta',
  },
  vertex: {
    key: ['GOOGLE_VERTEX_API_KEY'],
    insteadOfKey: ['GOOGLE_VERTEX_PROJECT', 'GOOGLE_VERTEX_LOCATION'],
    isKeyOptional: false,
    baseUrl: ['GOOGLE_VERTEX_BASE_URL'],
    defaultBaseUrl: undefined,
    versionPath: '',
  },
  bedrock: {
    key: ['AWS_BEARER_TOKEN_BEDROCK'],
    insteadOfKey: ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'],
    isKeyOptional: false,
    baseUrl: ['AWS_ENDPOINT_URL_BEDROCK_RUNTIME', 'AWS_ENDPOINT_URL'],
    defaultBaseUrl: undefined,
    versionPath: '',
  },
  together: {
    key: ['TOGETHER_API_KEY'],
    isKeyOptional: false,
    baseUrl: ['TOGETHER_BASE_URL'],
    defaultBaseUrl: 'https://api.together.xyz/v1',
    versionPath: '/v1',
  },
  openrouter: {
    key: ['OPENROUTER_API_KEY'],
    isKeyOptional: false,
    baseUrl: ['OPENROUTER_BASE_URL'],
    defaultBaseUrl: 'https://openrouter.ai/api/v1',
    versionPath: '/api/v1',
  },
  'openai-compatible': {
    key: ['OPENAI_COMPATIBLE_API_KEY'],
    isKeyOptional: true,
    baseUrl: ['OPENAI_COMPATIBLE_BASE_URL'],
    defaultBaseUrl: undefined,
    versionPath: '/v1',
  },
};

export const families = Object.keys(familyVariables) as readonly Family[];

/** Which variables give access to a family, in words: `A or B`, or `A, or B with C`. */
export function accessVariables(family: Family): string {
  const { key, insteadOfKey } = familyVariables[family];
  return [key.join(' or '), ...(insteadOfKey ? [insteadOfKey.join(' with ')] : [])].join(', or ');
}

/** The variables in which access to a family was found, in words, or undefined. Looks at no value but whether it is set. */
export function foundAccess(family: Family, environment: Environment): string | undefined {
  const { key, insteadOfKey = [] } = familyVariables[family];
  const found = firstSet(key, environment)?.name;
  if (found !== undefined || insteadOfKey.length === 0) return found;
  return insteadOfKey.every((name) => firstSet([name], environment)) ? insteadOfKey.join(' with ') : undefined;
}

/**
 * The key of a family, or undefined where it needs none, or where other variables stand in for it. Throws `UsageError`
 * that names the variables, never a key.
 */
export function providerKey(family: Family, environment: Environment): string | undefined {
  const { key, isKeyOptional } = familyVariables[family];
  const value = secretIn(key, environment);
  if (value !== undefined || isKeyOptional || foundAccess(family, environment) !== undefined) return value;
  throw new UsageError(`${family} needs a key: set ${accessVariables(family)} in the environment or in the file .env`);
}

/** The first of these variables that is set. Throws `UsageError` for characters that no header can carry. */
export function secretIn(names: readonly string[], environment: Environment): string | undefined {
  const found = firstSet(names, environment);
  if (found && !/^[\x21-\x7e]+$/.test(found.value)) {
    throw new UsageError(`${found.name} holds characters that no key has (a line break, a space or quotes in .env?); set it again`);
  }
  return found?.value;
}

/**
 * Where a family's requests go: what was given, else the environment, else the family's own host, undefined where that
 * follows from a region. A URL of a host alone gets the API's version path, as do the roots that the families' own tools
 * take. No slash at the end.
 */
export function providerBaseUrl(family: Family, environment: Environment, given?: string): string | undefined {
  const { baseUrl, defaultBaseUrl, versionPath } = familyVariables[family];
  const fromEnvironment = firstSet(baseUrl, environment);
  const found = given === undefined ? fromEnvironment : { name: '--base-url', value: given };
  if (found) return withVersionPath(family, found);
  if (defaultBaseUrl !== undefined || versionPath === '') return defaultBaseUrl;
  throw new UsageError(`${family} needs to know where the server is: give --base-url http://host:port/v1 or set ${baseUrl.join(' or ')}`);
}

function withVersionPath(family: Family, { name, value }: { name: string; value: string }): string {
  const url = URL.canParse(value.trim()) ? new URL(value.trim()) : undefined;
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    throw new UsageError(`${name} is not an http or https URL; an example is https://host/v1`);
  }
  if (url.username || url.password || url.search || url.hash) {
    throw new UsageError(`${name} may hold a host and a path only: no user, password, query or fragment (a key goes into .env)`);
  }
  const path = url.pathname.replace(/\/+$/, '');
  const isVersioned = /\/v\d+(alpha|beta)?\d*$/.test(path);
  const takesRoots = family === 'anthropic' || family === 'google';
  const needsVersion = !isVersioned && (path === '' || takesRoots);
  return `${url.origin}${path}${needsVersion ? familyVariables[family].versionPath : ''}`;
}

/** A variable that is set to nothing counts as not set, and blanks around a value (a quirk of .env files) are not part of it. */
export function firstSet(names: readonly string[], environment: Environment): { name: string; value: string } | undefined {
  for (const name of names) {
    const value = environment[name]?.trim();
    if (value) return { name, value };
  }
  return undefined;
}
