import { describe, expect, it } from 'vitest';
import type { PlannedEffect } from '../estimates/planned-effects.ts';
import type { PlannedSight } from '../estimates/visible-effects.ts';
import { asRoughDuration } from './format-number.ts';
import { sightTable } from './sight-table.ts';

const effect = (name: PlannedEffect['name'], scenario: string): PlannedEffect => ({
  name,
  role: 'main',
  pairing: 'blocks',
  behaviour: 'a',
  scenario,
  subject: 's',
  background: 'bar=80',
  shared: {},
  arms: [],
  terms: [],
  components: [],
});
const seen = (atFivePercent: number, atWorst: number) => ({ atFivePercent, atWorst });
const peer = (scenario: string, inFamily?: PlannedSight['inFamily']): PlannedSight => ({
  effect: effect('peer', scenario),
  alone: seen(0.2, 0.284),
  ...(inFamily === undefined ? {} : { inFamily }),
});

describe('the table of what a plan can see', () => {
  it('has a row for each named effect, with the range over its contrasts', () => {
    const sights: readonly PlannedSight[] = [
      peer('a/b', { of: 2, visible: seen(0.24, 0.31) }),
      peer('c/d', { of: 3, visible: undefined }),
      { effect: effect('slope', 'a/b'), alone: undefined },
    ];
    const { title, heads, rows, notes } = sightTable(sights, { blocks: 50, isDetailed: false });
    expect(title).toBe('What the effects can see after 50 blocks');
    expect(heads).toEqual(['effect', 'contrasts', 'control at 5 %', 'at worst', 'strictest, at 5 %', 'at worst']);
    expect(rows).toEqual([
      ['peer', '2', '+20 pp', '+28 pp', '+24 pp, or none', '+31 pp, or none'],
      ['slope', '1', 'none', 'none', '', ''],
    ]);
    expect(notes).toContain('strictest: as the first of the 2 to 3 declared effects of a subject by Holm, at 5 % over their number.');
  });

  it('has a row for each contrast where that is asked for, and no family where nothing was declared', () => {
    const { heads, rows } = sightTable([peer('a/b'), peer('c/d')], { blocks: 50, isDetailed: true });
    expect(heads).toEqual(['effect', 'scenario', 'subject', 'control at 5 %', 'at worst', 'background']);
    expect(rows).toEqual([
      ['peer', 'a/b', 's', '+20 pp', '+28 pp', 'bar=80'],
      ['peer', 'c/d', 's', '+20 pp', '+28 pp', 'bar=80'],
    ]);
  });
});

describe('a guessed time', () => {
  it.each([
    [40, '40 s'],
    [119, '119 s'],
    [120, '2 min'],
    [3570, '1 h'],
    [12_000, '3 h 20 min'],
    [81_300, '22 h 35 min'],
    [86_400, '1 day'],
    [190_000, '2 days 5 h'],
  ])('of %d s is %s', (seconds, shown) => {
    expect(asRoughDuration(seconds)).toBe(shown);
  });
});
