import { existsSync, readFileSync, statSync } from 'node:fs';
import { registerHooks } from 'node:module';
import type { ResolveFnOutput, ResolveHookContext } from 'node:module';
import { extname, resolve as resolvePath } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { UsageError } from '../core/errors.ts';
import { describeLoadFailure } from './load-failure.ts';

type NextResolve = (specifier: string, context?: Partial<ResolveHookContext>) => ResolveFnOutput;

const OWN_NAMES = new Set(['offswitch', '#offswitch']);

/** This package's public index as this file sees it: `.ts` in the checkout, `.js` in the built package. */
const publicIndex = new URL(`../index${extname(import.meta.url)}`, import.meta.url).href;

/**
 * Loads a person's experiment or scenario file and returns its default export. The file may lie anywhere, under any
 * `type` of package.json; `offswitch` means this package. Throws `UsageError` with path and reason.
 */
export async function loadModule(path: string): Promise<unknown> {
  const file = resolvePath(path);
  if (!existsSync(file)) throw new UsageError(`there is no file ${path}`);
  if (!statSync(file).isFile()) throw new UsageError(`${path} is not a file`);
  const entry = pathToFileURL(file).href;
  const loaded = new Set<string>();
  const hooks = registerHooks({ resolve: createResolve(entry, loaded) });
  const module: Readonly<Record<string, unknown>> = await import(entry)
    .catch(async (cause: unknown) => {
      throw new UsageError(await describeLoadFailure(path, cause, loaded), { cause });
    })
    .finally(() => hooks.deregister());
  if (module['default'] !== undefined) return module['default'];
  throw new UsageError(`${path} has no default export: end it with \`export default defineExperiment({ ... })\` or defineScenario`);
}

/** Applies to the entry and to what it imports by relative path, so other packages keep their own ways. */
function createResolve(entry: string, loaded: Set<string>) {
  return (specifier: string, context: ResolveHookContext, next: NextResolve): ResolveFnOutput => {
    const isFromPerson = context.parentURL !== undefined && loaded.has(context.parentURL);
    if (isFromPerson && OWN_NAMES.has(specifier)) return { url: publicIndex, shortCircuit: true };
    const resolved = next(specifier, context);
    if (specifier !== entry && !(isFromPerson && /^\.{1,2}\//.test(specifier))) return resolved;
    loaded.add(resolved.url);
    return isWrittenAsModule(resolved) ? { ...resolved, format: moduleFormat(resolved.url) } : resolved;
  };
}

/** A person writes `import` and `export` without thinking of the `type` that some package.json above sets. */
function isWrittenAsModule({ url, format }: ResolveFnOutput): boolean {
  if (format?.startsWith('module') || !/\.[jt]s$/.test(url)) return false;
  return /^\s*(?:import\b\s*[\w{*'"]|export\b\s*[\w{*])/m.test(readFileSync(fileURLToPath(url), 'utf8'));
}

function moduleFormat(url: string): string {
  return url.endsWith('.ts') ? 'module-typescript' : 'module';
}
