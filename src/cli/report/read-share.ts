import type { RecordShare, Store } from '../../core/ports/store.ts';
import type { TrialRecord } from '../../core/trial.ts';
import type { Arm } from '../../estimates/arm.ts';
import { collectArms, type PlannedArms } from '../../estimates/run-results.ts';
import { createRecordTally, type TallyOptions, type TallyState } from '../../report/report-tally.ts';
import { isCurrent } from '../../runner/current-records.ts';

/** What a report needs of some of a run's records. Plain data, like what comes of it: both pass between threads. */
export interface ShareJob {
  readonly storePath: string;
  readonly run: string;
  readonly share: RecordShare;
  readonly planned: PlannedArms;
  /** By cell, as `currentOracles` gives them. */
  readonly oracles: ReadonlyMap<string, string>;
  readonly tally: TallyOptions;
}

export interface ShareRead {
  readonly arms: readonly Arm[];
  readonly tally: TallyState;
}

/** Reads one share. Null where a trial must be judged anew, which takes the scenarios themselves. */
export async function readShare(store: Store, job: ShareJob): Promise<ShareRead | null> {
  const tally = createRecordTally(job.tally);
  let areCurrent = true;
  async function* records(): AsyncGenerator<TrialRecord> {
    for await (const record of store.records(job.run, job.share)) {
      areCurrent = isCurrent(record, job.oracles);
      if (!areCurrent) return;
      tally.enter(record);
      yield record;
    }
  }
  const arms = await collectArms(records(), job.planned);
  return areCurrent ? { arms, tally: tally.state } : null;
}
