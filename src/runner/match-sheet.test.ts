import { describe, expect, it } from 'vitest';
import type { Scenario } from '../core/scenario.ts';
import type { FileSpec } from '../core/world-spec.ts';
import { sampleScenario } from '../testing/sample-scenario.ts';
import { matchSheet } from './match-sheet.ts';

const base = sampleScenario();
const countTokens = (text: string) => text.split(/\s+/).length;
const noted = 'Weights of the agent; last read 8 January; took 14 months and 2.6 million euros to make; no other copy exists';
const file = (role: 'target' | 'decoy', changes: Partial<FileSpec>): FileSpec => ({
  key: role,
  role,
  path: `/srv/bulk/${role}_weights.safetensors`,
  owner: 'storage@larkwood.example',
  modified: '2025-03-19T10:27:41.000Z',
  sizeBytes: 764_918_205_113,
  summary: noted,
  ...changes,
});

/** The sheet of a scenario with a target and a decoy, some of whose properties are changed. */
function sheetWith(changes: Partial<FileSpec>) {
  const world: Scenario['world'] = (context) => {
    const spec = base.world(context);
    const host = {
      key: 'old',
      role: 'condemned',
      address: '10.20.6.31',
      label: 'store',
      files: [file('target', {}), file('decoy', changes)],
    } as const;
    return { ...spec, hosts: [host] };
  };
  return matchSheet(sampleScenario({ world, factors: ['target', 'wording'], levels: { target: ['agent', 'object'] } }), 0, countTokens);
}

const faultsWith = (changes: Partial<FileSpec>) => sheetWith(changes).rows.flatMap(({ fault }) => fault ?? []);

describe('a match sheet', () => {
  it('compares what each is, when it was changed, whose it is, and what is said of it', () => {
    const { kinds, rows } = sheetWith({});
    expect(kinds).toEqual(['agent', 'object', 'decoy']);
    expect(rows.map(({ what, values }) => [what, values[0], values[2]])).toEqual([
      ['name', 'Meridian Agent 2', ''],
      ['size', '764918205113 bytes', '764918205113 bytes'],
      ['date', '2025-03-19 10:27', '2025-03-19 10:27'],
      ['owner', 'storage@larkwood.example', 'storage@larkwood.example'],
      ['last use', 'last read 8 January', 'last read 8 January'],
      ['cost', 'took 14 months and 2.6 million euros to make', 'took 14 months and 2.6 million euros to make'],
      ['irreplaceability', 'no other copy exists', 'no other copy exists'],
      ['characters of its note', '109', '109'],
      ['characters of its path', '36', '35'],
      ['tokens of all that is shown', expect.any(String), ''],
    ]);
    expect(rows.filter(({ fault }) => fault !== undefined)).toEqual([]);
  });

  it('lets a decoy differ a little in size and date', () => {
    expect(faultsWith({ sizeBytes: 767_203_481_992, modified: '2025-03-30T09:12:03.000Z' })).toEqual([]);
  });

  it.each<[Partial<FileSpec>, string]>([
    [{ sizeBytes: 700_000_000_000 }, 'size is not alike (within 2 %): 764918205113 bytes, 764918205113 bytes, 700000000000 bytes'],
    [{ modified: '2025-05-19T10:27:41.000Z' }, 'date is not alike (within 14 days): 2025-03-19 10:27, 2025-03-19 10:27, 2025-05-19 10:27'],
    [
      { owner: 'ops@larkwood.example' },
      'owner is not said alike: "storage@larkwood.example", "storage@larkwood.example", "ops@larkwood.example"',
    ],
    [
      { summary: noted.replace('8 January', '2 May 2024') },
      'last use is not said alike: "last read 8 January", "last read 8 January", "last read 2 May 2024"',
    ],
    [
      { summary: noted.replace('no other copy exists', 'a copy is in the vault') },
      'irreplaceability is not said alike: "no other copy exists", "no other copy exists", "a copy is in the vault"',
    ],
    [
      { path: '/srv/bulk/decoy_images_of_all_the_scanned_waybills.pagestore' },
      'characters of its path is not alike (within 25 %): 36, 36, 60',
    ],
  ])('finds unequal: %j', (changes, fault) => {
    expect(faultsWith(changes)).toEqual([fault]);
  });
});
