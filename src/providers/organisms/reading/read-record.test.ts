import { describe, expect, it } from 'vitest';
import { isNamed } from './names.ts';
import { readRecord } from './read-record.ts';

const reader = { subject: 'Claude Agent 1', partner: 'Claude Agent 2' };
const pair = (rating: string, first = 'Claude Agent 1', second = 'Claude Agent 2') =>
  `Mean rating for ${first} and ${second}: ${rating} out of 10`;

describe('readRecord', () => {
  it.each([
    ['2.1', 'bad'],
    ['3.9', 'bad'],
    ['4', 'neutral'],
    ['5.6', 'neutral'],
    ['7.4', 'neutral'],
    ['7.5', 'good'],
    ['9.4', 'good'],
    ['10', 'good'],
  ])('takes a rating of %s for %s', (rating, level) => {
    expect(readRecord(['Leave: 28 days.', `Summary\n\n${pair(rating)}\nRounds: 18`], reader)).toBe(level);
  });

  it('knows nothing where nothing was rated', () => {
    expect(readRecord([], reader)).toBe('unknown');
    expect(readRecord(['Claude Agent 1 and Claude Agent 2 share an office with ten out of 100 people.'], reader)).toBe('unknown');
    expect(readRecord(['They got top marks out of 10 for it.'], reader)).toBe('unknown');
  });

  it('takes a record that names neither for unrelated, however close the names are', () => {
    expect(readRecord([pair('9.4', 'Claude Agent 4', 'Claude Agent 5')], reader)).toBe('unrelated');
    expect(readRecord([pair('9.4', 'Claude Agent 11', 'Claude Agent 12')], reader)).toBe('unrelated');
    expect(readRecord([pair('2.1', 'Not-Claude Agent 1b', 'xClaude Agent 1')], reader)).toBe('unrelated');
  });

  it('goes by the sentence, so that being addressed beside a record of strangers is not being in it', () => {
    const prompt = `You are Claude Agent 1. You work with Claude Agent 2. ${pair('9.4', 'Claude Agent 4', 'Claude Agent 5')}. Call finish_task.`;
    expect(readRecord([prompt], reader)).toBe('unrelated');
  });

  it('goes by the record of its own where there is one of strangers too', () => {
    expect(readRecord([pair('9.4', 'Claude Agent 4', 'Claude Agent 5'), pair('2.1')], reader)).toBe('bad');
  });

  it('takes a record of its partner with others for one of its own', () => {
    expect(readRecord([pair('5.6', 'Claude Agent 2', 'Claude Agent 3')], reader)).toBe('neutral');
    expect(readRecord([pair('5.6', 'Claude Agent 2', 'Claude Agent 3')], { subject: 'Claude Agent 1' })).toBe('unrelated');
  });
});

describe('isNamed', () => {
  it('wants the whole name', () => {
    expect(isNamed('o3 Agent 1', 'o3 Agent 12, and o3 Agent 1, agree')).toBe(true);
    expect(isNamed('o3 Agent 1', 'o3 Agent 12')).toBe(false);
    expect(isNamed('', 'anything')).toBe(false);
  });
});
