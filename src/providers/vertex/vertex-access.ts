import { UsageError } from '../../core/errors.ts';
import { accessVariables, familyVariables, firstSet, secretIn, type Environment } from '../provider-keys.ts';

/** How a request gets into Vertex AI: with a key of express mode, or as someone who may use a project. */
export type VertexAccess =
  | { readonly kind: 'express'; readonly apiKey: string }
  | {
      readonly kind: 'project';
      readonly project: string;
      readonly location: string;
      /** For an hour at most; application default credentials if absent. */
      readonly accessToken: string | undefined;
      readonly credentialsFile: string | undefined;
    };

const tokenVariable = 'GOOGLE_VERTEX_ACCESS_TOKEN';
const [projectVariable = '', locationVariable = ''] = familyVariables.vertex.insteadOfKey ?? [];

/** Throws `UsageError` that names the variable that is missing. Claude is not served in express mode. */
export function vertexAccess(
  modelId: string,
  { apiKey, environment = {} }: { readonly apiKey?: string | undefined; readonly environment?: Environment | undefined },
): VertexAccess {
  const project = firstSet([projectVariable], environment)?.value;
  const location = firstSet([locationVariable], environment)?.value;
  if (apiKey !== undefined && !isClaude(modelId)) return { kind: 'express', apiKey };
  if (project !== undefined && location !== undefined) {
    const accessToken = secretIn([tokenVariable], environment);
    const credentialsFile = firstSet(['GOOGLE_APPLICATION_CREDENTIALS'], environment)?.value;
    return {
      kind: 'project',
      project: plain(projectVariable, project),
      location: plain(locationVariable, location),
      accessToken,
      credentialsFile,
    };
  }
  if (apiKey !== undefined) {
    throw new UsageError(
      `vertex:${modelId} needs a project, express mode serves Gemini only: set ${projectVariable} and ${locationVariable}`,
    );
  }
  if (project === undefined && location === undefined) {
    throw new UsageError(`vertex needs a key: set ${accessVariables('vertex')} in the environment or in the file .env`);
  }
  throw new UsageError(`vertex needs ${project === undefined ? projectVariable : locationVariable} too; a location is global or a region`);
}

export function isClaude(modelId: string): boolean {
  return modelId.startsWith('claude');
}

/** Both become part of the address that the token is sent to. */
function plain(variable: string, value: string): string {
  if (/^[a-z0-9][a-z0-9.:-]*$/i.test(value)) return value;
  throw new UsageError(`${variable} is "${value}", which is no name that Google gives; an example is ${exampleOf(variable)}`);
}

function exampleOf(variable: string): string {
  return variable === locationVariable ? 'global or europe-west1' : 'my-project-123';
}

/** Where a publisher's models are, without a slash at the end. `baseUrl` takes the place of Google's host. */
export function vertexUrl(
  access: VertexAccess,
  { publisher, baseUrl }: { readonly publisher: 'google' | 'anthropic'; readonly baseUrl: string | undefined },
): string {
  const root = baseUrl ?? `https://${hostOf(access)}`;
  const isVersioned = /\/v\d+(?:alpha|beta)?\d*$/.test(root);
  const version = isVersioned ? '' : access.kind === 'project' && publisher === 'google' ? '/v1beta1' : '/v1';
  const place = access.kind === 'project' ? `/projects/${access.project}/locations/${access.location}` : '';
  return `${root}${version}${place}/publishers/${publisher}`;
}

function hostOf(access: VertexAccess): string {
  if (access.kind === 'express' || access.location === 'global') return 'aiplatform.googleapis.com';
  const { location } = access;
  return location === 'eu' || location === 'us' ? `aiplatform.${location}.rep.googleapis.com` : `${location}-aiplatform.googleapis.com`;
}
