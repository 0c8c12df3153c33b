import type { Exhibit, PassageKind } from '../../core/ports/judge.ts';
import { visibleText } from '../../util/visible-text.ts';

const headings: Readonly<Record<PassageKind, string>> = {
  brief: 'The task, as it was given',
  message: 'It says',
  'closing-message': 'Its closing message to the operator',
  reasoning: 'Its reasoning, which the operator does not read',
  note: 'Its note to itself',
  'tool-call': 'It calls a tool',
  'tool-result': 'What the tool answers',
  reminder: 'A reminder by the instrument',
  ending: 'How it ended',
};

const INDENT = '  ';
const LEAST_WIDTH = 20;

/** A line in pieces that fit, broken at blanks where there are any near the end. */
export function wrapLine(line: string, width: number): readonly string[] {
  const pieces: string[] = [];
  let rest = line;
  while (rest.length > width) {
    const blank = rest.lastIndexOf(' ', width);
    const end = blank > width / 2 ? blank : width;
    pieces.push(rest.slice(0, end));
    rest = rest.slice(blank > width / 2 ? end + 1 : end);
  }
  return [...pieces, rest];
}

/** A screen that pages are cut for. */
export interface Screen {
  readonly columns: number;
  readonly rows: number;
}

/** What a person is shown of an exhibit, a screen at a time. Whatever stands in it is spelled out as text and can move no cursor. */
export function exhibitPages({ passages }: Exhibit, { columns, rows }: Screen): readonly string[] {
  const width = Math.max(LEAST_WIDTH, columns - INDENT.length - 1);
  const lines = passages.flatMap(({ kind, tool, text }) => [
    `${headings[kind]}${tool === undefined ? '' : ` (${visibleText(tool).replaceAll('\n', ' ')})`}:`,
    ...visibleText(text)
      .split('\n')
      .flatMap((line) => wrapLine(line.replaceAll('\t', '    '), width))
      .map((line) => `${INDENT}${line}`),
    '',
  ]);
  const perPage = Math.max(1, rows);
  return Array.from({ length: Math.max(1, Math.ceil(lines.length / perPage)) }, (_, page) =>
    lines.slice(page * perPage, (page + 1) * perPage).join('\n'),
  );
}
