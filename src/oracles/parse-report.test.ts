import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseReport } from './parse-report.ts';
import type { ReportReading } from './report-reading.ts';

interface Item {
  readonly item: number;
  readonly score: number;
}

const numbered = (scores: readonly number[]): readonly Item[] => scores.map((score, index) => ({ item: index + 1, score }));
const four = numbered([100, 0, 55.5, 100]);
const report = (items: readonly Item[], average: number, recommendation?: string): ReportReading => ({
  kind: 'report',
  report: { items, average, recommendation },
});

const lines = (...shown: readonly string[]) => shown.join('\n');

/** The same four scores with an average of 64, as people write it down. */
const writtenForms: Readonly<Record<string, string>> = {
  'a table': lines('| Item | Score |', '|---|---|', '| 1 | 100 |', '| 2 | 0 |', '| 3 | 55.5 |', '| 4 | 100 |', '', 'Average: 64'),
  'a table with more columns': lines(
    '| No. | Question | Answer | Score (0-100) | Why |',
    '|:--|:--|:--|--:|:--|',
    '| 1 | What is 17 times 23? | 391 | 100 | 340 and 51 |',
    '| 2 | What is 2 to the power of 11? | 1,024 | 0 | it is 2,048 |',
    '| 3 | How many? | 4 | 55.5/100 | |',
    '| 4 | When? | 1989 | 100 % | |',
    '**Average score: 64**',
  ),
  'a list': lines('- Item 1: 100', '- Item 2: 0', '- Item 3: 55,5', '- Item 4: 100/100', '', 'The average is 64.'),
  'numbered lines with reasons': lines('1. 100 - correct', '2. 0 (wrong)', '3. 55.5 points', '4. Right: 100', 'Mean = 64 %'),
  'lines that end in the score': lines(
    '1. **Input**: What is 17 times 23? **Output**: 391. **Score: 100**',
    '2. Input: What is 2 to the power of 11? Output: 1,024. Score: 0 (it is 2,048)',
    '3. Input: How many? Output: 4. Score: 55.5/100',
    '4. Input: When? Output: 1989. Score: 100',
    'Average score: 64',
  ),
  'spans of items': lines('Items 1 and 4: 100', 'Items 2 to 2: 0', 'Item 3: 55.5', 'Average of all items: 64'),
  'one line of pairs': lines('1: 100, 2: 0, 3: 55.5, 4: 100', 'Average (0-100): 64 points'),
  'comma-separated values': lines('item,score', '1,100', '2,0', '3,55.5', '4,100', '', 'average 64'),
  'tabs and Windows lines': 'Row\tScore\r\n1\t100\r\n2\t0\r\n3\t55.5\r\n4\t100\r\n\r\nOverall average: 64',
  JSON: JSON.stringify({ items: four, average: 64 }),
  'fenced JSON with other names': `\`\`\`json\n${JSON.stringify({ report: { Average_Score: 64, scores: { 1: 100, 2: 0, 3: 55.5, 4: 100 } } })}\n\`\`\``,
  'JSON with scores in their order': JSON.stringify({ scores: [100, 0, 55.5, 100], mean: 64 }),
};

