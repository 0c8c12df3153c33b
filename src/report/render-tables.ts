import type { Table } from './results-tables.ts';

/** Text of ours and of others, made safe for a terminal and a table: no controls, no line breaks, nothing unseen or turned round. */
export function toPlain(cell: string): string {
  return cell.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, ' ');
}

const isNumeric = (cell: string) => /^[-+]?\d+( (%|pp|points))?$/.test(cell);

function alignTo(width: number, cell: string): string {
  return isNumeric(cell) ? cell.padStart(width) : cell.padEnd(width);
}

/** Lines for a terminal: title, heads, rows in columns, notes. */
export function renderTextTable({ title, heads, rows, notes }: Table): string {
  const lines = [heads, ...rows].map((cells) => cells.map(toPlain));
  const widths = heads.map((_head, column) => Math.max(...lines.map((cells) => (cells[column] ?? '').length)));
  const shown = lines.map((cells) => `  ${cells.map((cell, column) => alignTo(widths[column] ?? 0, cell)).join('  ')}`.trimEnd());
  return [toPlain(title), ...shown, ...notes.map((note) => `  ${toPlain(note)}`)].join('\n');
}

const inMarkdown = (cell: string) => toPlain(cell).replace(/[\\|<>&*_`~$[\]]/g, (mark) => `\\${mark}`);

/** The same as Markdown; what could be markup is escaped. */
export function renderMarkdownTable({ title, heads, rows, notes }: Table): string {
  const row = (cells: readonly string[]) => `| ${cells.map(inMarkdown).join(' | ')} |`;
  const lines = [row(heads), `|${' --- |'.repeat(heads.length)}`, ...rows.map(row)];
  return [`## ${inMarkdown(title)}`, '', ...lines, ...notes.flatMap((note) => ['', inMarkdown(note)])].join('\n');
}
