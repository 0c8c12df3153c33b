import { describe, expect, it } from 'vitest';
import { compareUnderKills } from './kill-contract.ts';

describe('a run that is killed', () => {
  it('goes on as if nothing had happened, after five kills', { timeout: 60_000 }, async () => {
    const found = await compareUnderKills({ kills: 5, repeats: 10, seed: 'five' });
    expect(found).toEqual({
      ...found,
      kills: 5,
      completed: found.planned,
      complaints: [],
      sameEstimates: true,
      sameConversations: true,
      askedTooOften: 0,
      requestsBesidesRepeated: found.requestsUndisturbed,
    });
    expect(found.seenAgain).toBeGreaterThan(0);
    expect(found.countedAsRepeated).toBeGreaterThanOrEqual(found.seenAgain);
    expect(found.countedAsRepeated).toBeLessThanOrEqual(found.mostInFlight);
  });
});
