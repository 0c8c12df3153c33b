import { access, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runInProcess } from './run-cli.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const guides = ['interview', 'judges', 'labels', 'models', 'report', 'results', 'run', 'selftest', 'study'];
const pages = ['README.md', ...guides.map((name) => `docs/guide/${name}.md`)];
const COMMAND = /^ *(?:node bin\/offswitch\.js|npx offswitch) (.+)$/gm;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offswitch-pages-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What works on trials that were run, or takes its time. */
const needRecords = ['import', 'interview', 'label', 'report', 'score', 'selftest', 'status'];

/** The same command where it costs nothing: planned instead of run, explained instead of carried out at length. */
function withoutCosts(words: readonly string[]): readonly string[] {
  if (words[0] === 'run') return [...words, '--dry-run', '--store', join(folder, 'none.db')];
  return needRecords.includes(words[0] ?? '') ? [...words, '--help'] : words;
}

/** As a shell reads it, as far as the pages need: what stands in quotes is one word. */
function wordsOf(command: string): readonly string[] {
  return [...command.replace(/ +#.*$/, '').matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
}

async function documentedCommands(): Promise<readonly string[]> {
  const texts = await Promise.all(pages.map(async (page) => readFile(join(root, page), 'utf8')));
  return [...new Set(texts.flatMap((text) => [...text.matchAll(COMMAND)].map(([, words]) => words ?? '')))];
}

describe('README.md and the guides', { timeout: 60_000 }, () => {
  it('give only commands that work', async () => {
    const commands = await documentedCommands();
    expect(commands.length).toBeGreaterThan(8);
    const ends: { command: string; code: number; err: string }[] = [];
    for (const command of commands) {
      const { code, err } = await runInProcess(withoutCosts(wordsOf(command)), { cwd: root });
      ends.push({ command, code, err });
    }
    expect(ends.filter(({ code }) => code !== 0)).toEqual([]);
  });

  it.each(pages)('%s points only at files that are there', async (page) => {
    const text = await readFile(join(root, page), 'utf8');
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)\)/g)].map(([, link]) => join(root, dirname(page), link ?? ''));
    const found = await Promise.all(
      links.map(async (link) =>
        access(link).then(
          () => [],
          () => [link],
        ),
      ),
    );
    expect(found.flat()).toEqual([]);
  });
});
