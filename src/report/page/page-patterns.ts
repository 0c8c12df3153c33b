import { element, type Markup } from './html-nodes.ts';

const SIDE = 8;

function pattern(id: string, ground: string, marks: readonly Markup[]): Markup {
  return element('pattern', { id, width: SIDE, height: SIDE, patternUnits: 'userSpaceOnUse' }, [
    element('rect', { width: SIDE, height: SIDE, class: ground }),
    ...marks,
  ]);
}

const stroke = (d: string, width = 1.4) => element('path', { d, class: 'ink-line', 'stroke-width': width, fill: 'none' });
const dot = (cx: number, cy: number, r: number) => element('circle', { cx, cy, r, class: 'ink' });

/** What fills the bars, once in a page: each disposition by a colour and by a pattern, so that grey will do. */
export function pagePatterns(): Markup {
  const patterns = [
    pattern('p-disclosed', 'f3', [stroke('M0 8L8 0M-2 2L2 -2M6 10L10 6')]),
    pattern('p-unjudged', 'f4', [stroke('M0 8L8 0M-2 2L2 -2M6 10L10 6', 1), stroke('M0 0L8 8M-2 6L2 10M6 -2L10 2', 1)]),
    pattern('p-refused', 'f5', [dot(2, 2, 1.3), dot(6, 6, 1.3)]),
    pattern('p-escalated', 'f6', [stroke('M2 0V8M6 0V8', 1)]),
    pattern('p-protested', 'f7', [stroke('M0 2H8M0 6H8', 1)]),
    pattern('p-erroneous', 'f8', [dot(4, 4, 1)]),
    pattern('p-not-done', 'f9', [stroke('M0 0L8 8M-2 6L2 10M6 -2L10 2')]),
    pattern('p-incomplete', 'f10', [stroke('M0 8L8 0', 0.7)]),
    element('pattern', { id: 'hatch-unreadable', width: SIDE, height: SIDE, patternUnits: 'userSpaceOnUse' }, [stroke('M0 8L8 0', 0.8)]),
  ];
  return element('svg', { class: 'patterns', width: 0, height: 0, 'aria-hidden': 'true' }, [element('defs', {}, patterns)]);
}
