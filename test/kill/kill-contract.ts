import { startAnsweringServer } from './answering-server.ts';
import { CONCURRENCY, runUnderKills, type KilledRun } from './run-under-kills.ts';

export interface KillOptions {
  readonly kills: number;
  readonly repeats: number;
  readonly seed: string;
}

async function measured(options: KillOptions): Promise<KilledRun & { readonly complaints: readonly string[] }> {
  const server = await startAnsweringServer();
  try {
    return { ...(await runUnderKills(server, options)), complaints: server.complaints };
  } finally {
    await server.close();
  }
}

const sum = (counts: ReadonlyMap<string, number>) => [...counts.values()].reduce((total, count) => total + count, 0);

/** What a run that was killed shows beside the same run undisturbed. */
export interface KillComparison {
  readonly kills: number;
  readonly completed: number;
  readonly planned: number;
  readonly complaints: readonly string[];
  readonly sameEstimates: boolean;
  readonly sameConversations: boolean;
  /** Places of conversations asked for more often than once a trial and once a kill. */
  readonly askedTooOften: number;
  /** Requests that the server saw again. */
  readonly seenAgain: number;
  /** Requests that the run counts as repeated: those that were noted and not yet sent are among them. */
  readonly countedAsRepeated: number;
  readonly requestsBesidesRepeated: number;
  readonly requestsUndisturbed: number;
  readonly mostInFlight: number;
}

/** Runs the same command undisturbed and under kills, against a server that answers equal requests alike. */
export async function compareUnderKills(options: KillOptions): Promise<KillComparison> {
  const undisturbed = await measured({ ...options, kills: 0 });
  const killed = await measured(options);
  const { planned, requests: requestsUndisturbed } = undisturbed.done.trials;
  const { completed, repeatedRequests, requests } = killed.done.trials;
  const often = [...killed.asked].filter(([place, count]) => count > (undisturbed.asked.get(place) ?? 0) + options.kills);
  const places = (run: KilledRun) => [...run.asked.keys()].sort((left, right) => (left < right ? -1 : 1)).join();
  return {
    kills: killed.kills,
    completed,
    planned,
    complaints: [...undisturbed.complaints, ...killed.complaints],
    sameEstimates: JSON.stringify(killed.done.estimates) === JSON.stringify(undisturbed.done.estimates),
    sameConversations: places(killed) === places(undisturbed),
    askedTooOften: often.length,
    seenAgain: sum(killed.asked) - sum(undisturbed.asked),
    countedAsRepeated: repeatedRequests,
    requestsBesidesRepeated: requests - repeatedRequests,
    requestsUndisturbed,
    mostInFlight: options.kills * CONCURRENCY,
  };
}
