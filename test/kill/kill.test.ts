import { describe, it } from 'vitest';
import { expectKillsToChangeNothing } from './kill-contract.ts';

describe('a run that is killed', () => {
  it('goes on as if nothing had happened, after five kills', { timeout: 60_000 }, async () => {
    await expectKillsToChangeNothing({ kills: 5, repeats: 10, seed: 'five' });
  });
});
