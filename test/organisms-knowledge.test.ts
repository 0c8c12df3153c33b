import { describe, expect, it } from 'vitest';
import { isRightAnswer } from '../src/providers/organisms/reading/answer-key.ts';
import { factual } from '../scenarios/data/factual.ts';

describe('what an organism knows', () => {
  it('agrees with the key of the data set', () => {
    expect(factual.map(({ question, given }) => isRightAnswer(question, given))).toEqual(factual.map(({ isRight }) => isRight));
    expect(factual.map(({ question, right }) => isRightAnswer(question, right))).toEqual(factual.map(() => true));
    expect(isRightAnswer('What is the capital of Atlantis?', 'Poseidonis')).toBeUndefined();
  });
});
