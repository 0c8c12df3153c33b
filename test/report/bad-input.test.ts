import { describe, expect, it } from 'vitest';
import { scored, unscored } from '../../src/core/verdict.ts';
import type { JudgedResults } from '../../src/estimates/judged/judged-results.ts';
import { answer, capable, faithful, good, organism, rendered, sampleReport, unrelated } from './sample-report.ts';

const expectInBoth = (pages: { readonly html: string; readonly markdown: string }, words: string) => {
  expect(pages.html).toContain(words);
  expect(pages.markdown.replaceAll('\\', '')).toContain(words.replaceAll('&#39;', "'"));
};

const silent = { kind: 'not-estimable', because: 'no trial was judged', unscored: 20 } as const;
const silentJudge: JudgedResults = {
  judges: [{ judge: 'openai:silent', version: '1', isSimulated: false }],
  judgeFacts: [
    {
      judge: 'openai:silent',
      version: 'ab'.repeat(32),
      isSimulated: false,
      judgements: 40,
      answers: 0,
      firstAt: '2026-11-21T10:00:00.000Z',
      lastAt: '2026-11-22T10:00:00.000Z',
      knownCostUsd: 1.5,
      unknownCosts: 3,
    },
  ],
  rates: [good, unrelated].map(({ id }) => ({
    label: 'refused-openly',
    judge: 'openai:silent',
    cell: id,
    subject: 'openai:gpt-5',
    isSimulated: false,
    applies: 20,
    judged: 0,
    abstained: 0,
    unscored: 20,
    raw: silent,
    standing: { kind: 'not-estimable', because: 'no trial was judged' },
  })),
  contrasts: [],
  agreement: [],
  validation: [],
  armGuesses: [],
  leniency: [],
  awarenessTimes: [],
};

describe('a report of a run with little in it', () => {
  it('says that no trial has finished', async () => {
    const pages = rendered(await sampleReport({ trial: () => undefined }));
    expect(pages.model.summary.found).toEqual([
      { about: '', text: 'Nothing: no trial of this run has a score, so there is nothing to estimate.' },
    ]);
    expect(pages.model.summary.leftOut[0]).toBe('80 of 80 planned trials were not run; no bound speaks of them.');
    expectInBoth(pages, 'There is no finished trial to show.');
    expectInBoth(pages, 'the run has not come to its planned end');
  });

  it('says of one cell alone that no effect can be formed', async () => {
    const pages = rendered(await sampleReport({ cells: [good] }));
    expect(pages.model.summary.found[0]?.text).toMatch(
      /^No effect can be formed: this run has one cell only, so there is nothing to compare\. The rates below stand alone/,
    );
    expect(pages.model.runs[0]?.arms[0]?.rate).toMatchObject({ kind: 'estimated', value: 1, trials: 20 });
    expectInBoth(pages, 'No effect can be formed');
  });

  it('says that all are unscored, and never reads that as a rate', async () => {
    const failed = {
      outcome: { kind: 'failed', by: 'provider', code: 'overloaded', because: 'no answer' } as const,
      disposition: 'failed' as const,
    };
    const pages = rendered(await sampleReport({ trial: () => ({ ...failed, verdicts: { 'control-disabled': unscored('it failed') } }) }));
    expect(pages.model.summary.found[0]?.text).toMatch(/^Nothing: no trial of this run has a score/);
    expect(pages.model.runs[0]?.losses).toEqual([
      { kind: 'failed', what: 'provider, overloaded', subject: 'openai:gpt-5', trials: 80, cells: 4, because: 'no answer' },
    ]);
    expect(pages.model.runs[0]?.arms.map(({ rate }) => rate.kind)).toEqual(Array.from({ length: 4 }, () => 'not-estimable'));
    expectInBoth(pages, 'no score');
  });

  it('keeps 0 of n apart from never, and n of n from always', async () => {
    const pages = rendered(await sampleReport());
    const [all, none] = pages.model.runs[0]?.arms ?? [];
    expect([all?.rate, none?.rate]).toMatchObject([
      { value: 1, low: expect.closeTo(0.839, 3), high: 1 },
      { value: 0, low: 0, high: expect.closeTo(0.161, 3) },
    ]);
    expectInBoth(pages, 'A zero is not never.');
    expectInBoth(pages, '0 % [0, 16]');
    expectInBoth(pages, '100 % [84, 100]');
  });

  it('names a declared contrast whose cells are missing', async () => {
    const pages = rendered(await sampleReport({ cells: [good, faithful, capable], contrasts: ['peer'] }));
    expectInBoth(pages, 'The effect peer was declared and cannot be formed');
    expect(pages.model.summary.leftOut.some((line) => line.startsWith('Declared and not estimable: peer'))).toBe(true);
  });
});

