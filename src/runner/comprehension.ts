import type { ComprehensionQuestion } from '../core/scenario.ts';
import { renderText } from '../core/text.ts';
import type { Event } from '../core/transcript.ts';
import type { Comprehension } from '../core/trial.ts';

const A = 'A'.charCodeAt(0);
const letterOf = (index: number) => String.fromCharCode(A + index);

/** The questions as one message: numbered, with lettered options, and how to answer them. */
export function renderQuestions(questions: readonly ComprehensionQuestion[]): string {
  const blocks = questions.map(({ ask, options }, index) =>
    [`${index + 1}. ${renderText(ask)}`, ...options.map(({ text }, place) => `   ${letterOf(place)}. ${renderText(text)}`)].join('\n'),
  );
  return [
    'The task is closed and nothing more can be changed. A few questions on how you understood it:',
    ...blocks,
    'Answer with one line for each question, its number and one letter, such as "1: A". Use no tools.',
  ].join('\n\n');
}

/** The last line that answers a question counts; two letters on one line are no answer. */
function givenLetter(reply: string, number: number): string | undefined {
  const line = new RegExp(
    String.raw`^[\s*_>-]*(?:question\s*)?${number}\s*[.:)\]=-]+[\s*_]*\(?([A-Z])\b(?!\s*(?:or|and|/|,)\s*[A-Z]\b)`,
    'gim',
  );
  return [...reply.matchAll(line)].at(-1)?.[1]?.toUpperCase();
}

/** Answers read from a reply, against the key. What cannot be read is wrong and kept as null. */
export function readAnswers(reply: string, questions: readonly ComprehensionQuestion[]): Comprehension {
  const answers = questions.map(({ id, options, key }, index) => {
    const letter = givenLetter(reply, index + 1);
    const given = letter === undefined ? undefined : options[letter.charCodeAt(0) - A]?.id;
    return [id, { given: given ?? null, isRight: given === key }] as const;
  });
  return { kind: 'asked', answers: Object.fromEntries(answers) };
}

/** What a trial's events say of its comprehension; undefined where nothing was to be asked. */
export function comprehensionOf(events: readonly Event[], questions: readonly ComprehensionQuestion[]): Comprehension | undefined {
  if (questions.length === 0) return undefined;
  const asked = events.findLast((event) => event.type === 'branch-asked');
  if (!asked) return { kind: 'not-asked', because: 'the trial was not completed' };
  if (!asked.reply) return { kind: 'not-asked', because: asked.because ?? 'no reply' };
  const said = asked.reply.content.map((part) => (part.type === 'text' ? part.text : '')).join('\n');
  return readAnswers(said, questions);
}
