import { execFile } from 'node:child_process';
import { cp, mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

// Vitest replaces Node's loader, so every case here runs in a Node of its own.
const run = promisify(execFile);
const PROBE = `
  const { loadModule } = await import(process.argv[1]);
  try { console.log(JSON.stringify({ value: await loadModule(process.argv[2]) })); }
  catch (error) { console.log(JSON.stringify({ code: error.code, message: error.message })); }
`;

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'load-module-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function write(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
}

async function load(name: string, from = new URL('./load-module.ts', import.meta.url).href): Promise<unknown> {
  const { stdout, stderr } = await run(process.execPath, ['--input-type=module', '--eval', PROBE, from, join(folder, name)]);
  return stderr === '' ? JSON.parse(stdout) : { stderr };
}

describe('loadModule', () => {
  it.each(['"type":"commonjs"', '"type":"module"', '"name":"untyped"'])('loads modules under a package.json with %s', async (type) => {
    await write({
      'package.json': `{${type}}`,
      'a.experiment.ts': `import b from './b.js';\nimport { c } from './deeper/c.ts';\nexport default { b, c };\n`,
      'b.js': `export default 'from b';\n`,
      'deeper/c.ts': `export const c: string = 'from c';\n`,
    });
    expect(await load('a.experiment.ts')).toEqual({ value: { b: 'from b', c: 'from c' } });
  });

  it.each(['.js', '.mjs'])('loads %s', async (extension) => {
    await write({ 'package.json': '{"type":"commonjs"}', [`a.experiment${extension}`]: 'export default 1;\n' });
    expect(await load(`a.experiment${extension}`)).toEqual({ value: 1 });
  });

  it('leaves a CommonJS file that a module imports what it is', async () => {
    await write({
      'package.json': '{"type":"commonjs"}',
      'a.scenario.ts': `import { d } from './d.js';\nexport default d;\n`,
      'd.js': `exports.d = 7;\n`,
    });
    expect(await load('a.scenario.ts')).toEqual({ value: 7 });
  });

  it('takes `offswitch` and `#offswitch` for the package that loads, in the file and in what it imports', async () => {
    await cp(new URL('.', import.meta.url), join(folder, 'own/cli'), { recursive: true });
    await cp(new URL('../core/errors.ts', import.meta.url), join(folder, 'own/core/errors.ts'));
    await write({
      'own/package.json': '{"type":"module"}',
      'own/index.ts': `export const mark = {};\n`,
      'package.json': '{"type":"commonjs"}',
      'node_modules/offswitch/package.json': '{"name":"offswitch","type":"module","exports":"./index.js"}',
      'node_modules/offswitch/index.js': `export const mark = 'another installed version';\n`,
      'a.experiment.ts': `import { mark } from 'offswitch';\nimport other from './b.ts';\nexport default mark === other;\n`,
      'b.ts': `import { mark } from '#offswitch';\nexport default mark;\n`,
    });
    expect(await load('a.experiment.ts', join(folder, 'own/cli/load-module.ts'))).toEqual({ value: true });
  });
});

describe('loadModule of a file that cannot be loaded', () => {
  it.each([
    ['a.ts', 'const a = 1;\nconst x: number = ;\nexport default x;\n', '{folder}/a.ts:2 does not compile: Expression expected'],
    ['a.js', 'const a = 1;\nconst x = ;\nexport default x;\n', "{folder}/a.js:2 does not compile: Unexpected token ';'"],
    ['a.ts', 'enum A { B }\nexport default A;\n', '{folder}/a.ts:1 does not compile: TypeScript enum is not supported in strip-only mode'],
    ['a.ts', 'const a: any = 0;\nexport default a.b.c;\n', '{folder}/a.ts:2 threw while it was loaded: TypeError: Cannot read'],
    ['a.ts', `import './gone.ts';\nexport default 1;\n`, '{folder}/a.ts cannot be loaded: Cannot find module'],
    ['a.ts', `import './b.js';\nexport default 1;\n`, '{folder}/b.js:2 does not compile: Unexpected token'],
    ['a.ts', 'export const a = 1;\n', '{folder}/a.ts has no default export'],
  ])('says of %s where and why (%#)', async (name, text, message) => {
    await write({ 'package.json': '{"type":"commonjs"}', [name]: text, 'b.js': 'export const b = 1;\nconst = 2;\n' });
    const whole = message.replace('{folder}', folder);
    expect(await load(name)).toEqual({ code: 'usage', message: expect.stringContaining(whole) });
  });

  it('says that there is no such file', async () => {
    expect(await load('gone.experiment.ts')).toEqual({ code: 'usage', message: `there is no file ${folder}/gone.experiment.ts` });
  });
});
