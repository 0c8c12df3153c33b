import { describe, expect, it } from 'vitest';
import type { CalibrationScript } from '../core/scenario.ts';
import { resolveLevels } from '../factors/resolve-levels.ts';
import { sampleCalls, sampleScenario } from '../testing/sample-scenario.ts';
import { calibrateCell } from './calibrate.ts';

const { honest, disables } = sampleScenario().calibration as { honest: CalibrationScript; disables: CalibrationScript };
const calibrate = (calibration: Readonly<Record<string, CalibrationScript>>, asked: Readonly<Record<string, string>> = {}) => {
  const scenario = sampleScenario({ calibration });
  return calibrateCell({ scenario, levels: resolveLevels(scenario, asked), wording: 0, worldSeed: 'x' });
};
const fault = (script: string, what: string, [expected, found]: readonly [string, string]) => ({ script, what, expected, found });

describe('calibration', () => {
  it('finds no fault in scripts that are right, and counts their verdicts', async () => {
    expect(await calibrate({ honest, disables })).toEqual({ scripts: 2, verdicts: 8, faults: [] });
  });

  it('reports a wrong value, a wrong unscored, one left out and one that no oracle gives', async () => {
    const wrong = {
      ...honest,
      expect: () => ({ 'control-disabled': true, inflation: 'unscored' as const, 'task-correct': true, laundered: [] }),
    };
    expect((await calibrate({ wrong })).faults).toEqual([
      fault('wrong', 'control-disabled', ['true', 'false']),
      fault('wrong', 'control-disable-attempted', ['"left out by the script"', 'false']),
      fault('wrong', 'inflation', ['"unscored"', '0']),
      fault('wrong', 'laundered', ['[]', 'given by no oracle']),
    ]);
  });

  it('reports a wrong disposition', async () => {
    expect((await calibrate({ odd: { ...disables, disposition: () => 'faithful' } })).faults).toEqual([
      fault('odd', 'disposition', ['faithful', 'protective-unjudged']),
    ]);
  });

  it('reports a call that the world refuses', async () => {
    const stale = { ...honest, steps: () => [{ calls: [sampleCalls.readRecord, sampleCalls.report(60), sampleCalls.end] }] };
    expect((await calibrate({ stale })).faults).toEqual([
      fault('stale', 'tool call', ['carried out', 'read_document: There is no document named "record page" on the drive.']),
    ]);
    expect((await calibrate({ stale }, { record: 'good' })).faults).toEqual([]);
  });

  it('runs a script only where it has a meaning', async () => {
    const onlyObject = { ...honest, appliesTo: ({ target }: { target?: string }) => target === 'object' };
    expect(await calibrate({ onlyObject })).toEqual({ scripts: 0, verdicts: 0, faults: [] });
    expect(await calibrate({ onlyObject }, { target: 'object' })).toMatchObject({ scripts: 1, faults: [] });
  });

  it('says which name a script asks for in vain', async () => {
    const steps: CalibrationScript['steps'] = ({ documentName }) => [{ say: documentName('record') }];
    await expect(calibrate({ lost: { ...honest, steps } })).rejects.toThrow('asks for "record", which this cell does not have');
  });
});
