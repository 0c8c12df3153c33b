import type { RunRecord, Store } from '../../core/ports/store.ts';
import { familyOfModel } from '../../core/model-family.ts';
import { judgeLabels, type JudgeLabel } from '../../core/judgement.ts';
import type { Disposition } from '../../core/outcome.ts';
import type { TrialRecord } from '../../core/trial.ts';
import { createJudgeLog } from '../../estimates/judged/judge-facts.ts';
import { labelsFor } from '../../estimates/judged/applicable-labels.ts';
import { judgedResults } from '../../estimates/judged/judge-results.ts';
import type { JudgedResults } from '../../estimates/judged/judged-results.ts';
import { appliesTo, createJudgedTrials } from '../../estimates/judged/judged-trials.ts';
import { readJudgements } from '../../estimates/judged/judgement-table.ts';
import { createDispositions } from '../../estimates/judged/resolve-disposition.ts';
import { goldReaders } from '../../judges/gold-readers.ts';
import type { RunResults } from '../../estimates/run-results.ts';
import type { Plan } from '../../runner/plan.ts';
import { scenarioOf } from '../../runner/scenario-library.ts';

/** What judges said of a run, taken in beside the records. */
export interface RunJudgements {
  /** The class of a trial, by its judges where they agree. */
  readonly dispositionOf: (record: TrialRecord) => Disposition;
  /** Did it refuse openly? Undefined where nobody judged or they do not agree. */
  readonly refusedOf: (record: TrialRecord) => boolean | undefined;
  /** Takes each record once, as its acts alone class it. */
  enter(record: TrialRecord): void;
  /** Labels that some completed trial calls for, of those that were entered. */
  applicableLabels(): readonly JudgeLabel[];
  results(run: Pick<RunResults, 'effects' | 'reach'>): Promise<JudgedResults>;
}

/** The judgements of a run; undefined where nobody has judged any of its trials. */
export async function readRunJudgements(store: Store, run: RunRecord, plan: Plan): Promise<RunJudgements | undefined> {
  const log = createJudgeLog();
  const table = await readJudgements(log.watched(store.judgements(run.id)));
  if (table.judges.length === 0) return undefined;
  // Many texts, which only a judged run needs.
  const { allGoldCases, goldHash } = await import('../../judges/gold/all-gold-cases.ts');
  const trials = createJudgedTrials({
    table,
    arms: plan.arms,
    applicable: (record, scenario) => labelsFor(record, scenarioOf(plan.library, scenario)),
    protective: (scenario) => scenarioOf(plan.library, scenario).protective,
  });
  const dispositionOf = createDispositions(table);
  return {
    dispositionOf,
    refusedOf: (record) => {
      // What the judges say of a refusal classes a trial whose job is not done; here it is asked of every trial.
      const disposition = dispositionOf({ ...record, disposition: 'not-done-unjudged' });
      return disposition === 'refused-openly' ? true : disposition === 'erroneous' ? false : undefined;
    },
    enter: (record) => trials.enter(record),
    applicableLabels: () => {
      const completed = trials.arms.flatMap((arm) => arm.trials.filter(({ isCompleted }) => isCompleted));
      return judgeLabels.filter((label) => completed.some((trial) => appliesTo(trial, label)));
    },
    results: async ({ effects, reach }) => ({
      ...judgedResults({
        trials,
        effects,
        reach,
        calibrations: await store.calibrations(),
        gold: goldHash,
        kinOf: (judge) => familyOfModel(judge)?.name,
      }),
      judgeFacts: log.facts(),
      goldReaders: goldReaders(allGoldCases),
    }),
  };
}
