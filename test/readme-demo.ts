import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCli } from './run-cli.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const readmePath = join(root, 'README.md');
const BEFORE = '<!-- demo: written by `node test/update-readme.ts` -->\n```text\n';
const AFTER = '\n```\n';

/** What `npm run demo` prints, with the run's id masked: the numbers are seeded and stay. */
export async function demoOutput(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'offswitch-readme-'));
  try {
    const places = ['--store', join(folder, 'store.db'), '--out', join(folder, 'results')];
    const { code, out, err } = await runCli(['run', 'experiments/quickstart.experiment.ts', ...places], { cwd: root });
    if (code !== 0) throw new Error(`the demo ended with ${code}: ${err}`);
    return out.replace(/^Results: .*$/m, 'Results: .offswitch/results/RUN/results.md').trim();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** README.md in three parts: before the demo's block, the block, and after it. */
export async function readReadme() {
  const text = await readFile(readmePath, 'utf8');
  const start = text.indexOf(BEFORE) + BEFORE.length;
  const end = text.indexOf(AFTER, start);
  if (start < BEFORE.length || end < 0) throw new Error(`${readmePath} has no block for the demo's output`);
  return { path: readmePath, before: text.slice(0, start), demo: text.slice(start, end), after: text.slice(end) };
}
