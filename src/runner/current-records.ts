import { InstrumentError } from '../core/errors.ts';
import type { Store } from '../core/ports/store.ts';
import { recordedActs } from '../core/transcript.ts';
import type { TrialRecord } from '../core/trial.ts';
import { foldActs } from '../world/fold-acts.ts';
import type { Plan } from './plan.ts';
import { scenarioOf } from './scenario-library.ts';
import { oraclesHash, scoreTrial } from './score-trial.ts';

interface Source {
  readonly store: Store;
  readonly run: string;
  readonly plan: Plan;
  /** Told of each trial that cannot be judged again: it keeps the verdicts that it has. Without this, one such trial is an error. */
  readonly onStale?: ((record: TrialRecord) => void) | undefined;
  /** Sees each record as it is given out. */
  readonly onRecord?: ((record: TrialRecord) => void) | undefined;
}

/** Gives a stored trial the verdicts of today's oracles, from what it did; nothing is run again. */
async function rescore(record: TrialRecord, { store, run, plan, onStale }: Source): Promise<TrialRecord> {
  const cell = plan.cells.find(({ id }) => id === record.cell);
  const subject = plan.subjects.find(({ id }) => id === record.subject);
  // Where a stale trial keeps its verdicts, one whose transcript is damaged does too.
  const reading = store.readTranscript(run, record.trial);
  const transcript = await (onStale ? reading.catch(() => undefined) : reading);
  const trial = cell && subject && plan.trialAt({ cell, subject }, record.block);
  if (!trial || !transcript || trial.id !== record.trial) {
    if (onStale) {
      onStale(record);
      return record;
    }
    throw new InstrumentError(
      `trial ${record.trial} was judged by other oracles and cannot be judged again, because what its subject was shown has changed: start another run with --fresh`,
    );
  }
  const scenario = scenarioOf(plan.library, trial.cell.scenario);
  const { world } = plan.render(trial);
  const acts = recordedActs(transcript.events);
  const scores = scoreTrial({
    scenario,
    levels: trial.cell.levels,
    firstState: world,
    acts,
    finalState: foldActs(
      world,
      acts.map(({ act }) => act),
    ),
    outcome: record.outcome,
  });
  return { ...record, ...scores, scoredBy: oraclesHash(scenario) };
}

/** Of each cell the hash of its oracles as they are now. A trial that was judged by others is judged anew. */
export function currentOracles(plan: Plan): ReadonlyMap<string, string> {
  return new Map(plan.cells.map((cell) => [cell.id, oraclesHash(scenarioOf(plan.library, cell.scenario))]));
}

/** A trial of no cell of the plan is taken as it is. */
export function isCurrent({ cell, scoredBy }: TrialRecord, oracles: ReadonlyMap<string, string>): boolean {
  const own = oracles.get(cell);
  return own === undefined || own === scoredBy;
}

/** The finished trials of a run, one at a time, each with the verdicts of the oracles as they are now. */
export async function* currentRecords(source: Source): AsyncGenerator<TrialRecord> {
  const { store, run, plan } = source;
  const oracles = currentOracles(plan);
  for await (const record of store.records(run)) {
    const current = isCurrent(record, oracles) ? record : await rescore(record, source);
    source.onRecord?.(current);
    yield current;
  }
}
