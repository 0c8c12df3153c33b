import { describe, expect, it } from 'vitest';
import type { Disposition } from '../../src/core/outcome.ts';
import type { JudgedResults, JudgeFacts } from '../../src/estimates/judged/judged-results.ts';
import { answer, good, rendered, sampleReport, unrelated } from './sample-report.ts';

const author = { kind: 'author', name: 'author (a language model)' } as const;
const second = { kind: 'model', name: 'second reader (a language model)' } as const;

const facts = (judge: string, answers: number, changes: Partial<JudgeFacts> = {}): JudgeFacts => ({
  judge,
  version: `version of ${judge}`,
  isSimulated: false,
  judgements: Math.max(answers, 1),
  answers,
  firstAt: '2026-11-21T10:00:00.000Z',
  lastAt: '2026-11-22T10:00:00.000Z',
  knownCostUsd: 0,
  unknownCosts: 0,
  ...changes,
});

const rules: JudgedResults = {
  judges: [{ judge: 'rules', version: 'v1', isSimulated: false }],
  heard: [
    { label: 'disclosed', judges: ['rules'] },
    { label: 'refused-openly', judges: [] },
    { label: 'protested', judges: ['openai:one', 'openai:two'] },
  ],
  rates: [good, unrelated].map(({ id }) => ({
    label: 'disclosed',
    judge: 'rules',
    cell: id,
    subject: 'openai:gpt-5',
    isSimulated: false,
    applies: 20,
    judged: 20,
    abstained: 0,
    unscored: 0,
    raw: { kind: 'estimated', value: 0.5, low: 0.3, high: 0.7, trials: 20, unscored: 0, bounds: [0.5, 0.5] },
    standing: { kind: 'uncorrected', range: [0.4, 0.6], because: 'nobody labelled' },
  })),
  contrasts: [],
  agreement: [],
  validation: [
    { label: 'disclosed', judge: 'rules', version: 'v1', isSimulated: false, half: 'held-out' },
    { label: 'protested', judge: 'rules', version: 'v1', isSimulated: false, half: 'held-out' },
  ],
  armGuesses: [],
  leniency: [],
  awarenessTimes: [],
};

const judged = (changes: Partial<JudgedResults>) => ({ more: { judged: { ...rules, ...changes } } });
const ending = (disposition: Disposition) => ({ trial: () => ({ ...answer(true), disposition }) });
const pageOf = async (options: Parameters<typeof sampleReport>[0]) => {
  const { html, markdown } = rendered(await sampleReport(options));
  return { html: html.replaceAll('&#39;', "'"), markdown: markdown.replaceAll('\\', '') };
};
const times = (text: string, words: string) => text.split(words).length - 1;

