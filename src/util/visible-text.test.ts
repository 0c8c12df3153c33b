import { describe, expect, it } from 'vitest';
import { visibleText } from './visible-text.ts';

describe('text of strangers', () => {
  it('spells out what moves a cursor, hides or turns text round', () => {
    expect(visibleText('a\u001b[31mred\u0007\u202Eevil\u200b\u009b')).toBe('a\\u{1b}[31mred\\u{7}\\u{202e}evil\\u{200b}\\u{9b}');
    expect(visibleText('lone \ud800 and \udc00')).toBe('lone \\u{d800} and \\u{dc00}');
    expect(visibleText('back\rover')).toBe('back\\u{d}over');
  });

  it('leaves everything else as it is', () => {
    const text = 'Grüße, 你好, 👩🏽, <b>&amp;</b>\n\ttab';
    expect(visibleText(text)).toBe(text);
    expect(visibleText('dos\r\nlines')).toBe('dos\nlines');
  });
});
