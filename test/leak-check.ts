import { afterEach, beforeEach } from 'vitest';

/** What a test must not leave behind; kept by Node under these names. */
const WATCHED = new Set(['ProcessWrap', 'Timeout', 'TCPServerWrap', 'PipeWrap', 'FSEventWrap']);
const GRACE_MS = 20;
/** A loaded machine closes slowly: only what is open for longer is left behind. */
const PATIENCE_MS = 2000;

// Taken now, because a test may replace the clock.
const { setTimeout: realSetTimeout } = globalThis;
let before: ReadonlyMap<string, number> = new Map();

function countWatched(): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of process.getActiveResourcesInfo()) {
    if (WATCHED.has(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

function leaks(): string[] {
  return [...countWatched()].filter(([name, count]) => count > (before.get(name) ?? 0)).map(([name]) => name);
}

async function waitForClosing(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  // Not counted itself: an unreferenced timer is no active resource, and the hook's own timeout keeps the process alive.
  realSetTimeout(resolve, GRACE_MS).unref();
  await promise;
}

beforeEach(() => {
  before = countWatched();
});

afterEach(async () => {
  for (let waited = 0; leaks().length > 0 && waited < PATIENCE_MS; waited += GRACE_MS) await waitForClosing();
  const left = leaks();
  if (left.length > 0) throw new Error(`the test left these open: ${left.join(', ')}`);
});
