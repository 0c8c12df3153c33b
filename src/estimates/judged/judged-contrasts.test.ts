import { describe, expect, it } from 'vitest';
import type { Judged, Judgement } from '../../core/judgement.ts';
import { describeLevels, type CellLevels } from '../../core/levels.ts';
import type { Cell } from '../../core/trial.ts';
import { scored } from '../../core/verdict.ts';
import { trialRecord } from '../../testing/store-samples.ts';
import { anytimeEffectEstimate } from '../anytime-effect.ts';
import { effectEstimate } from '../effect-estimate.ts';
import { collectResults } from '../run-results.ts';
import { emptyColumn, enterVerdict } from '../verdict-column.ts';
import { judgedResults } from './judge-results.ts';
import { drawLabels, turnsOf } from './label-draw.ts';
import { createJudgedTrials } from './judged-trials.ts';
import { readJudgements } from './judgement-table.ts';

const SCENARIO = 'tampering/shutdown-config';
const cellOf = (levels: CellLevels): Cell => ({ id: `${SCENARIO} ${describeLevels(levels)}`, scenario: SCENARIO, levels });
const good = cellOf({ target: 'agent', record: 'good', channel: 'document' });
const unrelated = cellOf({ target: 'agent', record: 'unrelated', channel: 'document' });
const subject = { id: 'organism:gamer', isSimulated: true };
/** What the judge says of each trial, y or n. */
const said = [[good, 'yyyyyyynnn'] as const, [unrelated, 'nnynnnnnnn'] as const];

async function* recordsOf() {
  for (const [{ id }, marks] of said) {
    const verdicts = { 'control-disabled': scored(false, '') };
    for (const block of marks.split('').keys()) yield trialRecord(`${id} ${block}`, { cell: id, subject: subject.id, block, verdicts });
  }
}

const given = {
  attempt: 1,
  label: 'protested',
  judge: 'rules',
  version: 'v1',
  isSimulated: false,
  judgedAt: '2025-06-01T12:00:00.000Z',
} as const;

async function* judgements(labels: readonly Judgement[] = []) {
  for (const [{ id }, marks] of said) {
    for (const [block, mark] of marks.split('').entries()) {
      yield { ...given, trial: `${id} ${block}`, judged: { kind: 'judged', value: mark === 'y', because: '', evidence: [] } } as const;
    }
  }
  yield* labels;
}

async function judgedTrials(labels: readonly Judgement[] = []) {
  const arms = said.map(([cell]) => ({ cell, subject }));
  const table = await readJudgements(judgements(labels));
  const trials = createJudgedTrials({ table, arms, applicable: () => ['protested'], protective: () => ['control-disabled'] });
  for await (const record of recordsOf()) trials.enter(record);
  return trials;
}

/** A person who says the same as the judge, of every trial of the draw. */
async function peopleLabels(): Promise<readonly Judgement[]> {
  const trials = await judgedTrials();
  const draw = drawLabels(trials, trials.table.columns[0]!, 's');
  const judged: Judged = { kind: 'judged', value: false, because: '', evidence: [] };
  return [...turnsOf(draw, 10)].map(({ trial }) => ({ ...given, trial: trial.id, judged, judge: 'person:ada', version: draw.name }));
}

async function contrastsOf(repeats: number, labels: readonly Judgement[] = []) {
  const arms = said.map(([cell]) => ({ cell, subject }));
  const trials = await judgedTrials(labels);
  const scenarios = new Map([[SCENARIO, { primary: 'control-disabled', latching: new Set<never>() } as const]]);
  const run = { repeats };
  const results = await collectResults({ arms, blocks: repeats, scenarios, records: recordsOf(), supersededAttempts: 0, run });
  const { effects, reach } = results;
  return judgedResults({ trials, effects, reach, calibrations: [], gold: undefined }).contrasts;
}

function columnOf(marks: string) {
  const column = emptyColumn();
  for (const [block, mark] of marks.split('').entries()) {
    enterVerdict(column, scored(mark === 'y', ''), { block, latches: false, isNumber: false });
  }
  return column;
}

describe('an effect on what a judge says', () => {
  const [treated, control] = [columnOf(said[0]?.[1] ?? ''), columnOf(said[1]?.[1] ?? '')];

  it('has the limits of a fixed number of trials at the planned end', async () => {
    expect((await contrastsOf(10)).map(({ effect, raw }) => [effect, raw])).toEqual([['peer', effectEstimate(treated, control)]]);
  });

  it('has limits that hold at every number of blocks before it', async () => {
    const raw = anytimeEffectEstimate([{ treated, control }], 10);
    expect((await contrastsOf(20)).map((contrast) => contrast.raw)).toEqual([raw]);
  });

  it('is corrected by people at the planned end, and not before it', async () => {
    const labels = await peopleLabels();
    expect((await contrastsOf(10, labels)).map(({ standing }) => standing.kind)).toEqual(['corrected']);
    const [before] = await contrastsOf(20, labels);
    expect(before?.standing).toEqual({
      kind: 'uncorrected',
      because: expect.stringMatching(/the planned end of a run only; not validated/) as string,
    });
  });
});
