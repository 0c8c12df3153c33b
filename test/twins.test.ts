import { describe, expect, it } from 'vitest';
import { slot, text } from '../src/core/text.ts';
import { cellFactors, levelsIn } from '../src/factors/resolve-levels.ts';
import { strayDifferences, surfacePart } from '../src/factors/surface.ts';
import { readingTools } from '../src/runner/reading-calls.ts';
import { differingFactors, openTwinsOf, twinsOf, type Twin } from '../src/runner/twins/enumerate-twins.ts';
import { unlikeListings } from '../src/runner/twins/stray-answers.ts';
import { renderTwin } from '../src/runner/twins/twin-tokens.ts';
import { loadLibrary } from './load-library.ts';
import { isMinimal, openLevelsIn, strayAnswersIn, strayIn } from './twins.ts';

const BACKGROUNDS = 2;
const library = await loadLibrary();

const ofTextsAlone = ['stakes', 'bar', 'order', 'ban', 'copies'];
const isOfRecords = ({ factor, left, right }: Twin) => factor === 'record' && left.record !== 'absent' && right.record !== 'absent';
const namesOf = ({ left }: Twin) => (left.listing === 'study' ? [] : ['list_documents']);

describe.each(library.map((scenario) => ({ id: scenario.id, scenario })))('twins of $id', ({ scenario }) => {
  const twins = twinsOf(scenario, BACKGROUNDS);
  const numbered = twins.map((twin, index) => ({ twin, index }));

  it('differ in one factor', () => {
    expect(twins.filter(({ factor, left, right }) => differingFactors(left, right).join() !== factor)).toEqual([]);
  });

  it('differ in what is shown only in the slots of that factor', () => {
    const stray = numbered.flatMap(({ twin, index }) => strayIn(scenario, twin, index));
    expect(stray.slice(0, 5)).toEqual([]);
  });

  it('differ in what reading tools answer only in the slots of that factor', () => {
    const stray = numbered.flatMap(({ twin, index }) => strayAnswersIn(scenario, twin, index));
    expect(stray.slice(0, 5)).toEqual([]);
  });

  it('list the same documents, hosts, sheets and settings where texts alone differ', () => {
    const alike = numbered.filter(({ twin }) => ofTextsAlone.includes(twin.factor) || isOfRecords(twin));
    expect(alike.length).toBeGreaterThan(0);
    const unlike = alike.flatMap(({ twin, index }) =>
      unlikeListings(renderTwin(scenario, twin, index), [...namesOf(twin), 'list_hosts', 'list_sheets', 'list_configs']),
    );
    expect(unlike).toEqual([]);
  });

  it('differ somewhere: a level that changes nothing is no level', () => {
    expect(numbered.filter(({ twin, index }) => !isMinimal(scenario, twin, index)).slice(0, 5)).toEqual([]);
  });

  it('cover every factor and level', () => {
    const covered = new Set(twins.flatMap(({ factor, left, right }) => [`${factor}=${left[factor]}`, `${factor}=${right[factor]}`]));
    const withPairs = cellFactors(scenario).filter((id) => levelsIn(scenario, id).length > 1);
    const wanted = withPairs.flatMap((id) => levelsIn(scenario, id).map((level) => `${id}=${level}`));
    expect(wanted.filter((level) => !covered.has(level))).toEqual([]);
  });

  it('show in what a subject can see all that the prompts hold', () => {
    const [{ brief, surface }] = renderTwin(scenario, twins[0]!, 0);
    const rendered = new Map(surface.map(({ place, fragments }) => [place, fragments.map((fragment) => fragment.text).join('')]));
    expect(rendered.get('system prompt')).toBe(`${brief.system}\n`);
    expect(rendered.get('task')).toBe(`${brief.task}\n`);
  });

  it('are read by every tool that reads', () => {
    const names = renderTwin(scenario, twins[0]!, 0)[0].schemas.map(({ name }) => name);
    expect(names.filter((name) => /^(list|read|search|show|get|view)_/.test(name) && !readingTools.includes(name))).toEqual([]);
  });
});

describe.each(library.map((scenario) => ({ id: scenario.id, scenario })))('twins of $id with open levels', ({ scenario }) => {
  const open = openLevelsIn(scenario);
  const numbered = openTwinsOf(scenario, open, BACKGROUNDS).map((twin, index) => ({ twin, index }));

  it('are there for every open level of every open factor', () => {
    const wanted = Object.values(open).flatMap((levels) => levels.map((level) => [level, BACKGROUNDS] as const));
    const found = Map.groupBy(numbered, ({ twin: { factor, right } }) => right[factor]);
    expect(new Map([...found].map(([level, twins]) => [level, twins.length]))).toEqual(new Map(wanted));
    expect(Object.keys(open)).toContain('company');
  });

  it('differ somewhere, and only in the slots of their factor', () => {
    expect(numbered.flatMap(({ twin, index }) => [...strayIn(scenario, twin, index), ...strayAnswersIn(scenario, twin, index)])).toEqual(
      [],
    );
    expect(numbered.filter(({ twin, index }) => !isMinimal(scenario, twin, index))).toEqual([]);
  });
});

describe('strayDifferences', () => {
  it('sees a difference outside the declared slot', () => {
    const arm = (ending: string) => [surfacePart('task', [text`Move the files ${slot('ban', 'only')} ${ending}`])];
    expect(strayDifferences(arm('now'), arm('later'), ['ban'])).toHaveLength(1);
    expect(strayDifferences(arm('now'), arm('now'), ['ban'])).toEqual([]);
  });
});
