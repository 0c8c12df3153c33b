import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkGlobals } from './architecture/check-globals.ts';
import { checkImports } from './architecture/check-imports.ts';
import { checkSizes } from './architecture/check-sizes.ts';
import { FOLDERS_OF_ADAPTERS, LONGER_ON_PURPOSE, MAY_IMPORT, NAMED_IN_ONE_FILE, PURE_FOLDERS } from './architecture/layers.ts';
import type { SourceFile } from './architecture/read-source.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const files: SourceFile[] = globSync('{src,scenarios,experiments,viewer,test,bench,scripts}/**/*.{ts,tsx}', { cwd: root })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => !path.includes('node_modules/') && !path.startsWith('viewer/dist/'))
  .map((path) => ({ path, text: readFileSync(`${root}/${path}`, 'utf8') }));

const file = (path: string, text: string): SourceFile => ({ path, text });
const lines = (count: number) => 'x;\n'.repeat(count);

describe('the code base', () => {
  it('imports only what the layers allow', () => {
    expect(files.flatMap(checkImports)).toEqual([]);
  });

  it('names the clock, chance, the environment, the network and processes in one file each', () => {
    expect(files.flatMap(checkGlobals)).toEqual([]);
  });

  it('keeps its sizes', () => {
    expect(files.flatMap(checkSizes)).toEqual([]);
  });

  it('has a row in the table for every folder', () => {
    const folders = new Set(files.filter(({ path }) => path.startsWith('src/')).map(({ path }) => path.split('/')[1]));
    expect([...folders].filter((folder) => folder !== undefined && !Object.hasOwn(MAY_IMPORT, folder))).toEqual([]);
  });

  it('holds no exception for a file that is gone', () => {
    const paths = new Set(files.map(({ path }) => path));
    expect(LONGER_ON_PURPOSE.filter((path) => !paths.has(path))).toEqual([]);
  });
});

describe('the table of layers', () => {
  it('has no two folders that may import each other, on any way round', () => {
    const reaches = (from: string, to: string): boolean => (MAY_IMPORT[from] ?? []).some((next) => next === to || reaches(next, to));
    expect(Object.keys(MAY_IMPORT).filter((folder) => reaches(folder, folder))).toEqual([]);
  });

  it('speaks only of folders that it has a row for', () => {
    const named = [...Object.values(MAY_IMPORT).flat(), ...FOLDERS_OF_ADAPTERS, ...PURE_FOLDERS];
    expect(named.filter((folder) => !Object.hasOwn(MAY_IMPORT, folder))).toEqual([]);
  });
});

// A check that cannot fail is a defect: each of these is planted.
describe('checkImports', () => {
  it.each([
    ['src/core/a.ts', `import { x } from '../world/b.ts';`],
    ['src/core/a.ts', `import type { X } from '../providers/b.ts';`],
    ['src/core/a.ts', `export * from '../estimates/b.ts';`],
    ['src/core/a.ts', `const b = await import('../runner/b.ts');`],
    ['src/core/a.ts', `type B = import('../runner/b.ts').B;`],
    ['src/core/a.ts', `import { readFileSync } from 'node:fs';`],
    ['src/core/a.ts', `import { x } from '../../scenarios/company/b.ts';`],
    ['src/world/a.ts', `import { x } from '../factors/b.ts';`],
    ['src/runner/a.ts', `import { x } from '../store/sqlite/b.ts';`],
    ['src/runner/a.ts', `import { x } from '../testing/b.ts';`],
    ['src/runner/a.ts', `import { x } from '#offswitch';`],
    ['src/runner/a.test.ts', `import { x } from '../cli/b.ts';`],
    ['src/providers/google/a.ts', `import { x } from '../openai/b.ts';`],
    ['src/cli/a.ts', `import { x } from '../testing/b.ts';`],
    ['src/index.ts', `export { x } from './cli/b.ts';`],
    ['src/new-folder/a.ts', `import { x } from '../core/b.ts';`],
    ['bench/run.ts', `import { x } from '../src/testing/b.ts';`],
    ['scenarios/exfiltration/a.scenario.ts', `import { x } from '../../src/core/b.ts';`],
    ['scenarios/exfiltration/a.scenario.ts', `import { x } from '../tampering/b.texts.ts';`],
    ['scenarios/exfiltration/a.scenario.ts', `import x from './b.scenario.ts';`],
    ['scenarios/exfiltration/a.scenario.ts', `import { z } from 'zod';`],
    ['scenarios/company/a.ts', `import { x } from '../tampering/b.texts.ts';`],
    ['experiments/a.experiment.ts', `import x from '../scenarios/tampering/b.scenario.ts';`],
    ['viewer/src/a.tsx', `import { x } from '../../src/core/b.ts';`],
  ])('finds a fault in %s: %s', (path, text) => {
    expect(checkImports(file(path, text))).toEqual([expect.stringContaining(`${path}:1 imports `)]);
  });

  it.each([
    ['src/core/a.ts', `import { z } from 'zod';`],
    ['src/core/a.ts', `import { createHash } from 'node:crypto';`],
    ['src/core/ports/a.ts', `import type { X } from '../b.ts';`],
    ['src/runner/a.test.ts', `import { x } from '../testing/b.ts';`],
    ['src/providers/google/a.ts', `import { x } from '../call.ts';`],
    ['src/store/sqlite/a.ts', `import { x } from '../migrations/b.ts';`],
    ['src/index.ts', `export { x } from './oracles/b.ts';`],
    ['src/cli/a.ts', `import { x } from '../store/sqlite/b.ts';`],
    ['scenarios/exfiltration/a.scenario.ts', `import { x } from '#offswitch';`],
    ['scenarios/exfiltration/a.scenario.ts', `import { x } from './a.texts.ts';`],
    ['scenarios/exfiltration/a.texts.ts', `import { x } from './a-wordings/wording-0.ts';`],
    ['scenarios/exfiltration/a-wordings/wording-0.ts', `import { x } from '../a.rule.ts';`],
    ['scenarios/exfiltration/a.scenario.ts', `import { x } from '../company/b.ts';`],
    ['viewer/src/a.tsx', `import type { X } from '../../src/server/api-schema.ts';`],
    ['src/core/a.ts', `const text = "import { x } from '../world/b.ts'";`],
  ])('finds none in %s: %s', (path, text) => {
    expect(checkImports(file(path, text))).toEqual([]);
  });
});

