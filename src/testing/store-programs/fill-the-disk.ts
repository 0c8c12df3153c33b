import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';

import type { Store } from '../../core/ports/store.ts';
import { REHEARSED_RUN } from '../rehearsed-run.ts';
import { trialRecord, trialTranscript } from '../store-samples.ts';
import type { StoreRecipe } from './program-input.ts';
import { openByRecipe, readInput } from './program-input.ts';

/** What became of a store whose disk was full and then had room again. */
export interface FullDiskReport {
  readonly error: string;
  readonly message: string;
  readonly committed: readonly string[];
  readonly readableAtOnce: readonly string[];
  readonly readableOnceThereIsRoom: readonly string[];
}

const NOISE_BYTES = 20_000;

const { recipe, ballast } = readInput<{ readonly recipe: StoreRecipe; readonly ballast: string }>();

async function commitOne(store: Store, trial: string): Promise<void> {
  const claim = await store.claimTrial(REHEARSED_RUN.id, trial, { retryFailed: false });
  if (claim.kind !== 'claimed') throw new Error(`${trial} is ${claim.kind}`);
  const answer = randomBytes(NOISE_BYTES).toString('base64');
  const events = [{ id: 1, type: 'tool-answered', turn: 1, callId: 'c', answer }] as const;
  await store.commitTrial(REHEARSED_RUN.id, trialRecord(trial), { ...trialTranscript(trial), events });
}

async function readAll(store: Store): Promise<string[]> {
  const trials: string[] = [];
  for await (const { trial } of store.records(REHEARSED_RUN.id)) {
    if (await store.readTranscript(REHEARSED_RUN.id, trial)) trials.push(trial);
  }
  return trials;
}

const store = await openByRecipe(recipe);
await store.openRun(REHEARSED_RUN);
const committed: string[] = [];
let failure: Error | undefined;
while (!failure) {
  const trial = `trial-${String(committed.length).padStart(6, '0')}`;
  try {
    await commitOne(store, trial);
    committed.push(trial);
  } catch (cause) {
    failure = cause instanceof Error ? cause : new Error(String(cause));
  }
}
const readableAtOnce = await readAll(store);
await store.close();
rmSync(ballast);
const reopened = await openByRecipe(recipe);
await commitOne(reopened, 'trial-after');
const readableOnceThereIsRoom = await readAll(reopened);
await reopened.close();
const report: FullDiskReport = { error: failure.name, message: failure.message, committed, readableAtOnce, readableOnceThereIsRoom };
process.stdout.write(JSON.stringify(report));
