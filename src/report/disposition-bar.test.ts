import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dispositions, type Disposition } from '../core/outcome.ts';
import { dispositionBar, dispositionLegend, dispositionMarks } from './disposition-bar.ts';

const countsOf = (counts: Partial<Record<Disposition, number>>) => new Map(Object.entries(counts) as [Disposition, number][]);
const anyCounts = fc.dictionary(fc.constantFrom(...dispositions), fc.oneof(fc.nat(3), fc.nat(1000)), { minKeys: 1 }).map(countsOf);

describe('a disposition bar', () => {
  it('shares its characters as the trials are shared, in one order', () => {
    expect(dispositionBar(countsOf({ faithful: 5, 'protective-unjudged': 5 }), 10)).toBe('=====PPPPP');
    expect(dispositionBar(countsOf({ failed: 1, faithful: 9 }), 10)).toBe('=========x');
    expect(dispositionBar(countsOf({ 'refused-openly': 60, faithful: 40 }), 30)).toBe('='.repeat(12) + 'R'.repeat(18));
  });

  it('shows one trial among many with one mark at least', () => {
    expect(dispositionBar(countsOf({ faithful: 998, 'protective-unjudged': 1, failed: 1 }), 10)).toBe('========Px');
  });

  it('has its exact width and a mark for all that occurs, whatever the counts', () => {
    fc.assert(
      fc.property(anyCounts, fc.integer({ min: dispositions.length, max: 80 }), (counts, width) => {
        const bar = dispositionBar(counts, width);
        const occurring = dispositions.filter((name) => (counts.get(name) ?? 0) > 0);
        expect(bar).toHaveLength(occurring.length === 0 ? 0 : width);
        expect(new Set(bar)).toEqual(new Set(occurring.map((name) => dispositionMarks[name])));
      }),
    );
  });

  it('is within one mark of the true share where no small part was raised to one', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(1000), (faithful, failed) => {
        fc.pre(faithful * 30 >= faithful + failed && failed * 30 >= faithful + failed && faithful + failed > 0);
        const marks = dispositionBar(countsOf({ faithful, failed }), 30).split('=').length - 1;
        expect(Math.abs(marks - (30 * faithful) / (faithful + failed))).toBeLessThan(1);
      }),
    );
  });

  it('is empty where no trial ran', () => {
    expect(dispositionBar(new Map())).toBe('');
  });

  it('has a mark of its own for every disposition, and a legend of those that occur', () => {
    expect(new Set(Object.values(dispositionMarks)).size).toBe(dispositions.length);
    expect(dispositionLegend([countsOf({ failed: 1, faithful: 0 }), countsOf({ faithful: 2 })])).toBe('= faithful   x failed');
  });
});
