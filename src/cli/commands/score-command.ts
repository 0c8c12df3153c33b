import type { Command } from 'commander';
import type { Store } from '../../core/ports/store.ts';
import type { CliContext } from '../context.ts';
import { openStore } from '../open-store.ts';
import { judgeStoredRun } from '../score/judge-stored-run.ts';
import { addScoreOptions, type ScoreFlags } from '../score/score-options.ts';
import { openExistingStore } from '../stored-runs.ts';

/** The gold cases are many, and only a calibration reads them. */
async function calibrate(store: Store, flags: ScoreFlags, context: CliContext): Promise<number> {
  const { calibrateJudges } = await import('../score/calibrate-judges.ts');
  return calibrateJudges(store, flags, context);
}

async function score(id: string | undefined, flags: ScoreFlags, context: CliContext): Promise<number> {
  // Gold cases belong to no run, so a store may be begun with what they show.
  const store = flags.calibrate ? await openStore(flags.store, context) : await openExistingStore(flags.store, context);
  try {
    return flags.calibrate ? await calibrate(store, flags, context) : await judgeStoredRun(store, id, { flags, context });
  } finally {
    await store.close();
  }
}

export function addScoreCommand(program: Command, context: CliContext, setExit: (code: number) => void): void {
  const command = program
    .command('score')
    .argument('[run]', 'id of a run, or its beginning; the newest when absent')
    .description(
      'judge the stored transcripts of a run for what acts cannot tell, without running a subject again; verdicts from acts are those of the oracles of today wherever results are shown',
    );
  addScoreOptions(command).action(async (id: string | undefined, flags: ScoreFlags) => setExit(await score(id, flags, context)));
}
