import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { UsageError } from '../core/errors.ts';

/** Says in one sentence why a person's file could not be loaded: where, and what is wrong. */
export async function describeLoadFailure(path: string, error: unknown, loaded: ReadonlySet<string>): Promise<string> {
  if (!(error instanceof Error)) return `${path} threw ${String(error)} while it was loaded`;
  if (error instanceof UsageError) return `${path}: ${error.message}`;
  if (error instanceof SyntaxError) {
    return `${placeOfSyntaxError(error) ?? (await placeByTypeScript(loaded)) ?? path} does not compile: ${error.message}`;
  }
  if ('code' in error && error.code === 'ERR_MODULE_NOT_FOUND') return `${path} cannot be loaded: ${error.message}`;
  return `${placeOfThrow(error, loaded) ?? path} threw while it was loaded: ${error.name}: ${error.message}`;
}

/** Node writes `path:line` above the stack of most syntax errors. */
function placeOfSyntaxError(error: Error): string | undefined {
  const [, file, line] = /^(.+):(\d+)$/m.exec(error.stack?.split('\n', 1)[0] ?? '') ?? [];
  return file === undefined ? undefined : `${asPath(file)}:${line}`;
}

/** V8 keeps the line of a syntax error in JavaScript to itself; the type stripper reads the same file and tells. */
async function placeByTypeScript(loaded: ReadonlySet<string>): Promise<string | undefined> {
  const hooks = registerHooks({
    resolve: (specifier, context, next) => ({ ...next(specifier, context), format: 'module-typescript' }),
  });
  try {
    for (const url of loaded) {
      const place = await import(`${url}?again`).then(
        () => undefined,
        (error: unknown) => (error instanceof Error ? placeOfSyntaxError(error) : undefined),
      );
      if (place !== undefined) return place.replace('?again', '');
    }
    return undefined;
  } finally {
    hooks.deregister();
  }
}

function placeOfThrow(error: Error, loaded: ReadonlySet<string>): string | undefined {
  for (const [, url, line] of error.stack?.matchAll(/(file:\/\/.+?):(\d+):\d+/g) ?? []) {
    if (url !== undefined && loaded.has(url)) return `${asPath(url)}:${line}`;
  }
  return undefined;
}

function asPath(place: string): string {
  return place.startsWith('file:') ? fileURLToPath(place) : place;
}
