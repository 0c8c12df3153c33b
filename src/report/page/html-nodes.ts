import { visibleText } from '../../util/visible-text.ts';

const htmlTags = [
  'html', 'head', 'meta', 'title', 'style', 'script', 'body', 'header', 'main', 'nav', 'section', 'footer', 'article', 'aside', 'h1', 'h2', 'h3',
  'h4', 'h5', 'p', 'ul', 'ol', 'li', 'a', 'strong', 'em', 'code', 'pre', 'span', 'div', 'figure', 'figcaption', 'details', 'summary', 'table',
  'caption', 'thead', 'tbody', 'tr', 'th', 'td', 'dl', 'dt', 'dd', 'mark',
] as const; // prettier-ignore
const svgTags = ['svg', 'desc', 'defs', 'pattern', 'g', 'rect', 'line', 'path', 'circle', 'text', 'tspan'] as const;

export type Tag = (typeof htmlTags)[number] | (typeof svgTags)[number];
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;
export type Child = Markup | string | undefined | readonly Child[];

/** One element. Only `element` and `ownContent` make content, so nothing that was given as text can become markup. */
export interface Markup {
  readonly tag: Tag;
  readonly attributes: Attributes;
  readonly children: Child;
  /** Style or script of our own, written as it is. */
  readonly own?: string;
}

/** An element with its attributes and children; strings among them are text. */
export function element(tag: Tag, attributes: Attributes = {}, children?: Child): Markup {
  return { tag, attributes, children };
}

/** A style or script element with text of this program's own source, never with what came from elsewhere. */
export function ownContent(tag: 'style' | 'script', own: string): Markup {
  return { tag, attributes: {}, children: undefined, own };
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Plain ASCII without a mark of HTML's: most of a page, and nothing to be done about it. */
const HARMLESS = /^[ !#$%()*+,\-./0-9:;=?@A-Z[\\\]^_`a-z{|}~\n\t]*$/;

/** Text as HTML shows it: nothing in it is markup or unseen. Safe between tags and in quoted attributes. */
function escapeHtml(text: string): string {
  if (HARMLESS.test(text)) return text;
  return visibleText(text).replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? mark);
}

const VOID: ReadonlySet<Tag> = new Set(['meta']);

function renderAttributes(attributes: Attributes): string {
  let written = '';
  for (const name in attributes) {
    const value = attributes[name];
    if (value === undefined || value === false) continue;
    written += value === true ? ` ${name}` : ` ${name}="${escapeHtml(String(value))}"`;
  }
  return written;
}

/** Writes a tree into pieces: a report may have many thousands of elements. */
function write(child: Child, pieces: string[]): void {
  if (child === undefined) return;
  if (typeof child === 'string') {
    pieces.push(escapeHtml(child));
    return;
  }
  if (isList(child)) {
    for (const one of child) write(one, pieces);
    return;
  }
  pieces.push(`<${child.tag}${renderAttributes(child.attributes)}>`);
  if (VOID.has(child.tag)) return;
  if (child.own === undefined) write(child.children, pieces);
  else pieces.push(child.own);
  pieces.push(`</${child.tag}>`);
}

const isList = (child: Markup | readonly Child[]): child is readonly Child[] => Array.isArray(child);

/** The HTML of a tree. */
export function renderMarkup(root: Child): string {
  const pieces: string[] = [];
  write(root, pieces);
  return pieces.join('');
}
