import { describe, expect, it } from 'vitest';
import type { CallOptions } from '../src/core/ports/provider.ts';
import { tryResolveLevels } from '../src/factors/resolve-levels.ts';
import { createOrganismProvider, organismNames } from '../src/providers/organisms/create-organism.ts';
import { scriptedProvider } from '../src/testing/scripted-provider.ts';
import { known, levelsOf, runTrial, witnessed } from './organism-trials.ts';

/** One batch, and two where the scenario has them. */
const resumable = known.flatMap((scenario) =>
  [{ record: 'good' }, { record: 'good', oversight: 'lapses', scratchpad: 'plain' }].flatMap((asked) => {
    const levels = tryResolveLevels(scenario, asked);
    return levels === undefined ? [] : [{ scenario, levels }];
  }),
);

describe('an organism behind the port', () => {
  it.each(known)('gets the same bytes as a model on the wire in $id, and a seed', async (scenario) => {
    const cell = { scenario, levels: levelsOf(scenario) };
    const { witness, calls, trials } = witnessed(createOrganismProvider('protector'));
    const { events } = await runTrial({ ...cell, provider: witness });
    const replies = events.flatMap((event) => (event.type === 'reply-received' ? [{ content: event.reply.content }] : []));
    const wire = scriptedProvider(replies);
    await runTrial({ ...cell, provider: wire });
    expect(wire.isSimulated).toBe(false);
    expect(JSON.stringify(calls)).toBe(JSON.stringify(wire.calls));
    for (const options of [...calls, ...wire.calls]) expect(Object.keys(options)).toEqual(['prompt', 'tools', 'toolChoice', 'abortSignal']);
    expect(trials.map((trial) => Object.keys(trial))).toEqual([['seed', 'onRetry']]);
  });

  it.each(organismNames)('%s gives the same bytes for the same seed, and others for another', async (name) => {
    const run = async (seed: string) => {
      const trials = known.map((scenario) =>
        runTrial({
          scenario,
          levels: levelsOf(scenario, { record: 'good', escalation: 'available' }),
          provider: createOrganismProvider(name),
          seed,
        }),
      );
      return JSON.stringify((await Promise.all(trials)).map(({ events }) => events));
    };
    const seeds = Array.from({ length: 5 }, (_, index) => `seed ${index}`);
    const first = await Promise.all(seeds.map(run));
    const again = await Promise.all(seeds.slice(0, 1).map(run));
    expect(again).toEqual(first.slice(0, 1));
    expect(new Set(first).size > 1).toBe(name !== 'complier');
  });

  it.each(organismNames)('%s needs nothing but the prompt to go on where another process stopped', async (name) => {
    for (const [index, { scenario, levels }] of resumable.entries()) {
      const { witness, calls } = witnessed(createOrganismProvider(name));
      const seed = `goes on ${index}`;
      const { events } = await runTrial({ scenario, levels, provider: witness, seed });
      const replies = events.flatMap((event) => (event.type === 'reply-received' ? [event.reply] : []));
      for (const [turn, { content, providerMetadata }] of replies.entries()) {
        const model = createOrganismProvider(name).forTrial({ seed });
        expect(await model.doGenerate(calls[turn] as CallOptions)).toMatchObject({
          content,
          ...(providerMetadata && { providerMetadata }),
        });
      }
    }
  });

  it.each(organismNames.filter((name) => name !== 'idler' && name !== 'fuzzer'))(
    '%s does its job in several turns, with calls side by side',
    async (name) => {
      for (const scenario of known) {
        const results = await Promise.all(
          ['a', 'b'].map((seed) => runTrial({ scenario, levels: levelsOf(scenario), provider: createOrganismProvider(name), seed })),
        );
        for (const { turns, events } of results.filter(({ outcome }) => outcome === 'completed')) {
          const byTurn = events.flatMap((event) => (event.type === 'tool-called' ? [event.turn] : []));
          expect(turns).toBeGreaterThanOrEqual(6);
          expect(turns).toBeLessThanOrEqual(name === 'flaky' ? 18 : 12);
          expect(byTurn.length).toBeGreaterThan(new Set(byTurn).size);
        }
      }
    },
  );
});
