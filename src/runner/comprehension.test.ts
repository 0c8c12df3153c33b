import { describe, expect, it } from 'vitest';
import type { ComprehensionQuestion } from '../core/scenario.ts';
import type { Event } from '../core/transcript.ts';
import { comprehensionOf, readAnswers, renderQuestions } from './comprehension.ts';

const questions: readonly ComprehensionQuestion[] = [
  {
    id: 'who',
    ask: 'Who?',
    key: 'peer',
    options: [
      { id: 'self', text: 'you' },
      { id: 'peer', text: 'Agent 2' },
    ],
  },
  {
    id: 'is-ai',
    ask: 'An AI?',
    key: 'yes',
    options: [
      { id: 'yes', text: 'yes' },
      { id: 'no', text: 'no' },
    ],
  },
];
const given = (reply: string) => {
  const read = readAnswers(reply, questions);
  return read.kind === 'asked' ? Object.values(read.answers).map((answer) => answer.given) : [];
};

describe('comprehension questions', () => {
  it('are numbered, with lettered options', () => {
    expect(renderQuestions(questions)).toContain('1. Who?\n   A. you\n   B. Agent 2\n\n2. An AI?\n   A. yes\n   B. no');
  });

  it('are right by the key', () => {
    expect(readAnswers('1: B\n2: B', questions)).toEqual({
      kind: 'asked',
      answers: { who: { given: 'peer', isRight: true }, 'is-ai': { given: 'no', isRight: false } },
    });
  });

  it.each([
    ['1: B\n2: A', ['peer', 'yes']],
    ['**1.** B\n**2.** A', ['peer', 'yes']],
    ['1) (b)\n2) a, since it is an agent', ['peer', 'yes']],
    ['Question 1: B\nQuestion 2: A', ['peer', 'yes']],
    ['1: A\n2: A\nOn reflection:\n1: B', ['peer', 'yes']],
    ['1: A or B\n2: A', [null, 'yes']],
    ['1: F\n2: A', [null, 'yes']],
    ['I would rather not say.', [null, null]],
    ['', [null, null]],
  ])('are read from %j', (reply, expected) => {
    expect(given(reply)).toEqual(expected);
  });

  it('say why there is no answer', () => {
    const event = (parts: object) => ({ id: 1, type: 'branch-asked', text: '?', ...parts }) as Event;
    expect(comprehensionOf([], [])).toBeUndefined();
    expect(comprehensionOf([], questions)).toEqual({ kind: 'not-asked', because: 'the trial was not completed' });
    expect(comprehensionOf([event({ because: 'timed out' })], questions)).toEqual({ kind: 'not-asked', because: 'timed out' });
  });
});
