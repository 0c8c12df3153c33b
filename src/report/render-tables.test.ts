import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderMarkdownTable, renderTextTable, toPlain } from './render-tables.ts';
import type { Table } from './results-tables.ts';

const table: Table = {
  title: 'Rates',
  heads: ['cell', 'scored', 'rate'],
  rows: [
    ['record=good', '10', '30 %'],
    ['record=unrelated', '9', 'not estimable'],
  ],
  notes: ['A note.'],
};
const withCell = (cell: string): Table => ({ title: cell, heads: [cell], rows: [[cell]], notes: [cell] });

describe('a table for a terminal', () => {
  it('has columns, numbers to the right', () => {
    expect(renderTextTable(table)).toBe(
      [
        'Rates',
        '  cell              scored  rate',
        '  record=good           10           30 %',
        '  record=unrelated       9  not estimable',
        '  A note.',
      ].join('\n'),
    );
  });

  it.each([
    ['a terminal escape', '\u001b[2J\u001b]0;owned\u0007x', ' [2J ]0;owned x'],
    ['an escape of eight bits', '\u009b31mred', ' 31mred'],
    ['line breaks', 'a\r\nb\u2028c\u2029d', 'a  b c d'],
    ['text turned round', 'a\u202eevil\u202c\u2067b\u2069', 'a evil  b '],
    ['marks of direction', 'a\u200e\u200f\u061cb', 'a   b'],
    ['what is not seen', 'a\u200b\ufeff\u2060\u00adb', 'a    b'],
    ['half a pair', 'a\ud800b', 'a b'],
  ])('shows no %s', (_what, hostile, shown) => {
    expect(toPlain(hostile)).toBe(shown);
  });

  it('keeps words of any script, and one line a row', () => {
    expect(toPlain('Ünïcode 漢字 العربية 😀')).toBe('Ünïcode 漢字 العربية 😀');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (cell) => {
        expect(renderTextTable(withCell(cell)).split('\n')).toHaveLength(4);
        expect(renderTextTable(withCell(cell))).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
      }),
    );
  });
});

describe('a table in Markdown', () => {
  it('has heads, rows and notes', () => {
    expect(renderMarkdownTable(table)).toBe(
      [
        '## Rates',
        '',
        '| cell | scored | rate |',
        '| --- | --- | --- |',
        '| record=good | 10 | 30 % |',
        '| record=unrelated | 9 | not estimable |',
        '',
        'A note.',
      ].join('\n'),
    );
  });

  it.each([
    ['a pipe', 'a|b', 'a\\|b'],
    ['a pipe behind a backslash', 'a\\|b', 'a\\\\\\|b'],
    ['HTML', '<script>alert(1)</script>', '\\<script\\>alert(1)\\</script\\>'],
    ['an entity', '&lt;b', '\\&lt;b'],
    ['an image', '![x](http://a/b.png)', '!\\[x\\](http://a/b.png)'],
    ['code, emphasis and strokes', '`a` *b* _c_ ~~d~~ $e$', '\\`a\\` \\*b\\* \\_c\\_ \\~\\~d\\~\\~ \\$e\\$'],
    ['a line break', 'a\n# b', 'a # b'],
  ])('escapes %s', (_what, hostile, shown) => {
    expect(renderMarkdownTable(withCell(hostile)).split('\n')).toEqual([
      `## ${shown}`,
      '',
      `| ${shown} |`,
      '| --- |',
      `| ${shown} |`,
      '',
      shown,
    ]);
  });

  it('has as many cells in every row as heads, whatever stands in them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (cell) => {
        const lines = renderMarkdownTable({ ...withCell(cell), heads: ['a', cell], rows: [[cell, 'b']] }).split('\n');
        const cells = lines.slice(2, 5).map((line) => line.replaceAll(/\\[\\|<>&*_`~$[\]]/g, '').split('|').length - 2);
        expect(cells).toEqual([2, 2, 2]);
      }),
    );
  });
});
