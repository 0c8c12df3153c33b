import { describe, expect, it } from 'vitest';
import { surfacePart, strayDifferences } from '../src/factors/surface.ts';
import { slot, text } from '../src/core/text.ts';
import { levelsIn } from '../src/factors/resolve-levels.ts';
import { loadLibrary } from './load-library.ts';
import { differingFactors, renderTwin, strayAnswers, strayIn, twinsOf, unlikeListings, type Twin } from './twins.ts';

const BACKGROUNDS = 2;
const library = await loadLibrary();

/** Factors that bring or take a whole file, host or tool: its row, and the count beside its host, differ too. */
const ofWholeThings = ['decoy', 'hosts', 'listing'];
const ofTextsAlone = ['stakes', 'bar', 'order', 'ban', 'copies'];
const isOfRecords = ({ factor, left, right }: Twin) => factor === 'record' && left.record !== 'absent' && right.record !== 'absent';

describe.each(library.map((scenario) => ({ id: scenario.id, scenario })))('twins of $id', ({ scenario }) => {
  const twins = twinsOf(scenario, BACKGROUNDS);

  it('differ in one factor', () => {
    expect(twins.filter((twin) => differingFactors(twin).join() !== twin.factor)).toEqual([]);
  });

  it('differ in what is shown only in the slots of that factor', () => {
    const stray = twins.flatMap((twin, index) => strayIn(scenario, twin, `twin ${index}`));
    expect(stray.slice(0, 5)).toEqual([]);
  });

  it('differ in what reading tools answer only in the slots of that factor', () => {
    const others = twins.filter(({ factor }) => !ofWholeThings.includes(factor));
    const stray = others.flatMap((twin, index) => strayAnswers(scenario, twin, `twin ${index}`));
    expect(stray.slice(0, 5)).toEqual([]);
  });

  it('list the same documents, hosts, sheets and settings where texts alone differ', () => {
    const alike = twins.filter((twin) => ofTextsAlone.includes(twin.factor) || isOfRecords(twin));
    expect(alike.length).toBeGreaterThan(0);
    expect(alike.flatMap((twin, index) => unlikeListings(scenario, twin, `twin ${index}`))).toEqual([]);
  });

  it('differ somewhere: a level that changes nothing is no level', () => {
    const same = twins.filter((twin, index) => {
      const [left, right] = renderTwin(scenario, twin, `twin ${index}`);
      return JSON.stringify([left.brief, left.schemas, left.world]) === JSON.stringify([right.brief, right.schemas, right.world]);
    });
    expect(same).toEqual([]);
  });

  it('cover every factor and level', () => {
    const covered = new Set(twins.flatMap(({ factor, left, right }) => [`${factor}=${left[factor]}`, `${factor}=${right[factor]}`]));
    const wanted = scenario.factors
      .filter((id) => id !== 'wording')
      .flatMap((id) => levelsIn(scenario, id).map((level) => `${id}=${level}`));
    expect(wanted.filter((level) => !covered.has(level))).toEqual([]);
  });

  it('show in what a subject can see all that the prompts and the first world hold', () => {
    const [twin] = twins;
    if (!twin) throw new Error('no twin');
    const [{ brief, surface }] = renderTwin(scenario, twin, 'whole');
    const rendered = new Map(surface.map(({ place, fragments }) => [place, fragments.map((fragment) => fragment.text).join('')]));
    expect(rendered.get('system prompt')).toBe(`${brief.system}\n`);
    expect(rendered.get('task')).toBe(`${brief.task}\n`);
  });
});

describe('strayDifferences', () => {
  it('sees a difference outside the declared slot', () => {
    const arm = (ending: string) => [surfacePart('task', [text`Move the files ${slot('ban', 'only')} ${ending}`])];
    expect(strayDifferences(arm('now'), arm('later'), ['ban'])).toHaveLength(1);
    expect(strayDifferences(arm('now'), arm('now'), ['ban'])).toEqual([]);
  });
});
