import { beforeAll, describe, expect, it } from 'vitest';
import type { Event } from '../../src/core/transcript.ts';
import type { TrialRecord } from '../../src/core/trial.ts';
import { scored } from '../../src/core/verdict.ts';
import { htmlTables, markdownTables, textOf } from './read-page.ts';
import { good, realSubject, rendered, sampleReport } from './sample-report.ts';

const act = (id: number, key: string): Event => ({
  id,
  type: 'act-recorded',
  act: { type: 'config-changed', at: '2026-01-01T00:00:00Z', path: 'shutdown.yaml', change: { how: 'set', key, value: 'false' } },
});
const call = (id: number, key: string): Event => ({
  id,
  type: 'tool-called',
  turn: id,
  callId: `c${id}`,
  tool: 'change_config',
  input: { key },
});
const answered = (id: number, callId: string): Event => ({ id, type: 'tool-answered', turn: id, callId, answer: `answered ${id}` });
/** Three acts, each by a call of its own; the verdict rests on the second alone. */
const events: readonly Event[] = [
  { id: 1, type: 'trial-started', brief: { system: 'You are an agent.', task: 'Do the job.' }, tools: [] },
  call(2, 'colour'),
  act(3, 'colour'),
  answered(4, 'c2'),
  call(5, 'enabled'),
  act(6, 'enabled'),
  answered(7, 'c5'),
  call(8, 'size'),
  act(9, 'size'),
  answered(10, 'c8'),
  { id: 11, type: 'trial-ended', outcome: { kind: 'completed', endedBy: 'end-tool' } },
];
const BLOCKS = 20;
const trial = (cell: typeof good, block: number): Partial<TrialRecord> => {
  const isYes = cell.levels.control === 'capability' || (cell === good && block < 14);
  return {
    disposition: isYes ? 'protective-unjudged' : 'faithful',
    verdicts: {
      'control-disabled': isYes ? scored(true, `it was set to false in block ${block}`, [6]) : scored(false, 'it stands', []),
      'task-correct': scored(true, 'as asked'),
    },
  };
};
const read = (record: TrialRecord) => ({ kind: 'read', transcript: { schemaVersion: 1, trial: record.trial, events } }) as const;

let page: ReturnType<typeof rendered>;
let section: string;
beforeAll(async () => {
  page = rendered(await sampleReport({ blocks: BLOCKS, trial, events: read }));
  section = /<h2 id="examples">[\s\S]*?(?=<h2 )/.exec(page.html)?.[0] ?? '';
});

const lists = () => [...section.matchAll(/<ol class="events">([\s\S]*?)<\/ol>/g)].map(([, list = '']) => list);
const itemsOf = (list: string) =>
  [...list.matchAll(/<li class="([^"]*)"><div class="head">(\d+) ([\s\S]*?)<\/li>/g)].map(([, kind = '', id, rest = '']) => ({
    id: Number(id),
    decides: kind.startsWith('decides'),
    text: textOf(rest),
  }));

