import { describe, expect, it } from 'vitest';
import { compareUnderKills } from '../kill/kill-contract.ts';

describe('a run that is killed often', () => {
  it('goes on as if nothing had happened, after fifty kills', { timeout: 600_000 }, async () => {
    const found = await compareUnderKills({ kills: 50, repeats: 50, seed: 'fifty' });
    expect(found).toEqual({
      ...found,
      kills: 50,
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
