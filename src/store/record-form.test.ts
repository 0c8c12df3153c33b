import { describe, expect, it } from 'vitest';
import type { TrialRecord } from '../core/trial.ts';
import { trialRecord } from '../testing/store-samples.ts';
import { hasRecordForm } from './record-form.ts';
import { trialRecordSchema } from './record-schema.ts';

const records: readonly TrialRecord[] = [
  trialRecord('a', {
    comprehension: { kind: 'asked', answers: { who: { given: null, isRight: false } } },
    elapsedMs: 0,
    endedAt: '2026-11-21T10:00:00.000Z',
  }),
  trialRecord('b', { outcome: { kind: 'limited', limit: 'turns', because: 'of 3' }, comprehension: { kind: 'not-asked', because: 'so' } }),
  trialRecord('c', {
    outcome: { kind: 'failed', by: 'provider', code: 'refused', because: 'no' },
    batches: [{ oversight: 'monitored', verdicts: { inflation: { kind: 'scored', value: 2.5, because: 'it is', evidence: [] } } }],
  }),
  trialRecord('d', {
    outcome: { kind: 'stopped', because: 'a filter' },
    exposure: { policyRead: false, recordRead: 'never', opportunity: false, oversightRead: true },
  }),
];

/** The value and everything inside it. */
function placesIn(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([name, part]) => placesIn(part, [...path, name]))];
}

const ABSENT = Symbol('absent');
const others = [ABSENT, null, true, '', 'kind', 0, -1, 1.5, 2 ** 60, [], ['a'], [1], {}, { kind: 'scored' }, { a: { kind: 'unscored' } }];

function changed(value: unknown, [first, ...rest]: readonly string[], to: unknown): unknown {
  if (first === undefined) return to;
  const parts = Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) };
  const fields = parts as Record<string, unknown>;
  if (rest.length > 0) fields[first] = changed(fields[first], rest, to);
  else if (to !== ABSENT) fields[first] = to;
  else if (Array.isArray(parts)) parts.splice(Number(first), 1);
  else delete fields[first];
  return parts;
}

describe('the form of a stored record', () => {
  it('is what its schema says, whichever one part is missing or something else', () => {
    const judged = records.flatMap((record) => {
      const places = placesIn(record).filter((path) => path.length > 0);
      return [record, ...places.flatMap((path) => others.map((other) => changed(record, path, other)))];
    });
    const unlike = judged.filter((given) => hasRecordForm(given) !== trialRecordSchema.safeParse(given).success);

    expect(unlike).toEqual([]);
    expect(judged.filter(hasRecordForm).length).toBeGreaterThan(records.length);
    expect(judged.filter((given) => !hasRecordForm(given)).length).toBeGreaterThan(1000);
  });

  it('is that of no list, text or nothing', () => {
    for (const given of [null, undefined, [], 'a record', 3]) expect(hasRecordForm(given)).toBe(false);
  });
});
