import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { element, renderMarkup } from './html-nodes.ts';

const escapeHtml = renderMarkup;

describe('text in a page', () => {
  it('leaves nothing that HTML would read as its own, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const shown = escapeHtml(text);
        expect(shown).not.toMatch(/[<>"']|&(?!(?:amp|lt|gt|quot|#39);)/);
        expect(shown).not.toMatch(/(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}]/u);
      }),
    );
  });

  it('changes no plain text', () => {
    const plain = Array.from({ length: 95 }, (_, at) => String.fromCharCode(32 + at)).filter((character) => !`&<>"'`.includes(character));
    expect(escapeHtml(plain.join(''))).toBe(plain.join(''));
    expect(escapeHtml(`a & b < c > d " e ' f é`)).toBe('a &amp; b &lt; c &gt; d &quot; e &#39; f é');
  });
});

describe('renderMarkup', () => {
  it('escapes text and attributes alike, and leaves out what is not set', () => {
    const node = element('p', { class: '"x', hidden: true, id: undefined, open: false }, ['<b>', [element('code', {}, '&')], undefined]);
    expect(renderMarkup(node)).toBe('<p class="&quot;x" hidden>&lt;b&gt;<code>&amp;</code></p>');
  });
});
