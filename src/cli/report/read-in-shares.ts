import type { RunRecord, Store } from '../../core/ports/store.ts';
import type { Arm } from '../../estimates/arm.ts';
import { enterArm } from '../../estimates/enter-arm.ts';
import { emptyArms } from '../../estimates/run-results.ts';
import { createRecordTally, type RecordTally, type TallyOptions } from '../../report/report-tally.ts';
import { currentOracles } from '../../runner/current-records.ts';
import type { Plan } from '../../runner/plan.ts';
import { storePath } from '../open-store.ts';
import { plannedArms } from '../present-results.ts';
import { runInThreads, threadsAtOnce } from '../threads.ts';
import type { ShareJob, ShareRead } from './read-share.ts';

/** Below, a thread takes longer to start than it saves. */
const FEWEST_TRIALS = 20_000;
/** Each holds arms of its own, in memory too. */
const MOST_THREADS = 4;

interface SharedSource {
  readonly store: Store;
  /** As it was given. */
  readonly storePath: string;
  readonly run: RunRecord;
  readonly plan: Plan;
  readonly tally: TallyOptions;
  /** As many as the machine runs at once, but not many, unless told. */
  readonly threads?: number;
  /** A smaller run is not shared out: 20,000 planned trials unless told. */
  readonly fewestTrials?: number;
}

/** All records of a run, entered. */
export interface ReadRecords {
  readonly arms: readonly Arm[];
  readonly tally: RecordTally;
}

function joined(parts: readonly ShareRead[], { run, plan, tally: options }: SharedSource): ReadRecords {
  const [arms, tally] = [emptyArms(plannedArms(run, plan)), createRecordTally(options)];
  for (const part of parts) {
    for (const [index, arm] of arms.entries()) {
      const own = part.arms[index];
      if (own) enterArm(arm, own);
    }
    tally.enterAll(part.tally);
  }
  return { arms, tally };
}

/**
 * Reads a large run's records in several threads; to the last digit what one after another would give. Undefined where that cannot be, and
 * after any trouble: who then reads alone says what it is.
 */
export async function readInShares(source: SharedSource): Promise<ReadRecords | undefined> {
  const { store, run, plan, tally, threads = Math.min(threadsAtOnce(), MOST_THREADS), fewestTrials = FEWEST_TRIALS } = source;
  if (threads < 2 || run.repeats * plan.arms.length < fewestTrials) return undefined;
  const shares = await store.recordShares(run.id, threads);
  if (shares.length < 2) return undefined;
  const shared = {
    storePath: storePath(source.storePath),
    run: run.id,
    planned: plannedArms(run, plan),
    oracles: currentOracles(plan),
    tally,
  };
  const jobs = shares.map((share): ShareJob => ({ ...shared, share }));
  try {
    const parts = await runInThreads('share-thread', import.meta.url, jobs);
    return parts && joined(parts as readonly ShareRead[], source);
  } catch {
    return undefined;
  }
}
