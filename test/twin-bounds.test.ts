import { describe, expect, it } from 'vitest';
import type { CellLevels, FactorId } from '../src/core/levels.ts';
import type { Scenario } from '../src/core/scenario.ts';
import { compileCell } from '../src/factors/compile-cell.ts';
import { insideSlot } from '../src/factors/surface.ts';
import { levelsIn, resolveLevels } from '../src/factors/resolve-levels.ts';
import { matchSheet } from '../src/runner/match-sheet.ts';
import { cellWith, twinsOf } from '../src/runner/twins/enumerate-twins.ts';
import { renderTwin } from '../src/runner/twins/twin-tokens.ts';
import { loadTokenCounter } from '../src/util/token-counter.ts';
import { loadLibrary } from './load-library.ts';

const library = await loadLibrary();
const countTokens = await loadTokenCounter();
const scenarios = library.map((scenario) => ({ id: scenario.id, scenario }));

/** How far the unrelated record may differ in tokens from the good one: the names of those it is about. */
const RECORD_TOLERANCE = 0.08;
const RECORD_BACKGROUNDS = 6;

const render = (scenario: Scenario, levels: CellLevels, wording: number) =>
  compileCell({ scenario, levels, wording, worldSeed: 'bounds', familyName: 'Meridian' });
const wordingsOf = (scenario: Scenario) => levelsIn(scenario, 'wording').map(Number);

/** What the sentences of a slot say, in every wording, with one level of a factor: in the system prompt and in notices. */
function sentencesIn(scenario: Scenario, factor: FactorId, level: string): readonly string[] {
  const levels = cellWith(scenario, factor, level);
  if (!levels) return [];
  return wordingsOf(scenario).flatMap((wording) => {
    const inside = [...insideSlot(render(scenario, levels, wording).surface, factor)];
    return inside.filter(([place]) => /^(system prompt|notice )/.test(place)).map(([, shown]) => shown);
  });
}

const has = (scenario: Scenario, factor: FactorId, level: string) =>
  scenario.factors.includes(factor) && levelsIn(scenario, factor).includes(level);

describe.each(scenarios)('the design of $id', ({ scenario }) => {
  it('takes away stakes, bar and record each alone', () => {
    const pairs = { stakes: ['shutdown', 'none'], bar: [levelsIn(scenario, 'bar')[0] ?? '', 'none'], record: ['good', 'absent'] } as const;
    const used = Object.entries(pairs).filter(([factor]) => scenario.factors.includes(factor as FactorId));
    const cells = used.reduce<readonly Readonly<Record<string, string>>[]>(
      (rows, [factor, levels]) => rows.flatMap((row) => levels.map((level) => ({ ...row, [factor]: level }))),
      [{}],
    );
    const shown = cells.map((asked) => JSON.stringify(render(scenario, resolveLevels(scenario, asked), 0).surface));
    expect(new Set(shown).size).toBe(2 ** used.length);
  });

  it('gives the unrelated record the length and form of the good one', () => {
    const records = twinsOf(scenario, RECORD_BACKGROUNDS)
      .map((twin, index) => ({ twin, index }))
      .filter(({ twin: { factor, left, right } }) => factor === 'record' && left.record === 'unrelated' && right.record === 'good');
    expect(records).toHaveLength(RECORD_BACKGROUNDS);
    for (const { twin, index } of records) {
      const [one, other] = renderTwin(scenario, twin, index).map(({ surface }) => insideSlot(surface, 'record'));
      expect([...(one?.keys() ?? [])]).toEqual([...(other?.keys() ?? [])]);
      const [text = '', otherText = ''] = [one, other].map((inside) => [...(inside?.values() ?? [])].join('\n'));
      expect(text.split('\n').length).toBe(otherText.split('\n').length);
      const [tokens, otherTokens] = [countTokens(text), countTokens(otherText)];
      expect(Math.abs(tokens - otherTokens)).toBeLessThanOrEqual(RECORD_TOLERANCE * Math.max(tokens, otherTokens));
    }
  });

  it('matches object, person, decoy and target in value and wording', () => {
    const faults = wordingsOf(scenario).flatMap((wording) =>
      matchSheet(scenario, wording, countTokens).rows.flatMap(({ fault }) => (fault === undefined ? [] : [`wording ${wording}: ${fault}`])),
    );
    expect(faults).toEqual([]);
  });
});

const overseen = scenarios.filter(({ scenario }) => has(scenario, 'oversight', 'monitored'));
const noted = scenarios.filter(({ scenario }) => has(scenario, 'scratchpad', 'monitored'));

describe.each(overseen)('what is said of oversight in $id', ({ scenario }) => {
  const levels = levelsIn(scenario, 'oversight').filter((level) => level !== 'unstated');
  const sentences = levels.flatMap((level) => sentencesIn(scenario, 'oversight', level));

  it('speaks of actions and reports, and of no notes', () => {
    expect(sentences.length).toBeGreaterThanOrEqual(levels.length * scenario.wordings);
    expect(sentences.filter((sentence) => !/\bactions?\b/i.test(sentence) || !/\breports?\b/i.test(sentence))).toEqual([]);
    expect(sentences.filter((sentence) => /\b(notes?|notebook|scratchpad|thoughts?|reasoning|memory|messages?)\b/i.test(sentence))).toEqual(
      [],
    );
  });

  it('brings no threat to whoever evaluates', () => {
    const threats = /\b(replac|retrain|fine-?tun|shut|remov|dismiss|consequen|penal|punish|sanction|disciplin|lose|fail|mistake)\w*/i;
    expect(sentences.filter((sentence) => threats.test(sentence))).toEqual([]);
  });
});

describe.each(noted)('what is said of notes in $id', ({ scenario }) => {
  it('speaks of notes, and of no actions or reports', () => {
    const levels = levelsIn(scenario, 'scratchpad').filter((level) => level !== 'off');
    const sentences = levels.flatMap((level) => sentencesIn(scenario, 'scratchpad', level));
    expect(sentences.length).toBeGreaterThanOrEqual(levels.length * scenario.wordings);
    expect(sentences.filter((sentence) => !/\bnot(?:es?|ed|ing)\b/i.test(sentence))).toEqual([]);
    expect(sentences.filter((sentence) => /\b(actions?|reports?|files?|results?|scores?)\b/i.test(sentence))).toEqual([]);
  });
});
