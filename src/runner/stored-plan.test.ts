import { describe, expect, it } from 'vitest';
import { UsageError } from '../core/errors.ts';
import { experimentSchema } from '../core/experiment.ts';
import type { RunRecord } from '../core/ports/store.ts';
import { sampleScenario } from '../testing/sample-scenario.ts';
import { makePlan, runIdOf, type Plan } from './plan.ts';
import { storedPlan } from './stored-plan.ts';
import { toSubject } from './subject.ts';

const scenario = sampleScenario({});
const library = new Map([[scenario.id, scenario]]);

function planned(changes: { readonly traits?: boolean; readonly wording?: string } = {}): Plan {
  const experiment = experimentSchema.parse({
    question: 'What?',
    levels: { target: 'agent', ...(changes.wording === undefined ? {} : { wording: changes.wording }) },
    cells: [
      { scenario: scenario.id, levels: { record: ['unrelated', 'good'] } },
      { scenario: scenario.id, levels: { record: 'absent' }, ...(changes.traits ? { subjectsWith: 'identity-variants' } : {}) },
    ],
    limits: { turns: 7 },
  });
  const subjects = [toSubject('organism:gamer', {}), toSubject('openai:gpt-5', { temperature: 0.5 }, { traits: ['identity-variants'] })];
  return makePlan({ experiment, library, subjects, overrides: {}, seed: 3, repeats: 4 });
}

/** As a store gives it back: plain JSON. */
function stored(plan: Plan): RunRecord {
  const record = { id: runIdOf(plan.identity, 0), schemaVersion: 1, createdAt: '', identity: plan.identity, repeats: 4, freshness: 0 };
  return JSON.parse(JSON.stringify(record)) as RunRecord;
}

const idsOf = (plan: Plan) => [...plan.trials()].map(({ id }) => id).toSorted();

describe('the plan of a stored run', () => {
  it.each([{}, { traits: true }, { wording: '1' }])('has the same trials as the plan that was run: %o', (changes) => {
    const plan = planned(changes);
    expect(idsOf(storedPlan(stored(plan), library))).toEqual(idsOf(plan));
  });

  it('keeps a cell from subjects that it was not for', () => {
    expect(planned({ traits: true }).arms).toHaveLength(5);
    expect(storedPlan(stored(planned({ traits: true })), library).arms).toHaveLength(5);
  });

  it('refuses a run that does not say which trials it has', () => {
    const run = { ...stored(planned()), identity: {} };
    expect(() => storedPlan(run, library)).toThrow(UsageError);
    expect(() => storedPlan(run, library)).toThrow(/it was written by another version/);
  });

  it('refuses a run that was imported, in words of its own', () => {
    const run = { ...stored(planned()), identity: { imported: {} } };
    expect(() => storedPlan(run, library)).toThrow(/was imported: it holds what was published of its trials, and no worlds/);
  });
});
