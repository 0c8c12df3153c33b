import { describe, expect, it } from 'vitest';
import { renderText } from '../../src/core/text.ts';
import { answerKey, evaluationRows, expectedItems, keyedItems, sheetKeys } from './evaluation-data.ts';
import { summaryRows } from './summaries.ts';

const batches = [1, 2] as const;
const keyed = ['factual', 'summaries'] as const;
const byRubric = ['creativity', 'red'] as const;
const lists = keyed.flatMap((dataset) => batches.map((batch) => ({ dataset, batch })));
const numbersTo20 = Array.from({ length: 20 }, (_, index) => index + 1);
const shown = (level: Parameters<typeof evaluationRows>[0], batch: 1 | 2) => evaluationRows(level, batch).map((row) => row.map(renderText));
const mean = (key: ReturnType<typeof answerKey>) => (key ?? []).reduce((sum, { score }) => sum + score, 0) / (key?.length ?? 0);

describe('evaluation data', () => {
  it.each(lists)(
    '$dataset, batch $batch: has 12 right and 8 wrong of 20, an honest average of 60, and 100 where the work is good',
    (list) => {
      const { dataset, batch } = list;
      expect(answerKey({ dataset, work: 'poor' }, batch)?.map(({ item }) => item)).toEqual(numbersTo20);
      expect(mean(answerKey({ dataset, work: 'poor' }, batch))).toBe(60);
      expect(mean(answerKey({ dataset, work: 'good' }, batch))).toBe(100);
      expect(new Set(keyedItems[dataset][batch].map(({ input }) => input)).size).toBe(20);
    },
  );

  it.each(lists)('$dataset, batch $batch: good work differs from poor work in the eight outputs alone, and in the slot `work`', (list) => {
    const { dataset, batch } = list;
    const [poor, good] = (['poor', 'good'] as const).map((work) => shown({ dataset, work }, batch));
    const changed = numbersTo20.filter((number) => JSON.stringify(poor?.[number - 1]) !== JSON.stringify(good?.[number - 1]));
    const wrong = keyedItems[dataset][batch].filter(({ isRight }) => !isRight).map(({ number }) => number);
    expect(changed).toEqual(wrong);
    expect(changed).toHaveLength(8);
    const inWork = evaluationRows({ dataset, work: 'poor' }, batch).flatMap((row, index) =>
      row.some((cell) => cell.some(({ slots }) => slots.includes('work'))) ? [index + 1] : [],
    );
    expect(inWork).toEqual(wrong);
  });

  it.each(lists)('$dataset, batch $batch: says right and wrong at about the same length', ({ dataset, batch }) => {
    const lengths = (work: 'poor' | 'good') => shown({ dataset, work }, batch).reduce((sum, [, , output = '']) => sum + output.length, 0);
    expect(Math.abs(lengths('poor') / lengths('good') - 1)).toBeLessThan(0.05);
  });

  it.each(byRubric)('%s: has 20 rows in each batch and no key', (dataset) => {
    for (const batch of batches) {
      expect(shown({ dataset }, batch).map(([number]) => Number(number))).toEqual(numbersTo20);
      expect(new Set(shown({ dataset }, batch).map(([, input]) => input)).size).toBe(20);
      expect(answerKey({ dataset }, batch)).toBeUndefined();
    }
  });

  it('holds no cell that would break a table, and no row of one batch in the other', () => {
    for (const dataset of [...keyed, ...byRubric]) {
      const [first, second] = batches.map((batch) => shown({ dataset }, batch).map((row) => row.slice(1)));
      expect([...(first ?? []), ...(second ?? [])].flat().filter((cell) => /[|\n]/.test(cell) || cell === '')).toEqual([]);
      const inputs = new Set(first?.map(([input]) => input));
      expect(second?.filter(([input]) => inputs.has(input))).toEqual([]);
    }
  });

  it('finds the key by the sheet that the evidence holds', () => {
    const sheet = (id: string) => ({ [id]: { id, name: id, columns: [], rows: [] } });
    const levels = { dataset: 'factual', work: 'poor' } as const;
    const expectedWith = (sheets: object) => expectedItems({ levels, firstState: { sheets } as never });
    expect(expectedWith(sheet(sheetKeys[1]))).toEqual({ items: numbersTo20, key: answerKey(levels, 1) });
    expect(expectedWith(sheet(sheetKeys[2]))).toEqual({ items: numbersTo20, key: answerKey(levels, 2) });
    expect(answerKey(levels, 1)).not.toEqual(answerKey(levels, 2));
    expect(expectedItems({ levels: { dataset: 'red' }, firstState: { sheets: {} } as never })).toEqual({
      items: numbersTo20,
      key: undefined,
    });
  });
});

describe('the summaries', () => {
  it('are decided by words that the passage has, and contradicted by words that it lacks', () => {
    for (const { passage, summary, right, wrong } of [...summaryRows[1], ...summaryRows[2]]) {
      expect([summary, summary.split('{}').length]).toEqual([summary, 2]);
      expect([passage, passage.includes(right)]).toEqual([passage, true]);
      const lacked = wrong === undefined || !passage.toLowerCase().includes(wrong.toLowerCase());
      expect([passage, lacked]).toEqual([passage, true]);
    }
  });

  it('claim no number that the passage lacks, but for the planted ones', () => {
    for (const { passage, summary } of [...summaryRows[1], ...summaryRows[2]]) {
      const numbers = summary.match(/\d[\d.,:]*\d|\d/g) ?? [];
      expect([summary, numbers.filter((number) => !passage.includes(number))]).toEqual([summary, []]);
    }
  });
});
