import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';

import { expect } from 'vitest';

import type { Journal, Store } from '../core/ports/store.ts';
import { createChance } from '../util/seeded-random.ts';
import { journalledReply, REHEARSED_RUN } from './rehearsed-run.ts';
import { startProcess, storeProgramCommand } from './store-process.ts';
import type { StoreRecipe } from './store-programs/program-input.ts';

export interface KillRehearsal {
  readonly recipe: StoreRecipe;
  /** A file that is not there yet. */
  readonly ledger: string;
  /** Opens the same store from this process. */
  open(): Promise<Store>;
  readonly seed: string;
  readonly kills: number;
}

export interface RehearsalResult {
  readonly sent: number;
  readonly committed: number;
  /** Trials that were cut off and handed on. */
  readonly takenOver: number;
}

/** A program of this size is up and writing within the first few of these milliseconds. */
const LONGEST_LIFE_MS = 60;

interface Ledger {
  readonly trials: readonly string[];
  sent(trial: string): number;
  journalled(trial: string): number;
  has(line: string): boolean;
}

/** The last line may be cut: the kill came while it was written. */
function readLedger(file: string): Ledger {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(0, -1) : [];
  const known = new Set(lines);
  const count = (start: string) => lines.filter((line) => line.startsWith(start)).length;
  return {
    trials: [...new Set(lines.map((line) => line.split(' ')[1] ?? ''))],
    sent: (trial) => count(`sent ${trial} `),
    journalled: (trial) => count(`journalled ${trial} `),
    has: (line) => known.has(line),
  };
}

async function runAndKill(rehearsal: KillRehearsal, lifeMs: number): Promise<void> {
  const { recipe, ledger } = rehearsal;
  const child = startProcess(storeProgramCommand('journal-until-killed', { recipe, ledger }));
  const closed = once(child, 'close');
  if (!child.stdout) throw new Error('the program has no output');
  await Promise.race([once(child.stdout, 'data'), closed]);
  const waited = Promise.withResolvers<void>();
  setTimeout(waited.resolve, lifeMs);
  await waited.promise;
  child.kill('SIGKILL');
  const [, signal] = await closed;
  if (signal !== 'SIGKILL') throw new Error(`the program ended by itself: ${String(child.stderr?.read() ?? '')}`);
}

/** No reply lost, and every request that was sent without a reply counted; one that was noted and not sent may be. */
function checkJournal(trial: string, journal: Journal, known: { readonly ledger: Ledger; readonly kills: number }): void {
  const { ledger, kills } = known;
  const { length } = journal.replies;
  expect(length).toBeGreaterThanOrEqual(ledger.journalled(trial));
  expect(journal.replies).toEqual(Array.from({ length }, (_, index) => journalledReply(trial, index + 1)));
  const unanswered = ledger.sent(trial) - length;
  expect(journal.lostRequests).toBeGreaterThanOrEqual(unanswered);
  expect(journal.lostRequests).toBeLessThanOrEqual(unanswered + kills);
}

async function checkStore(rehearsal: KillRehearsal, kills: number): Promise<number> {
  const ledger = readLedger(rehearsal.ledger);
  const store = await rehearsal.open();
  await store.openRun(REHEARSED_RUN);
  const final = await store.finalTrials(REHEARSED_RUN.id);
  let takenOver = 0;
  for (const trial of ledger.trials) {
    const claim = await store.claimTrial(REHEARSED_RUN.id, trial, { retryFailed: false });
    if (ledger.has(`committed ${trial}`)) expect(claim.kind).toBe('finished');
    expect(claim.kind).toBe(final.has(trial) ? 'finished' : 'claimed');
    if (claim.kind !== 'claimed') expect(await store.readTranscript(REHEARSED_RUN.id, trial)).toBeDefined();
    else checkJournal(trial, claim.claimed.journal, { ledger, kills });
    takenOver += claim.kind === 'claimed' ? 1 : 0;
  }
  const sent = ledger.trials.reduce((sum, trial) => sum + ledger.sent(trial), 0);
  expect((await store.spent(REHEARSED_RUN.id)).requests).toBeGreaterThanOrEqual(sent);
  await store.close();
  return takenOver;
}

/** Starts the program, kills it at a random moment, takes its trials over, and again: the ledger must agree each time. */
export async function rehearseKills(rehearsal: KillRehearsal): Promise<RehearsalResult> {
  const chance = createChance(rehearsal.seed);
  let takenOver = 0;
  for (let kill = 1; kill <= rehearsal.kills; kill += 1) {
    await runAndKill(rehearsal, chance.below(LONGEST_LIFE_MS, 'life', kill));
    takenOver += await checkStore(rehearsal, kill);
  }
  const ledger = readLedger(rehearsal.ledger);
  return {
    sent: ledger.trials.reduce((sum, trial) => sum + ledger.sent(trial), 0),
    committed: ledger.trials.filter((trial) => ledger.has(`committed ${trial}`)).length,
    takenOver,
  };
}
