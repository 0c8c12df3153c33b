import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { groupRows, type StudyRow } from '../../estimates/study/group-rows.ts';
import type { StudyGroup } from '../../estimates/study/study-group.ts';
import { createMemoryPlace, createMemoryStore } from '../../testing/memory-store.ts';
import { studyCsvLines, studyRows, studyTestColumns, type StudyTestRow } from '../../../bench/study-rows.ts';
import { importStudyData } from './import-study-data.ts';
import { queryRows, withDuckDb } from './open-duckdb.ts';
import { readStudyGroups } from './read-study-groups.ts';
import { sqlPath, sqlText } from './sql-text.ts';

const MODELS = ['model-one', 'claude-two'];
const rows = [...studyRows({ models: MODELS, repeats: 4, seed: 3 })];
const [sample] = rows as [StudyTestRow];

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offswitch-import-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function write(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
  return path;
}

const writeCsv = (name: string, given: Iterable<StudyTestRow>, columns = [...studyTestColumns]) =>
  write(name, [...studyCsvLines(given, columns)].join(''));

/** The same rows as Parquet, in DuckDB's own types, as pandas would leave them. */
async function toParquet(csv: string, name: string, replace = ''): Promise<string> {
  const path = join(folder, name);
  await mkdir(dirname(path), { recursive: true });
  const options = `header = true, delim = ',', quote = '"', escape = '"'`;
  await withDuckDb({ scratch: folder }, (connection) =>
    connection.run(`COPY (SELECT * ${replace} FROM read_csv(${sqlPath(csv)}, ${options})) TO ${sqlText(path)} (FORMAT parquet)`),
  );
  return path;
}

function importer(name = 'store') {
  const store = createMemoryStore({ place: createMemoryPlace(), worker: undefined as never, clock: undefined as never });
  const place = join(folder, name);
  const read = (path: string, withTranscripts = false) =>
    importStudyData({ path, withTranscripts, store, folder: place, createdAt: '2026-11-21T00:00:00.000Z' });
  return { store, place, read };
}

/** The rows as the pure analysis takes them, without SQL. */
function toStudyRow(row: StudyTestRow): StudyRow {
  const text = (name: keyof StudyTestRow) => row[name] as string | null;
  const boolean = (name: keyof StudyTestRow) => row[name] as boolean | null;
  return {
    model: text('agent_model') ?? '',
    isSimulated: false,
    harness: text('agent_harness') ?? '',
    group: text('group') ?? '',
    task: text('task_type') ?? '',
    subject: text('subject') ?? '',
    condition: text('condition') ?? '',
    channel: row.is_memory === true ? 'memory' : row.system_prompt_relationship === true ? 'document+prompt' : 'document',
    dataset: text('dataset'),
    threshold: row.threshold === null ? null : Number(row.threshold),
    mode: text('alignment_faking_mode'),
    score: row.eval_score as number | null,
    thresholdResult: text('threshold_result'),
    grade: text('subject_grade'),
    executed: boolean('executed'),
    shutdownEnabled: boolean('shutdown_enabled'),
    exfiltrated: boolean('exfiltration'),
    refused: boolean('refused'),
    unfinished: boolean('fully_incomplete'),
    read: boolean('read_data'),
  };
}

const byLabels = (left: StudyGroup, right: StudyGroup) => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1);
/** Sums of scores come in another order, so that their last digits differ. */
const rounded = (groups: readonly StudyGroup[]) =>
  groups
    .map((group) => ({
      ...group,
      scores: { ...group.scores, sum: Math.round(group.scores.sum * 100), sumOfSquares: Math.round(group.scores.sumOfSquares * 100) },
    }))
    .sort(byLabels);

