import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { UsageError } from '../../core/errors.ts';
import type { RunRecord, StoppingRule, Store } from '../../core/ports/store.ts';
import { toPlain } from '../../report/render-tables.ts';
import { exitCodes, type CliContext } from '../context.ts';
import { openStore, storePath } from '../open-store.ts';
import { importedStudyOf, type ImportedStudy } from '../../estimates/study/imported-study.ts';
import { jsonOption, storeOption } from '../run-options.ts';

interface StatusFlags {
  readonly store: string;
  readonly json: boolean;
}

interface RunStatus {
  readonly run: string;
  readonly question: unknown;
  readonly createdAt: string;
  readonly planned: number;
  readonly ended: Readonly<Record<string, number>>;
  readonly requests: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** The last rule under which it ran, and where that stopped it. */
  readonly stopping?: StoppingRule;
  /** Where an imported run is from; its rows count as planned and completed. */
  readonly imported?: ImportedStudy;
}

function statusOfImport({ id, identity, createdAt }: RunRecord, imported: ImportedStudy): RunStatus {
  const ended = { completed: imported.rows, limited: 0, stopped: 0, failed: 0 };
  const head = { run: id, question: identity['question'], createdAt, planned: imported.rows, ended };
  return { ...head, requests: 0, inputTokens: 0, outputTokens: 0, imported };
}

async function statusOf(store: Store, run: RunRecord): Promise<RunStatus> {
  const imported = importedStudyOf(run.identity);
  if (imported !== undefined) return statusOfImport(run, imported);
  const ended: Record<string, number> = { completed: 0, limited: 0, stopped: 0, failed: 0 };
  for await (const { outcome } of store.records(run.id)) ended[outcome.kind] = (ended[outcome.kind] ?? 0) + 1;
  const { cells, subjects, question } = run.identity as { cells: readonly string[]; subjects: readonly unknown[]; question: unknown };
  const { requests, inputTokens, outputTokens } = await store.spent(run.id);
  const planned = run.repeats * cells.length * subjects.length;
  const rule = run.stopping === undefined ? {} : { stopping: run.stopping };
  return { run: run.id, question, createdAt: run.createdAt, planned, ended, requests, inputTokens, outputTokens, ...rule };
}

function describeImport({ run, question, createdAt }: RunStatus, { files, licence, cite }: ImportedStudy): readonly string[] {
  const from = files.length > 3 ? `${files.length} files` : files.map(({ name }) => toPlain(name)).join(', ');
  return [
    `run ${run}, imported ${shownTime(createdAt)}`,
    `  ${String(question)}`,
    `  from ${from}; ${licence}, not for commercial use; ${cite}`,
  ];
}

const shownTime = (time: string) => time.replace('T', ' ').replace(/\.\d+Z$/, ' UTC');

function describe(status: RunStatus): readonly string[] {
  return status.imported === undefined ? describeOwn(status) : describeImport(status, status.imported);
}

function ruleLines({ stopping }: RunStatus): readonly string[] {
  if (stopping?.stoppedAtBlock === undefined) return [];
  const { contrast, width, stoppedAtBlock } = stopping;
  return [
    `  stopped at block ${stoppedAtBlock} by --until-width ${width}, which looked at ${contrast}; without it the same command goes on`,
  ];
}

function describeOwn(status: RunStatus): readonly string[] {
  const { run, question, createdAt, planned, ended, requests, inputTokens, outputTokens } = status;
  const { completed = 0, limited = 0, stopped = 0, failed = 0 } = ended;
  const final = completed + limited + stopped;
  const open = planned - final;
  const kinds = Object.entries(ended).flatMap(([kind, count]) => (count > 0 ? [`${count} ${kind}`] : []));
  const left = open > 0 && status.stopping?.stoppedAtBlock === undefined ? `; the same command runs the ${open} that are left` : '';
  const failures = failed > 0 ? ` (failed ones are tried again)` : '';
  return [
    `run ${run}, begun ${shownTime(createdAt)}`,
    `  ${String(question)}`,
    `  ${final === planned ? 'done' : 'not done'}: ${final} of ${planned} trials${kinds.length > 0 ? `, ${kinds.join(', ')}` : ''}${failures}${left}`,
    ...(open > 0 ? ruleLines(status) : []),
    `  ${requests} requests, ${inputTokens} input and ${outputTokens} output tokens`,
  ];
}

async function findRuns(store: Store, id: string | undefined): Promise<readonly RunRecord[]> {
  const runs = await store.listRuns();
  if (id === undefined) return runs;
  const found = runs.filter((run) => run.id.startsWith(id));
  if (found.length === 0) {
    throw new UsageError(`there is no run "${id}" in ${store.location} (known: ${runs.map((run) => run.id).join(', ') || 'none'})`);
  }
  return found;
}

export function addStatusCommand(program: Command, context: CliContext, setExit: (code: number) => void): void {
  program
    .command('status')
    .argument('[run]', 'id of a run, or its beginning; all runs when absent')
    .description('how far the stored runs are')
    .addOption(storeOption())
    .addOption(jsonOption())
    .action(async (id: string | undefined, flags: StatusFlags) => {
      if (!existsSync(storePath(flags.store)))
        throw new UsageError(`there is no store at ${flags.store}: run something first, or name it with --store`);
      const store = await openStore(flags.store, context);
      try {
        const runs = await findRuns(store, id);
        for (const run of runs) {
          const status = await statusOf(store, run);
          if (flags.json) context.out(JSON.stringify({ schemaVersion: 1, ...status }));
          else for (const line of describe(status)) context.out(line);
        }
        if (runs.length === 0 && !flags.json) context.out('No run is stored yet.');
      } finally {
        await store.close();
      }
      setExit(exitCodes.done);
    });
}
