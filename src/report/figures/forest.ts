import { asPoints } from '../format-number.ts';
import { element, type Markup } from '../page/html-nodes.ts';
import type { ForestFigure, IntervalRow, Layout } from './figure.ts';
import { differenceDomain, type LinearScale } from './linear-scale.ts';
import { drawRowChart, svgText, type ChartRow } from './row-chart.ts';

const line = (className: string, [x1, x2]: readonly [number, number], y: number): Markup =>
  element('line', { x1, x2, y1: y, y2: y, class: className });
const tick = (className: string, x: number, [y, half]: readonly [number, number]): Markup =>
  element('line', { x1: x, x2: x, y1: y - half, y2: y + half, class: className });

/** A filled diamond where the interval leaves out 0, an open one where it does not: no colour is needed to tell. */
function diamond(x: number, y: number): Markup {
  const size = 6;
  return element('path', { d: `M${x - size} ${y}L${x} ${y - size}L${x + size} ${y}L${x} ${y + size}Z`, class: 'point' });
}

function markInterval({ point }: IntervalRow, y: number, scale: LinearScale): readonly Markup[] {
  if (point === null) return [svgText({ x: scale.at(0), y: y + 4, anchor: 'middle', className: 'none' }, 'no number')];
  const [least, most] = point.bounds;
  const hasBounds = least < point.low || most > point.high;
  const bounds = hasBounds
    ? [
        line('bounds', [scale.at(least), scale.at(most)], y),
        tick('bounds', scale.at(least), [y, 3]),
        tick('bounds', scale.at(most), [y, 3]),
      ]
    : [];
  return [
    ...bounds,
    line('interval', [scale.at(point.low), scale.at(point.high)], y),
    tick('interval', scale.at(point.low), [y, 5]),
    tick('interval', scale.at(point.high), [y, 5]),
    diamond(scale.at(point.value), y),
  ];
}

function chartRow(row: IntervalRow): ChartRow {
  const { label, isSimulated, value, hint } = row;
  return { label, isSimulated, value, hint, className: `row ${row.standing}`, mark: ({ y, scale }) => markInterval(row, y, scale) };
}

const asPointsTick = (value: number) => asPoints(value).replace(' pp', '');

/** The forest plot: one row an effect, in percentage points about 0. */
export function drawForest({ groups }: ForestFigure, layout: Layout) {
  const points = groups.flatMap(({ rows }) =>
    rows.flatMap(({ point }) => (point === null ? [] : [point.low, point.high, ...point.bounds])),
  );
  return drawRowChart({
    layout,
    domain: differenceDomain(points),
    tick: asPointsTick,
    ends: ['less often, in points', 'more often'],
    groups: groups.map(({ title, rows }) => ({ title, rows: rows.map(chartRow) })),
  });
}
