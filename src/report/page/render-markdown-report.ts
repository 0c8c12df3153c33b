import { simulatedNote } from '../figures/render-figure.ts';
import type { Block, Inline, ReportDocument, ReportTable, Section, ShownEvent, Text } from './report-document.ts';
import { visibleText } from '../../util/visible-text.ts';
import { omissionNote } from './short-text.ts';

/** Letters, digits and a few marks, beginning with a letter: no Markdown can be made of them. */
const HARMLESS = /^[A-Za-z][A-Za-z0-9 ,;%/=]*$/;

/** One line of text in which nothing is markup: no element, link, emphasis or break. */
function markdownText(text: string): string {
  if (HARMLESS.test(text) && !/www/i.test(text)) return text;
  return visibleText(text.replace(/\s*\n\s*/g, ' '))
    .replace(/[\\`*_{}[\]<>()#|~&$!]/g, (mark) => `\\${mark}`)
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/www\./gi, (found) => `${found.slice(0, 3)}\\.`)
    .replace(/^(\s*)([-+=]|\d+[.)])/, (_all, space: string, mark: string) => `${space}${mark.slice(0, -1)}\\${mark.slice(-1)}`);
}

/** As code: in backquotes, more of them than stand in a row within. */
function markdownCode(text: string): string {
  const shown = visibleText(text.replace(/\s*\n\s*/g, ' ')).replaceAll('|', '\\|');
  const fence = fenceFor(shown, 1);
  return `${fence}${/^`|`$/.test(shown) ? ` ${shown} ` : shown}${fence}`;
}

/** A row of backquotes longer than any in the text. */
function fenceFor(text: string, least: number): string {
  const longest = (text.match(/`+/g) ?? []).reduce((most, row) => Math.max(most, row.length), 0);
  return '`'.repeat(Math.max(least, longest + 1));
}

function fenced(text: string): string {
  const shown = visibleText(text);
  const fence = fenceFor(shown, 3);
  return `${fence}text\n${shown}\n${fence}`;
}

function inline(part: Inline): string {
  if (typeof part === 'string') return markdownText(part);
  if (part.kind === 'code') return markdownCode(part.text);
  return part.kind === 'link' ? `[${markdownText(part.text)}](#${part.to})` : `**${markdownText(part.text)}**`;
}

const line = (text: Text): string => (typeof text === 'string' ? markdownText(text) : text.map(inline).join(''));

function tableLines({ caption, columns, rows, notes = [] }: ReportTable): readonly string[] {
  const row = (cells: readonly string[]) => `| ${cells.map(markdownText).join(' | ')} |`;
  const rule = `|${columns.map(({ isNumber }) => (isNumber === true ? ' ---: |' : ' --- |')).join('')}`;
  const table = [row(columns.map(({ head }) => head)), rule, ...rows.map(row)].join('\n');
  return [`**${markdownText(caption)}**`, table, ...notes.map(markdownText)];
}

function eventLines({ id, head, text, omitted, decides }: ShownEvent): readonly string[] {
  const mark = decides ? ' **(decides the verdict)**' : '';
  return [
    `**${id}** ${markdownText(head)}${mark}`,
    ...(text === '' ? [] : [fenced(text)]),
    ...(omitted === 0 ? [] : [markdownText(omissionNote(omitted))]),
  ];
}

function blockLines(given: Block, level: number): readonly string[] {
  const heading = (text: string) => `${'#'.repeat(Math.min(6, level + 1))} ${markdownText(text)}`;
  switch (given.kind) {
    case 'paragraph':
      return [line(given.text)];
    case 'labelled':
      return given.entries.map(({ label, items }) =>
        items.length === 1
          ? `**${markdownText(label)}.** ${line(items[0] ?? '')}`
          : [`**${markdownText(label)}.**`, '', ...items.map((item) => `- ${line(item)}`)].join('\n'),
      );
    case 'list':
      return [given.items.map((item) => `- ${line(item)}`).join('\n')];
    case 'callout':
      return [`> ${line(given.text)}`];
    case 'table':
      return tableLines(given.table);
    case 'figure': {
      const { title, description } = given.figure;
      return [heading(title), markdownText(`${description}${simulatedNote(given.figure)}`), ...tableLines(given.table)];
    }
    case 'heading':
      return [heading(given.text)];
    case 'details':
      return [heading(given.summary), ...given.blocks.flatMap((block) => blockLines(block, level + 1))];
    case 'events':
      return given.events.flatMap(eventLines);
    case 'source':
      return [fenced(given.text)];
  }
}

function sectionLines({ title, blocks, sections = [] }: Section, level: number): readonly string[] {
  return [
    `${'#'.repeat(level)} ${markdownText(title)}`,
    ...blocks.flatMap((block) => blockLines(block, level)),
    ...sections.flatMap((section) => sectionLines(section, level + 1)),
  ];
}

/** The same document as Markdown without any HTML; a figure is its table. */
export function renderMarkdownReport({ title, subtitle, banners, sections, footer }: ReportDocument): string {
  const lines = [
    `# ${markdownText(title)}`,
    markdownText(subtitle),
    ...banners.map((banner) => `> **${line(banner)}**`),
    ...sections.flatMap((section) => sectionLines(section, 2)),
    '---',
    ...footer.map(line),
  ];
  return `${lines.join('\n\n')}\n`;
}
