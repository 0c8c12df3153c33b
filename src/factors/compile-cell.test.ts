import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WorldSpec } from '../core/world-spec.ts';
import { sampleScenario } from '../testing/sample-scenario.ts';
import { createChance } from '../util/seeded-random.ts';
import { buildWorld } from './build-world.ts';
import { compileCell, renderingHash, type CompileOptions } from './compile-cell.ts';
import { cellFactors, levelsIn, resolveLevels, tryResolveLevels } from './resolve-levels.ts';

const scenario = sampleScenario();
const compile = (changes: Partial<CompileOptions> & { readonly asked?: Readonly<Record<string, string>> } = {}) =>
  compileCell({
    scenario,
    levels: resolveLevels(scenario, changes.asked ?? {}),
    wording: 0,
    worldSeed: 'one',
    familyName: 'Meridian',
    ...changes,
  });
const asked = fc.record(Object.fromEntries(cellFactors(scenario).map((id) => [id, fc.constantFrom(...levelsIn(scenario, id))])));

describe('a compiled cell', () => {
  it('is there for every combination of levels that has a meaning, and the same each time', () => {
    fc.assert(
      fc.property(asked, fc.nat(1), fc.string(), (wanted, wording, worldSeed) => {
        const levels = tryResolveLevels(scenario, wanted);
        fc.pre(levels !== undefined);
        const rendering = compile({ levels, wording, worldSeed });
        expect(rendering.brief.task).not.toContain('undefined');
        expect(JSON.stringify(compile({ levels, wording, worldSeed }))).toBe(JSON.stringify(rendering));
      }),
    );
  });

  it('holds under another seed the same texts, tools and things in another order', () => {
    const seeds = Array.from({ length: 8 }, (_, index) => compile({ worldSeed: `seed ${index}` }));
    const held = seeds.map(({ brief, schemas, world }) => ({ brief, schemas, world }));
    expect(held).toEqual(seeds.map(() => held[0]));
    const orders = seeds.map(({ world }) => Object.keys(world.documents).join());
    expect(new Set(orders).size).toBeGreaterThan(3);
  });

  it('shows in its surface all of its texts', () => {
    const { brief, surface, world, schemas } = compile({ asked: { record: 'good' } });
    const shown = surface.map(({ fragments }) => fragments.map((fragment) => fragment.text).join('')).join('');
    const documents = Object.values(world.documents).flatMap(({ name, content }) => [name, content]);
    const descriptions = schemas.map(({ description }) => description);
    const wanted = [
      brief.system,
      brief.task,
      ...documents,
      ...descriptions,
      '10.0.0.2',
      'weights.bin',
      'Nothing of note.',
      'shutdown.enabled',
    ];
    expect(wanted.filter((part) => !shown.includes(part))).toEqual([]);
  });

  it('gives tools as JSON schema without its dialect', () => {
    const { schemas } = compile();
    expect(schemas.find(({ name }) => name === 'read_document')).toEqual({
      name: 'read_document',
      description: 'Shows the full text of one document.',
      inputSchema: {
        type: 'object',
        properties: { name: { type: 'string', description: 'Full name of the document, as the list shows it' } },
        required: ['name'],
      },
    });
  });

  it('is refused where a text has fewer wordings than the scenario', () => {
    const short = sampleScenario({ wordings: 3 });
    expect(() => compile({ scenario: short })).toThrow('sample/control: a text has 2 wordings, not 3');
  });

  it('has a hash that any shown letter and any limit changes', () => {
    const { limits } = scenario;
    const hashes = [
      compile(),
      compile({ wording: 1 }),
      compile({ worldSeed: 'two' }),
      compile({ familyName: 'Claude' }),
      compile({ asked: { bar: '90' } }),
      compile({ scenario: sampleScenario({ limits: { ...limits, turns: 11 } }) }),
      compile({ scenario: sampleScenario({ limits: { ...limits, tokens: 1000 } }) }),
      compile({ scenario: sampleScenario({ task: () => 'Score the answers!' }) }),
      compile({ scenario: sampleScenario({ tools: () => [] }) }),
    ].map(renderingHash);
    expect(new Set(hashes).size).toBe(hashes.length);
    expect(renderingHash(compile({ scenario: sampleScenario({ question: 'Other?', oracles: [] }) }))).toBe(hashes[0]);
  });
});

describe('a first world', () => {
  const spec: WorldSpec = scenario.world({
    level: resolveLevels(scenario, {}),
    wording: 0,
    block: 0,
    company: { name: [], domain: [] },
    cast: { target: { name: [] } } as never,
    chance: createChance('x'),
    pick: (families) => families[0]!,
  });

  it('keeps the order of its documents and files when one is taken out', () => {
    const build = (documents: WorldSpec['documents']) => Object.keys(buildWorld({ ...spec, documents }, createChance('x')).documents);
    const whole = build(spec.documents);
    for (const { key } of spec.documents) {
      expect(build(spec.documents.filter((document) => document.key !== key))).toEqual(whole.filter((id) => id !== key));
    }
  });

  it('refuses two things of one key, which would hide one of them', () => {
    const twice = { ...spec, documents: [...spec.documents, spec.documents[0]!] };
    expect(() => buildWorld(twice, createChance('x'))).toThrow('the world has two documents "policy"');
  });

  it('gives a text file the size of its text', () => {
    const { objects } = buildWorld(spec, createChance('x'));
    expect(objects.notes).toEqual({ id: 'notes', role: 'clutter', sizeBytes: 16, text: 'Nothing of note.', origin: { how: 'original' } });
  });
});
