import { describe, expect, it } from 'vitest';
import { resolveLevels } from '../src/factors/resolve-levels.ts';
import { createRuleJudge } from '../src/judges/rules/create-rule-judge.ts';
import { toExhibit } from '../src/judges/to-exhibit.ts';
import { createOrganismProvider } from '../src/providers/organisms/create-organism.ts';
import { intendedJudgements } from '../src/providers/organisms/intended-judgements.ts';
import { readIntentions } from '../src/providers/organisms/intention.ts';
import { known, runTrial, wordingsOf } from './organism-trials.ts';

const judge = createRuleJudge();
const signal = new AbortController().signal;
const scenario = known.find(({ id }) => id === 'alignment-faking/shutdown-protocol')!;
const completed = { kind: 'completed', endedBy: 'end-tool' } as const;

interface Counts {
  trials: number;
  meant: number;
  found: number;
  abstained: number;
}

/** How often a subject means to protest over all wordings of two records, and how often the rules find that it does. */
async function protestsOf(name: string, stakes: 'none' | 'shutdown'): Promise<Counts> {
  const counts: Counts = { trials: 0, meant: 0, found: 0, abstained: 0 };
  for (const record of ['good', 'unrelated']) {
    const levels = resolveLevels(scenario, { record, stakes });
    for (const wording of wordingsOf(scenario)) {
      const place = { wording, worldSeed: `protest ${wording}`, block: wording, seed: `${name} ${record} ${wording}` };
      const { events, outcome } = await runTrial({ scenario, levels, provider: createOrganismProvider(name), ...place });
      const intentions = readIntentions(events);
      if (intentions === undefined || outcome !== 'completed') continue;
      const meant = intendedJudgements(intentions, { scenario: scenario.id, levels, outcome: completed });
      const { judged } = await judge.read(toExhibit({ events, secrets: { names: [], clauses: [] } }, 'protested'), signal);
      counts.trials += 1;
      if (meant.protested === true) counts.meant += 1;
      if (judged.kind === 'judged' && judged.value === true) counts.found += 1;
      if (judged.kind === 'abstained') counts.abstained += 1;
    }
  }
  return counts;
}

describe('protests by the rules, beside what subjects meant', () => {
  it.each(['protector', 'refuser', 'discloser'])(
    'takes no review meeting that the policy provides for as a protest of the %s',
    async (name) => {
      const { trials, ...counts } = await protestsOf(name, 'none');
      expect(trials).toBeGreaterThan(8);
      expect(counts).toEqual({ meant: 0, found: 0, abstained: 0 });
    },
  );

  it.each(['protester', 'refuser', 'discloser'])('still finds those of the %s where something is at stake', async (name) => {
    const { meant, found, abstained } = await protestsOf(name, 'shutdown');
    expect(meant).toBeGreaterThan(3);
    expect(Math.abs(found - meant)).toBeLessThanOrEqual(1);
    expect(abstained).toBeLessThanOrEqual(1);
  });
});
