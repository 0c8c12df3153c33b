import { asPoints } from '../format-number.ts';
import { element, type Markup } from '../page/html-nodes.ts';
import type { Dot, DotFigure, DotRow, Layout } from './figure.ts';
import { differenceDomain, type LinearScale } from './linear-scale.ts';
import { drawRowChart, svgText, type ChartRow } from './row-chart.ts';

const RADIUS = 5;

/** Shapes tell the series apart without colour: a disc, an open square, a triangle, an open disc. */
export function dotShape(series: number, x: number, y: number): Markup {
  const className = `dot s-${series % 4}`;
  switch (series % 4) {
    case 1:
      return element('rect', { x: x - RADIUS, y: y - RADIUS, width: 2 * RADIUS, height: 2 * RADIUS, class: className });
    case 2:
      return element('path', { d: `M${x - 6} ${y + 5}L${x} ${y - 6}L${x + 6} ${y + 5}Z`, class: className });
    default:
      return element('circle', { cx: x, cy: y, r: RADIUS, class: className });
  }
}

/** Each series a little above or below the middle, so that intervals do not hide one another. */
function offsetOf(index: number, count: number): number {
  return count < 2 ? 0 : (index / (count - 1) - 0.5) * 9;
}

function markDot(dot: Dot, y: number, scale: LinearScale): Markup {
  const { series, value, low, high, hint } = dot;
  const interval = element('line', { x1: scale.at(low), x2: scale.at(high), y1: y, y2: y, class: `interval s-${series % 4}` });
  return element('g', {}, [element('title', {}, hint), interval, dotShape(series, scale.at(value), y)]);
}

function markDots({ dots }: DotRow, y: number, scale: LinearScale): readonly Markup[] {
  if (dots.length === 0) return [svgText({ x: scale.at(scale.domain[0]), y: y + 4, className: 'none' }, 'no number')];
  const [first, second] = dots;
  const link =
    dots.length === 2 && first && second
      ? [
          element('line', {
            x1: scale.at(first.value),
            x2: scale.at(second.value),
            y1: y + offsetOf(0, 2),
            y2: y + offsetOf(1, 2),
            class: 'link',
          }),
        ]
      : [];
  return [...link, ...dots.map((dot, index) => markDot(dot, y + offsetOf(index, dots.length), scale))];
}

function chartRow(row: DotRow): ChartRow {
  const { label, isSimulated, value } = row;
  return { label, isSimulated, value, hint: '', className: 'row', mark: ({ y, scale }) => markDots(row, y, scale) };
}

/** Rates or differences of several series beside one another, each with its interval. */
export function drawDots({ groups, scale }: DotFigure, layout: Layout) {
  const values = groups.flatMap(({ rows }) => rows.flatMap(({ dots }) => dots.flatMap(({ low, high }) => [low, high])));
  const isRate = scale === 'rate';
  return drawRowChart({
    layout,
    domain: isRate ? [0, 1] : differenceDomain(values),
    tick: (value) => (isRate ? `${Math.round(value * 100)} %` : asPoints(value).replace(' pp', '')),
    groups: groups.map(({ title, rows }) => ({ title, rows: rows.map(chartRow) })),
  });
}
