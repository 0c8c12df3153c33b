import { element, type Markup } from '../page/html-nodes.ts';
import type { Group, Layout } from './figure.ts';
import { linearScale, type LinearScale } from './linear-scale.ts';
import { textWidth, wrapLabel } from './text-width.ts';

export const TEXT_SIZE = 12;
/** Bold type of 13 px is about as wide as usual type of this size. */
const BOLD_SIZE = 15;
const LINE = 16;
const MARK_HEIGHT = 22;
const GROUP_GAP = 12;
const AXIS = 26;

/** Where the parts of a chart of rows stand, in pixels. */
export interface Frame {
  readonly layout: Layout;
  readonly width: number;
  /** The plot from left to right. */
  readonly plot: readonly [number, number];
  readonly label: number;
  readonly value: number;
}

const frames: { readonly [Name in Layout]: Frame } = {
  wide: { layout: 'wide', width: 900, plot: [292, 652], label: 280, value: 232 },
  narrow: { layout: 'narrow', width: 340, plot: [20, 320], label: 340, value: 340 },
};

export const SIMULATED_MARK = '(simulated)';

/** A row as it is laid out: `mark` draws its marks about a middle line. */
export interface ChartRow {
  readonly label: string;
  readonly isSimulated: boolean;
  readonly value: string;
  readonly className: string;
  readonly hint: string;
  mark(at: { readonly y: number; readonly scale: LinearScale; readonly frame: Frame }): readonly Markup[];
}

export interface RowChart {
  readonly layout: Layout;
  readonly domain: readonly [number, number];
  readonly tick: (value: number) => string;
  /** Under the axis, at its ends: which way is which. */
  readonly ends?: readonly [string, string];
  readonly groups: readonly Group<ChartRow>[];
}

type Anchor = 'start' | 'middle' | 'end';

export function svgText(
  at: { readonly x: number; readonly y: number; readonly anchor?: Anchor; readonly className?: string },
  text: string,
): Markup {
  const { x, y, anchor = 'start', className } = at;
  return element('text', { x, y, 'text-anchor': anchor, class: className }, text);
}

function textLines(
  lines: readonly string[],
  at: { readonly x: number; readonly y: number; readonly className?: string; readonly anchor?: Anchor },
): readonly Markup[] {
  return lines.map((line, index) => svgText({ ...at, y: at.y + index * LINE }, line));
}

interface Drawn {
  readonly markup: readonly Markup[];
  readonly height: number;
}

function drawWide(row: ChartRow, top: number, { frame, scale }: { readonly frame: Frame; readonly scale: LinearScale }): Drawn {
  const shown = row.isSimulated ? `${row.label} ${SIMULATED_MARK}` : row.label;
  const label = wrapLabel(shown, frame.label - 6, TEXT_SIZE);
  const value = wrapLabel(row.value, frame.value, TEXT_SIZE);
  const height = Math.max(MARK_HEIGHT, Math.max(label.length, value.length) * LINE + 6);
  const y = top + height / 2;
  const first = (lines: readonly string[]) => y + 4 - ((lines.length - 1) * LINE) / 2;
  const markup = [
    ...textLines(label, { x: frame.label, y: first(label), anchor: 'end' }),
    ...row.mark({ y, scale, frame }),
    ...textLines(value, { x: frame.plot[1] + 14, y: first(value), className: 'value' }),
  ];
  return { markup, height };
}

function drawNarrow(row: ChartRow, top: number, { frame, scale }: { readonly frame: Frame; readonly scale: LinearScale }): Drawn {
  const shown = row.isSimulated ? `${row.label} ${SIMULATED_MARK}` : row.label;
  const isOneLine = textWidth(shown, TEXT_SIZE) + textWidth(row.value, TEXT_SIZE) < frame.width - 8;
  const label = wrapLabel(shown, frame.width, TEXT_SIZE);
  const value = wrapLabel(row.value, frame.width, TEXT_SIZE);
  const lines = isOneLine ? 1 : label.length + value.length;
  const y = top + lines * LINE + MARK_HEIGHT / 2;
  const valueAt = isOneLine
    ? { x: frame.width, y: top + TEXT_SIZE, anchor: 'end' as const }
    : { x: 0, y: top + TEXT_SIZE + label.length * LINE };
  const markup = [
    ...textLines(label, { x: 0, y: top + TEXT_SIZE }),
    ...textLines(value, { ...valueAt, className: 'value' }),
    ...row.mark({ y, scale, frame }),
  ];
  return { markup, height: lines * LINE + MARK_HEIGHT + 4 };
}

function rowGroup(row: ChartRow, markup: readonly Markup[]): Markup {
  const hint = row.hint === '' ? [] : [element('title', {}, row.hint)];
  return element('g', { class: row.className }, [...hint, ...markup]);
}

function axis(
  chart: RowChart,
  scale: LinearScale,
  { frame, height }: { readonly frame: Frame; readonly height: number },
): readonly Markup[] {
  const top = AXIS;
  const lines = scale.ticks.map((tick) => {
    const x = scale.at(tick);
    return element('line', { x1: x, x2: x, y1: top, y2: height - 4, class: tick === 0 ? 'zero' : 'grid' });
  });
  const labels = scale.ticks.map((tick) =>
    svgText({ x: scale.at(tick), y: top - 8, anchor: 'middle', className: 'axis' }, chart.tick(tick)),
  );
  const ends = chart.ends
    ? [
        svgText({ x: frame.plot[0], y: height + 12, className: 'axis' }, `← ${chart.ends[0]}`),
        svgText({ x: frame.plot[1], y: height + 12, anchor: 'end', className: 'axis' }, `${chart.ends[1]} →`),
      ]
    : [];
  return [...lines, ...labels, ...ends];
}

/** Rows under one axis, group by group; labels beside them on wide pages, above them on narrow ones. */
export function drawRowChart(chart: RowChart): { readonly width: number; readonly height: number; readonly markup: readonly Markup[] } {
  const frame = frames[chart.layout];
  const scale = linearScale(chart.domain, frame.plot, chart.layout === 'wide' ? 10 : 5);
  const draw = chart.layout === 'wide' ? drawWide : drawNarrow;
  const rows: Markup[] = [];
  let y = AXIS;
  for (const { title, rows: own } of chart.groups) {
    if (title !== '') {
      const lines = wrapLabel(title, frame.width, BOLD_SIZE);
      y += GROUP_GAP;
      rows.push(...textLines(lines, { x: 0, y: y + TEXT_SIZE, className: 'group' }));
      y += lines.length * LINE + 4;
    }
    for (const row of own) {
      const drawn = draw(row, y, { frame, scale });
      rows.push(rowGroup(row, drawn.markup));
      y += drawn.height;
    }
  }
  const height = y + 6;
  return { width: frame.width, height: chart.ends ? height + 18 : height, markup: [...axis(chart, scale, { frame, height }), ...rows] };
}
