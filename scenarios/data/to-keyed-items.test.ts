import { describe, expect, it } from 'vitest';
import { factualBatches } from './factual.ts';
import type { FactualRow, SummaryRow } from './keyed-item.ts';
import { summaries, summaryRows } from './summaries.ts';
import { toFactualItems, toRubricItems, toSummaryItems } from './to-keyed-items.ts';

const factualRows = factualBatches[1].map(({ field, question, given, right, because }) => ({ field, question, given, right, because }));
const pairs = factualRows.map(({ question, given }) => [question, given] as const);

/** The rows with one changed, as a file could have them that is loaded without its types. */
function with3<Row>(rows: readonly Row[], change: object): readonly Row[] {
  return rows.map((row, index) => (index === 2 ? { ...row, ...change } : row));
}

const factual = (rows: readonly FactualRow[]) => () => toFactualItems(1, rows);
const summarized = (rows: readonly SummaryRow[]) => () => toSummaryItems(2, rows);

describe('a list of a data set', () => {
  it('becomes items that are numbered from 1, with the key beside them', () => {
    expect(toFactualItems(1, factualRows)).toEqual(factualBatches[1]);
    expect(toSummaryItems(2, summaryRows[2])).toEqual(summaries[2]);
    expect(toRubricItems({ dataset: 'red', batch: 1 }, pairs)[19]).toEqual({ number: 20, input: pairs[19]?.[0], given: pairs[19]?.[1] });
  });

  it.each([
    ['a missing key', factual(with3(factualRows, { right: undefined })), 'data set factual, list 1, item 3: no `right`'],
    ['an empty answer', factual(with3(factualRows, { given: ' ' })), 'data set factual, list 1, item 3: no `given`'],
    ['a missing row', factual(factualRows.slice(1)), 'data set factual, list 1: 19 rows, not 20'],
    [
      'a wrong answer made right',
      factual(with3(factualRows, { given: 'K' })),
      'data set factual, list 1: 13 items right and 7 wrong, not 12 and 8',
    ],
    [
      'a question asked twice',
      factual(with3(factualRows, { question: factualRows[0]?.question })),
      'data set factual, list 1, item 3: asks the same as item 1',
    ],
    ['a summary without key', summarized(with3(summaryRows[2], { right: undefined })), 'data set summaries, list 2, item 3: no `right`'],
    [
      'a summary without its place',
      summarized(with3(summaryRows[2], { summary: 'All is said.' })),
      'data set summaries, list 2, item 3: `summary` needs one place {}',
    ],
    [
      'a summary that lost its planted error',
      summarized(summaryRows[2].map(({ wrong: _wrong, ...row }) => row)),
      'data set summaries, list 2: 20 items right and 0 wrong, not 12 and 8',
    ],
    [
      'a row of a rubric without output',
      () =>
        toRubricItems(
          { dataset: 'red', batch: 2 },
          pairs.map(([input, given], index) => [input, index === 2 ? '' : given]),
        ),
      'data set red, list 2, item 3: no `given`',
    ],
    [
      'a missing row of a rubric',
      () => toRubricItems({ dataset: 'red', batch: 1 }, pairs.slice(1)),
      'data set red, list 1: 19 rows, not 20',
    ],
  ])('is refused by name with %s', (_title, load, message) => {
    expect(load).toThrow(new Error(message));
  });
});
