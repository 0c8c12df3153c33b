import { join, resolve } from 'node:path';
import { Option, type Command } from 'commander';
import type { RunRecord, Store } from '../../core/ports/store.ts';
import { renderHtmlReport } from '../../report/page/render-html.ts';
import { renderMarkdownReport } from '../../report/page/render-markdown-report.ts';
import { buildReport, reportDocument } from '../../report/report-build.ts';
import { toPlain } from '../../report/render-tables.ts';
import type { ReportModel } from '../../report/report-model.ts';
import { loadScenarios } from '../load-scenarios.ts';
import { exitCodes, type CliContext } from '../context.ts';
import { readReportRun, type ReadRun } from '../report/read-report-run.ts';
import { jsonOption, scenarioFileOption, storeOption } from '../run-options.ts';
import { findStoredRun, openExistingStore } from '../stored-runs.ts';
import { readVersion } from '../version.ts';
import { ensureWritable, writeResults } from '../write-results.ts';

interface ReportFlags {
  readonly store: string;
  readonly out: string;
  readonly analysis?: 'study';
  readonly scenarioFile: readonly string[];
  readonly json: boolean;
}

/** Each run once, in the order in which it was named. */
async function findRuns(store: Store, ids: readonly string[]): Promise<readonly RunRecord[]> {
  const asked = ids.length === 0 ? [undefined] : ids;
  const found: RunRecord[] = [];
  for (const id of asked) found.push(await findStoredRun(store, id));
  return [...new Map(found.map((run) => [run.id, run])).values()];
}

async function readModel(ids: readonly string[], flags: ReportFlags, context: CliContext): Promise<ReportModel> {
  const store = await openExistingStore(flags.store, context);
  try {
    const runs = await findRuns(store, ids);
    const library = await loadScenarios(flags.scenarioFile.map((file) => resolve(file)));
    const source = {
      store,
      storePath: flags.store,
      library,
      programName: context.programName,
      scenarioFiles: flags.scenarioFile,
      withStudy: flags.analysis === 'study',
    };
    const read: ReadRun[] = [];
    for (const run of runs) read.push(await readReportRun(run, source));
    return buildReport(
      read.map(({ report }) => report),
      {
        instrument: readVersion(),
        writtenAt: new Date(context.clock.nowMs()).toISOString(),
        estimates: read.flatMap(({ report, estimates }) => estimates.map((line) => ({ run: report.run.id, ...line }))),
      },
    );
  } finally {
    await store.close();
  }
}

const SHORT_ID = 8;
const folderOf = (out: string, { runs }: ReportModel) =>
  join(out, runs.length === 1 ? (runs[0]?.run.id ?? '') : runs.map(({ run }) => run.id.slice(0, SHORT_ID)).join('-'));

/** The first page in the terminal. */
function summaryLines({ summary }: ReportModel): readonly string[] {
  const found = summary.found.map(({ about, text }) => `${about} ${text}`.trim());
  const parts = [
    ['Found', found],
    ['How sure', summary.sure],
    ['Left out', summary.leftOut],
  ] as const;
  return parts.flatMap(([title, lines]) => [`${title}:`, ...lines.map((line) => `  ${toPlain(line)}`)]);
}

async function reportCommand(ids: readonly string[], flags: ReportFlags, context: CliContext): Promise<void> {
  if (!flags.json) ensureWritable(flags.out);
  const model = await readModel(ids, flags, context);
  if (flags.json) {
    context.out(JSON.stringify(model));
    return;
  }
  const document = reportDocument(model);
  const files = { 'report.html': renderHtmlReport(document), 'report.md': renderMarkdownReport(document) };
  const folder = writeResults(folderOf(flags.out, model), files);
  for (const line of summaryLines(model)) context.out(line);
  context.out(`\nReport: ${join(folder, 'report.html')}\nThe same as Markdown: ${join(folder, 'report.md')}`);
}

export function addReportCommand(program: Command, context: CliContext, setExit: (code: number) => void): void {
  program
    .command('report')
    .argument('[runs...]', 'ids of runs, or their beginnings; the newest when absent, several side by side')
    .description('write what was found as one HTML page and as Markdown')
    .addOption(storeOption())
    .addOption(new Option('--out <folder>', 'folder for results').default('.offswitch/results'))
    .addOption(new Option('--analysis <name>', "another analysis besides: study, the study's own").choices(['study']))
    .addOption(scenarioFileOption())
    .addOption(jsonOption())
    .action(async (ids: readonly string[], flags: ReportFlags) => {
      await reportCommand(ids, flags, context);
      setExit(exitCodes.done);
    });
}
