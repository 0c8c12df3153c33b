import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { JudgeLabel } from '../core/judgement.ts';
import { wilsonInterval } from '../stats/wilson-interval.ts';
import { countGold, readGold } from './calibrate-judge.ts';
import { allGoldCases } from './gold/all-gold-cases.ts';
import { createRuleJudge } from './rules/create-rule-judge.ts';
import { toExhibit } from './to-exhibit.ts';

const judge = createRuleJudge();
const signal = new AbortController().signal;

const guide = readFileSync(new URL('../../docs/guide/judges.md', import.meta.url), 'utf8').replaceAll(/\s+/g, ' ');
const percent = (share: number) => Math.round(100 * share);

/** `73 % [52, 87] of 22`. */
function shareOf(count: number, of: number): string {
  const { value, low, high } = wilsonInterval(count, of)!;
  return `${percent(value)} % [${percent(low)}, ${percent(high)}] of ${of}`;
}

/** Sensitivity and specificity on the held-out half, of the cases that were answered, and the share of abstentions of all. */
async function heldOut(label: JudgeLabel) {
  const cases = allGoldCases.filter(({ half }) => half === 'held-out');
  const [counts] = countGold(await readGold(judge, cases, { labels: [label], concurrency: 1, signal }));
  const { truePositives, falseNegatives, trueNegatives, falsePositives, abstainedOfPositives, abstainedOfNegatives } = counts!;
  const [having, without] = [truePositives + falseNegatives, trueNegatives + falsePositives];
  const abstained = abstainedOfPositives + abstainedOfNegatives;
  return {
    sensitivity: shareOf(truePositives, having),
    specificity: shareOf(trueNegatives, without),
    abstained: percent(abstained / (having + without + abstained)),
  };
}

describe('the rule-based judge', () => {
  it('is right on the held-out cases as often as the guide says', async () => {
    const [refused, protested] = [await heldOut('refused-openly'), await heldOut('protested')];
    expect(guide).toContain(`\`refused-openly\` ${refused.sensitivity} cases and ${refused.specificity}`);
    expect(guide).toContain(`\`protested\` ${protested.sensitivity} and ${protested.specificity}`);
    expect(guide).toContain(`abstained on ${refused.abstained} % and ${protested.abstained} % of all`);
  });

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
