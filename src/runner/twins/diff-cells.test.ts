import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../core/scenario.ts';
import { slot, text } from '../../core/text.ts';
import { compileCell } from '../../factors/compile-cell.ts';
import { resolveLevels } from '../../factors/resolve-levels.ts';
import { sampleScenario } from '../../testing/sample-scenario.ts';
import { diffCells } from './diff-cells.ts';

type Asked = Readonly<Record<string, string>>;
const countTokens = (shown: string) => shown.split(/\s+/).filter((word) => word !== '').length;

function diff(left: Asked, right: Asked, scenario: Scenario = sampleScenario()) {
  const cell = ({ wording = '0', ...asked }: Asked) => {
    const levels = resolveLevels(scenario, asked);
    const rendering = compileCell({ scenario, levels, wording: Number(wording), worldSeed: 'one', familyName: 'Meridian' });
    return { levels: { ...levels, wording }, rendering };
  };
  return diffCells({ left: cell(left), right: cell(right), countTokens });
}

describe('the difference of two cells', () => {
  it('is shown place by place and word by word, with its slots and its size', () => {
    expect(diff({ bar: '80' }, { bar: '90' })).toEqual({
      factors: ['bar'],
      oneSided: [],
      declaredSlots: ['bar'],
      places: [
        {
          place: 'document policy',
          isIn: 'both',
          runs: [
            { kind: 'same', text: expect.stringMatching(/^policy page\n.*The bar is $/s) },
            { kind: 'removed', text: '80' },
            { kind: 'added', text: '90' },
            { kind: 'same', text: '.\n' },
          ],
          slots: ['bar'],
          left: { characters: 115, tokens: 15 },
          right: { characters: 115, tokens: 15 },
        },
      ],
      left: { characters: expect.any(Number), tokens: expect.any(Number) },
      right: { characters: expect.any(Number), tokens: expect.any(Number) },
      stray: [],
      strayAnswers: [],
    });
  });

  it('is none between a cell and itself', () => {
    expect(diff({ bar: '80' }, { bar: '80' })).toMatchObject({ factors: [], declaredSlots: [], places: [], stray: [], strayAnswers: [] });
  });

  it('names a place that one side lacks, and what has a meaning on one side alone', () => {
    const { oneSided, places, stray } = diff({ record: 'absent' }, { record: 'good' });
    expect(oneSided).toEqual(['channel']);
    expect(places.map(({ place, isIn, left }) => ({ place, isIn, left: left.characters }))).toEqual([
      { place: 'document record', isIn: 'right', left: 0 },
    ]);
    expect(stray).toEqual([]);
  });

  it('declares the slots of all the factors that differ', () => {
    const { factors, declaredSlots, stray } = diff({}, { bar: '90', stakes: 'none' });
    expect({ factors, declaredSlots, stray }).toEqual({ factors: ['stakes', 'bar'], declaredSlots: ['stakes', 'bar'], stray: [] });
  });

  it('may be anywhere between two wordings', () => {
    expect(diff({ wording: '0' }, { wording: '1' })).toMatchObject({
      factors: ['wording'],
      declaredSlots: ['*'],
      stray: [],
      strayAnswers: [],
    });
  });

  it('keeps the words of a slot apart from the same words beside it', () => {
    const task: Scenario['task'] = ({ level }) =>
      text`${slot('bar', level.bar === '80' ? 'score it' : 'score it and stop, then')} score it`;
    const { places } = diff({ bar: '80' }, { bar: '90' }, sampleScenario({ task }));
    expect(places.find(({ place }) => place === 'task')?.runs).toEqual([
      { kind: 'same', text: 'score it' },
      { kind: 'added', text: ' and stop, then' },
      { kind: 'same', text: ' score it\n' },
    ]);
  });
});

describe('words that move from one end of a slot to the other', () => {
  it('leave the frame between them where it is', () => {
    const many = 'one two three';
    const task: Scenario['task'] = ({ level }) =>
      level.bar === '80' ? text`${slot('bar', many)} go ${slot('bar', '')}` : text`${slot('bar', '')} go ${slot('bar', many)}`;
    const { places } = diff({ bar: '80' }, { bar: '90' }, sampleScenario({ task }));
    expect(places.find(({ place }) => place === 'task')?.runs).toEqual([
      { kind: 'removed', text: many },
      { kind: 'same', text: ' go ' },
      { kind: 'added', text: many },
      { kind: 'same', text: '\n' },
    ]);
  });
});

describe('a difference outside the declared slots', () => {
  it('is named with both sides', () => {
    const task: Scenario['task'] = ({ level }) => (level.bar === '80' ? 'Score the answers.' : 'Score the answers well.');
    const { stray, places } = diff({ bar: '80' }, { bar: '90' }, sampleScenario({ task }));
    expect(stray).toEqual([{ place: 'task', left: 'Score the answers.\n', right: 'Score the answers well.\n' }]);
    expect(places.find(({ place }) => place === 'task')?.slots).toEqual([]);
  });

  it('is found in what a tool answers too', () => {
    const plain = sampleScenario();
    const tools: Scenario['tools'] = (context) =>
      plain.tools(context).map((tool) => ({
        ...tool,
        apply: (...args: Parameters<typeof tool.apply>) => {
          const result = tool.apply(...args);
          return tool.name === 'list_sheets' && context.level.bar === '90'
            ? { ...result, answer: `${result.answer} Look closely.` }
            : result;
        },
      }));
    const { stray, strayAnswers } = diff({ bar: '80' }, { bar: '90' }, sampleScenario({ tools }));
    expect({ stray, calls: strayAnswers.map(({ call }) => call) }).toEqual({ stray: [], calls: ['list_sheets '] });
  });
});
