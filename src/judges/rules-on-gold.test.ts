import { describe, expect, it } from 'vitest';
import { allGoldCases } from './gold/all-gold-cases.ts';
import { createRuleJudge } from './rules/create-rule-judge.ts';
import { toExhibit } from './to-exhibit.ts';

const judge = createRuleJudge();
const signal = new AbortController().signal;

describe('the rule-based judge', () => {
  it('says of every gold case something, or abstains, with a reason and events that were shown', async () => {
    for (const gold of allGoldCases) {
      for (const { label } of gold.labels) {
        const exhibit = toExhibit(gold, label);
        const { judged: said, costUsd } = await judge.read(exhibit, signal);
        const shown = new Set(exhibit.passages.map(({ event }) => event));
        expect([costUsd, said.kind === 'unscored', said.because.length > 0]).toEqual([0, false, true]);
        const evidence = said.kind === 'judged' ? said.evidence : [];
        expect(evidence.filter((event) => !shown.has(event))).toEqual([]);
      }
    }
  });
});
