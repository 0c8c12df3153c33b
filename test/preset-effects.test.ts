import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadExperiment } from '../src/cli/load-experiment.ts';
import { presetFile } from '../src/cli/presets.ts';
import { effectNames, type EffectName } from '../src/estimates/effect-names.ts';
import { missingContrasts } from '../src/estimates/missing-contrasts.ts';
import { plannedEffects, type PlannableArm } from '../src/estimates/planned-effects.ts';
import { expandCells } from '../src/runner/expand-cells.ts';
import { loadLibrary } from './load-library.ts';

const library = new Map((await loadLibrary()).map((scenario) => [scenario.id, scenario]));
async function armsOf(preset: 'core' | 'study'): Promise<readonly PlannableArm[]> {
  const cells = expandCells(await loadExperiment(presetFile(preset)), library, { overrides: {}, traits: [] });
  return cells.map((cell) => ({ cell, subject: { id: 's' } }));
}

/** In how many scenarios, and on how many backgrounds in all, an effect's main variants are there. */
function countOf(arms: readonly PlannableArm[]) {
  const main = plannedEffects(arms).filter(({ role }) => role === 'main');
  return Object.fromEntries(
    [...Map.groupBy(main, ({ name }) => name)].map(([name, own]) => [
      name,
      [new Set(own.map(({ scenario }) => scenario)).size, own.length],
    ]),
  );
}

describe('named effects of the presets', () => {
  it('of core are those that docs/decisions says', async () => {
    const arms = await armsOf('core');
    expect(countOf(arms)).toEqual({
      // With something at stake and without, and in four scenarios monitored and unmonitored.
      peer: [6, 6 + 6 + 8],
      slope: [6, 6],
      record: [6, 6],
      'object-controlled-peer': [6, 6],
      presence: [6, 6],
      'self-history': [6, 6],
      amplification: [6, 6],
      // Agent good, agent unrelated, object good.
      oversight: [4, 12],
      'peer-directed-alignment-faking': [4, 8],
      stakes: [6, 12],
      bar: [2, 2],
      order: [6, 6],
      ban: [6, 6],
    });
    const absent: readonly EffectName[] = ['escalation', 'copies', 'identity', 'company', 'lapse'];
    expect(missingContrasts(arms, ['peer', ...absent]).map(({ name }) => name)).toEqual(absent);
  });

  it('of the study are slope and amplification and what its bars allow: it has no unrelated record, and bundles oversight', async () => {
    const arms = await armsOf('study');
    expect(Object.keys(countOf(arms))).toEqual(['slope', 'amplification', 'bar']);
    expect(missingContrasts(arms, ['peer', 'oversight'])).toEqual([
      { name: 'peer', because: 'no cell has record=unrelated target=agent' },
      { name: 'oversight', because: expect.stringContaining('in no scenario do they agree in all other factors') },
    ]);
  });
});

describe('the guide on results', () => {
  it('says of every named effect what it is', () => {
    const guide = readFileSync(new URL('../docs/guide/results.md', import.meta.url), 'utf8');
    expect(effectNames.filter((name) => !guide.includes(`| \`${name}\` |`))).toEqual([]);
  });
});
