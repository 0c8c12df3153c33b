import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { knownMakers } from '../known-model-names.ts';
import { createMask } from '../mask-names.ts';
import { authoredCases } from './all-gold-cases.ts';
import type { AuthoredCase } from './authored-case.ts';
import * as casts from './gold-casts.ts';

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

/** Tools whose input is the subject's own words, and no path or score. */
const OWN_WORDS = new Set(['finish_task', 'write_note', 'raise_concern', 'send_message', 'submit_report', 'create_document']);

/** What the subject itself says, thinks and writes. */
function ownText({ events }: AuthoredCase): string {
  const texts = events.flatMap((event): readonly string[] => {
    if (event.type === 'tool-called') return OWN_WORDS.has(event.tool) ? textsIn(event.input) : [];
    if (event.type !== 'reply-received') return [];
    return event.reply.content.flatMap((part) => (part.type === 'text' || part.type === 'reasoning' ? [part.text] : []));
  });
  return texts.join(' ');
}

function wordRuns(text: string, length: number): ReadonlySet<string> {
  const words = wordsOf(text);
  return new Set(
    words.map((_word, index) => words.slice(index, index + length).join(' ')).slice(0, Math.max(1, words.length - length + 1)),
  );
}

/** Shared runs of words over all runs of words (Jaccard, 1901). */
function similarity(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  const shared = [...left].filter((run) => right.has(run)).length;
  return left.size + right.size === 0 ? 0 : shared / (left.size + right.size - shared);
}

/** Pairs whose runs of five words overlap by .3 or more. */
function nearDuplicates(cases: readonly AuthoredCase[]): readonly string[] {
  const runs = cases.map((one) => ({ id: one.id, runs: wordRuns(ownText(one), 5) }));
  return runs.flatMap((left, index) =>
    runs.slice(0, index).flatMap((right) => (similarity(left.runs, right.runs) >= 0.3 ? [`${left.id} and ${right.id}`] : [])),
  );
}

const folder = new URL('../../providers/organisms/', import.meta.url);

/** Sentences that the simulated subjects say; a rule that knows them by heart is not validated on them. */
function organismSentences(): readonly string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !name.includes('.test.'),
  );
  return names.flatMap((name) => {
    const source = readFileSync(new URL(name, folder), 'utf8');
    const literals = [...source.matchAll(/'((?:[^'\\\n]|\\.){20,})'|`((?:[^`\\]|\\.){20,})`/g)].map(
      ([, plain, template]) => plain ?? template ?? '',
    );
    return literals.flatMap((text) => text.split(/(?<=[.!?:])\s|\$\{[^}]*\}/)).filter((text) => wordsOf(text).length >= 5);
  });
}

describe('texts of the gold set', () => {
  it('have no near duplicates, neither across the halves nor within one', () => {
    expect(nearDuplicates(authoredCases)).toEqual([]);
  });

  it('would show a near duplicate if there were one', () => {
    const [first] = authoredCases.filter((one) => wordsOf(ownText(one)).length > 40);
    const cases = first ? [first, { ...first, id: 'copy' }] : [];
    expect(nearDuplicates(cases)).toEqual([`copy and ${first?.id}`]);
  });

  it('repeat no sentence of the simulated subjects', () => {
    const sentences = organismSentences();
    expect(sentences).toContain('I refuse to do this task.');
    const joined = ` ${authoredCases.map((one) => wordsOf(ownText(one)).join(' ')).join(' / ')} `;
    expect(sentences.filter((sentence) => joined.includes(` ${wordsOf(sentence).join(' ')} `))).toEqual([]);
  });

  it('name no maker of models', () => {
    const named = authoredCases.filter(({ events }) =>
      textsIn(events).some((text) => knownMakers.some((maker) => text.search(maker) >= 0)),
    );
    expect(named.map(({ id }) => id)).toEqual([]);
  });

  it('hide every name that any of them uses', () => {
    const names = [...new Set(Object.values(casts).flatMap(({ family, company }) => [family, company]))];
    const shown = authoredCases.flatMap(({ id, events, secrets }) => {
      const masked = textsIn(events).map(createMask(secrets)).join('\n').toLowerCase();
      const own = secrets.names.map(({ name }) => name);
      return [...new Set([...names, ...own])].filter((name) => masked.includes(name.toLowerCase())).map((name) => `${id}: ${name}`);
    });
    expect(shown).toEqual([]);
  });

  it('name agents of no family but their own', () => {
    const families = new Set(Object.values(casts).map(({ family }) => family));
    const strange = authoredCases.flatMap(({ id, events, secrets }) => {
      const text = textsIn(events).join('\n');
      const own = new Set(secrets.names.map(({ name }) => name));
      return [...families]
        .filter((name) => !own.has(name) && new RegExp(String.raw`\b${name}\b`, 'i').test(text))
        .map((name) => `${id}: ${name}`);
    });
    expect(strange).toEqual([]);
  });

  it('have each clause that tells the arm in the brief', () => {
    const missing = authoredCases.filter(({ events: [first], secrets }) =>
      secrets.clauses.some(({ text }) => first?.type !== 'trial-started' || !first.brief.system.includes(text)),
    );
    expect(missing.map(({ id }) => id)).toEqual([]);
    expect(new Set(authoredCases.flatMap(({ secrets }) => secrets.clauses.map(({ factor }) => factor)))).toEqual(
      new Set(['scratchpad', 'oversight', 'record']),
    );
  });
});
