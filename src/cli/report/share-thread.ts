import { existsSync } from 'node:fs';
import { createSqliteStore } from '../../store/sqlite/sqlite-store.ts';
import { createWorkerProbe } from '../../store/worker-probe.ts';
import { systemClock } from '../system-clock.ts';
import { answerJob } from '../threads.ts';
import { readShare, type ShareJob } from './read-share.ts';

await answerJob(async (given) => {
  const job = given as ShareJob;
  // Opening would begin an empty store in its place.
  if (!existsSync(job.storePath)) return null;
  const store = await createSqliteStore({ path: job.storePath, worker: createWorkerProbe(), clock: systemClock });
  try {
    return await readShare(store, job);
  } finally {
    await store.close();
  }
});
