import { describe, expect, it } from 'vitest';
import { renderMarkup } from '../page/html-nodes.ts';
import type { Figure, ForestFigure, HeatFigure, IntervalRow, Layout, StackFigure } from './figure.ts';
import { figureData } from './figure-words.ts';
import { differenceDomain, linearScale } from './linear-scale.ts';
import { legendOf, renderFigure } from './render-figure.ts';
import { wrapLabel } from './text-width.ts';

const row = (more: Partial<IntervalRow>): IntervalRow => ({
  label: 'peer',
  isSimulated: false,
  standing: 'shown',
  point: { value: 0.5, low: 0.25, high: 0.75, bounds: [0.1, 0.9] },
  value: '+50 pp',
  hint: 'a hint',
  ...more,
});
const forest = (...rows: readonly IntervalRow[]): ForestFigure => ({
  kind: 'forest',
  id: 'f',
  title: 'Effects',
  description: 'Differences.',
  simulated: 'none',
  isAdjusted: true,
  groups: [{ title: 'one', rows }],
});

/** The drawing without what is only read aloud. */
const drawn = (figure: Figure, layout: Layout) => renderMarkup(renderFigure(figure, layout)).replace(/<desc[\s\S]*?<\/desc>/, '');

describe('a scale', () => {
  it('puts values in their place and what lies beyond at its ends', () => {
    const scale = linearScale([-1, 1], [100, 300], 5);
    expect([-1, 0, 0.5, 1, 7].map((value) => scale.at(value))).toEqual([100, 200, 250, 300, 300]);
    expect(scale.ticks).toEqual([-1, -0.5, 0, 0.5, 1]);
  });

  it('is the same for all differences, and wider only for what goes beyond', () => {
    expect([differenceDomain([0.1, -0.3]), differenceDomain([1.2]), differenceDomain([-1.9, 1])]).toEqual([
      [-1, 1],
      [-1.5, 1.5],
      [-2, 2],
    ]);
  });
});

describe('a label', () => {
  it('is wrapped at spaces, and a word that is too long anywhere', () => {
    expect(wrapLabel('one two three', 50, 12)).toEqual(['one two', 'three']);
    expect(wrapLabel('abcdefghijkl', 30, 12)).toEqual(['abcd', 'efgh', 'ijkl']);
  });
});

