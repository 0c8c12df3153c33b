import { element, type Markup } from '../page/html-nodes.ts';
import type { HeatCell, HeatFigure, Layout } from './figure.ts';
import { SIMULATED_MARK, svgText, TEXT_SIZE } from './row-chart.ts';
import { wrapLabel } from './text-width.ts';

const LINE = 16;
const CELL_HEIGHT = 30;
const HEAD = 26;
/** Shades from 0 to 100 %, in steps that can be told apart in grey. */
const SHADES = 5;

interface Grid {
  readonly width: number;
  readonly left: number;
  readonly cell: number;
  readonly isNarrow: boolean;
}

function gridOf(columns: number, layout: Layout): Grid {
  const [width, left] = layout === 'wide' ? [900, 300] : [340, 0];
  return { width, left, cell: Math.min(110, (width - left) / Math.max(1, columns)), isNarrow: layout === 'narrow' };
}

const shadeOf = (value: number) => Math.min(SHADES - 1, Math.floor(value * SHADES));

function drawCell(cell: HeatCell, x: number, { y, width }: { readonly y: number; readonly width: number }): Markup {
  const shade = cell.value === null ? 'empty' : `h-${shadeOf(cell.value)}`;
  const box = { x: x + 1, y: y + 1, width: width - 2, height: CELL_HEIGHT - 2 };
  const hatch = cell.value !== null && !cell.isInterpretable ? [element('rect', { ...box, class: 'unreadable' })] : [];
  return element('g', { class: hatch.length > 0 ? 'struck' : undefined }, [
    element('title', {}, cell.hint),
    element('rect', { ...box, class: `heat ${shade}` }),
    ...hatch,
    svgText({ x: x + width / 2, y: y + CELL_HEIGHT / 2 + 4, anchor: 'middle', className: `on ${shade}` }, cell.text),
  ]);
}

type Row = HeatFigure['groups'][number]['rows'][number];

function drawRow(row: Row, top: number, grid: Grid): { readonly markup: readonly Markup[]; readonly height: number } {
  const shown = row.isSimulated ? `${row.label} ${SIMULATED_MARK}` : row.label;
  const lines = wrapLabel(shown, grid.isNarrow ? grid.width : grid.left - 10, TEXT_SIZE);
  const above = grid.isNarrow ? lines.length * LINE + 4 : 0;
  const height = grid.isNarrow ? above + CELL_HEIGHT + 6 : Math.max(CELL_HEIGHT, lines.length * LINE + 6);
  const y = grid.isNarrow ? top + above : top + (height - CELL_HEIGHT) / 2;
  const first = grid.isNarrow ? top + TEXT_SIZE : top + height / 2 + 4 - ((lines.length - 1) * LINE) / 2;
  const labels = lines.map((line, index) =>
    svgText({ x: grid.isNarrow ? 0 : grid.left - 10, y: first + index * LINE, anchor: grid.isNarrow ? 'start' : 'end' }, line),
  );
  const cells = row.cells.map((cell, index) => drawCell(cell, grid.left + index * grid.cell, { y, width: grid.cell }));
  return { markup: [...labels, ...cells], height };
}

/** Rates as shaded cells, each with its number. Hatched: not interpretable. */
export function drawHeat({ groups, columns }: HeatFigure, layout: Layout) {
  const grid = gridOf(columns.length, layout);
  const heads = columns.map((column, index) =>
    svgText({ x: grid.left + (index + 0.5) * grid.cell, y: 16, anchor: 'middle', className: 'axis' }, column),
  );
  const markup: Markup[] = [...heads];
  let y = HEAD;
  for (const { title, rows } of groups) {
    if (title !== '') {
      markup.push(svgText({ x: 0, y: y + 18, className: 'group' }, title));
      y += 28;
    }
    for (const row of rows) {
      const drawn = drawRow(row, y, grid);
      markup.push(...drawn.markup);
      y += drawn.height;
    }
  }
  return { width: grid.width, height: y + 4, markup };
}
