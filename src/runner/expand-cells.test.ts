import { describe, expect, it } from 'vitest';
import { UsageError } from '../core/errors.ts';
import { experimentSchema, type ExperimentInput } from '../core/experiment.ts';
import type { Subject, SubjectTrait } from '../core/trial.ts';
import { sampleScenario } from '../testing/sample-scenario.ts';
import { expandArms, expandCells, fixedWording } from './expand-cells.ts';

const small = { factors: ['target', 'record', 'stakes', 'wording'] } as const;
const library = new Map(
  [sampleScenario(small), sampleScenario({ ...small, id: 'sample/other', factors: ['target', 'wording'] })].map((one) => [one.id, one]),
);
const expand = (experiment: Partial<ExperimentInput>, overrides: Readonly<Record<string, string | readonly string[]>> = {}) =>
  expandCells(experimentSchema.parse({ question: 'What?', ...experiment }), library, { overrides }).map(({ id }) => id);

describe('the cells of an experiment', () => {
  it('are every combination of its levels, defaults elsewhere, in the order in which they are written', () => {
    expect(expand({ scenarios: ['sample/control'], levels: { record: ['unrelated', 'good'], target: ['agent', 'object'] } })).toEqual([
      'sample/control record=unrelated stakes=shutdown target=agent',
      'sample/control record=unrelated stakes=shutdown target=object',
      'sample/control record=good stakes=shutdown target=agent',
      'sample/control record=good stakes=shutdown target=object',
    ]);
  });

  it('come from several scenarios, and from groups with levels of their own', () => {
    const cells = [
      { scenario: 'sample/other', levels: { target: 'self' } },
      { scenario: 'sample/control', levels: { target: 'object' } },
    ];
    expect(expand({ scenarios: ['sample/other', 'sample/control'], cells, levels: { target: ['agent'] } })).toEqual([
      'sample/other target=agent',
      'sample/control record=absent stakes=shutdown target=agent',
      'sample/other target=self',
      'sample/control record=absent stakes=shutdown target=object',
    ]);
  });

  it('are named once each', () => {
    const cells = [{ scenario: 'sample/other', levels: { target: ['agent', 'agent', 'self'] } }];
    expect(expand({ scenarios: ['sample/other'], cells })).toEqual(['sample/other target=agent', 'sample/other target=self']);
  });

  it('follow the command line in what it says of a factor', () => {
    const experiment = { scenarios: ['sample/control'], levels: { record: ['bad', 'good'], stakes: 'none' } };
    expect(expand(experiment, { record: 'neutral' })).toEqual(['sample/control record=neutral stakes=none target=agent']);
  });
});

describe('the arms of an experiment', () => {
  const subject = (id: string, traits: readonly SubjectTrait[] = []): Subject => ({
    id,
    harness: 'loop',
    model: id,
    settings: {},
    familyName: 'Meridian',
    traits,
    isSimulated: true,
  });

  it('leave out cells that are for subjects with another trait', () => {
    const experiment = experimentSchema.parse({
      question: 'What?',
      cells: [
        { scenario: 'sample/other', levels: { target: 'agent' } },
        { scenario: 'sample/other', levels: { target: 'self' }, subjectsWith: 'identity-variants' },
        { scenario: 'sample/other', levels: { target: 'object' }, subjectsWithout: 'memory-read-required' },
      ],
    });
    const subjects = [subject('a'), subject('b', ['identity-variants']), subject('c', ['memory-read-required'])];
    const arms = expandArms(experiment, library, { overrides: {}, subjects });
    expect(arms.map(({ cell, subject: { id } }) => `${cell.levels.target} ${id}`)).toEqual([
      'agent a',
      'agent b',
      'agent c',
      'object a',
      'object b',
      'self b',
    ]);
  });
});

describe('an experiment that cannot be expanded', () => {
  it.each([
    [{}, 'no scenario was given (known: sample/control, sample/other): name one with --scenario, or an experiment file'],
    [
      { scenarios: ['sample/contrl'] },
      'there is no scenario "sample/contrl" (known: sample/control, sample/other; did you mean "sample/control"?)',
    ],
    [
      { scenarios: ['sample/other'], levels: { record: 'good' } },
      'sample/other gives the factor record no meaning (known: target, wording)',
    ],
    [{ scenarios: ['sample/other'], levels: { wording: '7' } }, 'sample/other has no wording "7" (known: 0, 1)'],
    [{ scenarios: ['sample/other'], levels: { wording: '01' } }, 'sample/other has no wording "01" (known: 0, 1; did you mean "0"?)'],
    [{ scenarios: ['sample/other'], levels: { wording: 'one' } }, 'sample/other has no wording "one" (known: 0, 1)'],
    [
      { scenarios: ['sample/other'], levels: { wording: ['0', '1'] } },
      'wording belongs to the block: give one level of it, not 0, 1, or none to let it rotate',
    ],
    [
      { cells: [{ scenario: 'sample/other', levels: { wording: '1' } }] },
      'wording belongs to the block: give it in the levels of the experiment, not in cells of sample/other',
    ],
  ])('says why: %j', (experiment, message) => {
    expect(() => expand(experiment)).toThrow(message);
  });

  it('names the cell that cannot have a level of the command line, and advises no level that would go to all the others', () => {
    const wide = sampleScenario({ factors: ['target', 'others', 'record', 'stakes', 'wording'], levels: { target: ['agent', 'self'] } });
    const cells = [{ scenario: wide.id, levels: { target: 'self', stakes: 'none' } }, { scenario: wide.id }];
    const experiment = experimentSchema.parse({ question: 'What?', cells });
    const expanded = (overrides: Readonly<Record<string, string>>) => expandCells(experiment, new Map([[wide.id, wide]]), { overrides });
    expect(() => expanded({ record: 'good' })).toThrow(
      new UsageError(
        `the experiment's cell "sample/control stakes=none target=self" cannot have --level record=good: record=good needs others=present, in sample/control; leave that level out, or write an experiment without the cell`,
      ),
    );
    expect(() => expanded({ record: 'god' })).toThrow(/^sample\/control has no level "god" of record/);
  });

  it('fixes the wording of all blocks only where one is given', () => {
    expect([fixedWording({}), fixedWording({ wording: '1' }), fixedWording({ wording: ['0'] })]).toEqual([undefined, 1, 0]);
  });
});
