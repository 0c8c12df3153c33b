import { dispositions } from '../../core/outcome.ts';
import { element, type Markup } from '../page/html-nodes.ts';
import { dispositionMarks } from '../disposition-bar.ts';
import { drawBars } from './bars.ts';
import { dotShape, drawDots } from './dots.ts';
import type { Figure, Layout } from './figure.ts';
import { drawForest } from './forest.ts';
import { drawHeat } from './heat.ts';
import { drawStack } from './stack.ts';

function draw(figure: Figure, layout: Layout) {
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

const SIMULATED_NOTE = { all: ' All subjects shown are simulated.', some: ' Rows marked (simulated) are of simulated subjects.', none: '' };

/** What a figure says besides its rows: who in it is simulated. */
export function simulatedNote({ simulated }: Pick<Figure, 'simulated'>): string {
  return SIMULATED_NOTE[simulated];
}

/** A figure as one SVG, named and described for those who do not see it. */
export function renderFigure(figure: Figure, layout: Layout): Markup {
  const { width, height, markup } = draw(figure, layout);
  const [titleId, aboutId] = [`${figure.id}-${layout}-title`, `${figure.id}-${layout}-about`];
  const attributes = { class: `figure ${layout}`, width, height, viewBox: `0 0 ${width} ${height}`, role: 'img' };
  return element('svg', { ...attributes, 'aria-labelledby': `${titleId} ${aboutId}` }, [
    element('title', { id: titleId }, figure.title),
    element('desc', { id: aboutId }, `${figure.description}${simulatedNote(figure)}`),
    ...markup,
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

function forestLegend(): readonly LegendEntry[] {
  const diamond = (standing: string) =>
    sampleOf([
      element('g', { class: `row ${standing}` }, [
        element('line', { x1: 1, x2: 21, y1: 8, y2: 8, class: 'interval' }),
        element('path', { d: 'M5 8L11 2L17 8L11 14Z', class: 'point' }),
      ]),
    ]);
  const whiskers = sampleOf([element('line', { x1: 1, x2: 21, y1: 8, y2: 8, class: 'bounds' })]);
  return [
    { sample: diamond('shown'), text: 'shown: holds after adjustment' },
    { sample: diamond('not-shown'), text: 'not shown' },
    { sample: diamond('not-interpretable'), text: 'not interpretable here' },
    { sample: whiskers, text: 'how far the missing trials could move it' },
  ];
}

/** The legend of a figure; empty where its rows speak for themselves. */
export function legendOf(figure: Figure): readonly LegendEntry[] {
  switch (figure.kind) {
    case 'forest':
      return forestLegend();
    case 'stack': {
      const found = new Set(figure.groups.flatMap(({ rows }) => rows.flatMap(({ parts }) => parts.map(({ disposition }) => disposition))));
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
