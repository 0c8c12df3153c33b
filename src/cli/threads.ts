import { availableParallelism } from 'node:os';
import { parentPort, Worker, workerData } from 'node:worker_threads';

/** Threads that this machine runs at once. */
export const threadsAtOnce = (): number => availableParallelism();

function answerOf(thread: Worker, name: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', (code) => reject(new Error(`the thread ${name} ended with ${code} and without an answer`)));
  });
}

/**
 * Runs the module `name` beside `from` (a file URL; the name without its extension) for every job, each in a thread of its own, and gives
 * their answers. Jobs and answers are plain data; null means that a job cannot be done. No thread goes on once one could not go on.
 * @throws whatever the first such thread threw
 */
export async function runInThreads(name: string, from: string, jobs: readonly unknown[]): Promise<readonly unknown[] | undefined> {
  // From source and from the built package alike: the modules beside each other have the same extension.
  const module = new URL(`./${name}${from.slice(from.lastIndexOf('.'))}`, from);
  const threads = jobs.map((job) => new Worker(module, { workerData: job }));
  const refused = Promise.withResolvers<undefined>();
  const answers = threads.map(async (thread) => {
    const answer = await answerOf(thread, name);
    if (answer === null) refused.resolve(undefined);
    return answer;
  });
  try {
    return await Promise.race([refused.promise, Promise.all(answers)]);
  } finally {
    await Promise.allSettled([...threads.map((thread) => thread.terminate()), ...answers]);
  }
}

/** What a thread's module calls: takes the job it was started with and answers it. */
export async function answerJob(work: (job: unknown) => Promise<unknown>): Promise<void> {
  parentPort?.postMessage(await work(workerData));
}
