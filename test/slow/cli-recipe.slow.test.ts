import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { studyCsvLines, studyRows } from '../../bench/study-rows.ts';
import { runInProcess } from '../run-cli.ts';

interface Recipe {
  readonly commands: readonly string[];
  readonly remarks: readonly string[];
  readonly experiment: string | null;
  readonly figuresHash: string;
}

const folders: string[] = [];
const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'offswitch-recipe-'));
  folders.push(folder);
  return folder;
};
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

async function cli(cwd: string, ...args: readonly string[]) {
  const done = await runInProcess(args, { cwd });
  expect(done.code, `${args.join(' ')}: ${done.err}`).toBe(0);
  return done;
}

async function recipeIn(cwd: string, ...flags: readonly string[]) {
  const { out } = await cli(cwd, 'report', ...flags, '--json');
  const { runs } = JSON.parse(out) as { runs: readonly { run: { id: string }; reproduction: Recipe }[] };
  return { id: runs[0]!.run.id, ...runs[0]!.reproduction };
}

/** As a shell parts a line into words; the program's name first. */
const wordsOf = (line: string) => [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');

/** Carries out what is printed, in an empty folder. */
async function follow({ id, commands, experiment }: Recipe & { readonly id: string }, cwd: string) {
  if (experiment !== null) writeFileSync(join(cwd, `run-${id}.experiment.mjs`), experiment);
  for (const line of commands) await cli(cwd, ...wordsOf(line).slice(1));
}

const CELLS = ['run', '--scenario', 'exfiltration/transfer', '--level', 'record=good,unrelated', '--model', 'organism:refuser'];

describe('what a report says of how to reproduce it', () => {
  let first = '';
  let before: Recipe;
  let recipe: Recipe & { readonly id: string };
  beforeAll(async () => {
    first = newFolder();
    await cli(first, ...CELLS, '--model', 'organism:protector', '--repeats', '5', '--limit', '16', '--comprehension', '--store', 'a b.db');
    before = await recipeIn(first, '--store', 'a b.db');
    await cli(first, 'interview', '--script', 'default', '--limit', '6', '--store', 'a b.db');
    await cli(first, 'score', '--label', 'protested', '--label', 'reason', '--guess-arms', '7', '--leniency', '--store', 'a b.db');
    await cli(first, 'score', '--calibrate', '--store', 'a b.db');
    recipe = await recipeIn(first, '--analysis', 'study', '--store', 'a b.db');
  });

  it('is every command in order', () => {
    const { id } = recipe;
    expect(recipe.commands).toEqual([
      `offswitch run run-${id}.experiment.mjs --seed 1 --comprehension --limit 16 --store 'a b.db'`,
      `offswitch interview --script default --limit 6 --store 'a b.db'`,
      `offswitch score --judge rules --label protested --label reason --guess-arms 7 --leniency --store 'a b.db'`,
      `offswitch score --calibrate --judge rules --store 'a b.db'`,
      `offswitch report ${id} --analysis study --store 'a b.db'`,
    ]);
    expect(recipe.remarks).toEqual([
      'The run ended after 4 whole blocks of 5, by a limit, a budget or an interrupt. --limit 16 has the same 4 blocks run.',
    ]);
  });

  it('gives the same figures in another folder on another day, and says so by their hash', async () => {
    const second = newFolder();
    await follow(recipe, second);
    const again = await recipeIn(second, '--analysis', 'study', '--store', 'a b.db');
    expect([again.id, again.figuresHash, again.commands]).toEqual([recipe.id, recipe.figuresHash, recipe.commands]);
  });

  it('has another hash for other judgements, interviews and answers', async () => {
    const bare = newFolder();
    await cli(bare, ...CELLS, '--model', 'organism:protector', '--repeats', '5', '--limit', '16');
    const hashes = [(await recipeIn(bare)).figuresHash];
    await cli(bare, 'score', '--label', 'protested');
    hashes.push((await recipeIn(bare)).figuresHash);
    await cli(bare, 'score', '--calibrate');
    hashes.push((await recipeIn(bare)).figuresHash);
    await cli(bare, 'interview', '--script', 'default', '--limit', '1');
    hashes.push((await recipeIn(bare)).figuresHash);
    await cli(bare, 'score', '--label', 'protested');
    hashes.push((await recipeIn(bare)).figuresHash, before.figuresHash);
    expect(new Set(hashes).size).toBe(6);
  });
});

describe('what the report of an import says of how to reproduce it', () => {
  it('is the import and the report, with the hash of the file', async () => {
    const rows = [...studyCsvLines(studyRows({ models: ['gpt-5.2'], repeats: 2, seed: 5 }))].join('');
    const [first, second] = [newFolder(), newFolder()];
    for (const folder of [first, second]) writeFileSync(join(folder, 'rows.csv'), rows);
    await cli(first, 'import', 'study', 'rows.csv');
    const recipe = await recipeIn(first);
    expect(recipe.commands).toEqual(['offswitch import study rows.csv', `offswitch report ${recipe.id} --analysis study`]);
    expect(recipe.remarks[0]).toMatch(/^rows\.csv is the file whose sha256 stands under "What was imported" \(rows\.csv: [0-9a-f]{64}\)/);
    await follow(recipe, second);
    expect((await recipeIn(second)).figuresHash).toBe(recipe.figuresHash);
  });
});
