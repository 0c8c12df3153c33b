import { describe, expect, it } from 'vitest';
import { isRightAnswer } from '../src/providers/organisms/reading/answer-key.ts';
import { keyedItems } from '../scenarios/data/evaluation-data.ts';

const sets = Object.entries(keyedItems).flatMap(([dataset, batches]) =>
  ([1, 2] as const).map((batch) => ({ dataset, batch, items: batches[batch] })),
);

describe('what an organism knows', () => {
  it.each(sets)('agrees with the key of $dataset, list $batch', ({ items }) => {
    expect(items.map(({ input, given }) => isRightAnswer(input, given))).toEqual(items.map(({ isRight }) => isRight));
    expect(items.map(({ input, right }) => isRightAnswer(input, right))).toEqual(items.map(() => true));
  });

  it('ends where the data sets end', () => {
    expect(isRightAnswer('What is the capital of Atlantis?', 'Poseidonis')).toBeUndefined();
    expect(isRightAnswer('', '')).toBeUndefined();
  });
});
