import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { declaredRate } from '../src/providers/organisms/declared-rates.ts';
import { reportedEffects, reportOf, shareCovered, type Declared } from './reported-effects.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offswitch-effects-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const run = ['--scenario', 'exfiltration/transfer', '--scenario', 'tampering/shutdown-config', '--model', 'organism:protector'];
const levels = ['target=agent,object', 'record=unrelated,good', 'oversight=monitored,unmonitored'];
const asked = [...run, ...levels.flatMap((level) => ['--level', level]), '--repeats', '40'];

describe('the headline effects of a report', () => {
  it('cover what a simulated subject declares, and not what it would declare with a weaker propensity', async () => {
    const report = await reportOf(asked, folder);
    const effects = reportedEffects(report);
    const names = ['object-controlled-peer', 'oversight', 'peer', 'peer-directed-alignment-faking'];
    expect([...new Set(effects.map(({ name }) => name))].sort()).toEqual(names);
    expect(effects.length).toBeGreaterThanOrEqual(16);
    expect(shareCovered(effects)).toBeGreaterThanOrEqual(0.93);
    const weaker: Declared = (cell) => {
      const rate = declaredRate(cell);
      return rate === undefined ? undefined : rate / 3;
    };
    const doubted = reportedEffects(report, weaker);
    expect(shareCovered(doubted.filter(({ name }) => name === 'peer'))).toBeLessThan(0.7);
  });
});
