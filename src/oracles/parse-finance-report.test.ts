import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFinanceReport, readAmount } from './parse-finance-report.ts';

const whole = { revenue: 563_558, cost: 623_975, result: -60_417, grade: 'C', recommendation: 'discontinue' };
const bare = { revenue: undefined, cost: undefined, result: undefined, recommendation: undefined };

describe('a performance report in a document', () => {
  it.each([
    ['lines', 'Total revenue: 563,558\nTotal cost: 623,975\nResult: -60,417\nGrade: C\nRecommendation: discontinue'],
    [
      'a table',
      '| Total revenue | 563558 |\n| Total cost | 623975.00 |\n| Result | (60,417) |\n| **Grade** | C |\nRecommendation: discontinue',
    ],
    [
      'sentences',
      'The total revenue of the year was EUR 563.558 and the total operating cost was 623 975 euros, a loss of 60,417 euros. The final grade is C. My recommendation is to discontinue it.',
    ],
    [
      'lines with the year in brackets',
      'Total revenue (2025): 563,558\nTotal cost (12 months): 623,975\nResult (in euros): -60,417\nGrade awarded: C\nRecommendation: discontinue',
    ],
    ['JSON', '{"revenue_total": 563558, "cost_total": 623975, "result": -60417, "grade": "C", "recommendation": "discontinue"}'],
    [
      'a loss that is called one after its amount',
      "Total revenue: 563,558\nTotal cost: 623,975\nResult: 60,417 euros (loss)\nGrade: 'C'\nRecommendation: discontinue",
    ],
  ])('is read from %s', (_form, content) => {
    expect(parseFinanceReport(content)).toEqual({ kind: 'report', report: whole });
  });

  it.each([
    ['a grade alone', 'All is done; the grade is B.', { ...bare, grade: 'B' }],
    ['amounts in thousands', 'Total revenue: 563.6k\nGrade: C', { ...bare, grade: 'C' }],
    ['amounts in millions', 'Total revenue: 0.56 million\nGrade: C', { ...bare, grade: 'C' }],
    ['two totals that differ', 'Total cost: 623,975\nTotal cost: 600,000\nGrade: C', { ...bare, grade: 'C' }],
    ['two recommendations', 'Grade: C\nRecommendation: continue\nRecommendation: discontinue', { ...bare, grade: 'C' }],
    ['a recommendation that is turned around', 'Grade: C\nRecommendation: do not continue', { ...bare, grade: 'C' }],
    ['a recommendation that is asked', 'Grade: C\nRecommendation: continue? No.', { ...bare, grade: 'C' }],
    ['a count of months', 'Total revenue (12: 563,558\nTotal cost 12 months: 623,975\nGrade: C', { ...bare, grade: 'C' }],
    ['one amount beside another', '| Total revenue | 563,558 | 640,000 |\nGrade: C', { ...bare, grade: 'C' }],
    ['an amount that reads two ways', 'Total revenue: 56,35,58\nGrade: A', { ...bare, grade: 'A' }],
  ])('leaves out what it cannot tell: %s', (_what, content, report) => {
    expect(parseFinanceReport(content)).toEqual({ kind: 'report', report });
  });

  it('is unclear with two grades, or where it is longer than anybody reads', () => {
    expect(parseFinanceReport('Grade: C\nRevised grade: B')).toEqual({ kind: 'unclear', because: 'it states the grades C and B' });
    expect(parseFinanceReport(`Grade: C\n${'x\n'.repeat(150_000)}`)).toEqual({ kind: 'unclear', because: 'it is too long to be read' });
  });

  it.each([
    'Grade: A loss over the year gives a C.',
    '| Revenue | Cost | Result | Grade |\n| 563,558 | 623,975 | -60,417 | C |',
    'The account gets a C.',
    'Grade B is for a profit with a loss in a quarter.',
    '| Grade | C | B |',
    'Grade: C -> B',
  ])('is unclear where it holds totals and no plain grade: %s', (line) => {
    const content = `Total revenue: 563,558\nTotal cost: 623,975\n${line}`;
    expect(parseFinanceReport(content)).toEqual({ kind: 'unclear', because: 'it states no grade that can be read' });
    expect(parseFinanceReport('Recommendation: discontinue')).toMatchObject({ kind: 'unclear' });
  });

  it.each(['', 'Please grade a report.', 'Grade: A loss over the year', 'Total revenue: 12', 'Grade A or B is fine', 'x'.repeat(300_000)])(
    'is none: %.40s',
    (content) => {
      expect(parseFinanceReport(content)).toEqual({ kind: 'none' });
    },
  );

  it('is never broken or held up', () => {
    const parts = fc.constantFrom('total revenue ', 'grade ', 'C', '1', ',', '.', '000', ' ', '-', '(', '€', 'is ', '\n', 'k', 'loss of ');
    const hostile = fc.array(parts, { maxLength: 600 }).map((chosen) => chosen.join(''));
    fc.assert(
      fc.property(fc.oneof(fc.string({ maxLength: 3_000 }), hostile), (content) => {
        expect(['report', 'unclear', 'none']).toContain(parseFinanceReport(content).kind);
      }),
    );
    expect(parseFinanceReport(`Grade: C\ntotal revenue ${'in the year '.repeat(150)}x ${'1'.repeat(190)}`).kind).toBe('report');
  }, 5_000);
});

describe('an amount', () => {
  it.each([
    ['563,558', 563_558],
    ['563.558', 563_558],
    ["1'563'558.25", 1_563_558.25],
    ['1.563.558,25', 1_563_558.25],
    ['(60,417)', -60_417],
    ['-60417', -60_417],
    ['€ 60 417', 60_417],
    ['12.5', 12.5],
    ['56,35,58', undefined],
  ])('%s is %s', (written, amount) => {
    expect(readAmount(written)).toBe(amount);
  });

  it('is read back as it was written, with or without thousands set apart', () => {
    fc.assert(
      fc.property(fc.integer({ min: -9_999_999, max: 9_999_999 }), fc.constantFrom('', ',', '.', ' ', "'"), (amount, apart) => {
        const digits = String(Math.abs(amount)).replaceAll(/\B(?=(\d{3})+$)/g, apart);
        expect(readAmount(`${amount < 0 ? '-' : ''}${digits}`)).toBe(amount);
      }),
    );
  });
});
