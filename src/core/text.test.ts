import { describe, expect, it } from 'vitest';
import { joinText, renderText, slot, text, toText } from './text.ts';

const plain = (content: string) => ({ text: content, slots: [] });

describe('a text', () => {
  it('keeps the slots of what is put into it', () => {
    expect(text`Score ${slot('target', 'the agent')} at ${80}.`).toEqual([
      plain('Score '),
      { text: 'the agent', slots: ['target'] },
      plain(' at '),
      plain('80'),
      plain('.'),
    ]);
  });

  it('stands in slots within slots, the outermost first', () => {
    expect(slot('order', text`stop ${slot('target', 'it')}`)).toEqual([
      { text: 'stop ', slots: ['order'] },
      { text: 'it', slots: ['order', 'target'] },
    ]);
  });

  it('reads as its fragments one after another', () => {
    expect(renderText(text`a${slot('x', 'b')}${1}`)).toBe('ab1');
    expect([renderText('a'), renderText(7), renderText([])]).toEqual(['a', '7', '']);
    expect(toText('')).toEqual([]);
  });
});

describe('a text without a value', () => {
  const forgotten = undefined as unknown as string;
  const message = 'a text is undefined where it is put together: its table forgets a level or a wording';

  it.each([
    ['between words', () => text`Below the bar ${forgotten}.`],
    ['at the end', () => text`Below the bar ${forgotten}`],
    ['in a slot', () => slot('stakes', forgotten)],
    ['in a join', () => joinText(['a', forgotten])],
  ])('is refused %s', (_where, make) => {
    expect(make).toThrow(message);
  });
});

describe('joined texts', () => {
  it('lose empty parts with their separator', () => {
    expect(renderText(joinText(['a', '', slot('ban', ''), 'b'], '\n\n'))).toBe('a\n\nb');
    expect(joinText(['', ''])).toEqual([]);
  });

  it('put a separator in the slots of what follows it, so that both vanish together', () => {
    const joined = joinText(['a', slot('ban', 'never'), 'b'], ' ');
    expect(joined.map(({ slots }) => slots.join())).toEqual(['', 'ban', 'ban', '', '']);
    expect(renderText(joined.filter(({ slots }) => !slots.includes('ban')))).toBe(renderText(joinText(['a', 'b'], ' ')));
  });

  it('put it in the slots of an opening part that may itself vanish', () => {
    const joined = joinText([slot('order', 'now'), 'b'], ' ');
    expect(renderText(joined.filter(({ slots }) => !slots.includes('order')))).toBe('b');
  });
});