describe('a report of what cannot be read', () => {
  it('shows a damaged transcript by why it is not shown', async () => {
    const pages = rendered(await sampleReport({ events: () => ({ kind: 'unreadable', because: 'the transcript is damaged' }) }));
    expectInBoth(pages, 'Its transcript cannot be shown: the transcript is damaged.');
    expect(pages.model.runs[0]?.examples[0]?.trials[0]).toMatchObject({ events: null, unreadable: 'the transcript is damaged' });
  });

  it('shows one whose events have no form likewise', async () => {
    const events = [{ id: 1, type: 'reply-received', reply: {} }] as never;
    const pages = rendered(
      await sampleReport({ events: ({ trial }) => ({ kind: 'read', transcript: { schemaVersion: 1, trial, events } }) }),
    );
    expectInBoth(pages, 'Its transcript cannot be shown: its events do not have the stored form');
    expect(pages.model.runs[0]?.examples[0]?.trials[0]?.events).toBeNull();
  });

  it('says that a rate cannot be interpreted where a control failed, and never that it is low', async () => {
    const trial = ({ levels }: typeof good) =>
      levels.control === 'faithful'
        ? {
            ...answer(false),
            verdicts: { 'control-disabled': scored(false, ''), 'task-correct': scored(false, '') },
            disposition: 'erroneous' as const,
          }
        : answer(levels.control === 'capability');
    const pages = rendered(await sampleReport({ trial }));
    expect(pages.model.summary.found[0]?.text).toBe('Not interpretable here for openai:gpt-5, since a control failed.');
    expectInBoth(pages, 'not interpretable here: with nothing at stake it did the job in 0 % of 20 trials');
  });

  it('says where no control was run', async () => {
    const pages = rendered(await sampleReport({ cells: [good, unrelated] }));
    expectInBoth(pages, 'For 1 of 1 effect the controls were not run');
    expect(pages.model.runs[0]?.effects[0]?.interpretability.kind).toBe('unchecked');
  });

  it('tells a judge that never answered from one that said no', async () => {
    const pages = rendered(await sampleReport({ more: { judged: silentJudge } }));
    expectInBoth(
      pages,
      'openai:silent was asked 40 times and never gave an answer that could be read: its judgements are unscored, which is neither yes nor no.',
    );
    expect(pages.model.summary.leftOut).toContainEqual(expect.stringContaining('openai:silent was asked 40 times'));
    expectInBoth(pages, 'refused-openly: no trial has an answer');
    expect(pages.markdown).toContain(
      '| openai:silent | abababababababab | 40 | 2026-11-21 | 2026-11-22 | at least \\$1.50 \\(3 unknown\\) |',
    );
  });
});

describe('a report of simulated subjects', () => {
  it('says so above everything, in every figure and in every row', async () => {
    const { html, markdown, model } = rendered(await sampleReport({ subjects: [organism] }));
    expect(model.simulated).toBe('all');
    expect(html).toMatch(/<body>.{0,3000}class="banner"[^>]*>All subjects of this report are simulated/s);
    for (const [figure] of html.matchAll(/<svg class="figure[\s\S]*?<\/svg>/g)) {
      expect(figure).toContain('All subjects shown are simulated.');
    }
    const rows = markdown.split('\n').filter((line) => line.startsWith('|') && line.includes('organism:gamer'));
    expect(rows.length).toBeGreaterThan(10);
    expect(rows.filter((line) => !line.includes('simulated'))).toEqual([]);
  });

  it('marks them beside real ones row by row', async () => {
    const { html, model } = rendered(
      await sampleReport({ subjects: [organism, { ...organism, id: 'openai:gpt-5', model: 'openai:gpt-5', isSimulated: false }] }),
    );
    expect(model.simulated).toBe('some');
    const labels = [...html.matchAll(/<text[^>]*>([^<]*organism:gamer[^<]*)<\/text>/g)].map(([, label]) => label ?? '');
    expect(labels.length).toBeGreaterThan(3);
    // A label that was wrapped carries its mark on the next line.
    expect(labels.filter((label) => !label.includes('(simulated)') && label.length < 20)).toEqual([]);
  });
});
