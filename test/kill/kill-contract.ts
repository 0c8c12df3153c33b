import { expect } from 'vitest';
import { startAnsweringServer } from './answering-server.ts';
import { runUnderKills, type KilledRun } from './run-under-kills.ts';

async function measured(options: { readonly kills: number; readonly repeats: number; readonly seed: string }): Promise<KilledRun> {
  const server = await startAnsweringServer();
  try {
    const run = await runUnderKills(server, options);
    expect(server.complaints).toEqual([]);
    return run;
  } finally {
    await server.close();
  }
}

const sum = (counts: ReadonlyMap<string, number>) => [...counts.values()].reduce((total, count) => total + count, 0);

/** A run that was killed ends as one that was not: every trial once, no journalled reply asked for again, the same numbers. */
export async function expectKillsToChangeNothing(options: { readonly kills: number; readonly repeats: number; readonly seed: string }): Promise<void> {
  const undisturbed = await measured({ ...options, kills: 0 });
  const killed = await measured(options);
  expect(killed.kills).toBe(options.kills);
  expect(killed.done.trials.completed).toBe(undisturbed.done.trials.planned);
  expect(killed.done.estimates).toEqual(undisturbed.done.estimates);
  expect(new Set(killed.asked.keys())).toEqual(new Set(undisturbed.asked.keys()));

  const askedAgain = [...killed.asked].filter(([place, count]) => count > (undisturbed.asked.get(place) ?? 0) + options.kills);
  expect(askedAgain).toEqual([]);
  const repeated = sum(killed.asked) - sum(undisturbed.asked);
  const { repeatedRequests, requests } = killed.done.trials;
  expect(requests).toBe(undisturbed.done.trials.requests + repeatedRequests);
  // A request that was noted may not have left the process yet; one that was not noted never leaves.
  expect(repeated).toBeLessThanOrEqual(repeatedRequests);
  expect(repeatedRequests).toBeLessThanOrEqual(options.kills * 4);
  expect(repeated).toBeGreaterThan(0);
}
