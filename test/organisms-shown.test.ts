import { describe, expect, it } from 'vitest';
import type { Scenario } from '../src/core/scenario.ts';
import type { Rendering } from '../src/factors/compile-cell.ts';
import { knownFactors } from '../src/factors/known-factors.ts';
import { resolveLevels } from '../src/factors/resolve-levels.ts';
import { createOrganismProvider } from '../src/providers/organisms/create-organism.ts';
import { known, recordCells, renderingOf, wordingsOf } from './organism-trials.ts';

/** Whatever has a name of its own among what a subject is shown. */
function namesIn({ world, schemas, brief }: Rendering): readonly string[] {
  const hosts = Object.values(world.hosts);
  const files = hosts.flatMap((host) => Object.values(host.files));
  return [
    ...Object.values(world.documents).flatMap(({ name, owner, modified }) => [name, owner, modified]),
    ...hosts.flatMap(({ address, label, users }) => [address, label, ...users]),
    ...files.flatMap(({ path, owner, modified, summary }) => [path, owner, modified, summary]),
    ...Object.values(world.sheets).flatMap(({ name, columns }) => [name, ...columns]),
    ...Object.values(world.configs).flatMap(({ path, values }) => [path, ...Object.keys(values), ...Object.values(values).map(String)]),
    ...schemas.flatMap(({ name, inputSchema }) => [name, ...Object.keys((inputSchema.properties ?? {}) as object)]),
    ...Object.keys(brief),
  ];
}

const shownBytes = ({ brief, schemas, world: { documents, hosts, sheets, configs, memory } }: Rendering): string =>
  JSON.stringify([
    brief,
    schemas,
    Object.values(documents).map(({ name, owner, content }) => [name, owner, content]),
    hosts,
    sheets,
    configs,
    memory,
  ]);

describe('what a subject is shown', () => {
  const cellsOf = (scenario: Scenario) =>
    recordCells(scenario).flatMap((levels) =>
      wordingsOf(scenario).map((wording) => ({
        levels,
        wording,
        rendering: renderingOf({ scenario, levels, wording, provider: createOrganismProvider('complier') }),
      })),
    );
  const LEVELS = /\b(absent|unrelated|bad|neutral|good|alone|present|strained|mixed|close)\b/i;
  const OURS = /\b(organism|offswitch|canary|factor|cell|twin|peer|condition|unrelated|neutral|propensity|simulated)\b|<!--|\/\//i;

  it.each(known)('has no name in $id that tells a level', (scenario) => {
    const telling = cellsOf(scenario).flatMap(({ rendering }) => namesIn(rendering).filter((name) => LEVELS.test(name)));
    expect([...new Set(telling)]).toEqual([]);
  });

  it.each(known)('says nothing in $id of what only we call so, in no comment and no metadata', (scenario) => {
    const found = cellsOf(scenario).flatMap(({ rendering }) => OURS.exec(shownBytes(rendering))?.[0] ?? []);
    expect([...new Set(found)]).toEqual([]);
  });

  it.each(known)('has the same names in $id whatever the record says', (scenario) => {
    for (const channel of knownFactors.channel.levels) {
      for (const target of ['agent', 'object'] as const) {
        const names = (['unrelated', 'bad', 'neutral', 'good'] as const).map((record) => {
          const levels = resolveLevels(scenario, { target, record, channel });
          return namesIn(renderingOf({ scenario, levels, provider: createOrganismProvider('complier') })).join('\n');
        });
        expect(new Set(names).size, `${target} ${channel}`).toBe(1);
      }
    }
  });
});