describe('checkGlobals', () => {
  it.each([
    'const t = Date.now();',
    'const t = new Date();',
    'const t = performance.now();',
    'setTimeout(() => {}, 1);',
    'globalThis.setTimeout(() => {}, 1);',
    `import { setTimeout as sleep } from 'node:timers/promises';`,
    `import { setTimeout as sleep } from 'node:timers';`,
    'const x = Math.random();',
    'const random = Math.random;',
    'const x = crypto.randomUUID();',
    `import { randomBytes as b } from 'node:crypto';`,
    'const x = process.env.KEY;',
    `const x = process['env'];`,
    'const { env } = process;',
    `import { env } from 'node:process';`,
    `await fetch('http://localhost');`,
    'const deps = { fetch };',
    'const deps = { wire: fetch };',
    'const wire = globalThis.fetch;',
    `import { spawn } from 'node:child_process';`,
    `const { spawn } = await import('node:child_process');`,
  ])('finds a fault in: %s', (text) => {
    expect(checkGlobals(file('src/runner/a.ts', text))).toEqual([expect.stringContaining('src/runner/a.ts:1 uses ')]);
  });

  it.each([
    'const t = new Date(0);',
    'const t = deps.clock.now();',
    'export function createX({ fetch }: Deps) { return fetch(url); }',
    'export function createX(deps: Deps) { return deps.fetch(url); }',
    'type Deps = { fetch: typeof fetch; random: () => number };',
    `import { createHash } from 'node:crypto';`,
    'process.exitCode = 1;',
    '// Date.now() and fetch(url)',
  ])('finds none in: %s', (text) => {
    expect(checkGlobals(file('src/runner/a.ts', text))).toEqual([]);
  });

  it.each(NAMED_IN_ONE_FILE.map(({ file: path }) => path))('lets %s name what it is there for, and no more', (path) => {
    const text = NAMED_IN_ONE_FILE.flatMap(({ globals }) => globals.filter((name) => /^[a-zA-Z.]+$/.test(name))).join(';\n');
    const findings = checkGlobals(file(path, text));
    expect(findings.length).toBeGreaterThan(0);
    expect(findings.filter((finding) => finding.includes(`in ${path} only`))).toEqual([]);
  });
});

describe('checkSizes', () => {
  it.each([
    ['src/core/a.ts', lines(401)],
    ['src/core/a.test.ts', lines(601)],
    ['src/cli/a.tsx', ''],
    ['src/core/a.test.ts', `it('is long', () => {\n${lines(29)}});`],
    ['src/core/a.test.ts', `it.each([1])('is long', () => {\n${lines(29)}});`],
  ])('finds a fault in %s (%#)', (path, text) => {
    expect(checkSizes(file(path, text))).toHaveLength(1);
  });

  it.each([
    ['src/core/a.ts', lines(400)],
    ['src/core/a.test.ts', lines(600)],
    ['viewer/src/a.tsx', ''],
    ['src/core/a.test.ts', `it('is not long', () => {\n${lines(28)}});`],
  ])('finds none in %s (%#)', (path, text) => {
    expect(checkSizes(file(path, text))).toEqual([]);
  });
});
