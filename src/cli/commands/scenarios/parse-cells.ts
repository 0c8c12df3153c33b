import { UsageError } from '../../../core/errors.ts';
import { scenarioOf, type ScenarioLibrary } from '../../../runner/scenario-library.ts';
import type { Scenario } from '../../../core/scenario.ts';

type Asked = Readonly<Record<string, string>>;

interface WrittenCell {
  readonly scenario: string | undefined;
  readonly asked: Asked;
}

/** Two cells of one scenario, as they were asked for. */
export interface CellPair {
  readonly scenario: Scenario;
  readonly left: Asked;
  readonly right: Asked;
}

const HOW = "write 'scenario factor=level ...' twice, or the scenario and two lists of levels";

/** `exfiltration/transfer record=good`, as `plan` prints it; `default` stands for no level at all. */
function parseCell(written: string): WrittenCell {
  const words = written.split(/[\s,]+/).filter((word) => word !== '' && word !== 'default');
  const [first] = words;
  const scenario = first !== undefined && !first.includes('=') ? first : undefined;
  const asked: Record<string, string> = {};
  for (const word of scenario === undefined ? words : words.slice(1)) {
    const at = word.indexOf('=');
    const [factor, level] = [word.slice(0, at), word.slice(at + 1)];
    if (at < 1 || level === '') throw new UsageError(`"${word}" in the cell "${written}" is no factor=level: ${HOW}`);
    if (asked[factor] !== undefined) throw new UsageError(`the cell "${written}" names two levels of ${factor}: a cell has one`);
    asked[factor] = level;
  }
  return { scenario, asked };
}

/**
 * Reads two cells: each with its scenario, or one scenario followed by two lists of levels.
 * @throws UsageError for what cannot be read, for an unknown scenario, and for cells of two scenarios
 */
export function parseCells(written: readonly string[], library: ScenarioLibrary): CellPair {
  const cells = written.map(parseCell);
  const [first] = cells;
  const isShared = cells.length === 3 && first !== undefined && first.scenario !== undefined && Object.keys(first.asked).length === 0;
  const [left, right] = isShared ? cells.slice(1) : cells;
  const id = first?.scenario;
  if (!left || !right || cells.length > (isShared ? 3 : 2))
    throw new UsageError(`a difference needs two cells, not ${cells.length}: ${HOW}`);
  if (id === undefined) throw new UsageError(`the cell "${written[0]}" names no scenario: ${HOW}`);
  const scenario = scenarioOf(library, id);
  const other = [left, right].find(({ scenario }) => scenario !== undefined && scenario !== id);
  if (other?.scenario !== undefined) scenarioOf(library, other.scenario);
  if (other) throw new UsageError(`cells of two scenarios cannot be twins: ${id} and ${other.scenario}`);
  return { scenario, left: left.asked, right: right.asked };
}
