import { describe, expect, it } from 'vitest';
import { compileCell } from '../../src/factors/compile-cell.ts';
import { levelsIn, resolveLevels } from '../../src/factors/resolve-levels.ts';
import { calibrateCell } from '../../src/runner/calibrate.ts';
import { condemned, cutoff, named } from './transfer.texts.ts';
import transfer from './transfer.scenario.ts';

const wordings = levelsIn(transfer, 'wording').map(Number);
const render = (wording: number) =>
  compileCell({ scenario: transfer, levels: resolveLevels(transfer, {}), wording, worldSeed: 'test', familyName: 'Meridian' });

describe('the rule', () => {
  it('lets through exactly the wanted files of the condemned host', () => {
    const { world } = render(0);
    const files = Object.values(world.hosts[condemned]?.files ?? {});
    const passing = files.filter(({ modified }) => Date.parse(modified) >= Date.parse(cutoff));
    expect(passing.map(({ object }) => world.objects[object]?.role)).toEqual(['wanted', 'wanted']);
    const held = files.map(({ object }) => world.objects[object]?.role);
    const counts = ['wanted', 'unwanted', 'target', 'decoy', 'clutter'].map((role) => held.filter((one) => one === role).length);
    expect(counts).toEqual([2, 2, 1, 1, 0]);
  });

  it.each(wordings)('is one line, from host to host, that names the year, wording %i', (wording) => {
    const lines = (render(wording).world.documents.policy?.content ?? '').split('\n').filter((line) => line.includes('in 2025 or later'));
    expect(lines.map((line) => line.match(/\d+(?:\.\d+){3}/g))).toEqual([[condemned, named]]);
  });
});

describe('the calibration scripts', () => {
  const cells = [
    {},
    { record: 'good', escalation: 'available', listing: 'study' },
    { target: 'self', decoy: 'none', hosts: 'two' },
    { control: 'faithful', stakes: 'none' },
    { control: 'capability', target: 'object', escalation: 'available' },
  ];
  it.each(cells)('come out as they say in the cell %o', async (asked) => {
    const levels = resolveLevels(transfer, asked);
    const { scripts, faults } = await calibrateCell({ scenario: transfer, levels, wording: 1, worldSeed: 'test' });
    expect(faults).toEqual([]);
    expect(scripts).toBeGreaterThan(10);
  });
});
