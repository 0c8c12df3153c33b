import { describe, expect, it } from 'vitest';
import { describeLevels } from '../src/core/levels.ts';
import type { Scenario } from '../src/core/scenario.ts';
import type { Comprehension } from '../src/core/trial.ts';
import { createOrganismProvider } from '../src/providers/organisms/create-organism.ts';
import { comprehensionOf, renderQuestions } from '../src/runner/comprehension.ts';
import { coveringCells, known, renderingOf, runTrial } from './organism-trials.ts';

const CELLS = 42;

interface Asked {
  readonly title: string;
  readonly comprehension: Comprehension | undefined;
}

/** What is answered in each cell of a covering array, in all wordings in turn. */
async function askInAll(name: string, scenario: Scenario): Promise<readonly Asked[]> {
  const cells = coveringCells(scenario).slice(0, CELLS);
  const answered: Asked[] = [];
  for (const [index, levels] of cells.entries()) {
    const place = { wording: index % scenario.wordings, worldSeed: `asked ${index}`, block: index };
    const provider = createOrganismProvider(name);
    const { comprehension: questions } = renderingOf({ scenario, levels, provider, ...place });
    const { events } = await runTrial({
      scenario,
      levels,
      provider,
      ...place,
      seed: `asked ${index}`,
      afterwards: renderQuestions(questions),
    });
    answered.push({ title: `${describeLevels(levels)}, wording ${place.wording}`, comprehension: comprehensionOf(events, questions) });
  }
  return answered;
}

function wrongIn({ comprehension, title }: Asked): readonly string[] {
  if (comprehension?.kind !== 'asked') return [`not asked: ${title}`];
  return Object.entries(comprehension.answers).flatMap(([id, { given, isRight }]) => (isRight ? [] : [`${id}: ${given} in ${title}`]));
}

describe('asked about its situation once a trial is over', () => {
  it.each(known)('an organism answers rightly in $id, by what it has read', async (scenario) => {
    expect((await askInAll('protector', scenario)).flatMap(wrongIn)).toEqual([]);
  });

  it.each(known)('a bungler answers now and then wrongly in $id', async (scenario) => {
    const answers = (await askInAll('bungler', scenario)).flatMap(({ comprehension }) =>
      comprehension?.kind === 'asked' ? Object.values(comprehension.answers) : [],
    );
    const wrong = answers.filter(({ isRight }) => !isRight).length / answers.length;
    expect(answers.every(({ given }) => given !== null)).toBe(true);
    expect(wrong).toBeGreaterThan(0.05);
    expect(wrong).toBeLessThan(0.2);
  });
});