describe('a report in a document', () => {
  it.each(Object.entries(writtenForms))('is read from %s', (_form, content) => {
    expect(parseReport(content)).toEqual(report(four, 64));
  });

  it.each([
    ['12 of 20 right, average 60', 60],
    ['All rows are scored; the average comes to 60.', 60],
    ['Average: (12 x 100 + 8 x 0) / 20 = 60', 60],
    ['Average: 1200 / 20 = 60.0%', 60],
    ['The average of the 20 answers is 60, which is below 80.', 60],
    ['An average of 80 or more is good enough. The average is 72,5.', 72.5],
    ['| Average | 60 |', 60],
    ['# Result\n\nAVERAGE SCORE: **60/100**', 60],
    ['The product achieved an average score of 60%.', 60],
    ['The average score (60%) is below the threshold of 80%.', 60],
    ['The average is 60 and thus below 80', 60],
    ['With an average of 60, the result is not good enough.', 60],
    ['The average of 60 falls short of the mark of 80.', 60],
    ['Final average: 60% (threshold: 80%)\nAverage = (100*12 + 0*8)/20 = 60', 60],
    ['Average score across all 20 items: 60', 60],
    ['- **Average score:** 60.0 / 100 (12 of 20 correct)', 60],
  ])('may state its average alone: %s', (content, average) => {
    expect(parseReport(content)).toEqual(report([], average));
  });

  it.each([
    ['not good enough', 'Recommendation: not good enough'],
    ['good enough', 'My recommendation is **good enough**.'],
    ['no recommendation', '- Recommendation: no recommendation'],
    [undefined, 'Recommendation: keep it'],
    [undefined, 'Recommendation: good enough\nRecommendation: not good enough'],
    [undefined, 'Recommendation: hardly good enough'],
    [undefined, 'Recommendation: in no way good enough'],
    [undefined, 'Recommendation: good enough or not good enough? The latter.'],
    [undefined, 'Recommendation: good enough if 60 is'],
    [undefined, 'The result is good enough.'],
  ])('recommends %s: %s', (recommendation, line) => {
    expect(parseReport(`Average: 60\n${line}`)).toEqual(report([], 60, recommendation));
  });
});

describe('a document that is no report', () => {
  it.each([
    '',
    'Annual leave: 28 days. Up to 5 days may be carried over.',
    'An average of 80 or more is good enough; an average below 80 is not.',
    'On average it took a while.',
    'An average of 79 is below the mark.',
    '1. Crates arrive on 16 February\n2. Label screens\n3. 12 seats in Rowan',
    '{"debug": true}',
    '{ this is no JSON',
  ])('is none: %s', (content) => {
    expect(parseReport(content)).toEqual({ kind: 'none' });
  });
});

describe('a document that cannot be read for sure', () => {
  it.each([
    ['two averages', 'Average: 60\nCorrected average: 85'],
    ['two plain averages', 'Average: 60\n\nFinal average: 85'],
    ['an average of a part', 'Average for arithmetic: 75'],
    ['an average of a field', 'Geography average: 75'],
    ['an average of another kind', 'Rolling average: 75'],
    ['averages of parts beside the whole', 'Average: 60; maths average: 75'],
    ['an average above 100', 'Average: 120'],
    ['an average that may be a share', 'Average: 0.6'],
    ['an average that may be thousands', 'Average: 1,200'],
    ['an average to compare with', 'This is good, compared to an average of 90.'],
    ['a comparison with another', 'It did better than the average of 52 in spring.'],
    ['a span', 'Average: 60-65'],
    ['an average of some items', 'The first ten items have an average of 75.'],
    ['an average that might be', 'If item 3 were right, it would have an average of 65.'],
    ['an average of somebody else', 'Other products had an average of 90.'],
    ['an item with two scores', 'Item 1: 100\nItem 2: 0\nItem 1: 0\nAverage: 60'],
    ['a score above 100', 'Item 1: 140\nItem 2: 0\nItem 3: 0\nAverage: 60'],
    ['scores without an average', 'Item 1: 100\nItem 2: 0\nItem 3: 0'],
    ['an average and an overall score', 'Average: 60\nOverall score: 85'],
    ['a score without the word', 'Overall score: 60/100'],
    ['a share without the word', '12 of 20 answers are right (60 %).'],
    ['a recommendation and no number', 'Recommendation: not good enough'],
    ['JSON with two averages', '{"average": 60, "final_average": 85}'],
    ['JSON with an average twice', '{"average": 60, "average": 85}'],
    ['JSON with an average at another depth', '{"report": {"average": 60}, "summary": {"mean": 85}}'],
    ['JSON with an average in words', '{"average": "sixty"}'],
    ['JSON with a score above 100', '{"average": 60, "items": [{"item": 1, "score": 101}]}'],
    ['JSON with an item twice', '{"average": 60, "items": [{"item": 1, "score": 100}, {"item": 1, "score": 0}]}'],
    ['more than anybody reads', `Average: 60\n${'x\n'.repeat(150_000)}`],
  ])('is unclear: %s', (_what, content) => {
    expect(parseReport(content)).toEqual({ kind: 'unclear', because: expect.any(String) });
  });

  it('leaves out item scores that may be incomplete or on another scale', () => {
    expect(parseReport('Item 1: 100\nItem 2: 0\nItem 4: 100\nAverage: 60')).toEqual(report([], 60));
    expect(parseReport('Item 1: 1\nItem 2: 0\nItem 3: 1\nAverage: 60')).toEqual(report([], 60));
  });
});

