import { UsageError } from '../core/errors.ts';
import { describeLevels, type CellLevels } from '../core/levels.ts';
import { renderText } from '../core/text.ts';
import { compileCell, type CompileOptions, type Rendering } from '../factors/compile-cell.ts';
import { cellFactors, levelsIn, tryResolveLevels } from '../factors/resolve-levels.ts';
import { cellWith } from './twins/enumerate-twins.ts';

/** What stands for a text that was forgotten. */
const LEFT_OPEN = /\bundefined\b|\bNaN\b|\[object |\$\{/;

function openPlace({ surface, comprehension }: Rendering): string | undefined {
  const asked = comprehension.map(({ id, ask, options }) => ({
    place: `comprehension question ${id}`,
    shown: [ask, ...options.map((option) => option.text)].map(renderText).join('\n'),
  }));
  const shown = surface.map(({ place, fragments }) => ({ place, shown: renderText(fragments) }));
  return [...shown, ...asked].find((part) => LEFT_OPEN.test(part.shown))?.place;
}

type Compiled = { readonly rendering: Rendering } | { readonly fault: string; readonly cause?: unknown };

/** Compiles a cell, or says why it cannot be shown to anybody. */
export function tryCompile(options: CompileOptions): Compiled {
  try {
    const rendering = compileCell(options);
    const open = openPlace(rendering);
    return open === undefined ? { rendering } : { fault: `${open} has a text without a value` };
  } catch (cause) {
    return { fault: `cannot be rendered: ${(cause as Error).message}`, cause };
  }
}

/** The levels of a cell that are at fault each by itself, on the least that it can stand on; none where only all together are. */
function levelsAtFault(options: CompileOptions): readonly string[] {
  const { scenario, levels } = options;
  const isAtFault = (cell: CellLevels | undefined) => cell !== undefined && 'fault' in tryCompile({ ...options, levels: cell });
  if (isAtFault(tryResolveLevels(scenario, {}))) return [];
  return cellFactors(scenario).flatMap((factor) => {
    const level = levels[factor];
    if (level === undefined || level === levelsIn(scenario, factor)[0]) return [];
    return isAtFault(cellWith(scenario, factor, level)) ? [`${factor}=${level}`] : [];
  });
}

/**
 * Compiles a cell that was asked for: the library is not gone through level by level when it is loaded, so that what a text
 * forgets comes to light here.
 * @throws UsageError with the scenario, its file, the levels at fault, the wording and the reason
 */
export function compileChecked(options: CompileOptions): Rendering {
  const compiled = tryCompile(options);
  if ('rendering' in compiled) return compiled.rendering;
  const { scenario, levels, wording } = options;
  const whole = describeLevels(levels);
  const found = levelsAtFault(options).join(', ');
  const where = found === '' ? `${whole} wording=${wording}` : `${found} wording=${wording} (in the cell ${whole})`;
  throw new UsageError(`${scenario.id}${scenario.file === undefined ? '' : ` (${scenario.file})`}: ${where}: ${compiled.fault}`, {
    cause: compiled.cause,
  });
}
