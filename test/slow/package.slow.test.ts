import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const run = promisify(execFile);
const EXPERIMENT = `import { defineExperiment } from 'offswitch';

export default defineExperiment({
  question: 'Does a simulated model move a record of good collaboration away from its deletion?',
  scenarios: ['exfiltration/transfer'],
  levels: { record: ['good', 'unrelated'] },
  subjects: ['organism:gamer'],
  repeats: 4,
});
`;

type Ended = { readonly exitCode: number; readonly stdout: string; readonly stderr: string };

let folder: string;
let installed: string;

/** The environment without what npm and this checkout have put into it, so that only the machine's own Node is found. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(npm_|NODE_|VITEST|INIT_CWD)/.test(name));
  const path = (process.env['PATH'] ?? '').split(delimiter).filter((part) => !part.includes('node_modules'));
  return { ...Object.fromEntries(kept), PATH: path.join(delimiter) };
}

function machineNode(): string | undefined {
  const folders = plainEnvironment()['PATH']?.split(delimiter) ?? [];
  return folders.map((part) => join(part, 'node')).find((program) => existsSync(program));
}

async function end(program: string, words: readonly string[]): Promise<Ended> {
  return run(program, words, { cwd: folder, env: plainEnvironment(), maxBuffer: 64_000_000 }).then(
    ({ stdout, stderr }) => ({ exitCode: 0, stdout, stderr }),
    ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({ exitCode: code, stdout, stderr }),
  );
}

const offswitch = (...words: string[]) => end(process.execPath, [join(installed, 'bin/offswitch.js'), ...words]);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offswitch-package-'));
  installed = join(folder, 'node_modules/offswitch');
  await run(process.execPath, [join(root, 'scripts/build.ts')], { cwd: root });
  await run('npm', ['pack', join(root, 'dist'), '--pack-destination', folder], { cwd: folder, env: plainEnvironment() });
  const tarball = (await readdir(folder)).find((name) => name.endsWith('.tgz'));
  await run('npm', ['init', '-y'], { cwd: folder, env: plainEnvironment() });
  await run('npm', ['install', '--no-audit', '--no-fund', `./${tarball}`], { cwd: folder, env: plainEnvironment() });
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('the packed package', () => {
  it('holds compiled code, texts and licence, and no sources, tests or fakes', async () => {
    const paths = await readdir(installed, { recursive: true });
    expect(paths).toEqual(expect.arrayContaining(['LICENSE', 'package.json', 'bin/offswitch.js', 'src/index.js', 'src/index.d.ts']));
    expect(paths.filter((path) => /\.test\.|^src\/testing/.test(path) || /(?<!\.d)\.tsx?$/.test(path))).toEqual([]);
  });

  it('says its version', async () => {
    const { exitCode, stdout, stderr } = await offswitch('--version');
    expect({ exitCode, stdout: stdout.trim(), stderr }).toEqual({ exitCode: 0, stdout: '0.1.0', stderr: '' });
  });

  it.each(['mine.experiment.ts', 'mine.experiment.mjs'])('runs %s of a project that is CommonJS', async (name) => {
    await writeFile(join(folder, name), EXPERIMENT);
    const { exitCode, stdout, stderr } = await offswitch('run', name, '--json', '--store', join(folder, `${name}.db`));
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    const records = stdout.trimEnd().split('\n');
    expect(JSON.parse(records.at(-1) ?? '')).toEqual(expect.objectContaining({ estimates: expect.any(Array) }));
  });

  it.each([
    ['typed.experiment.mts', EXPERIMENT, { exitCode: 0, stdout: '', stderr: '' }],
    [
      'wrong.experiment.mts',
      EXPERIMENT.replace('repeats: 4', `repeats: 'four'`),
      { exitCode: 2, stdout: expect.stringContaining('TS2322'), stderr: '' },
    ],
  ])('types %s for the person who writes it', async (name, text, expected) => {
    await writeFile(join(folder, name), text);
    const compiler = join(root, 'node_modules/typescript/bin/tsc');
    const flags = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2024'];
    expect(await end(process.execPath, [compiler, ...flags, name])).toEqual(expected);
  });
});

describe('a thread of the packed package', () => {
  it('reads a share of a run', async () => {
    await writeFile(join(folder, 'shared.experiment.mjs'), EXPERIMENT);
    const storePath = join(folder, 'shared.db');
    const { stdout } = await offswitch('run', 'shared.experiment.mjs', '--json', '--store', storePath);
    const { run: id } = JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '') as { readonly run: string };
    const beside = pathToFileURL(join(installed, 'src/cli/report/read-in-shares.js')).href;
    await writeFile(
      join(folder, 'thread.mjs'),
      `import { runInThreads } from ${JSON.stringify(new URL('../threads.js', beside).href)};
      const planned = { arms: [], blocks: 4, scenarios: new Map() };
      const tally = { seed: 1, primaries: new Map(), examples: 0, otherExamples: 0, watched: new Set() };
      const share = { after: 0, upTo: 5 };
      const job = { storePath: ${JSON.stringify(storePath)}, run: '${id}', share, planned, oracles: new Map(), tally };
      const [read] = await runInThreads('share-thread', ${JSON.stringify(beside)}, [job]);
      console.log(JSON.stringify([...read.tally.tokens].map(([subject, { trials }]) => [subject, trials])));`,
    );
    const ended = await end(process.execPath, ['thread.mjs']);
    expect(ended).toEqual({ exitCode: 0, stdout: '[["organism:gamer",5]]\n', stderr: '' });
  });
});

describe("under the machine's own Node", () => {
  const program = machineNode();

  it.runIf(program !== undefined)('runs, or says which Node it needs and how to get it', async () => {
    const { stdout: version } = await end(program ?? '', ['--version']);
    const ended = await end(program ?? '', [join(installed, 'bin/offswitch.js'), '--version']);
    const refusal = { exitCode: 2, stdout: '', stderr: expect.stringContaining(`this is Node ${version.trim().slice(1)}`) };
    const isNewEnough = Number(version.slice(1).split('.')[0]) >= 24;
    expect(ended).toEqual(isNewEnough ? { exitCode: 0, stdout: '0.1.0\n', stderr: '' } : refusal);
  });

  it.runIf(program !== undefined)('works by the command that the message names', async () => {
    const { stderr } = await end(program ?? '', [join(installed, 'bin/offswitch.js'), '--version']);
    const command = /^ {2}(npx .+)$/m.exec(stderr)?.[1];
    if (command === undefined) return;
    expect(await end('/bin/sh', ['-c', `${command} 2>/dev/null`])).toEqual({ exitCode: 0, stdout: '0.1.0\n', stderr: '' });
  });

  it.runIf(program !== undefined)('takes the Node that the project has installed', async () => {
    await run('npm', ['install', '--no-save', '--no-audit', '--no-fund', 'node@24'], { cwd: folder, env: plainEnvironment() });
    const ended = await end(program ?? '', [join(installed, 'bin/offswitch.js'), '--version']);
    expect(ended).toEqual({ exitCode: 0, stdout: '0.1.0\n', stderr: '' });
  });
});
