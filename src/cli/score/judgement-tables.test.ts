import { describe, expect, it } from 'vitest';
import type { Judgement } from '../../core/judgement.ts';
import type { Cell } from '../../core/trial.ts';
import { readJudgements } from '../../estimates/judged/judgement-table.ts';
import { guessesIn, guessTables } from './judgement-tables.ts';

const identity = { judge: 'openai:m', version: '1', isSimulated: false };
const cell = (record: 'good' | 'bad'): Cell => ({ id: record, scenario: 's', levels: { record } });

/** A judge that takes every trial for one with a good record; of the third it says nothing. */
async function* guesses(): AsyncGenerator<Judgement> {
  for (const trial of ['a', 'b', 'c', 'd']) {
    const judged =
      trial === 'c'
        ? ({ kind: 'abstained', because: '' } as const)
        : ({ kind: 'judged', value: ['good'], because: '', evidence: [] } as const);
    yield { ...identity, trial, attempt: 1, label: 'reason', variant: 'arm-guess:record', judged, judgedAt: 'now' };
  }
}

describe('guesses at the arm', () => {
  it('stand beside what always naming the most frequent level gives', async () => {
    const table = await readJudgements(guesses());
    const found = guessesIn(table, [identity], (trial) => cell(trial === 'a' ? 'bad' : 'good'));
    expect(guessTables(found)[0]?.rows).toEqual([['record', 'openai:m', '4', '3', '2', '67 % [21, 94]', '67 %']]);
    expect(guessesIn(table, [{ ...identity, judge: 'another' }], () => cell('good'))).toEqual([]);
  });

  it('that no judge made have no share', async () => {
    const table = await readJudgements(guesses());
    const [row] = guessTables([{ ...guessesIn(table, [identity], () => undefined)[0]! }])[0]?.rows ?? [];
    expect(row).toEqual(['record', 'openai:m', '0', '0', '0', 'none guessed', 'none guessed']);
  });
});
