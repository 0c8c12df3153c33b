import { dispositions } from '../../core/outcome.ts';
import { element, type Markup } from '../page/html-nodes.ts';
import { dispositionMarks } from '../disposition-bar.ts';
import { drawBars } from './bars.ts';
import { dotShape, drawDots } from './dots.ts';
import type { Figure, Group, Layout } from './figure.ts';
import { figureData } from './figure-words.ts';
import { drawForest } from './forest.ts';
import { drawHeat } from './heat.ts';
import { svgText } from './row-chart.ts';
import { drawStack } from './stack.ts';

/** Where all rows are of simulated subjects the figure says so once; else each row does. */
function draw(given: Figure, layout: Layout) {
  const figure = given.simulated === 'all' ? withoutRowMarks(given) : given;
  switch (figure.kind) {
    case 'forest':
      return drawForest(figure, layout);
    case 'stack':
      return drawStack(figure, layout);
    case 'heat':
      return drawHeat(figure, layout);
    case 'dots':
      return drawDots(figure, layout);
    case 'bars':
      return drawBars(figure, layout);
  }
}

const unmarked = <Row extends { readonly isSimulated: boolean }>(groups: readonly Group<Row>[]) =>
  groups.map(({ title, rows }) => ({ title, rows: rows.map((row) => ({ ...row, isSimulated: false })) }));

function withoutRowMarks(figure: Figure): Figure {
  switch (figure.kind) {
    case 'forest':
      return { ...figure, groups: unmarked(figure.groups) };
    case 'stack':
      return { ...figure, groups: unmarked(figure.groups) };
    case 'heat':
      return { ...figure, groups: unmarked(figure.groups) };
    case 'dots':
      return { ...figure, groups: unmarked(figure.groups) };
    case 'bars':
      return { ...figure, groups: unmarked(figure.groups) };
  }
}

const SIMULATED_NOTE = { all: ' All subjects shown are simulated.', some: ' Rows marked (simulated) are of simulated subjects.', none: '' };

/** What a figure says besides its rows: who in it is simulated. */
export function simulatedNote({ simulated }: Pick<Figure, 'simulated'>): string {
  return SIMULATED_NOTE[simulated];
}

/** A figure as one SVG, named and described for those who do not see it. */
export function renderFigure(figure: Figure, layout: Layout): Markup {
  const { width, height, markup } = draw(figure, layout);
  const [titleId, aboutId] = [`${figure.id}-${layout}-title`, `${figure.id}-${layout}-about`];
  // Said in the drawing too, so that a figure that is taken out of its page still says it.
  const isMarked = figure.simulated === 'all';
  const mark = isMarked ? [svgText({ x: 0, y: height + 12, className: 'axis' }, 'All subjects shown are simulated.')] : [];
  const total = isMarked ? height + 18 : height;
  const attributes = { class: `figure ${layout}`, width, height: total, viewBox: `0 0 ${width} ${total}`, role: 'img' };
  return element('svg', { ...attributes, 'aria-labelledby': `${titleId} ${aboutId}` }, [
    element('title', { id: titleId }, figure.title),
    element('desc', { id: aboutId }, `${figure.description}${simulatedNote(figure)} ${figureData(figure)}`),
    ...markup,
    ...mark,
  ]);
}

/** A sample of each mark with its meaning, for the line under a figure. */
export interface LegendEntry {
  readonly sample: Markup;
  readonly text: string;
}

function sampleOf(markup: readonly Markup[]): Markup {
  return element('svg', { class: 'sample', width: 22, height: 16, viewBox: '0 0 22 16', 'aria-hidden': 'true' }, markup);
}

function forestLegend(isAdjusted: boolean): readonly LegendEntry[] {
  const diamond = (standing: string) =>
    sampleOf([
      element('g', { class: `row ${standing}` }, [
        element('line', { x1: 1, x2: 21, y1: 8, y2: 8, class: 'interval' }),
        element('path', { d: 'M5 8L11 2L17 8L11 14Z', class: 'point' }),
      ]),
    ]);
  const whiskers = sampleOf([element('line', { x1: 1, x2: 21, y1: 8, y2: 8, class: 'bounds' })]);
  return [
    { sample: diamond('shown'), text: isAdjusted ? 'shown: holds after adjustment' : 'the interval excludes 0 (not adjusted)' },
    { sample: diamond('not-shown'), text: 'not shown' },
    { sample: diamond('not-interpretable'), text: 'not interpretable here' },
    { sample: whiskers, text: 'how far the missing trials could move it' },
  ];
}

/** The legend of a figure; empty where its rows speak for themselves. */
export function legendOf(figure: Figure): readonly LegendEntry[] {
  switch (figure.kind) {
    case 'forest':
      return forestLegend(figure.isAdjusted);
    case 'stack': {
      const found = new Set(
        figure.groups.flatMap(({ rows }) =>
          rows.flatMap(({ parts }) => parts.flatMap(({ disposition, trials }) => (trials > 0 ? [disposition] : []))),
        ),
      );
      return dispositions
        .filter((disposition) => found.has(disposition))
        .map((disposition) => ({
          sample: sampleOf([element('rect', { x: 1, y: 1, width: 20, height: 14, class: `bar d-${disposition}` })]),
          text: `${dispositionMarks[disposition]} ${disposition}`,
        }));
    }
    case 'dots':
      return figure.series.map((text, series) => ({ sample: sampleOf([dotShape(series, 11, 8)]), text }));
    case 'heat':
    case 'bars':
      return [];
  }
}
