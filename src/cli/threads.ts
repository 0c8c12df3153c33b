import { availableParallelism } from 'node:os';
import { parentPort, Worker, workerData } from 'node:worker_threads';

/** Threads that this machine runs at once. */
export const threadsAtOnce = (): number => availableParallelism();

/**
 * Runs the module `name` beside `from` (a file URL; the name without its extension) in a thread of its own and gives what it answers.
 * Job and answer are plain data. @throws whatever the thread could not go on from
 */
export function runInThread(name: string, from: string, job: unknown): Promise<unknown> {
  // From source and from the built package alike: the modules beside each other have the same extension.
  const extension = from.slice(from.lastIndexOf('.'));
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL(`./${name}${extension}`, from), { workerData: job });
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', (code) => reject(new Error(`the thread ${name} ended with ${code} and without an answer`)));
  });
}

/** What a thread's module calls: takes the job it was started with and answers it. */
export async function answerJob(work: (job: unknown) => Promise<unknown>): Promise<void> {
  parentPort?.postMessage(await work(workerData));
}