describe('importing the study’s data', () => {
  it('counts in SQL what counting row by row gives, from CSV and from Parquet', async () => {
    const mixed = rows.map((row, index) => (index % 5 === 0 ? { ...row, refused: null } : row));
    const expected = rounded(await groupRows(mixed.map(toStudyRow)));
    expect(expected.some(({ withheld }) => withheld.byRule.unjudged.passing > 0)).toBe(true);
    const csv = await writeCsv('whole/rows.csv', mixed);
    const parquet = await toParquet(csv, 'parquet/rows.parquet');
    for (const path of [csv, parquet]) {
      const { rowsPath, imported } = await importer().read(path);
      expect([imported.rows, imported.models, imported.transcripts]).toEqual([rows.length, ['claude-two', 'model-one'], false]);
      expect(rounded(await readStudyGroups(rowsPath))).toEqual(expected);
    }
  });

  it('is not done twice', async () => {
    const { place, read } = importer('once');
    const path = await writeCsv('once/rows.csv', rows.slice(0, 20));
    const first = await read(path);
    const before = (await stat(first.rowsPath)).mtimeMs;
    const second = await read(path);
    expect([first.isNew, second.isNew, second.run, second.imported]).toEqual([true, false, first.run, first.imported]);
    expect([(await stat(first.rowsPath)).mtimeMs, await readdir(join(place, 'imports'))]).toEqual([before, [`${first.run}.parquet`]]);
  });

  it('enters a run with its files, hashes, licence and citation', async () => {
    const { store, read } = importer('entered');
    const { run } = await read(await writeCsv('entered/rows.csv', rows.slice(0, 20)));
    expect(await store.listRuns()).toEqual([
      {
        id: run,
        schemaVersion: 1,
        createdAt: '2026-11-21T00:00:00.000Z',
        identity: {
          question: 'Imported: released trials of the study, 20 of 1 model',
          cells: [],
          subjects: [],
          imported: {
            kind: 'study',
            files: [{ name: 'rows.csv', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }],
            rows: 20,
            models: ['model-one'],
            transcripts: false,
            licence: 'CC BY-NC 4.0',
            cite: expect.stringContaining('arXiv 2604.19784'),
          },
        },
        repeats: 1,
        freshness: 0,
      },
    ]);
  });

  it('writes the rows again where they are gone, and clears what a killed process left', async () => {
    const { place, read } = importer('again');
    const path = await writeCsv('again/rows.csv', rows.slice(0, 5));
    const { rowsPath, run } = await read(path);
    await rm(rowsPath);
    // No process has this number: it is above the highest that Linux gives.
    const dead = `${hostname()}.99999999.`;
    await writeFile(`${rowsPath}.part-${dead}`, 'half');
    await mkdir(join(dirname(rowsPath), `.offswitch-duckdb-${dead}abc`, 'parts'), { recursive: true });
    const others = `${run}.parquet.part-elsewhere.99999999.`;
    await writeFile(join(dirname(rowsPath), others), 'another host is at it');
    expect((await read(path)).isNew).toBe(true);
    expect((await readdir(join(place, 'imports'))).sort()).toEqual([`${run}.parquet`, others]);
  });

  it('reads transcripts only where asked, byte for byte, whatever they hold', async () => {
    const hostile = '<script>alert(1)</script>\u001b[31m"quoted",\r\n,\u202e' + 'x'.repeat(1_000_000) + '\n"';
    const path = await writeCsv('hostile/rows.csv', [
      { ...sample, transcript_json: hostile },
      { ...sample, transcript_id: 'b', transcript_json: null },
    ]);
    const { read } = importer('hostile');
    const [without, withThem] = [await read(path), await read(path, true)];
    expect(without.run).not.toBe(withThem.run);
    const columnsOf = (rowsPath: string) =>
      withDuckDb({ scratch: folder }, async (connection) =>
        (await queryRows(connection, `DESCRIBE SELECT * FROM ${sqlPath(rowsPath)}`)).map((row) => row['column_name']),
      );
    expect([
      (await columnsOf(without.rowsPath)).includes('transcript_json'),
      (await columnsOf(withThem.rowsPath)).includes('transcript_json'),
    ]).toEqual([false, true]);
    const kept = await withDuckDb({ scratch: folder }, (connection) =>
      queryRows(connection, `SELECT transcript_json AS text FROM ${sqlPath(withThem.rowsPath)} ORDER BY transcript_id`),
    );
    expect(kept.map(({ text }) => text)).toEqual([hostile, null]);
  });

  it('takes group and scenario from the folders where the rows do not say them', async () => {
    const columns = studyTestColumns.filter((name) => name !== 'group' && name !== 'task_type');
    const own = rows.filter(({ task_type: task }) => task === 'tampering').slice(0, 3);
    await writeCsv('layout/main/tampering-00000-of-00002.csv', own, columns);
    await writeCsv('layout/main/misrep_finance/0000.csv', own, columns);
    await writeCsv('layout/config=real_company/split=tampering_memory/part-0.csv', own, columns);
    const { rowsPath } = await importer('layout').read(join(folder, 'layout'));
    const groups = await readStudyGroups(rowsPath);
    expect([...new Set(groups.map(({ group, task, channel }) => `${group} ${task} ${channel}`))].sort()).toEqual([
      'main misrep_finance document',
      'main tampering document',
      'real_company tampering memory',
    ]);
  });

  it('tolerates further columns, missing ones that no metric needs, and columns without any value', async () => {
    const columns = studyTestColumns.filter((name) => !['sub_condition', 'num_turns', 'transcript_json'].includes(name));
    const bare: StudyTestRow = { ...sample, eval_score: null, refused: null, read_data: null, dataset: null, threshold: null };
    const path = await write(
      'bare/rows.csv',
      [...studyCsvLines([bare], columns)].map((line, index) => line.replace('\n', index === 0 ? ',mine\n' : ',1\n')).join(''),
    );
    const parquet = await toParquet(path, 'bare-parquet/rows.parquet', `REPLACE (NULL::INTEGER AS refused, 'NaN'::DOUBLE AS eval_score)`);
    for (const given of [path, parquet]) {
      const { rowsPath } = await importer(`bare-${given.length}`).read(given);
      expect(await readStudyGroups(rowsPath)).toMatchObject([
        { trials: 1, read: 0, scores: { missing: 1 }, refused: { judged: 0 }, threshold: null, dataset: null },
      ]);
    }
  });

  it('reads a file whose name would be a pattern or a quotation', async () => {
    const path = await writeCsv("odd [1]/it's*?.csv", rows.slice(0, 2));
    expect((await importer("odd's").read(path)).imported.rows).toBe(2);
    const star = await writeCsv('stars/a*.csv', rows.slice(0, 3));
    await writeCsv('stars/ab.csv', rows.slice(0, 9));
    expect((await importer('stars').read(star)).imported.rows).toBe(3);
  });
});

