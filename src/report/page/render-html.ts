import { createHash } from 'node:crypto';
import { legendOf, renderFigure, simulatedNote } from '../figures/render-figure.ts';
import { element, ownContent, renderMarkup, type Child, type Markup } from './html-nodes.ts';
import { pagePatterns } from './page-patterns.ts';
import { PAGE_SCRIPT } from './page-script.ts';
import { PAGE_STYLE } from './page-style.ts';
import type { Block, Inline, ReportDocument, ReportTable, Section, ShownEvent, Text } from './report-document.ts';
import { omissionNote } from './short-text.ts';

function inline(part: Inline): Child {
  if (typeof part === 'string') return part;
  if (part.kind === 'link') return element('a', { href: `#${part.to}` }, part.text);
  return element(part.kind, {}, part.text);
}

const text = (given: Text): Child => (typeof given === 'string' ? given : given.map(inline));

function tableOf({ caption, columns, rows, notes = [] }: ReportTable): Child {
  const numeric = (index: number) => (columns[index]?.isNumber === true ? 'number' : undefined);
  const head = columns.map((column, index) => element('th', { scope: 'col', class: numeric(index), title: column.means }, column.head));
  const body = rows.map((cells) =>
    element(
      'tr',
      {},
      cells.map((cell, index) => (index === 0 ? element('th', { scope: 'row' }, cell) : element('td', { class: numeric(index) }, cell))),
    ),
  );
  const table = element('table', {}, [
    element('caption', {}, caption),
    element('thead', {}, element('tr', {}, head)),
    element('tbody', {}, body),
  ]);
  // A wide table scrolls by itself, and by keyboard too.
  const scroll = element('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': caption }, table);
  return [scroll, ...notes.map((line) => element('p', { class: 'notes' }, line))];
}

function eventItem({ id, head, text: said, omitted, decides, kind }: ShownEvent): Markup {
  return element('li', { class: decides ? `decides ${kind}` : kind }, [
    element('div', { class: 'head' }, [`${id} `, element('strong', {}, head)]),
    said === '' ? undefined : element('pre', {}, said),
    omitted === 0 ? undefined : element('div', { class: 'omitted' }, omissionNote(omitted)),
  ]);
}

function figureOf({ figure, table, tablePrints }: Extract<Block, { readonly kind: 'figure' }>): Markup {
  const legend = legendOf(figure).map(({ sample, text: means }) => element('li', {}, [sample, means]));
  const caption = [element('strong', {}, figure.title), element('span', {}, `${figure.description}${simulatedNote(figure)}`)];
  // Caption, legend and drawing stay on one page of paper.
  const drawing = element('div', { class: 'drawing' }, [
    element('figcaption', {}, caption),
    legend.length === 0 ? undefined : element('ul', { class: 'legend' }, legend),
    renderFigure(figure, 'wide'),
    renderFigure(figure, 'narrow'),
  ]);
  const asTable = element('details', { class: tablePrints === true ? 'prints' : undefined }, [
    element('summary', {}, 'The same as a table'),
    element('div', { class: 'inside' }, tableOf(table)),
  ]);
  return element('figure', { id: figure.id }, [drawing, asTable]);
}

function listOf(items: readonly Text[]): Markup {
  return element(
    'ul',
    {},
    items.map((item) => element('li', {}, text(item))),
  );
}

function block(given: Block): Child {
  switch (given.kind) {
    case 'paragraph':
      return element('p', {}, text(given.text));
    case 'labelled':
      return element(
        'dl',
        { class: 'labelled' },
        given.entries.flatMap((entry) => [
          element('dt', {}, entry.label),
          element('dd', {}, entry.items.length === 1 ? text(entry.items[0] ?? '') : listOf(entry.items)),
        ]),
      );
    case 'list':
      return listOf(given.items);
    case 'callout':
      return element('div', { class: `callout ${given.tone}`, role: 'note' }, text(given.text));
    case 'table':
      return tableOf(given.table);
    case 'figure':
      return figureOf(given);
    case 'heading':
      return element('h5', { id: given.id }, given.text);
    case 'details':
      return element('details', { class: given.prints ? 'prints' : undefined }, [
        element('summary', {}, given.summary),
        element('div', { class: 'inside' }, given.blocks.map(block)),
      ]);
    case 'events':
      return element('ol', { class: 'events' }, given.events.map(eventItem));
    case 'source':
      return element('pre', { class: 'source' }, given.text);
  }
}

function sectionOf({ id, title, blocks, sections = [] }: Section, level: 2 | 3 | 4): Markup {
  const inner = sections.map((section) => sectionOf(section, level === 2 ? 3 : 4));
  return element('section', { 'aria-labelledby': id }, [element(`h${level}`, { id }, title), ...blocks.map(block), ...inner]);
}

function contents(sections: readonly Section[]): Markup {
  const items = (list: readonly Section[]): Markup =>
    element(
      'ol',
      {},
      list.map(({ id, title, sections: inner = [] }) =>
        element('li', {}, [element('a', { href: `#${id}` }, title), inner.length > 0 ? items(inner) : undefined]),
      ),
    );
  return element('nav', { class: 'contents', 'aria-label': 'Contents' }, items(sections));
}

const sourceHash = (source: string) => `'sha256-${createHash('sha256').update(source).digest('base64')}'`;

/** Nothing may be loaded or run but the style and the script that stand in the page, by their hashes. */
function contentPolicy(): string {
  const rules = ["default-src 'none'", `style-src ${sourceHash(PAGE_STYLE)}`, `script-src ${sourceHash(PAGE_SCRIPT)}`];
  return [...rules, "base-uri 'none'", "form-action 'none'"].join('; ');
}

/** One self-contained page. Everything in it is escaped where it is written, whatever the document holds. */
export function renderHtmlReport({ title, subtitle, banners, sections, footer }: ReportDocument): string {
  const [summary, ...rest] = sections;
  const head = [
    element('meta', { charset: 'utf-8' }),
    element('meta', { 'http-equiv': 'Content-Security-Policy', content: contentPolicy() }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('meta', { name: 'referrer', content: 'no-referrer' }),
    element('title', {}, title),
    ownContent('style', PAGE_STYLE),
  ];
  const body = [
    pagePatterns(),
    ...banners.map((banner) => element('div', { class: 'banner', role: 'note' }, text(banner))),
    element('header', { class: 'top' }, [element('h1', {}, title), element('p', { class: 'subtitle' }, subtitle)]),
    element('main', {}, [
      summary === undefined ? undefined : sectionOf(summary, 2),
      contents(rest),
      ...rest.map((section) => sectionOf(section, 2)),
    ]),
    element(
      'footer',
      {},
      footer.map((line) => element('p', {}, text(line))),
    ),
    ownContent('script', PAGE_SCRIPT),
  ];
  const page = element('html', { lang: 'en' }, [element('head', {}, head), element('body', {}, body)]);
  return `<!doctype html>\n${renderMarkup(page)}\n`;
}
