import { execFileSync } from 'node:child_process';
import { chmod, copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runInProcess } from './run-cli.ts';

let folder = '';
const run = ['run', '--scenario', 'exfiltration/transfer', '--model', 'organism:gamer', '--repeats', '4'];
const inFolder = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offswitch-stores-'));
  await runInProcess([...run, '--store', 'whole.db', '--json'], { cwd: folder });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A copy of the whole store with something done to its bytes. */
async function spoiled(name: string, spoil: (bytes: Buffer) => Buffer): Promise<Buffer> {
  const bytes = spoil(await readFile(inFolder('whole.db')));
  await writeFile(inFolder(name), bytes);
  return bytes;
}

async function withSql(name: string, sql: string): Promise<Buffer> {
  if (name === 'newer.db') await copyFile(inFolder('whole.db'), inFolder(name));
  const database = new DatabaseSync(inFolder(name));
  database.exec(sql);
  database.close();
  return readFile(inFolder(name));
}

const noise = (bytes: Buffer) => Buffer.from(bytes.map((_byte, index) => (index * 7919 + 13) % 251));

describe('a store that cannot be used', { timeout: 60_000 }, () => {
  it.each([
    ['noise.db', async () => spoiled('noise.db', noise), /not an SQLite database/],
    ['short.db', async () => spoiled('short.db', (bytes) => bytes.subarray(0, bytes.length / 3)), /is damaged/],
    ['newer.db', async () => withSql('newer.db', 'PRAGMA user_version = 99'), /has version 99.*reads versions up to/],
    ['other.db', async () => withSql('other.db', 'CREATE TABLE theirs (a)'), /database of another program/],
  ])('%s ends run and status with 3, says what it is, and is left as it was', async (name, make, words) => {
    const before = await make();
    for (const args of [run, ['status']]) {
      const { code, out, err } = await runInProcess([...args, '--store', name], { cwd: folder });
      expect({ code, out }).toEqual({ code: 3, out: '' });
      expect(err).toMatch(words);
      expect(err).not.toContain('    at ');
    }
    expect(await readFile(inFolder(name))).toEqual(before);
  });

  it.each([
    ['run', [...run, '--store', 'postgres://host/name']],
    ['status', ['status', '--store', 'postgres://host/name']],
  ])('by URL is refused by %s', async (_name, args) => {
    const { code, err } = await runInProcess(args, { cwd: folder });
    expect({ code, isSaid: err.includes('a URL is not supported yet') }).toEqual({ code: 2, isSaid: true });
  });
});

describe('a folder for results that cannot be used', { timeout: 60_000 }, () => {
  it('ends with 3 before anything is run', async () => {
    const { code, err } = await runInProcess([...run, '--store', 'unused.db', '--out', 'whole.db'], { cwd: folder });
    expect({ code, isSaid: err.includes('results cannot be written to whole.db') }).toEqual({ code: 3, isSaid: true });
    await expect(readFile(inFolder('unused.db'))).rejects.toThrow('ENOENT');
  });

  it('is named when it breaks at the end, and the records are unharmed', async () => {
    const known = JSON.parse(
      (await runInProcess([...run, '--store', 'kept.db', '--json'], { cwd: folder })).out.trim().split('\n').at(-1) ?? '',
    ) as {
      readonly run: string;
    };
    await mkdir(inFolder('blocked'));
    await writeFile(join(inFolder('blocked'), known.run), 'a file where the folder should be');
    const { code, err } = await runInProcess([...run, '--store', 'kept.db', '--out', 'blocked'], { cwd: folder });
    expect({ code, isSaid: err.includes('The run itself is stored; choose another folder with --out') }).toEqual({ code: 3, isSaid: true });
    const { out } = await runInProcess(['status', '--store', 'kept.db'], { cwd: folder });
    expect(out).toContain('done: 4 of 4 trials');
  });
});

/** Mounts made inside are seen by nobody else and end with the process. */
const unshare = ['unshare', ...(process.getuid?.() === 0 ? [] : ['--user', '--map-root-user']), '--mount'];

function mountsWork(): boolean {
  try {
    const [command = '', ...words] = unshare;
    execFileSync(command, [...words, 'true'], { stdio: 'pipe' });
    return true;
  } catch {
    return false;
  }
}

const launcher = new URL('../bin/offswitch.js', import.meta.url).pathname;

/** Runs the command line after `mounting`, a line of shell in which "$1" is the folder `place`. */
function runMounted(place: string, mounting: string, args: readonly string[]) {
  const [command = '', ...start] = unshare;
  const words = [...start, 'sh', '-ec', `${mounting}; cd "$1"; shift; exec "$@"`, 'sh', place, process.execPath, launcher, ...args];
  try {
    execFileSync(command, words, { stdio: 'pipe', encoding: 'utf8' });
    return { code: 0, err: '' };
  } catch (error) {
    const { status, stderr } = error as { readonly status: number; readonly stderr: string };
    return { code: status, err: stderr };
  }
}

describe.skipIf(!mountsWork())('a disk', { timeout: 60_000 }, () => {
  it('that fills up in the middle of a run ends it with 3 and the way on', async () => {
    await mkdir(inFolder('small'));
    const args = [...run.slice(0, -1), '400', '--store', 'small.db', '--out', folder];
    const { code, err } = runMounted(inFolder('small'), 'mount -t tmpfs -o size=1m tmpfs "$1"', args);
    expect(code).toBe(3);
    expect(err).toMatch(/disk is full.*make room, then give the same command again/);
  });

  it('that is read-only ends a run with 3 and names the place', async () => {
    await mkdir(inFolder('fixed'));
    await chmod(inFolder('fixed'), 0o755);
    const { code, err } = runMounted(inFolder('fixed'), 'mount -o bind,ro "$1" "$1"', [...run, '--out', folder]);
    expect({ code, isNamed: err.includes(inFolder('fixed')) }).toEqual({ code: 3, isNamed: true });
    expect(err).toMatch(/read-only|EROFS/);
  });
});
