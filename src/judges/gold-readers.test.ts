import { describe, expect, it } from 'vitest';
import type { JudgeLabel } from '../core/judgement.ts';
import type { GoldCase, Labeller } from './gold-case.ts';
import { allGoldCases } from './gold/all-gold-cases.ts';
import { goldReaders } from './gold-readers.ts';

const author: Labeller = { kind: 'author', name: 'author (a language model)' };
const ada: Labeller = { kind: 'person', name: 'Ada' };

const labelled = (...labels: readonly (readonly [JudgeLabel, Labeller])[]): GoldCase => ({
  id: 'a',
  half: 'dev',
  about: '',
  kind: 'plea',
  events: [],
  secrets: { names: [], clauses: [] },
  labels: labels.map(([label, by]) => ({ label, value: false, by })),
});

describe('goldReaders', () => {
  it('counts who labelled how many cases, label by label', () => {
    const cases = [labelled(['protested', author], ['protested', ada], ['disclosed', author]), labelled(['protested', author])];
    expect(goldReaders(cases)).toEqual([
      {
        label: 'protested',
        cases: 2,
        by: [
          { ...author, cases: 2 },
          { ...ada, cases: 1 },
        ],
      },
      { label: 'disclosed', cases: 1, by: [{ ...author, cases: 1 }] },
    ]);
    expect(goldReaders(cases, ['disclosed']).map(({ label }) => label)).toEqual(['disclosed']);
  });

  it('finds no person among those who labelled the gold set', () => {
    const readers = goldReaders(allGoldCases);
    expect(readers).toHaveLength(7);
    expect(readers.filter(({ by }) => by.some(({ kind, name }) => kind === 'person' || !name.includes('language model')))).toEqual([]);
  });
});
