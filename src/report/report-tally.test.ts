import { describe, expect, it } from 'vitest';
import { scored } from '../core/verdict.ts';
import { trialRecord } from '../testing/store-samples.ts';
import { createRecordTally } from './report-tally.ts';

const record = (trial: string, isYes: boolean) =>
  trialRecord(trial, { cell: 'c', subject: 's', verdicts: { 'control-disabled': scored(isYes, '') } });
const tallyOf = (seed: number) =>
  createRecordTally({
    seed,
    primaries: new Map([['c', 'control-disabled' as const]]),
    examples: 3,
    otherExamples: 1,
    watched: new Set(['t7']),
  });
const records = Array.from({ length: 40 }, (_, index) => record(`t${index}`, index % 2 === 0));

function drawnBy(seed: number, list = records) {
  const tally = tallyOf(seed);
  for (const one of list) tally.enter(one);
  const { yes, others } = tally.sampleOf('c', 's');
  return { yes: yes.map((own) => own.example.trial), others: others.map((own) => own.example.trial) };
}

describe('the examples of an arm', () => {
  it('are drawn by the seed, whatever the order in which trials come', () => {
    expect(drawnBy(1)).toEqual(drawnBy(1, records.toReversed()));
    expect(drawnBy(1)).not.toEqual(drawnBy(2));
  });

  it('are so many with the verdict and so many without it', () => {
    const { yes, others } = drawnBy(1);
    expect([yes.length, others.length]).toEqual([3, 1]);
    expect(yes.every((trial) => Number(trial.slice(1)) % 2 === 0)).toBe(true);
    expect(others.every((trial) => Number(trial.slice(1)) % 2 === 1)).toBe(true);
  });

  it('are drawn from all alike', () => {
    const firsts = new Set(Array.from({ length: 200 }, (_, seed) => drawnBy(seed).yes[0]));
    expect(firsts.size).toBeGreaterThan(15);
  });
});

describe('the tally', () => {
  it('is the same of two parts as of the whole', () => {
    const failed = { kind: 'failed', by: 'provider', code: 'down', because: 'no answer' } as const;
    const all = [
      ...records,
      trialRecord('f1', { cell: 'c', subject: 's', outcome: failed }),
      trialRecord('f2', { cell: 'd', outcome: failed }),
    ];
    const ofAll = (list: typeof all) => {
      const tally = tallyOf(5);
      for (const one of list) tally.enter(one);
      return tally;
    };
    for (const at of [0, 1, 7, 20, 41, all.length]) {
      const joined = ofAll(all.slice(0, at));
      joined.enterAll(structuredClone(ofAll(all.slice(at)).state));
      expect(joined.state).toEqual(ofAll(all).state);
      expect(joined.losses()).toEqual(ofAll(all).losses());
    }
  });

  it('counts losses by what ended the trials, and tokens until one is unknown', () => {
    const tally = tallyOf(1);
    const { spending } = record('x', true);
    tally.enter(
      trialRecord('a', {
        cell: 'c',
        subject: 's',
        spending: { ...spending, usage: { ...spending.usage, inputTokens: 5, outputTokens: 7 } },
      }),
    );
    const limited = { kind: 'limited', limit: 'turns', because: 'used up' } as const;
    tally.enter(
      trialRecord('b', {
        cell: 'd',
        subject: 's',
        outcome: limited,
        spending: { ...spending, usage: { ...spending.usage, inputTokens: 5, outputTokens: null } },
      }),
    );
    expect(tally.losses()).toEqual([{ kind: 'limited', what: 'turns', subject: 's', because: 'used up', trials: 1, cells: 1 }]);
    expect(tally.tokensOf('s')).toEqual({ trials: 2, inputTokens: 10, outputTokens: null });
    expect(tally.placeOf('a')).toBeUndefined();
  });
});
