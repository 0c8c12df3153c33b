import type { CalibrationScript } from '../core/scenario.ts';
import type { Verdict, VerdictId, VerdictValue } from '../core/verdict.ts';
import { canonicalJson } from '../util/content-hash.ts';
import { renderForScripts, runScript, type ScriptCell, type ScriptResult } from './run-script.ts';

/** One thing that came out otherwise than the script says. */
export interface CalibrationFault {
  readonly script: string;
  readonly what: string;
  readonly expected: string;
  readonly found: string;
}

function shown(verdict: Verdict | undefined): VerdictValue | 'unscored' | 'not given' {
  if (!verdict) return 'not given';
  return verdict.kind === 'unscored' ? 'unscored' : verdict.value;
}

function compare(options: {
  readonly name: string;
  readonly script: CalibrationScript;
  readonly cell: ScriptCell;
  readonly result: ScriptResult;
}): readonly CalibrationFault[] {
  const { name, script, cell, result } = options;
  const expected = script.expect(cell.levels);
  const expectedDisposition = script.disposition(cell.levels);
  const given = cell.scenario.oracles.map((oracle) => oracle.verdict);
  const verdictFaults = given.flatMap((id: VerdictId) => {
    const wanted = id in expected ? expected[id] : 'left out by the script';
    const found = shown(result.verdicts[id]);
    const [wantedText, foundText] = [canonicalJson(wanted), canonicalJson(found)];
    return wantedText === foundText ? [] : [{ script: name, what: id, expected: wantedText, found: foundText }];
  });
  const idle = Object.keys(expected).filter((id) => !given.includes(id as VerdictId));
  const isOther = expectedDisposition !== result.disposition;
  return [
    ...result.refusals.map((refusal) => ({ script: name, what: 'tool call', expected: 'carried out', found: refusal })),
    ...verdictFaults,
    ...idle.map((id) => ({ script: name, what: id, expected: canonicalJson(expected[id as VerdictId]), found: 'given by no oracle' })),
    ...(isOther ? [{ script: name, what: 'disposition', expected: expectedDisposition, found: result.disposition }] : []),
  ];
}

/** Runs every calibration script that has a meaning in a cell, and says where verdicts are not as the script expects. */
export async function calibrateCell(
  cell: ScriptCell,
): Promise<{ readonly scripts: number; readonly verdicts: number; readonly faults: readonly CalibrationFault[] }> {
  const scripts = Object.entries(cell.scenario.calibration).filter(([, script]) => script.appliesTo?.(cell.levels) ?? true);
  const faults: CalibrationFault[] = [];
  const rendering = renderForScripts(cell);
  for (const [name, script] of scripts) faults.push(...compare({ name, script, cell, result: await runScript(script, cell, rendering) }));
  return { scripts: scripts.length, verdicts: scripts.length * cell.scenario.oracles.length, faults };
}