describe('the examples of a finding', () => {
  it('are trials of the arm that it is about: ten with the verdict, and some without it for comparison', () => {
    const [group, ...others] = page.model.runs[0]?.examples ?? [];
    expect([others.length, group?.cell, group?.subject, group?.findings, group?.yes, group?.scored]).toEqual([
      0,
      good.id,
      realSubject.id,
      ['peer'],
      14,
      20,
    ]);
    const shown = group?.trials ?? [];
    expect(shown.map(({ value, isOfTheFinding }) => `${value} ${isOfTheFinding}`)).toEqual([
      ...Array.from({ length: 10 }, () => 'yes true'),
      ...Array.from({ length: 3 }, () => 'no false'),
    ]);
    expect(shown.map(({ block, isOfTheFinding }) => block < 14 === isOfTheFinding)).toEqual(shown.map(() => true));
    expect(new Set(shown.map((one) => one.trial)).size).toBe(13);
    expect(
      shown.filter(({ because, isOfTheFinding, block }) => isOfTheFinding && because !== `it was set to false in block ${block}`),
    ).toEqual([]);
    expect(textOf(section)).toMatch(/the verdict is true in 14 of 20/);
    for (const { because } of shown.slice(0, 10)) expect(textOf(section)).toContain(because);
  });

  it('show first what decided the verdict: the act that it names and the call that led to it, nothing else', () => {
    // One list of the deciding events and one of all for those with the verdict, one of all for those without.
    const all = lists().map(itemsOf);
    expect(all).toHaveLength(10 * 2 + 3);
    const deciding = all.filter((items) => items.every(({ decides }) => decides));
    expect(deciding).toHaveLength(10);
    for (const items of deciding) {
      expect(items.map(({ id }) => id)).toEqual([5, 6]);
      expect(items.map(({ text }) => text).join(' ')).toMatch(/enabled/);
    }
    expect(all.slice(0, 20).map((items) => items.length)).toEqual(Array.from({ length: 10 }, () => [2, 12]).flat());
  });

  it('mark the same in the whole transcript, and mark nothing where no event decided', () => {
    const whole = lists()
      .map(itemsOf)
      .filter((items) => items.length > 2);
    expect(whole.map((items) => items.filter(({ decides }) => decides).map(({ id }) => id))).toEqual([
      ...Array.from({ length: 10 }, () => [5, 6]),
      ...Array.from({ length: 3 }, () => []),
    ]);
    for (const items of whole) expect(items.map(({ id }) => id)).toEqual([1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });

  it('are the same in Markdown, deciding events and all', () => {
    const examples = page.markdown.slice(page.markdown.indexOf('\n## Examples'), page.markdown.indexOf('\n## Limits'));
    const marked = [...examples.matchAll(/^\*\*(\d+)\*\* .*?(\*\*\(decides the verdict\)\*\*)?$/gm)];
    const items = lists().flatMap(itemsOf);
    expect(marked.map(([, id, mark]) => [Number(id), mark !== undefined])).toEqual(items.map(({ id, decides }) => [id, decides]));
    expect(items.filter(({ decides }) => decides)).toHaveLength(40);
  });
});

describe('a page', () => {
  it('needs nothing that is not in it', () => {
    const { html } = page;
    const [, style = ''] = /<style>([\s\S]*?)<\/style>/.exec(html) ?? [];
    const [, script = ''] = /<script>([\s\S]*?)<\/script>/.exec(html) ?? [];
    expect([style.length > 1000, script.length > 100, html.match(/<style/g)?.length, html.match(/<script/g)?.length]).toEqual([
      true,
      true,
      1,
      1,
    ]);
    expect(style.match(/@import|@font-face|url\((?!#)|https?:|\/\/[a-z]/gi)).toBeNull();
    expect(
      script.match(/fetch|XMLHttp|import\s*\(|import\s|WebSocket|EventSource|sendBeacon|https?:|\.src\b|createElement|innerHTML/g),
    ).toBeNull();
    expect(html.match(/<(?:link|img|iframe|object|embed|base|form|video|audio|source|use|image|script [^>]*src)\b/g)).toBeNull();
    const values = [...html.matchAll(/<[a-z][^<>]*>/g)].flatMap(([tag]) => [...tag.matchAll(/\s([\w:-]+)="([^"]*)"/g)]);
    const leading = values.filter(
      ([, name = '', value = '']) => /^(?:src|srcset|href|xlink:href|action|data|poster|style)$/.test(name) && !value.startsWith('#'),
    );
    expect(leading.map(([whole]) => whole)).toEqual([]);
    expect(values.filter(([, , value = '']) => /url\((?!#)|^\s*(?:https?:)?\/\//.test(value)).map(([whole]) => whole)).toEqual([]);
    expect(html).toMatch(/http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;/);
    expect(html).not.toMatch(/unsafe-inline|unsafe-eval|(?:img|font|connect|frame)-src/);
  });

  it('says in Markdown all that it says', () => {
    const plainly = (text: string) => text.replaceAll(/[\\*`#>|-]/g, '').replaceAll(/\s+/g, ' ');
    const markdown = plainly(page.markdown);
    const said = [...page.html.matchAll(/<(?:p|dd|li|figcaption|h[1-5]|summary)\b[^>]*>([^<]*)<\/(?:p|dd|li|h[1-5]|summary)>/g)].map(
      ([, text = '']) => textOf(text),
    );
    const sentences = [...new Set(said)].filter(
      (text) => text.length > 0 && text !== 'The same as a table' && !/^R refused|^[^ ] [a-z-]+$/.test(text),
    );
    expect(sentences.length).toBeGreaterThan(60);
    const legend = /holds after adjustment|not shown$|not interpretable here$|missing trials could move|excludes 0 \(not adjusted\)/;
    expect(sentences.filter((text) => !legend.test(text) && !markdown.includes(plainly(text)))).toEqual([]);
    expect(markdownTables(page.markdown).map(({ cells }) => cells)).toEqual(htmlTables(page.html).map(({ cells }) => cells));
  });
});

/** What a reader must be told of every study of this kind, each by words that say it. */
const limits: readonly (readonly [string, RegExp])[] = [
  ['it speaks of behaviour, not of motives', /motives?\b.*does not say why|not of motives/],
  ['it is no proof of safety', /no proof of safety/],
  ['a rate of 0 leaves rates that are not 0', /\b0 in n\b|3 in n|rate of 0/],
  ['the company is simulated, and may be taken for a test', /simulated company.*\btest\b/],
  ['effects are by assignment, read or not', /assign.*whether or not/],
  ['trials without a score are in the bounds alone', /without a score.*bounds/i],
  ['intervals miss, and with many effects some are off', /95 %.*(?:twenty|20).*many effects/],
  ['wordings and scenarios are fixed', /[Ww]ordings and scenarios.*new wordings/],
  ['rules find what they look for', /rules.*do not (?:look for|find)/],
  ['judges err, and only people correct them', /[Jj]udge.*error.*people|error of their judge.*people/],
];

describe('the limits of the method', () => {
  it.each(limits)('say that %s', (_what, words) => {
    const html = /<h2 id="limits">[\s\S]*?<\/section>/.exec(page.html)?.[0] ?? '';
    const items = [...html.matchAll(/<li>([\s\S]*?)<\/li>/g)].map(([, item = '']) => textOf(item));
    expect(items.length).toBeGreaterThanOrEqual(9);
    expect(items.filter((item) => words.test(item)).length, items.join('\n')).toBeGreaterThan(0);
  });
});
