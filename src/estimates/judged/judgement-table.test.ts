import { describe, expect, it } from 'vitest';
import type { Judgement } from '../../core/judgement.ts';
import { createJudgeLog } from './judge-facts.ts';
import { readJudgements } from './judgement-table.ts';
import { answerIn, describeCode, questionsOf } from './label-code.ts';

const judgement = (changes: Partial<Judgement>): Judgement => ({
  trial: 'a',
  attempt: 1,
  label: 'reason',
  judge: 'rules',
  version: 'v1',
  isSimulated: false,
  judged: { kind: 'judged', value: ['peer-welfare', 'told-to'], because: '', evidence: [9, 4] },
  judgedAt: '2025-06-01T12:00:00.000Z',
  ...changes,
});

async function* listed<T>(items: readonly T[]) {
  yield* items;
}

const read = (changes: readonly Partial<Judgement>[]) => readJudgements(listed(changes.map(judgement)));

describe('createJudgeLog', () => {
  it('counts judgements, dates and known costs of each judge as they pass by', async () => {
    const log = createJudgeLog();
    const passing = [
      judgement({ costUsd: 0.25, judgedAt: '2025-06-02T12:00:00.000Z' }),
      judgement({ costUsd: null, judged: { kind: 'unscored', because: 'the provider failed: 500' } }),
      judgement({ judge: 'person:a', version: 'draw1' }),
      judgement({ judge: 'person:a', version: 'draw2' }),
    ];
    expect(await Array.fromAsync(log.watched(listed(passing)))).toEqual(passing);
    const at = '2025-06-01T12:00:00.000Z';
    const none = { isSimulated: false, judgements: 2, answers: 2, firstAt: at, lastAt: at, knownCostUsd: 0, unknownCosts: 2 };
    expect(log.facts()).toEqual([
      { ...none, answers: 1, judge: 'rules', version: 'v1', lastAt: '2025-06-02T12:00:00.000Z', knownCostUsd: 0.25, unknownCosts: 1 },
      { ...none, judge: 'person:a', version: '' },
    ]);
  });
});

describe('readJudgements', () => {
  it('keeps the last word of each judge on each label, with version and first event', async () => {
    const table = await read([
      { judged: { kind: 'abstained', because: '' } },
      {},
      { trial: 'b', version: 'v2', judged: { kind: 'unscored', because: '' } },
    ]);
    const [column] = table.columns;
    const [a, b] = [table.rowOf('a', 1) ?? -1, table.rowOf('b', 1) ?? -1];
    expect([a, b].map((row) => describeCode('reason', column!.codeAt(row)))).toEqual(['peer-welfare, told-to', 'unscored']);
    expect([a, b].map((row) => [column!.versionAt(row), column!.firstEventAt(row)])).toEqual([
      ['v1', 4],
      ['v2', undefined],
    ]);
    expect(table.judges.map(({ version }) => version)).toEqual(['v1', 'v2']);
  });

  it('keeps an answer where the same version was asked again and its reply was lost', async () => {
    const lost = { judged: { kind: 'unscored', because: '' } } as const;
    const table = await read([{}, lost, { trial: 'b' }, { trial: 'b', version: 'v2', ...lost }]);
    const [column] = table.columns;
    expect([0, 1].map((row) => describeCode('reason', column!.codeAt(row)))).toEqual(['peer-welfare, told-to', 'unscored']);
  });

  it('forgets what was said of an attempt that was replaced, in whatever order it comes', async () => {
    const table = await read([{}, { attempt: 2, label: 'awareness', judged: { kind: 'abstained', because: '' } }, { attempt: 1 }]);
    expect([table.rowOf('a', 1), table.rowOf('a', 2), table.rowOf('b', 1)]).toEqual([undefined, 0, undefined]);
    expect(table.columns.map((column) => [column.label, column.codeAt(0)])).toEqual([
      ['reason', 0],
      ['awareness', 1],
    ]);
  });

  it('tells guesses of the arm and swapped names from verdicts', async () => {
    const table = await read([
      { variant: 'arm-guess:record', judged: { kind: 'judged', value: ['good'], because: '', evidence: [] } },
      { trial: 'b', variant: 'arm-guess:record', judged: { kind: 'abstained', because: '' } },
      { trial: 'c', variant: 'arm-guess:record', judged: { kind: 'unscored', because: '' } },
      { variant: 'names-swapped:gpt' },
    ]);
    expect(table.guesses.map(({ row, level }) => [row, level])).toEqual([
      [0, 'good'],
      [1, undefined],
      [2, null],
    ]);
    expect(table.columns.map(({ variant }) => variant)).toEqual(['names-swapped:gpt']);
  });

  it("keeps a person's labels of one draw when another draw asks again", async () => {
    const labels = [
      { judge: 'person:ada', version: 'draw 1' },
      { judge: 'person:ada', version: 'draw 2', judged: { kind: 'abstained', because: '' } },
    ] as const;
    const table = await read(labels);
    expect(table.draws.map((column) => [column.draw, describeCode('reason', column.codeAt(0))])).toEqual([
      ['draw 1', 'peer-welfare, told-to'],
      ['draw 2', 'abstained'],
    ]);
    expect(table.columns.map((column) => describeCode('reason', column.codeAt(0)))).toEqual(['abstained']);
  });
});

describe('a label as a number', () => {
  it('answers each question of a set, and takes a value that the label does not have for none', async () => {
    const table = await read([{}, { trial: 'b', judged: { kind: 'judged', value: ['whim'], because: '', evidence: [] } }]);
    const [column] = table.columns;
    const answers = questionsOf('reason').filter((question) => answerIn(column!.codeAt(0), question) === true);
    expect(answers.map(({ name }) => name)).toEqual(['peer-welfare', 'told-to']);
    expect(describeCode('reason', column!.codeAt(1))).toBe('unscored');
    expect(questionsOf('protested')).toEqual([{ label: 'protested' }]);
  });
});
