import { dirname } from 'node:path';
import { Option, type Command } from 'commander';
import { UsageError } from '../../core/errors.ts';
import { analyseStudy } from '../../estimates/study/analyse-study.ts';
import { compareWithPublished } from '../../estimates/study/compare-with-published.ts';
import { sourceOfImport } from '../../estimates/study/imported-study.ts';
import { publishedResults } from '../../estimates/study/published-results.ts';
import { studyMissing } from '../../estimates/study/study-missing.ts';
import { asTheStudyWithout, studyWarts, type StudyWart } from '../../estimates/study/study-warts.ts';
import type { StudyGroup } from '../../estimates/study/study-group.ts';
import { importStudyData, type ImportedRun } from '../../interop/study-data/import-study-data.ts';
import { readStudyGroups } from '../../interop/study-data/read-study-groups.ts';
import { renderTextTable, toPlain } from '../../report/render-tables.ts';
import { studyTables } from '../../report/study-tables.ts';
import type { Table } from '../../report/table.ts';
import { knownNames } from '../../util/nearest-name.ts';
import { exitCodes, type CliContext } from '../context.ts';
import { openStore, storePath } from '../open-store.ts';
import { jsonOption, storeOption } from '../run-options.ts';

interface ImportFlags {
  readonly store: string;
  readonly transcripts: boolean;
  readonly detail: boolean;
  readonly without: readonly StudyWart[];
  readonly json: boolean;
}

const collectWarts = (given: string, before: readonly StudyWart[] = []): readonly StudyWart[] => {
  if (given === 'all') return studyWarts;
  const wart = studyWarts.find((known) => known === given);
  if (wart === undefined)
    throw new UsageError(`the study's analysis has no peculiarity "${given}"${knownNames(given, ['all', ...studyWarts])}`);
  return [...before, wart];
};

/** Rows by part of the release, model and scenario. */
function rowsTable(groups: readonly StudyGroup[]): Table {
  const byPart = Map.groupBy(groups, ({ group, model }) => JSON.stringify([group, model]));
  const tasks = [...new Set(groups.map(({ task }) => task))].sort();
  const rows = [...byPart.values()].map((own) => {
    const sum = (some: readonly StudyGroup[]) => String(some.reduce((total, { trials }) => total + trials, 0));
    return [own[0]?.group ?? '', own[0]?.model ?? '', ...tasks.map((task) => sum(own.filter((group) => group.task === task))), sum(own)];
  });
  return { title: 'Rows that were read', heads: ['group', 'model', ...tasks, 'all'], rows, notes: [] };
}

function missingTable(groups: readonly StudyGroup[]): Table {
  const rows = studyMissing(groups).map(({ what, missing, trials }) => [what, String(missing), String(trials)]);
  return { title: 'Missing values', heads: ['value', 'missing', 'of rows'], rows, notes: [] };
}

function describeImport({ run, imported, isNew, rowsPath }: ImportedRun): readonly string[] {
  const from = imported.files.map(({ name }) => name);
  const shown = from.length > 3 ? `${from.length} files` : from.join(', ');
  const transcripts = imported.transcripts ? 'with transcripts' : 'without transcripts';
  return [
    isNew
      ? `Run ${run}: ${imported.rows} rows of ${toPlain(shown)} imported, ${transcripts}; they lie in ${rowsPath}.`
      : `Run ${run}: these data were imported before (${imported.rows} rows, ${transcripts}); nothing was written.`,
    `Licence ${imported.licence}: not for commercial use. Cite ${imported.cite}.`,
  ];
}

async function importStudy(path: string, flags: ImportFlags, context: CliContext): Promise<void> {
  const store = await openStore(flags.store, context);
  try {
    const createdAt = new Date(context.clock.nowMs()).toISOString();
    const folder = dirname(storePath(flags.store));
    const done = await importStudyData({ path, withTranscripts: flags.transcripts, store, folder, createdAt });
    const groups = await readStudyGroups(done.rowsPath);
    const analysis = analyseStudy(groups, { source: sourceOfImport(done.run, done.imported), switches: asTheStudyWithout(flags.without) });
    const comparison = compareWithPublished(analysis, publishedResults());
    if (flags.json) {
      const { run, isNew, imported } = done;
      context.out(JSON.stringify({ schemaVersion: 1, run, isNew, imported, missing: studyMissing(groups), analysis, comparison }));
      return;
    }
    for (const line of describeImport(done)) context.tell(line);
    const { headline, detail, notes } = studyTables(analysis, comparison);
    const tables = [rowsTable(groups), missingTable(groups), ...headline, ...(flags.detail ? detail : [])];
    context.out(['', ...tables.map(renderTextTable), notes.map(toPlain).join('\n')].join('\n\n').trimStart());
    if (!flags.detail) context.out('Every channel with its interval, and what was never published: --detail.');
  } finally {
    await store.close();
  }
}

/** Other people's trials as runs of imported provenance. */
export function addImportCommand(program: Command, context: CliContext, setExit: (code: number) => void): void {
  const imports = program.command('import').description("read other people's trials into the store");
  imports
    .command('study')
    .argument('<path>', "the study's released data: a Parquet or CSV file, or a folder of them")
    .description("read the study's released trials and analyse them as the study does")
    .addOption(storeOption())
    .addOption(new Option('--transcripts', 'keep the transcripts too, which are large').default(false))
    .addOption(new Option('--detail', 'print every channel with its interval').default(false))
    .addOption(
      new Option('--without <switch>', "turn off one of the study's peculiarities, or all; repeat for more")
        .argParser(collectWarts)
        .default([]),
    )
    .addOption(jsonOption())
    .action(async (path: string, flags: ImportFlags) => {
      await importStudy(path, flags, context);
      setExit(exitCodes.done);
    });
}
