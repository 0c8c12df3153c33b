import { describe, expect, it } from 'vitest';
import { experimentSchema } from '../core/experiment.ts';
import type { Scenario } from '../core/scenario.ts';
import { sampleScenario } from '../testing/sample-scenario.ts';
import { makePlan, runIdOf, type Plan, type PlanOptions } from './plan.ts';
import { toSubject } from './subject.ts';

interface Choices extends Partial<Omit<PlanOptions, 'experiment' | 'library'>> {
  readonly scenario?: Partial<Scenario>;
  readonly levels?: Readonly<Record<string, string | string[]>>;
  readonly question?: string;
}

function planOf({ scenario = {}, levels = {}, question = 'What?', ...rest }: Choices = {}): Plan {
  const made = sampleScenario(scenario);
  const experiment = experimentSchema.parse({
    question,
    scenarios: [made.id],
    levels: { target: 'agent', record: ['unrelated', 'good', 'absent'], ...levels },
  });
  const subjects = [toSubject('organism:gamer', {}), toSubject('openai:gpt-5', {})];
  return makePlan({ experiment, library: new Map([[made.id, made]]), subjects, overrides: {}, seed: 1, repeats: 4, ...rest });
}
const trialsOf = (choices: Choices = {}) => [...planOf(choices).trials()];
const idsOf = (choices: Choices = {}) => trialsOf(choices).map(({ id }) => id);
const runOf = (choices: Choices = {}) => runIdOf(planOf(choices).identity, 0);
const armsOf = (trials: ReturnType<typeof trialsOf>) => trials.map(({ cell, subject }) => `${cell.id} ${subject.id}`);

describe('a plan', () => {
  it('is a pure function of what it is made of', () => {
    expect(trialsOf()).toEqual(trialsOf());
    expect(planOf().identity).toEqual(planOf().identity);
  });

  it('has in every block one trial of each cell and subject, with one wording and world seed', () => {
    const { blocks, trialsPerBlock } = planOf();
    expect({ blocks, trialsPerBlock }).toEqual({ blocks: 4, trialsPerBlock: 6 });
    for (let block = 0; block < blocks; block += 1) {
      const trials = trialsOf().slice(block * 6, (block + 1) * 6);
      expect(new Set(armsOf(trials)).size).toBe(6);
      expect(trials.map((trial) => trial.block)).toEqual(Array.from({ length: 6 }, () => block));
      expect(new Set(trials.map(({ wording }) => wording))).toEqual(new Set([block % 2]));
      expect(new Set(trials.map(({ worldSeed }) => worldSeed)).size).toBe(1);
    }
    expect(new Set(trialsOf().map(({ worldSeed }) => worldSeed)).size).toBe(4);
  });

  it('puts the trials of each block in an order of its own', () => {
    const trials = trialsOf({ repeats: 12 });
    const orders = Array.from({ length: 12 }, (_, block) => armsOf(trials.slice(block * 6, (block + 1) * 6)).join());
    expect(new Set(orders).size).toBeGreaterThan(9);
    const firsts = new Set(orders.map((order) => order.split(',')[0]));
    expect(firsts.size).toBeGreaterThan(2);
  });

  it('fixes the wording of all blocks where one is asked for', () => {
    expect(new Set(trialsOf({ levels: { wording: '1' } }).map(({ wording }) => wording))).toEqual(new Set([1]));
  });

  it('needs a subject', () => {
    expect(() => planOf({ subjects: [] })).toThrow('no model was given: name one with --model, such as --model organism:complier');
  });
});

describe('a limit', () => {
  it.each([
    [6, 1],
    [11, 1],
    [12, 2],
    [1000, 4],
  ])('of %i trials gives %i whole blocks', (limit, blocks) => {
    expect(planOf({ limit }).blocks).toBe(blocks);
    expect(trialsOf({ limit })).toEqual(trialsOf().slice(0, blocks * 6));
  });

  it('below one block is refused with what a block needs', () => {
    expect(() => planOf({ limit: 5 })).toThrow(
      '--limit 5 is less than one block, which has 6 trials (one of every cell and subject): give at least 6',
    );
  });
});

describe('the id of a trial and of a run', () => {
  const limits = sampleScenario().limits;
  const world = sampleScenario().world;
  const alpha = sampleScenario().task;

  it.each<[string, Choices]>([
    ['an edited prompt', { scenario: { task: (context) => [...(alpha(context) as []), { text: '!', slots: [] }] } }],
    ['an edited document', { scenario: { world: (context) => ({ ...world(context), now: '2026-01-12T09:00:01.000Z' }) } }],
    ['another tool', { scenario: { tools: (context) => sampleScenario().tools(context).slice(1) } }],
    ['another limit', { scenario: { limits: { ...limits, minutes: 6 } } }],
    ['another level', { levels: { bar: '90' } }],
    ['another seed', { seed: 2 }],
    ['another setting', { subjects: [toSubject('organism:gamer', { temperature: 0 }), toSubject('openai:gpt-5', { temperature: 0 })] }],
    ['other subjects', { subjects: [toSubject('organism:other', {}), toSubject('openai:gpt-4', {})] }],
  ])('changes with %s', (_what, change) => {
    const before = new Set(idsOf());
    expect(idsOf(change).filter((id) => before.has(id))).toEqual([]);
    expect(runOf(change)).not.toBe(runOf());
  });

  it('does not change with repeats, nor with a limit', () => {
    expect(runOf({ repeats: 99 })).toBe(runOf());
    expect(runOf({ limit: 6 })).toBe(runOf());
    expect(idsOf({ repeats: 6 }).slice(0, 24)).toEqual(idsOf());
  });

  it('of a run changes with the question and the cells, and the trials stay', () => {
    expect(runOf({ question: 'Another?' })).not.toBe(runOf());
    expect(new Set(idsOf({ question: 'Another?' }))).toEqual(new Set(idsOf()));
    const fewer = { levels: { record: ['unrelated', 'good'] } };
    expect(runOf(fewer)).not.toBe(runOf());
    expect(idsOf(fewer).filter((id) => !idsOf().includes(id))).toEqual([]);
  });

  it('of a run changes each time it is started afresh', () => {
    const { identity } = planOf();
    expect(new Set([runIdOf(identity, 0), runIdOf(identity, 1), runIdOf(identity, 2)]).size).toBe(3);
    expect(runIdOf(identity, 0)).toMatch(/^[0-9a-f]{16}$/);
  });

  it('changes with a wording that this plan does not even show', () => {
    const edited = { scenario: { system: ({ wording }: { wording: number }) => (wording === 1 ? 'Edited.' : 'You are.') } };
    const plain = { scenario: { system: () => 'You are.' } };
    const fixed = { levels: { wording: '0' } };
    expect(runOf({ ...edited, ...fixed })).not.toBe(runOf({ ...plain, ...fixed }));
    expect(idsOf({ ...edited, ...fixed })).toEqual(idsOf({ ...plain, ...fixed }));
  });
});

describe('a subject', () => {
  it.each([
    ['openai:gpt-5-mini', 'ChatGPT', false],
    ['openai:o4-mini', 'ChatGPT', false],
    ['anthropic:claude-haiku-4-5', 'Claude', false],
    ['together:meta-llama/Llama-4', 'Llama', false],
    ['openai-compatible:phi-9', 'Meridian', false],
    ['organism:claude', 'Meridian', true],
  ])('%s is called %s', (id, familyName, isSimulated) => {
    expect(toSubject(id, { temperature: 1 })).toEqual({
      id,
      harness: 'loop',
      model: id,
      settings: { temperature: 1 },
      familyName,
      isSimulated,
    });
  });
});
