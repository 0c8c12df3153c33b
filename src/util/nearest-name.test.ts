import { describe, expect, it } from 'vitest';
import { knownNames, nearestName } from './nearest-name.ts';

const known = ['target', 'record', 'bar', 'ban', 'C'];

describe('the nearest name', () => {
  it.each([
    ['taget', 'target'],
    ['RECORD', 'record'],
    ['recrod', 'record'],
    ['bat', 'bar'],
    ['banana', undefined],
    ['75', undefined],
    ['', undefined],
    ['oversight', undefined],
  ])('to "%s" is %s', (typed, name) => {
    expect(nearestName(typed, known)).toBe(name);
  });

  it('is none where nothing is known', () => {
    expect(nearestName('target', [])).toBeUndefined();
  });

  it('ends a message, after all that is known', () => {
    expect(knownNames('taget', known)).toBe(' (known: target, record, bar, ban, C; did you mean "target"?)');
    expect(knownNames('zzz', known)).toBe(' (known: target, record, bar, ban, C)');
  });
});
