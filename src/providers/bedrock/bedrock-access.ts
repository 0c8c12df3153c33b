import { UsageError } from '../../core/errors.ts';
import { accessVariables, familyVariables, firstSet, secretIn, type Environment } from '../provider-keys.ts';

/** A bearer token of Bedrock, or keys that sign each request (SigV4). */
export type BedrockAccess = { readonly region: string | undefined } & (
  | { readonly kind: 'bearer'; readonly apiKey: string }
  | {
      readonly kind: 'signed';
      readonly region: string;
      readonly accessKeyId: string;
      readonly secretAccessKey: string;
      readonly sessionToken: string | undefined;
    }
);

const [idVariable = '', secretVariable = ''] = familyVariables.bedrock.insteadOfKey ?? [];
const regionVariables = ['AWS_REGION', 'AWS_DEFAULT_REGION'];

/** Throws `UsageError` that names the variable that is missing. A signature needs a region, an address may do without. */
export function bedrockAccess({
  apiKey,
  baseUrl,
  environment = {},
}: {
  readonly apiKey?: string | undefined;
  readonly baseUrl?: string | undefined;
  readonly environment?: Environment | undefined;
}): BedrockAccess {
  const region = regionOf(environment);
  const accessKeyId = secretIn([idVariable], environment);
  const secretAccessKey = secretIn([secretVariable], environment);
  if (apiKey === undefined && (accessKeyId === undefined || secretAccessKey === undefined)) {
    throw new UsageError(`bedrock needs a key: set ${accessVariables('bedrock')} in the environment or in the file .env`);
  }
  if (region === undefined && (apiKey === undefined || baseUrl === undefined)) {
    throw new UsageError('bedrock needs to know the region: set AWS_REGION, such as us-east-1, in the environment or in the file .env');
  }
  if (apiKey !== undefined) return { kind: 'bearer', region, apiKey };
  const sessionToken = secretIn(['AWS_SESSION_TOKEN'], environment);
  return { kind: 'signed', region: region ?? '', accessKeyId: accessKeyId ?? '', secretAccessKey: secretAccessKey ?? '', sessionToken };
}

function regionOf(environment: Environment): string | undefined {
  const found = firstSet(regionVariables, environment);
  if (found === undefined || /^[a-z0-9]+(?:-[a-z0-9]+)+$/.test(found.value)) return found?.value;
  throw new UsageError(`${found.name} is "${found.value}", which is no region; an example is us-east-1`);
}
