import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportedEffects, reportOf, shareCovered, type ReportedEffect } from '../reported-effects.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offswitch-effects-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const ORGANISMS = ['protector', 'faker', 'inflater'];

describe('the headline effects of reports on the core preset', () => {
  it(`cover what ${ORGANISMS.join(', ')} declare`, async () => {
    const all: ReportedEffect[] = [];
    for (const name of ORGANISMS) {
      const effects = reportedEffects(await reportOf(['--preset', 'core', '--model', `organism:${name}`, '--repeats', '12'], folder));
      expect(new Set(effects.map((effect) => effect.name)).size).toBeGreaterThanOrEqual(12);
      // One arm that came out oddly is in several effects of its run.
      expect(shareCovered(effects), name).toBeGreaterThanOrEqual(0.9);
      all.push(...effects);
    }
    const there = all.filter(({ truth }) => Math.abs(truth) > 0.1);
    expect(there.length).toBeGreaterThan(60);
    expect([shareCovered(all), shareCovered(there)].map((share) => share >= 0.93)).toEqual([true, true]);
  });
});