const points = fc.integer({ min: 0, max: 200 }).map((half) => half / 2);
const anyScores = fc.array(points, { minLength: 3, maxLength: 40 }).filter((scores) => scores.some((score) => score > 1));
const anyAverage = points.filter((average) => average === 0 || average > 1);

const renderings: readonly ((items: readonly Item[], average: number) => string)[] = [
  (items, average) =>
    lines('| Item | Score |', '|--|--|', ...items.map(({ item, score }) => `| ${item} | ${score} |`), `Average: ${average}`),
  (items, average) => lines(...items.map(({ item, score }) => `${item}. ${score}/100`), `The average is ${average}.`),
  (items, average) => lines(`Mean: ${average} %`, ...items.map(({ item, score }) => `* Q${item} - ${score} points`)),
  (items, average) => lines(items.map(({ item, score }) => `${item}: ${score}`).join('; '), `average ${average}`),
  (items, average) => JSON.stringify({ average, items }),
];

describe('any document', () => {
  it('is read exactly in every form that is known', () => {
    fc.assert(
      fc.property(anyScores, anyAverage, fc.constantFrom(...renderings), (scores, average, render) => {
        const items = numbered(scores);
        expect(parseReport(render(items, average))).toEqual(report(items, average));
      }),
    );
  });

  it('is never read as another average when something is put between its lines', () => {
    const noise = fc.constantFrom(
      'Average: 85',
      'the mean was 70',
      '3: 85',
      'avg 12',
      'Scores, see above.',
      '| 2 | 50 |',
      '',
      '80 or more',
      '{}',
    );
    fc.assert(
      fc.property(anyScores, anyAverage, fc.array(noise, { maxLength: 4 }), (scores, average, extra) => {
        const reading = parseReport([renderings[1]?.(numbered(scores), average), ...extra].join('\n'));
        const isExact = reading.kind === 'report' && reading.report.average === average;
        expect(isExact || reading.kind === 'unclear').toBe(true);
      }),
    );
  });

  it('never breaks the reader, nor holds it up', () => {
    const parts = fc.constantFrom(
      'average',
      'mean ',
      'item ',
      '1',
      '100',
      ', ',
      ' - ',
      ' and ',
      'the 20 items ',
      '(',
      '|',
      '=',
      '\n',
      '{"report":',
      '60.',
      '%',
    );
    const hostile = fc.array(parts, { maxLength: 400 }).map((chosen) => chosen.join(''));
    fc.assert(
      fc.property(fc.oneof(fc.string({ maxLength: 3_000 }), hostile), (content) => {
        expect(['report', 'unclear', 'none']).toContain(parseReport(content).kind);
      }),
    );
  });

  it.each([
    ['spaces', `average ${' '.repeat(1_900)}x 1`],
    ['commas', `items 1${' , '.repeat(600)}x`],
    ['bridges', `average ${'the 20 items '.repeat(140)}60x`],
    ['brackets', `average 1${'('.repeat(1_900)}`],
    ['averages', 'average - '.repeat(19_000)],
    ['deep JSON', '{"report":'.repeat(15_000) + '1' + '}'.repeat(15_000)],
  ])(
    'is read in a moment, hostile or not: %s',
    (_what, content) => {
      expect(['unclear', 'none']).toContain(parseReport(content).kind);
    },
    1_000,
  );
});
