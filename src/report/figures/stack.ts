import { element, type Markup } from '../page/html-nodes.ts';
import { dispositionMarks } from '../disposition-bar.ts';
import type { Layout, StackFigure, StackRow } from './figure.ts';
import { linearScale } from './linear-scale.ts';
import { drawRowChart, svgText, type ChartRow, type Frame } from './row-chart.ts';

const BAR = 16;
/** From so many pixels on, a segment carries its letter. */
const LETTER_WIDTH = 13;

function markStack({ parts, trials }: StackRow, y: number, frame: Frame): readonly Markup[] {
  if (trials === 0) return [svgText({ x: frame.plot[0], y: y + 4, className: 'none' }, 'no finished trial')];
  const scale = linearScale([0, trials], frame.plot);
  let before = 0;
  return parts
    .filter((part) => part.trials > 0)
    .flatMap((part) => {
      const [left, right] = [scale.at(before), scale.at(before + part.trials)];
      before += part.trials;
      const share = Math.round((part.trials / trials) * 100);
      const bar = element('rect', { x: left, y: y - BAR / 2, width: right - left, height: BAR, class: `bar d-${part.disposition}` }, [
        element('title', {}, `${part.disposition}: ${part.trials} of ${trials} trials (${share} %)`),
      ]);
      const letter = svgText(
        { x: (left + right) / 2, y: y + 4, anchor: 'middle', className: 'letter' },
        dispositionMarks[part.disposition],
      );
      return right - left >= LETTER_WIDTH ? [bar, letter] : [bar];
    });
}

function chartRow(row: StackRow): ChartRow {
  const value = row.trials === 0 ? '' : `n = ${row.trials}`;
  return {
    label: row.label,
    isSimulated: row.isSimulated,
    value,
    hint: '',
    className: 'row',
    mark: ({ y, frame }) => markStack(row, y, frame),
  };
}

/** Stacked bars: where all trials of each arm went. */
export function drawStack({ groups }: StackFigure, layout: Layout) {
  return drawRowChart({
    layout,
    domain: [0, 1],
    tick: (value) => `${Math.round(value * 100)} %`,
    groups: groups.map(({ title, rows }) => ({ title, rows: rows.map(chartRow) })),
  });
}
