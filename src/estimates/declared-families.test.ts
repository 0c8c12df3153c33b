import { describe, expect, it } from 'vitest';
import { declaredFamilies } from './declared-families.ts';

describe('what an experiment declares', () => {
  it('is nothing where it names no contrast', () => {
    expect(declaredFamilies({})).toEqual({ contrasts: [] });
    expect(declaredFamilies({ contrasts: 'all' })).toEqual({ contrasts: [] });
  });

  it('is its contrasts, or families of them in an order', () => {
    expect(declaredFamilies({ contrasts: ['peer', 'ban'] })).toEqual({ contrasts: ['peer', 'ban'] });
    const gatekeeping = [['peer'], ['slope', 'ban']];
    expect(declaredFamilies({ gatekeeping })).toEqual({ contrasts: ['peer', 'slope', 'ban'], gatekeeping });
    expect(declaredFamilies({ contrasts: ['ban', 'slope', 'peer'], gatekeeping })).toMatchObject({ gatekeeping });
  });

  it.each([
    ['an effect that there is not', { contrasts: ['pear'] }, 'there is no effect "pear" (known: peer, slope'],
    ['the same in an order', { gatekeeping: [['peer'], ['slop']] }, 'there is no effect "slop"'],
    ['an effect in two families', { gatekeeping: [['peer'], ['peer']] }, 'gatekeeping names "peer" twice'],
    ['a contrast without a family', { contrasts: ['peer', 'ban'], gatekeeping: [['peer']] }, '"ban" stands in one of them only'],
    ['a family without a contrast', { contrasts: ['peer'], gatekeeping: [['peer'], ['ban']] }, '"ban" stands in one of them only'],
  ])('refuses %s', (_what, declared, message) => {
    expect(() => declaredFamilies(declared)).toThrow(message);
  });
});