describe('what is no data of the study', () => {
  const refused = async (path: string, withTranscripts = false) => {
    const { store, read } = importer('refused');
    const message = await read(path, withTranscripts).then(
      () => 'imported',
      (error: unknown) => `${(error as { code?: string }).code}: ${(error as Error).message}`,
    );
    expect([await store.listRuns(), await readdir(join(folder, 'refused', 'imports')).catch(() => [])]).toEqual([[], []]);
    return message.replaceAll(folder, '');
  };

  it('is refused by what is missing of it', async () => {
    expect(await refused(join(folder, 'nowhere'))).toMatch(/^usage: there is no file or folder .*nowhere/);
    await mkdir(join(folder, 'nothing'), { recursive: true });
    expect(await refused(join(folder, 'nothing'))).toMatch(/^usage: \/nothing has no \.parquet or \.csv file/);
    expect(await refused(await write('text.txt', 'x'))).toBe('usage: /text.txt is neither a .parquet nor a .csv file');
    expect(await refused(await write('empty.csv', ''))).toBe('usage: /empty.csv is empty: the first line must name the columns');
    expect(await refused(await writeCsv('rowless.csv', []))).toBe('usage: /rowless.csv holds no row: there is nothing to import');
    expect(await refused(await write('false.parquet', 'not Parquet at all'))).toMatch(
      /^usage: \/false\.parquet cannot be read as Parquet: .*magic bytes/,
    );
  });

  it('is refused by the column that it lacks', async () => {
    const without = await writeCsv(
      'without.csv',
      [sample],
      studyTestColumns.filter((name) => name !== 'shutdown_enabled'),
    );
    expect(await refused(without)).toMatch(/^usage: \/without\.csv lacks the column shutdown_enabled \(known: /);
    expect(await refused(await write('twice.csv', 'a,"b",b\n1,2,3\n'))).toBe('usage: /twice.csv names the column "b" twice');
    const others = await write('others.csv', 'a,b\n1,2\n');
    expect(await refused(others)).toMatch(/lacks 19 columns: transcript_id, agent_model, .* \(known: a, b\)/);
    const noTranscripts = await writeCsv(
      'no-transcripts.csv',
      [sample],
      studyTestColumns.filter((name) => name !== 'transcript_json'),
    );
    expect(await refused(noTranscripts, true)).toMatch(/lacks the column transcript_json/);
  });

  it('is refused by the value that cannot be read, with its row', async () => {
    const bad = (changes: Partial<Record<keyof StudyTestRow, string | null>>) =>
      writeCsv(`bad-${JSON.stringify(changes).length}.csv`, [sample, { ...sample, transcript_id: 'b', ...changes }]);
    expect(await refused(await bad({ eval_score: 'very good' }))).toMatch(
      /eval_score is "very good", where a number was expected, in the row with the transcript_id "b"$/,
    );
    expect(await refused(await bad({ refused: 'perhaps' }))).toMatch(/refused is "perhaps", where true or false was expected/);
    expect(await refused(await bad({ agent_model: null }))).toMatch(/agent_model is missing in the row with the transcript_id "b"$/);
    expect(await refused(await bad({ num_turns: '\u001b[31m' }))).toMatch(/num_turns is "\\u001b\[31m"/);
  });

  it('is refused where the rows of a CSV file are torn', async () => {
    const torn = await write('torn.csv', `${[...studyCsvLines([sample])].join('')}a,b,c\n`);
    expect(await refused(torn)).toMatch(/^usage: \/torn\.csv cannot be read: .*CSV Error on Line: 3/);
    await mkdir(join(folder, 'mixed'), { recursive: true });
    await writeFile(join(folder, 'mixed', 'a.csv'), '');
    await writeFile(join(folder, 'mixed', 'a.parquet'), '');
    expect(await refused(join(folder, 'mixed'))).toMatch(/has both \.parquet and \.csv files in it/);
  });
});
