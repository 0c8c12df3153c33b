import { openSync, writeSync } from 'node:fs';

import { journalledReply, REHEARSED_RUN, REHEARSED_TURNS } from '../rehearsed-run.ts';
import { trialRecord, trialTranscript } from '../store-samples.ts';
import type { StoreRecipe } from './program-input.ts';
import { openByRecipe, readInput } from './program-input.ts';

/**
 * Works through trials until somebody kills it, and writes what it did, at once and past the store, into a ledger: what
 * a provider would know. Lines: `sent TRIAL TURN`, `journalled TRIAL TURN`, `committed TRIAL`.
 */
const { recipe, ledger } = readInput<{ readonly recipe: StoreRecipe; readonly ledger: string }>();

const file = openSync(ledger, 'a');
const write = (...words: readonly (string | number)[]) => writeSync(file, `${words.join(' ')}\n`);

const store = await openByRecipe(recipe);
await store.openRun(REHEARSED_RUN);
process.stdout.write('ready\n');

for (let index = 0; ; index += 1) {
  const trial = `trial-${index}`;
  const claim = await store.claimTrial(REHEARSED_RUN.id, trial, { retryFailed: false });
  if (claim.kind !== 'claimed') continue;
  const { journal } = claim.claimed;
  for (let turn = journal.replies.length + 1; turn <= REHEARSED_TURNS; turn += 1) {
    await journal.noteRequest(turn);
    write('sent', trial, turn);
    await journal.appendReply(turn, journalledReply(trial, turn));
    write('journalled', trial, turn);
  }
  await store.commitTrial(REHEARSED_RUN.id, trialRecord(trial), trialTranscript(trial));
  write('committed', trial);
}
