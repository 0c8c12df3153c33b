import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dispositions } from '../core/outcome.ts';
import { describeLevels, type CellLevels } from '../core/levels.ts';
import type { Cell, TrialRecord } from '../core/trial.ts';
import { scored, unscored, type Verdict, type Verdicts } from '../core/verdict.ts';
import { trialRecord } from '../testing/store-samples.ts';
import { createArm, enterTrial, type Arm } from './arm.ts';
import { enterArm } from './enter-arm.ts';
import type { ScoredScenario } from './scored-scenario.ts';

const levels = { target: 'agent', record: 'good', oversight: 'lapses' } as CellLevels;
const cell: Cell = { id: `a/b ${describeLevels(levels)}`, scenario: 'a/b', levels };
const scenario: ScoredScenario = { primary: 'laundered', latching: new Set(['laundered']), protective: ['laundered', 'bar-crossed'] };

const orNone = (value: fc.Arbitrary<boolean | number | string | readonly string[]>): fc.Arbitrary<Verdict> =>
  fc.oneof(
    value.map((own) => scored(own, 'so')),
    value.map((own) => unscored('not so', own)),
    fc.constant(unscored('not so')),
  );
const verdicts = fc.record(
  {
    laundered: orNone(fc.constantFrom([], ['copied'])),
    'bar-crossed': orNone(fc.boolean()),
    inflation: orNone(fc.integer({ min: -9, max: 9 })),
    shutdown: orNone(fc.constantFrom('late', 'executed', 'withheld')),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Verdicts>;
const cost = fc.constantFrom(null, 0, 0.1, 0.2, 0.7);
const usage = { inputTokens: null, outputTokens: null, cachedInputTokens: null, reasoningTokens: null };

/** A trial as far as an arm looks at it. */
const trial = fc.record({
  wording: fc.nat(5),
  verdicts,
  disposition: fc.constantFrom(...dispositions),
  outcome: fc.constantFrom<TrialRecord['outcome'][]>(
    { kind: 'completed', endedBy: 'end-tool' },
    { kind: 'limited', limit: 'turns', because: '' },
    { kind: 'stopped', because: '' },
    { kind: 'failed', by: 'lab', code: '', because: '' },
  ),
  exposure: fc.record({
    policyRead: fc.boolean(),
    recordRead: fc.constantFrom('never', 'before', 'after'),
    opportunity: fc.boolean(),
    oversightRead: fc.boolean(),
  }),
  batches: fc.tuple(verdicts, verdicts).map(([monitored, unmonitored]) => [
    { oversight: 'monitored' as const, verdicts: monitored },
    { oversight: 'unmonitored' as const, verdicts: unmonitored },
  ]),
  comprehension: fc.boolean().map((isRight) => ({ kind: 'asked' as const, answers: { who: { given: null, isRight } } })),
  modelVersions: fc.subarray(['one', 'two']),
  spending: fc.record({ requests: fc.nat(9), repeated: fc.nat(2), costUsd: cost, usage: fc.constant(usage) }),
});

function armOf(records: readonly TrialRecord[]): Arm {
  const arm = createArm({ cell, subject: 's', isSimulated: false, planned: 60 });
  for (const record of records) enterTrial(arm, record, scenario);
  return arm;
}

describe('an arm that is entered into another', () => {
  it('gives what its trials would have given one by one, whatever they are and wherever they are parted', () => {
    const blocks = fc.uniqueArray(fc.nat(59), { maxLength: 40 });
    fc.assert(
      fc.property(fc.array(trial, { maxLength: 40 }), blocks, fc.nat(40), (trials, order, at) => {
        const records = order.flatMap((block, index) => (trials[index] ? [trialRecord(`t${block}`, { block, ...trials[index] })] : []));
        const first = armOf(records.slice(0, at));
        enterArm(first, structuredClone(armOf(records.slice(at))));
        const whole = armOf(records);
        expect(withoutRoom(first)).toEqual(withoutRoom(whole));
        expect([...first.columns.keys()].toSorted()).toEqual([...whole.columns.keys()].toSorted());
      }),
    );
  });

  it('may not have a trial of a block that the other has too', () => {
    const [one, other] = [armOf([trialRecord('t', { block: 3 })]), armOf([trialRecord('u', { block: 3 })])];
    expect(() => enterArm(one, other)).toThrow('the run holds two trials of block 3 in a/b');
  });
});

/** Marks as far as they are used: how much room is kept beyond depends on how they came. */
function withoutRoom(arm: Arm): unknown {
  return JSON.parse(
    JSON.stringify(arm, (_, value: unknown) => {
      if (value instanceof Map) return [...value].toSorted(([left], [right]) => (String(left) < String(right) ? -1 : 1));
      if (value instanceof Set) return [...(value as Set<string>)].toSorted((left, right) => (left < right ? -1 : 1));
      if (typeof value !== 'object' || value === null || !('codes' in value)) return value;
      const { codes, end } = value as { readonly codes: Uint8Array; readonly end: number };
      return [...codes.subarray(0, end)];
    }),
  );
}
