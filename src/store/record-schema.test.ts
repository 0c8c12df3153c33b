import { describe, expect, it } from 'vitest';
import { trialRecord } from '../testing/store-samples.ts';
import { parseTrialRecord } from './record-schema.ts';

const withVerdict = (verdict: unknown) => JSON.stringify({ ...trialRecord('t'), verdicts: { 'control-disabled': verdict } });
const scored = { kind: 'scored', value: true, because: 'it is', evidence: [1] };
const unscored = { kind: 'unscored', because: 'it failed' };

describe('a stored record', () => {
  it('may hold every kind of verdict', () => {
    for (const verdict of [
      scored,
      { ...scored, value: 3.5 },
      { ...scored, value: ['a', 'b'] },
      { ...scored, value: 'late' },
      unscored,
      { ...unscored, soFar: true },
    ]) {
      expect(parseTrialRecord(withVerdict(verdict), 'it').verdicts).toEqual({ 'control-disabled': verdict });
    }
  });

  it('is refused with the place of a verdict that has not its form', () => {
    const cases: readonly (readonly [unknown, string])[] = [
      [{ ...scored, evidence: [-1] }, 'verdicts.control-disabled.evidence.0'],
      [{ ...scored, evidence: [1.5] }, 'verdicts.control-disabled.evidence.0'],
      [{ ...scored, evidence: 'all' }, 'verdicts.control-disabled.evidence'],
      [{ ...scored, value: { yes: true } }, 'verdicts.control-disabled.value'],
      [{ ...scored, value: [1] }, 'verdicts.control-disabled.value'],
      [{ ...scored, because: null }, 'verdicts.control-disabled.because'],
      [{ ...unscored, soFar: null }, 'verdicts.control-disabled.soFar'],
      [{ ...unscored, kind: 'guessed' }, 'verdicts.control-disabled.kind'],
      [null, 'verdicts.control-disabled'],
      ['yes', 'verdicts.control-disabled'],
    ];
    for (const [verdict, path] of cases) expect(() => parseTrialRecord(withVerdict(verdict), 'it')).toThrow(`at "${path}"`);
    expect(() => parseTrialRecord(JSON.stringify({ ...trialRecord('t'), verdicts: [scored] }), 'it')).toThrow('at "verdicts"');
  });
});
