/** A table as a reader sees it. Of heads that stand twice a row holds the first by name. */
export interface PageTable {
  readonly caption: string;
  readonly heads: readonly string[];
  readonly cells: readonly (readonly string[])[];
  readonly rows: readonly Readonly<Record<string, string>>[];
}

/** A drawing, apart from the words for those who do not see it. */
export interface PageFigure {
  readonly id: string;
  readonly layout: 'wide' | 'narrow';
  readonly svg: string;
  readonly title: string;
  readonly description: string;
  /** What is written in the drawing. */
  readonly texts: readonly string[];
  /** What is shown when its parts are pointed at. */
  readonly hints: readonly string[];
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** The text of some HTML: no tags, entities as what they stand for. */
export function textOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|#39);/g, (_all, name: string) => ENTITIES[name] ?? '')
    .replace(/\s+/g, ' ')
    .trim();
}

const all = (html: string, pattern: RegExp): readonly string[] => [...html.matchAll(pattern)].map(([, found = '']) => found);

function tableOf(caption: string, heads: readonly string[], cells: readonly (readonly string[])[]): PageTable {
  const rows = cells.map((row) => Object.fromEntries(heads.map((head, index) => [head, row[index] ?? ''] as const).toReversed()));
  return { caption, heads, cells, rows };
}

/** The tables of a page, in order. */
export function htmlTables(html: string): readonly PageTable[] {
  return all(html, /<table>([\s\S]*?)<\/table>/g).map((table) => {
    const [caption = ''] = all(table, /<caption>([\s\S]*?)<\/caption>/g);
    const heads = all(table, /<th scope="col"[^>]*>([\s\S]*?)<\/th>/g).map(textOf);
    const [body = ''] = all(table, /<tbody>([\s\S]*)<\/tbody>/g);
    const cells = all(body, /<tr>([\s\S]*?)<\/tr>/g).map((row) => all(row, /<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g).map(textOf));
    return tableOf(textOf(caption), heads, cells);
  });
}

const unescaped = (text: string) => text.replace(/\\([!-/:-@[-`{-~])/g, '$1');
const cellsOf = (line: string) =>
  line
    .slice(2, -2)
    .split(/ (?<!\\)\| /)
    .map((cell) => unescaped(cell).replace(/\s+/g, ' ').trim());

/** The tables of Markdown, in order: a caption in bold, and the lines of bars that follow. */
export function markdownTables(markdown: string): readonly PageTable[] {
  const found = [...markdown.matchAll(/^\*\*(.*)\*\*\n\n((?:\|.*\|\n?)+)/gm)];
  return found.map(([, caption = '', lines = '']) => {
    const [heads = '', , ...rows] = lines.trim().split('\n');
    return tableOf(unescaped(caption), cellsOf(heads), rows.map(cellsOf));
  });
}

/** The one table, or all those, of this caption. */
export function tablesNamed(tables: readonly PageTable[], caption: RegExp): readonly PageTable[] {
  const found = tables.filter((table) => caption.test(table.caption));
  if (found.length === 0) throw new Error(`no table ${String(caption)} among: ${tables.map((table) => table.caption).join(' | ')}`);
  return found;
}

/** What stands in the column whose head is like this; fails where there is none. */
export function cellUnder(row: Readonly<Record<string, string>>, head: RegExp): string {
  const name = Object.keys(row).find((own) => head.test(own));
  if (name === undefined) throw new Error(`no column ${String(head)} among: ${Object.keys(row).join(' | ')}`);
  return row[name] ?? '';
}

/** Both drawings of every figure of a page. */
export function htmlFigures(html: string): readonly PageFigure[] {
  const figures = [...html.matchAll(/<figure id="([^"]+)">([\s\S]*?)<\/figure>/g)];
  return figures.flatMap(([, id = '', inner = '']) =>
    [...inner.matchAll(/<svg class="figure (wide|narrow)"[\s\S]*?<\/svg>/g)].map(([svg, layout]) => ({
      id,
      layout: layout as PageFigure['layout'],
      svg,
      title: textOf(all(svg, /<title id="[^"]+">([\s\S]*?)<\/title>/g).join(' ')),
      description: textOf(all(svg, /<desc id="[^"]+">([\s\S]*?)<\/desc>/g).join(' ')),
      texts: all(svg, /<text[^>]*>([\s\S]*?)<\/text>/g).map(textOf),
      hints: all(svg, /<title>([\s\S]*?)<\/title>/g).map(textOf),
    })),
  );
}

/** The numbers of a text in order: `+58 pp [+14, +83]` is 58, 14, 83. */
export function numbersIn(text: string): readonly number[] {
  return (
    text
      .replaceAll(',', ' ')
      .replaceAll('−', '-')
      .match(/[-+]?\d+(?:\.\d+)?/g) ?? []
  ).map(Number);
}

/** Within the rounding of whole points. */
export function isRounded(shown: number | undefined, share: number): boolean {
  return shown !== undefined && Math.abs(shown - 100 * share) <= 0.5 + 1e-9;
}
