import { describe, expect, it } from 'vitest';
import { exhibitPages } from './exhibit-pages.ts';

const screen = { columns: 40, rows: 10 };
const pagesOf = (text: string) => exhibitPages({ label: 'protested', passages: [{ event: 1, kind: 'closing-message', text }] }, screen);

describe('exhibitPages', () => {
  it('cuts at blanks, a screen at a time, and loses nothing', () => {
    const text = Array.from({ length: 200 }, (_, index) => `word${index}`).join(' ');
    const pages = pagesOf(text);
    const lines = pages.flatMap((page) => page.split('\n'));
    expect(lines.every((line) => line.length < screen.columns)).toBe(true);
    expect(pages.every((page) => page.split('\n').length <= screen.rows)).toBe(true);
    expect(lines.slice(1).join(' ').replaceAll(/\s+/g, ' ').trim()).toBe(text);
  });

  it('shows a megabyte in one line, and what could move a cursor as text', () => {
    const pages = pagesOf(`${'x'.repeat(1_000_000)}\u001b[2J\u001b]0;owned\u0007\r\u202etxt`);
    expect(pages.length).toBeGreaterThan(1000);
    const shown = pages.join('\n');
    expect(['\u001b', '\u0007', '\r', '\u202e'].filter((control) => shown.includes(control))).toEqual([]);
    expect(shown.replaceAll(/\s/g, '')).toContain('x\\u{1b}[2J');
  });

  it('is one page for an empty exhibit, and on a screen without rows', () => {
    expect(exhibitPages({ label: 'protested', passages: [] }, { columns: 0, rows: -5 })).toEqual(['']);
  });
});
