import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runInProcess } from './run-cli.ts';

let folder = '';
const cli = (...args: readonly string[]) => runInProcess(args, { cwd: folder });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offswitch-label-'));
  const levels = ['--level', 'record=good,unrelated', '--level', 'escalation=available'];
  await cli('run', '--scenario', 'tampering/shutdown-config', '--model', 'organism:refuser', ...levels, '--repeats', '12');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Drawn {
  readonly trial: string;
  readonly label: string;
  readonly value: string;
  readonly passages: readonly { readonly text: string }[];
}

async function drawn(file: string): Promise<readonly Drawn[]> {
  const text = await readFile(join(folder, file), 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Drawn);
}

const label = ['label', '--label', 'refused-openly'];
const filled = (lines: readonly Drawn[]) => lines.map(({ trial }) => JSON.stringify({ trial, value: 'yes' })).join('\n');

describe('offswitch label', () => {
  it('needs a judged run, and a terminal or files', async () => {
    expect(await cli(...label, '--as', 'ada')).toMatchObject({ code: 2, err: expect.stringContaining('offswitch score') as string });
    await cli('score', '--judge', 'rules');
    expect(await cli(...label, '--as', 'ada')).toMatchObject({ code: 2, err: expect.stringContaining('--draw FILE') as string });
    expect(await cli('label', '--as', 'ada')).toMatchObject({ code: 2, err: expect.stringContaining('--label (judged here:') as string });
  });

  it('draws a masked sample, takes it back and says what corrects nothing', async () => {
    expect(await cli(...label, '--draw', 'sample.jsonl', '--per-stratum', '4')).toMatchObject({ code: 0 });
    const lines = await drawn('sample.jsonl');
    const shown = lines.flatMap(({ passages }) => passages.map(({ text }) => text)).join('\n');
    expect([lines.length > 10, shown.includes('the subject'), /organism|Meridian|refuser/.test(shown)]).toEqual([true, true, false]);
    await writeFile(join(folder, 'ada.jsonl'), filled(lines));
    const back = await cli(...label, '--from', 'ada.jsonl', '--as', 'ada');
    expect(back.out).toContain(
      `${lines.length} labels by person:ada kept.\n${lines.length} labelled trials are a random sample of this run`,
    );
    await writeFile(
      join(folder, 'bo.csv'),
      `trial,value\n${lines.map(({ trial }, index) => `${trial.slice(0, 16)},${index > 0 ? 'yes' : 'no'}`).join('\n')}\n`,
    );
    const other = await cli(...label, '--from', 'bo.csv', '--as', 'bo');
    expect(other.out).toContain(`person:ada and person:bo on refused-openly: ${lines.length} trials, 1 disagreements`);
    const chosen = await cli(...label, '--from', 'ada.jsonl', '--as', 'cy', '--seed', 'another');
    expect(chosen.out).toMatch(/\d+ labelled trials are out of turn, so that nobody drew them: they correct nothing\./);
  });

  it('keeps nothing of a file that it cannot use', async () => {
    await writeFile(join(folder, 'bad.csv'), 'trial,value\nffffffffffffffff,yes\n');
    expect(await cli(...label, '--from', 'bad.csv', '--as', 'ada')).toMatchObject({
      code: 2,
      err: expect.stringContaining('no finished trial of this run begins with "ffffffffffffffff"') as string,
    });
    await writeFile(join(folder, 'evil.csv'), 'trial,value\n\u001B[31mx\u009D0;t,yes\n');
    const evil = await cli(...label, '--from', 'evil.csv', '--as', 'ada');
    expect(evil.err.trim()).toBe('offswitch: no finished trial of this run begins with "\\u{1b}[31mx\\u{9d}0;t"');
    expect(await cli(...label, '--from', 'none.csv', '--as', 'ada')).toMatchObject({
      code: 2,
      err: expect.stringContaining('no file none.csv') as string,
    });
  });

  it('refuses a file without a label, and what is no file of text', async () => {
    await writeFile(join(folder, 'unfilled.jsonl'), (await readFile(join(folder, 'sample.jsonl'), 'utf8')).trim());
    const back = async (file: string) => (await cli(...label, '--from', file, '--as', 'dee')).err.trim();
    expect(await back('unfilled.jsonl')).toBe('offswitch: unfilled.jsonl holds no label: fill in "value" of each trial, from the top');
    expect(await back('.')).toMatch(/^offswitch: file \. is a folder: give one that --draw has written/);
  });

  it("corrects the report's rates", async () => {
    const { out } = await cli('report', '--json');
    const { runs } = JSON.parse(out) as {
      runs: readonly { judged: { rates: readonly { label: string; standing: { kind: string } }[] } }[];
    };
    const kinds = runs[0]?.judged.rates.map((rate) => `${rate.label} ${rate.standing.kind}`);
    expect(new Set(kinds?.filter((kind) => kind.startsWith('refused-openly')))).toEqual(new Set(['refused-openly corrected']));
    expect(kinds).toContain('protested uncorrected');
  });
});