describe('a figure', () => {
  it('has a title and a description that its image is labelled by, in both layouts', () => {
    for (const layout of ['wide', 'narrow'] as const) {
      const svg = renderMarkup(renderFigure(forest(row({})), layout));
      const [, labelled = ''] = /role="img" aria-labelledby="([^"]+)"/.exec(svg) ?? [];
      const [title = '', about = ''] = labelled.split(' ');
      expect(svg).toContain(`<title id="${title}">Effects</title>`);
      expect(svg).toContain(`<desc id="${about}">Differences. 1 row. one, peer: +50 pp, shown.</desc>`);
    }
  });

  it('tells its data to those who do not see it: the first rows, and how many there are', () => {
    const many = Array.from({ length: 9 }, (_, index) => row({ label: `effect ${index}`, value: `+${index} pp`, standing: 'not-shown' }));
    expect(figureData(forest(...many))).toBe(
      '9 rows. one, effect 0: +0 pp. one, effect 1: +1 pp. one, effect 2: +2 pp. one, effect 3: +3 pp. one, effect 4: +4 pp. one, effect 5: +5 pp. And 3 more, in the table.',
    );
    const head = { id: 'x', title: 't', description: 'd', simulated: 'some' } as const;
    const arm = { label: 'arm', isSimulated: true };
    const parts = [
      { disposition: 'faithful', trials: 3 },
      { disposition: 'failed', trials: 0 },
    ] as const;
    const cells = [
      { value: 0.95, text: '95 %', hint: 'h', isInterpretable: false },
      { value: null, text: 'not run', hint: 'h', isInterpretable: false },
    ];
    const dots = [{ series: 0, value: 0.5, low: 0.4, high: 0.6, hint: 'alone: 50 %, n = 4' }];
    const figures: readonly Figure[] = [
      { ...head, kind: 'stack', groups: [{ title: '', rows: [{ ...arm, parts, trials: 3 }] }] },
      { ...head, kind: 'heat', columns: ['good', 'bad'], groups: [{ title: '', rows: [{ ...arm, cells }] }] },
      { ...head, kind: 'dots', series: ['alone'], scale: 'rate', groups: [{ title: '', rows: [{ ...arm, dots, value: '+9 pp' }] }] },
      { ...head, kind: 'bars', groups: [{ title: 's', rows: [{ ...arm, count: 1, of: 2, value: '1 of 2' }] }] },
    ];
    expect(figures.map(figureData)).toEqual([
      '1 row. arm (simulated): of 3 trials faithful 3.',
      '1 row. arm (simulated): good 95 % (not interpretable), bad not run.',
      '1 row. arm (simulated): alone: 50 %, n = 4; +9 pp.',
      '1 row. s, arm (simulated): 1 of 2.',
    ]);
  });

  it('leaves no markup in what it tells', () => {
    const svg = renderMarkup(renderFigure(forest(row({ label: '</desc><script>alert(1)</script>', value: '&' })), 'wide'));
    expect(svg).not.toContain('<script');
    expect(svg).toContain('one, &lt;/desc&gt;&lt;script&gt;alert(1)&lt;/script&gt;: &amp;, shown.</desc>');
  });

  it('draws an interval from limit to limit, and what the missing could do beyond it', () => {
    const svg = renderMarkup(renderFigure(forest(row({})), 'wide'));
    const scale = linearScale([-1, 1], [292, 652]);
    expect(svg).toContain(`<line x1="${scale.at(0.25)}" x2="${scale.at(0.75)}"`);
    expect(svg).toContain(`<line x1="${scale.at(0.1)}" x2="${scale.at(0.9)}"`);
    expect(svg).toContain('<g class="row shown"><title>a hint</title>');
  });

  it('tells what cannot be interpreted or has no number without colour', () => {
    const svg = renderMarkup(
      renderFigure(forest(row({ standing: 'not-interpretable' }), row({ standing: 'not-estimable', point: null })), 'wide'),
    );
    expect(svg).toContain('class="row not-interpretable"');
    expect(svg).toContain('no number');
    expect(legendOf(forest(row({}))).map(({ text }) => text)).toContain('not interpretable here');
  });

  it('says in the drawing that all are simulated, or at each row that is', () => {
    const all: ForestFigure = { ...forest(row({ isSimulated: true })), simulated: 'all' };
    expect(drawn(all, 'wide')).toContain('All subjects shown are simulated.');
    const some: ForestFigure = { ...forest(row({ isSimulated: true }), row({})), simulated: 'some' };
    expect(drawn(some, 'narrow').match(/\(simulated\)/g)).toHaveLength(1);
  });

  it('stacks all trials of an arm, each disposition with a mark and a pattern of its own', () => {
    const parts = [
      { disposition: 'faithful', trials: 3 },
      { disposition: 'refused-openly', trials: 1 },
    ] as const;
    const rows = [{ label: 'arm', isSimulated: false, parts, trials: 4 }];
    const stack: StackFigure = { kind: 'stack', id: 's', title: 't', description: 'd', simulated: 'none', groups: [{ title: '', rows }] };
    const svg = renderMarkup(renderFigure(stack, 'wide'));
    expect(svg.match(/<rect [^>]*width="(\d+)"[^>]*class="bar d-[a-z-]+"/g)).toHaveLength(2);
    expect(svg).toContain('refused-openly: 1 of 4 trials (25 %)');
    expect(legendOf(stack).map(({ text }) => text)).toEqual(['= faithful', 'R refused-openly']);
  });

  it('hatches a rate that cannot be interpreted and leaves out what was not run', () => {
    const cells = [
      { value: 0.95, text: '95 %', hint: 'h', isInterpretable: false },
      { value: null, text: 'not run', hint: 'h', isInterpretable: false },
    ];
    const groups = [{ title: '', rows: [{ label: 'arm', isSimulated: false, cells }] }];
    const heat: HeatFigure = { kind: 'heat', id: 'h', title: 't', description: 'd', simulated: 'none', columns: ['a', 'b'], groups };
    const svg = renderMarkup(renderFigure(heat, 'narrow'));
    expect([
      svg.match(/class="unreadable"/g)?.length,
      svg.match(/class="heat h-4"/g)?.length,
      svg.match(/class="heat empty"/g)?.length,
    ]).toEqual([1, 1, 1]);
  });
});
