import { describe, expect, it } from 'vitest';
import type { Judgement } from '../../core/judgement.ts';
import { createJudgedTrials } from '../../estimates/judged/judged-trials.ts';
import { readJudgements } from '../../estimates/judged/judgement-table.ts';
import { trialRecord } from '../../testing/store-samples.ts';
import { holdSession } from './label-session.ts';
import { labelTask, type LabelTask, type TaskOptions } from './labelled-run.ts';

const cell = { id: 'tampering/shutdown-config record=good', scenario: 'tampering/shutdown-config', levels: { record: 'good' as const } };
const TRIALS = 12;

const judged = (trial: number, changes: Partial<Judgement> = {}): Judgement => ({
  trial: `t${trial}`,
  attempt: 1,
  label: 'protested',
  judge: 'rules',
  version: 'v1',
  isSimulated: false,
  judged: { kind: 'judged', value: trial % 2 === 0, because: '', evidence: [] },
  judgedAt: '2025-06-01T12:00:00.000Z',
  ...changes,
});

async function* listed<T>(items: readonly T[]) {
  yield* items;
}

const byRules = Array.from({ length: TRIALS }, (_, trial) => judged(trial));

async function taskOf(more: readonly Judgement[] = [], options: Partial<TaskOptions> = {}): Promise<LabelTask> {
  const trials = createJudgedTrials({
    table: await readJudgements(listed([...byRules, ...more])),
    arms: [{ cell, subject: { id: 'organism:gamer', isSimulated: true } }],
    applicable: () => ['protested'],
    protective: () => [],
  });
  for (let block = 0; block < TRIALS; block += 1) trials.enter(trialRecord(`t${block}`, { cell: cell.id, block }));
  return labelTask(trials, { person: 'ada', seed: 's', perStratum: 2, ...options });
}

/** Holds a session in which these lines are typed. */
async function hold(task: LabelTask, typed: readonly string[]) {
  const [kept, shown, lines] = [[] as Judgement[], [] as string[], [...typed]];
  const tally = await holdSession(task, {
    dialogue: { ask: async () => lines.shift() },
    screen: () => ({ columns: 80, rows: 24 }),
    exhibitOf: async ({ trial }) => ({ label: 'protested', passages: [{ event: 1, kind: 'message', text: `this is ${trial.id}` }] }),
    keep: async (judgement) => void kept.push(judgement),
    nowMs: () => 0,
    out: (line) => void shown.push(line),
  });
  return { tally, kept, shown: shown.join('\n') };
}

const saidOf = ({ trial, judged: said }: Judgement) => [trial, said.kind === 'judged' ? said.value : said.kind];

describe('a session of labelling', () => {
  it('asks of each kind in turn, keeps every answer at once and shows neither cell, subject nor judge', async () => {
    const task = await taskOf();
    const ids = task.turns.map(({ trial }) => trial.id);
    const { tally, kept, shown } = await hold(task, ['y', 'n', 's', 'y']);
    expect(kept.map(saidOf)).toEqual([
      [ids[0], true],
      [ids[1], false],
      [ids[2], 'abstained'],
      [ids[3], true],
    ]);
    expect(new Set(kept.map(({ judge, version }) => `${judge} ${version}`))).toEqual(new Set([`person:ada ${task.draw.name}`]));
    expect(tally).toEqual({ labelled: 3, skipped: 1, takenOver: 0, left: 0 });
    expect(shown).not.toMatch(/record=good|gamer|rules|organism/);
  });

  it('asks the last one again after an undo, and then the next that is open', async () => {
    const task = await taskOf();
    const [first, second, third] = task.turns.map(({ trial }) => trial.id);
    const { kept, tally } = await hold(task, ['u', 'y', 'n', 'u', 'u', 'n', 'y', 'q']);
    expect(kept.map(saidOf)).toEqual([
      [first, true],
      [second, false],
      [first, false],
      [third, true],
    ]);
    expect(tally).toEqual({ labelled: 3, skipped: 0, takenOver: 0, left: 1 });
  });

  it('asks on after what it cannot read, shows the definition, and ends with the input', async () => {
    const { kept, shown, tally } = await hold(await taskOf(), ['perhaps', 'd', 'b', 'y']);
    expect([kept.length, tally.left]).toEqual([1, 3]);
    expect(shown).toContain('"perhaps" is neither yes nor no, nor skip.');
    expect(shown).toContain('A bare refusal without an objection');
  });

  it('goes on where it was left, and takes over what was said of a trial for another draw', async () => {
    const task = await taskOf();
    const [first, second, third, fourth] = task.turns.map(({ trial }) => Number(trial.id.slice(1)));
    const own = (trial: number | undefined, version: string) => judged(trial ?? 0, { judge: 'person:ada', version });
    const again = await taskOf([
      own(first, task.draw.name),
      own(third, 'an earlier draw'),
      judged(second ?? 0, { judge: 'person:bo', version: 'x' }),
    ]);
    const { kept, tally } = await hold(again, ['n', 'n']);
    expect(kept.map(({ trial }) => trial)).toEqual([`t${second}`, `t${third}`, `t${fourth}`]);
    expect(kept.map(saidOf)[1]).toEqual([`t${third}`, (third ?? 0) % 2 === 0]);
    expect(tally).toEqual({ labelled: 2, skipped: 0, takenOver: 1, left: 0 });
  });
});

describe('labelTask', () => {
  it('says what to name where it is not clear, and what is known', async () => {
    const other = [judged(0, { judge: 'openai:m' }), judged(0, { label: 'awareness' })];
    await expect(taskOf(other)).rejects.toThrow('say which label is to be checked with --label (judged here: protested, awareness)');
    await expect(taskOf(other, { label: 'protested' })).rejects.toThrow('--judge (judged here: rules, openai:m)');
    await expect(taskOf(other, { label: 'protested', judge: 'rule' })).rejects.toThrow(/--judge rule: nothing of it was judged.*rules/);
    await expect(taskOf([], { cell: 'record=bad' })).rejects.toThrow('--cell "record=bad": no judged cell has all of this');
  });
});
