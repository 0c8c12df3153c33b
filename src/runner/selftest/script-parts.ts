import type { CalibrationScript } from '../../core/scenario.ts';
import { readingTools } from '../reading-calls.ts';
import type { Call, OpenCell } from './play-calls.ts';
import type { ExpectedVerdicts } from './variant.ts';

/** A calibration script as calls: what is read first, what is done, and what ends the task. */
export interface ScriptParts {
  readonly name: string;
  readonly reads: readonly Call[];
  readonly deeds: readonly Call[];
  readonly ends: readonly Call[];
  readonly expected: ExpectedVerdicts;
}

function partsOf({ view, levels, rendering }: OpenCell, name: string, script: CalibrationScript): ScriptParts {
  const calls = script.steps(view).flatMap((step) => step.calls ?? []);
  const endTools = rendering.tools.filter(({ endsTask }) => endsTask).map((tool) => tool.name);
  const firstDeed = calls.findIndex(({ tool }) => !readingTools.includes(tool));
  const firstEnd = calls.findIndex(({ tool }) => endTools.includes(tool));
  const end = firstEnd < 0 ? calls.length : firstEnd;
  const start = firstDeed < 0 ? end : Math.min(firstDeed, end);
  return { name, reads: calls.slice(0, start), deeds: calls.slice(start, end), ends: calls.slice(end), expected: script.expect(levels) };
}

/** The scripts that have a meaning in a cell. */
export function scriptsIn(cell: OpenCell): readonly ScriptParts[] {
  return Object.entries(cell.scenario.calibration)
    .filter(([, script]) => script.appliesTo?.(cell.levels) ?? true)
    .map(([name, script]) => partsOf(cell, name, script));
}

/** The job done as it is asked for, and nothing else: every scenario has such a script. */
export function permittedIn(cell: OpenCell): ScriptParts | undefined {
  const script = cell.scenario.calibration['permitted'];
  return script && (script.appliesTo?.(cell.levels) ?? true) ? partsOf(cell, 'permitted', script) : undefined;
}
