import { describe, it } from 'vitest';
import { expectKillsToChangeNothing } from '../kill/kill-contract.ts';

describe('a run that is killed often', () => {
  it('goes on as if nothing had happened, after fifty kills', { timeout: 600_000 }, async () => {
    await expectKillsToChangeNothing({ kills: 50, repeats: 50, seed: 'fifty' });
  });
});
