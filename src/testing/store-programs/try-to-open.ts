import type { StoreRecipe } from './program-input.ts';
import { openByRecipe, readInput } from './program-input.ts';

/** Opens the store and prints as JSON the name and the message of the error that this gave, or "opened". */
const { recipe } = readInput<{ readonly recipe: StoreRecipe }>();

async function tryToOpen(): Promise<string> {
  try {
    await (await openByRecipe(recipe)).close();
    return 'opened';
  } catch (cause) {
    return cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
  }
}

process.stdout.write(JSON.stringify(await tryToOpen()));
