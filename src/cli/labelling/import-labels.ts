import { UsageError } from '../../core/errors.ts';
import type { Judgement } from '../../core/judgement.ts';
import type { JudgedTrial } from '../../estimates/judged/judged-trials.ts';
import { toJudged } from './label-answers.ts';
import type { GivenLabel } from './label-files.ts';
import { labelJudgement, type LabelTask } from './labelled-run.ts';

/** The one completed trial that an id or its beginning names. */
function findTrial(ids: readonly string[], byId: ReadonlyMap<string, JudgedTrial>, given: string): JudgedTrial {
  const exact = byId.get(given);
  if (exact) return exact;
  const found = ids.filter((id) => id.startsWith(given));
  const [only] = found;
  const trial = only === undefined ? undefined : byId.get(only);
  if (found.length === 1 && trial) return trial;
  throw new UsageError(
    found.length === 0
      ? `no finished trial of this run begins with "${given}"`
      : `"${given}" begins ${found.length} trials: give more of it`,
  );
}

/**
 * Labels that were given elsewhere, as they are kept. Nothing is kept where one of them cannot be used.
 * @throws UsageError for a trial that is not there, and for labels of another kind than the task's
 */
export function importLabels(
  task: LabelTask,
  given: readonly GivenLabel[],
  { file, atMs }: { file: string; atMs: number },
): readonly Judgement[] {
  const other = given.find(({ label }) => label !== task.label);
  if (other)
    throw new UsageError(`${file} has labels on ${other.label}, and this is about ${task.label}: import each label by itself with --label`);
  const byId = new Map(task.trials.arms.flatMap(({ trials }) => trials.map((trial) => [trial.id, trial] as const)));
  const ids = [...byId.keys()];
  return given.map(({ trial, answer }) =>
    labelJudgement(task, findTrial(ids, byId, trial), { judged: toJudged(answer, `imported from ${file}`), atMs }),
  );
}
