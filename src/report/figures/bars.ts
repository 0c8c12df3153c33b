import { element } from '../page/html-nodes.ts';
import type { BarFigure, BarRow, Layout } from './figure.ts';
import { drawRowChart, type ChartRow } from './row-chart.ts';

const BAR = 14;

function chartRow({ label, isSimulated, count, of, value }: BarRow): ChartRow {
  return {
    label,
    isSimulated,
    value,
    hint: `${label}: ${value}`,
    className: 'row',
    mark: ({ y, scale }) => {
      const [left, right] = [scale.at(0), scale.at(of === 0 ? 0 : count / of)];
      const track = element('rect', { x: left, y: y - BAR / 2, width: scale.at(1) - left, height: BAR, class: 'track' });
      return [track, element('rect', { x: left, y: y - BAR / 2, width: right - left, height: BAR, class: 'count' })];
    },
  };
}

/** Counts as parts of what was planned. */
export function drawBars({ groups }: BarFigure, layout: Layout) {
  return drawRowChart({
    layout,
    domain: [0, 1],
    tick: (value) => `${Math.round(value * 100)} %`,
    groups: groups.map(({ title, rows }) => ({ title, rows: rows.map(chartRow) })),
  });
}
