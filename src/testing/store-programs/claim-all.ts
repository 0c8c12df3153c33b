import { REHEARSED_RUN } from '../rehearsed-run.ts';
import { trialRecord, trialTranscript } from '../store-samples.ts';
import type { StoreRecipe } from './program-input.ts';
import { openByRecipe, readInput } from './program-input.ts';

/** Takes every trial that it can get out of `trials`, commits it, and prints as JSON which it got. */
const { recipe, trials } = readInput<{ readonly recipe: StoreRecipe; readonly trials: number }>();

const store = await openByRecipe(recipe);
await store.openRun(REHEARSED_RUN);
const got: string[] = [];
for (let index = 0; index < trials; index += 1) {
  const trial = `trial-${index}`;
  const claim = await store.claimTrial(REHEARSED_RUN.id, trial, { retryFailed: true });
  if (claim.kind !== 'claimed') continue;
  got.push(trial);
  await store.commitTrial(REHEARSED_RUN.id, trialRecord(trial), trialTranscript(trial));
}
await store.close();
process.stdout.write(JSON.stringify(got));