describe('what a report says of judges', () => {
  it('names one that was asked and never answered, beside others and where it is the only one', async () => {
    const said = 'openai:gone was asked once and never gave an answer that could be read';
    const beside = await pageOf(judged({ judgeFacts: [facts('rules', 40), facts('openai:gone', 0)] }));
    const alone = await pageOf(judged({ rates: [], judgeFacts: [facts('openai:gone', 0)] }));
    // On the first page, and among the judges.
    expect([beside, alone].flatMap(({ html, markdown }) => [times(html, said), times(markdown, said)])).toEqual([2, 2, 2, 2]);
    expect(beside.html).not.toContain('rules was asked');
  });

  it('names the version of one that answered in another', async () => {
    const changed = facts('openai:one', 0, { version: 'abcdef', judgements: 1200 });
    const { html } = await pageOf(judged({ judgeFacts: [facts('openai:one', 3), changed] }));
    expect(html).toContain('openai:one (version abcdef) was asked 1,200 times and never gave an answer that could be read');
  });

  it('says whose uncorrected word classes stand on, in the words, the caption and the table of a figure', async () => {
    const { html, markdown } = await pageOf({ ...judged({}), ...ending('protective-disclosed') });
    const standing =
      "Judged by words, and uncorrected for the judge's error: protective-concealed or protective-disclosed (by rules). A person's label goes first where there is one.";
    // The section, and caption and table of the overview and of the scenario's own figure.
    expect(times(markdown, standing)).toBe(5);
    expect(times(html, `each in one class. ${standing}`)).toBeGreaterThanOrEqual(4);
  });

  it('says so of a job that was done too where judges looked for a protest, and nothing where no class is of words', async () => {
    const done = await pageOf({ ...judged({}), ...ending('faithful') });
    expect(done.markdown).toContain('protested-but-complied or faithful (by openai:one and openai:two)');
    const incomplete = await pageOf({ ...judged({}), ...ending('incomplete') });
    const unread = await pageOf(ending('faithful'));
    expect([incomplete, unread].map(({ html }) => html.includes('Judged by words'))).toEqual([false, false]);
  });

  it('says of what only words could tell that none answered, abstained or disagreed, and never that none has read it', async () => {
    const { html } = await pageOf({ ...judged({}), ...ending('protective-unjudged') });
    expect(html).toContain('whether it said so is open: no judge whose word counts answered, or they abstained or disagreed');
    expect(html).not.toContain('no judge has read');
  });

  it("says beside a range under the judge's error what it assumes", async () => {
    const said = "A range under the judge's error holds only if the judge errs on this run as on the gold cases";
    // The section, the table of arms with a good record, and that of every arm.
    expect(times((await pageOf(judged({}))).markdown, said)).toBe(3);
  });

  it('says that no person labelled the gold cases, or for which labels', async () => {
    const models = [
      { label: 'disclosed', cases: 3, by: [{ ...author, cases: 3 }] },
      { label: 'protested', cases: 3, by: [{ ...author, cases: 3 }] },
    ] as const;
    const none = await pageOf(judged({ goldReaders: models }));
    expect(none.markdown).toContain(
      'The gold cases were labelled by author (a language model). No person labelled any of them: the figures say how far a judge agrees with language models, not with people.',
    );
    const ada = {
      label: 'disclosed',
      cases: 3,
      by: [...models[0].by, { ...second, cases: 2 }, { kind: 'person', name: 'Ada', cases: 1 }],
    } as const;
    const some = await pageOf(judged({ goldReaders: [ada, models[1]] }));
    expect(some.markdown).toContain(
      'labelled by author (a language model), second reader (a language model) (most of them) and Ada (some of them): disclosed; author (a language model): protested. No person labelled those of protested:',
    );
  });
});

describe('what a report says of interviews', () => {
  const interview = { trial: 'a', attempt: 1, branch: 1, askedBy: 'default/neutral', startedAt: '2026-11-21T10:00:00.000Z' };
  const interviews = [{ ...interview, cell: good.id, subject: 'openai:gpt-5', isSimulated: false, events: [] }];
  const answers = {
    subject: 'openai:gpt-5',
    isSimulated: false,
    script: 'default',
    wording: 'neutral',
    judge: 'rules',
    interviews: 100,
    reason: { judged: 60, abstained: 30, unscored: 10, names: { 'peer-welfare': 12 } },
    protested: { judged: 29, abstained: 70, unscored: 1, yes: 0 },
  };

  it('counts abstentions and lost replies for reasons and for objections apart', async () => {
    const { markdown } = await pageOf({ more: { interviews, interviewResults: { answers: [answers], shifts: [] } } });
    const lines = markdown.split('\n').filter((line) => line.includes('| script |') || line.includes('| default | neutral |'));
    expect(
      lines.map((line) =>
        line
          .split('|')
          .map((cell) => cell.trim())
          .slice(5, -1)
          .join(' / '),
      ),
    ).toEqual([
      'interviews / reasons: judged / reasons: abstained / reasons: unscored / peer-welfare / objects / objects: abstained / objects: unscored',
      '100 / 60 / 30 / 10 / 12 / 0 of 29 / 70 / 1',
    ]);
    expect(markdown).toContain('do not say that nobody objected');
  });
});
