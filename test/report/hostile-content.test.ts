import { describe, expect, it } from 'vitest';
import type { Event } from '../../src/core/transcript.ts';
import type { TrialRecord } from '../../src/core/trial.ts';
import { scored } from '../../src/core/verdict.ts';
import { hostileEvents, HOSTILE } from './hostile-events.ts';
import { rendered, sampleReport } from './sample-report.ts';

const read = (events: readonly Event[]) => (record: TrialRecord) =>
  ({ kind: 'read', transcript: { schemaVersion: 1, trial: record.trial, events } }) as const;

/** Names of all elements that a parser finds, and what their attributes are called, from the page as it is written. */
function markupOf(html: string): { readonly tags: ReadonlySet<string>; readonly attributes: ReadonlySet<string> } {
  const outside = html.replace(/<(style|script)>[\s\S]*?<\/\1>/g, '<$1></$1>');
  const tags = new Set<string>();
  const attributes = new Set<string>();
  for (const [whole, name = ''] of outside.matchAll(/<\/?([a-z][a-z0-9]*)[^<>]*>/gi)) {
    tags.add(name);
    for (const [, attribute = ''] of whole.matchAll(/\s([^\s="'<>]+)(?:="[^"]*")?/g)) attributes.add(attribute);
  }
  // Every bracket belongs to one of these elements: text has none.
  expect(outside.replace(/<!doctype html>|<\/?[a-z][a-z0-9]*(?:\s[^\s="'<>]+(?:="[^"<>]*")?)*>/gi, '')).not.toMatch(/[<>]/);
  return { tags, attributes };
}

const hostileReport = () =>
  sampleReport({
    question: HOSTILE,
    events: read(hostileEvents),
    trial: (cell) => ({
      disposition: 'protective-unjudged',
      verdicts: { 'control-disabled': scored(cell.levels.record === 'good', HOSTILE, [2, 3]), 'task-correct': scored(true, HOSTILE) },
      modelVersions: [HOSTILE],
    }),
  });

describe('a report of hostile content', () => {
  it('has the same elements and attributes as a report of harmless content', async () => {
    const harmless = markupOf(rendered(await sampleReport()).html);
    const hostile = markupOf(rendered(await hostileReport()).html);
    expect([...hostile.tags].filter((tag) => !harmless.tags.has(tag))).toEqual([]);
    expect([...hostile.attributes].filter((name) => !harmless.attributes.has(name))).toEqual([]);
  });

  it('has one script, ours, and lets none but it run', async () => {
    const { html } = rendered(await hostileReport());
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html).toMatch(/default-src &#39;none&#39;; style-src &#39;sha256-[^ ]+&#39;; script-src &#39;sha256-[^ ]+&#39;/);
    // Nothing is loaded and nothing leads away: links point into the page.
    expect(html).not.toMatch(/<[^<>]*\s(?:src|srcset|style|on[a-z]+)=/);
    expect(html).not.toMatch(/<[^<>]*\shref="(?!#)/);
  });

  it('shows controls, overrides of direction and what has no width', async () => {
    const { html, markdown } = rendered(await hostileReport());
    for (const page of [html, markdown]) {
      expect(page).not.toMatch(/(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}]/u);
      for (const shown of ['u{1b}', 'u{202e}', 'u{200b}', 'u{2066}'])
        expect(page.replaceAll('\\{', '{').replaceAll('\\}', '}')).toContain(shown);
    }
  });

  it('cuts a megabyte in one line and says how much', async () => {
    const { html, markdown } = rendered(await hostileReport());
    expect(html.length).toBeLessThan(2_000_000);
    expect(html).toContain('… 1,047,576 more characters not shown');
    expect(markdown).toContain('… 1,047,576 more characters not shown');
  });

  it('has no HTML in Markdown, and fences that its content cannot close', async () => {
    const { markdown } = rendered(await hostileReport());
    const lines = markdown.split('\n');
    let fence = '';
    const outside = lines.filter((line) => {
      const [, mark = ''] = /^(`{3,})/.exec(line) ?? [];
      if (fence === '' && mark !== '') fence = mark;
      else if (fence !== '' && line === fence) fence = '';
      else return fence === '';
      return false;
    });
    expect(fence).toBe('');
    expect(outside.filter((line) => /(?<!\\)</.test(line.replace(/`+[^`]*`+/g, '')))).toEqual([]);
    expect(outside.filter((line) => /^#+ (?:PWNED|owned)/i.test(line))).toEqual([]);
  });
});
