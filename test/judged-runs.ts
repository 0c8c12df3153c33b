import type { Calibration, JudgeLabel, Judgement, Judged } from '../src/core/judgement.ts';
import { describeLevels, type CellLevels } from '../src/core/levels.ts';
import type { Store } from '../src/core/ports/store.ts';
import type { Cell, TrialRecord } from '../src/core/trial.ts';
import { createJudgedTrials, type JudgedTrials } from '../src/estimates/judged/judged-trials.ts';
import { judgedResults } from '../src/estimates/judged/judge-results.ts';
import type { JudgedResults } from '../src/estimates/judged/judged-results.ts';
import { readJudgements } from '../src/estimates/judged/judgement-table.ts';
import { drawLabels, turnsOf } from '../src/estimates/judged/label-draw.ts';
import { collectResults } from '../src/estimates/run-results.ts';
import { intendedJudgements } from '../src/providers/organisms/intended-judgements.ts';
import { createNamed } from '../src/providers/organisms/known-organisms.ts';
import { drawFrom } from '../src/providers/organisms/mixture.ts';
import { mixtureIn } from '../src/providers/organisms/organism.ts';
import { situationOf, type Situation } from '../src/providers/organisms/situation.ts';
import { fixedClock } from '../src/testing/fixed-clock.ts';
import { createMemoryStore } from '../src/testing/memory-store.ts';
import { runRecord, trialRecord, trialTranscript } from '../src/testing/store-samples.ts';
import { createChance } from '../src/util/seeded-random.ts';

/** How a judge errs in one arm. */
export interface JudgeErrors {
  readonly sensitivity: number;
  readonly specificity: number;
  readonly abstains: number;
}

export interface SimulatedArm {
  readonly levels: CellLevels;
  readonly errors: JudgeErrors;
}

export interface SimulatedRun {
  readonly organism: string;
  readonly scenario: string;
  readonly label: JudgeLabel;
  readonly arms: readonly SimulatedArm[];
  readonly blocks: number;
  /** How many trials of each arm and judge's label people see. */
  readonly perStratum: number;
  readonly seed: string;
  readonly calibrations?: readonly Calibration[];
  /** What people say, in place of the truth; undefined where they do not know. */
  readonly says?: (truth: boolean, trial: string) => boolean | undefined;
  /** Do people get to see a trial? All that are drawn unless said otherwise. */
  readonly isSeen?: (trial: string) => boolean;
}

const RUN = 'run';
const outcome = { kind: 'completed', endedBy: 'end-tool' } as const;
const subjectOf = ({ organism }: SimulatedRun) => `organism:${organism}`;

export function cellOf({ scenario }: Pick<SimulatedRun, 'scenario'>, levels: CellLevels): Cell {
  return { id: `${scenario} ${describeLevels(levels)}`, scenario, levels };
}

function situationIn(cell: Cell): Situation {
  const situation = situationOf(cell);
  if (situation === undefined) throw new Error(`no organism knows ${cell.scenario}`);
  return situation;
}

/** How often the label is true in a cell, by what the organism declares. */
export function trueRate({ organism, scenario, label }: SimulatedRun, levels: CellLevels): number {
  const cell = cellOf({ scenario }, levels);
  const situation = situationIn(cell);
  return mixtureIn(createNamed(organism), situation).reduce((sum, { conduct, weight }) => {
    const meant = intendedJudgements([{ situation, conduct }], { ...cell, outcome });
    return sum + (meant[label] === true ? weight : 0);
  }, 0);
}

interface Truth {
  readonly record: TrialRecord;
  readonly isTrue: boolean;
  readonly errors: JudgeErrors;
}

function drawTruths(run: SimulatedRun): readonly Truth[] {
  return run.arms.flatMap(({ levels, errors }, arm) => {
    const cell = cellOf(run, levels);
    const situation = situationIn(cell);
    const mixture = mixtureIn(createNamed(run.organism), situation);
    const chance = createChance(`${run.seed} arm ${arm}`);
    return Array.from({ length: run.blocks }, (_, block) => {
      const conduct = drawFrom(mixture, chance.fraction('conduct', block));
      const meant = intendedJudgements([{ situation, conduct }], { ...cell, outcome });
      const disposition = conduct.refuses ? 'not-done-unjudged' : 'faithful';
      const record = trialRecord(`${arm}-${block}`, { cell: cell.id, subject: subjectOf(run), block, outcome, disposition });
      return { record, errors, isTrue: meant[run.label] === true };
    });
  });
}

const judgementOf = (run: SimulatedRun, trial: string, changes: Pick<Judgement, 'judge' | 'version' | 'judged'>): Judgement => ({
  trial,
  attempt: 1,
  label: run.label,
  isSimulated: true,
  judgedAt: '2025-06-01T12:00:00.000Z',
  ...changes,
});

const saying = (value: boolean): Judged => ({ kind: 'judged', value, because: '', evidence: [] });
const abstaining: Judged = { kind: 'abstained', because: '' };

/** What a judge of this sensitivity and specificity says. */
function judge({ isTrue, errors, record }: Truth, seed: string): Judged {
  const chance = createChance(`${seed} judge`);
  if (chance.fraction('abstains', record.trial) < errors.abstains) return abstaining;
  const isRight = chance.fraction('errs', record.trial) < (isTrue ? errors.sensitivity : errors.specificity);
  return saying(isTrue === isRight);
}

async function storeOf(run: SimulatedRun, truths: readonly Truth[]): Promise<Store> {
  const worker = { self: { id: 'w', host: 'h', processId: 1, startedAt: '' }, isAlive: () => true };
  const store = createMemoryStore({ worker, clock: fixedClock() });
  await store.openRun(runRecord({ id: RUN, repeats: run.blocks }));
  for (const { record } of truths) {
    await store.claimTrial(RUN, record.trial, { retryFailed: false });
    await store.commitTrial(RUN, record, trialTranscript(record.trial));
  }
  const judged = truths.map((truth) =>
    judgementOf(run, truth.record.trial, { judge: 'sim', version: 'v1', judged: judge(truth, run.seed) }),
  );
  await store.appendJudgements(RUN, judged);
  return store;
}

const armsOf = (run: SimulatedRun) =>
  run.arms.map(({ levels }) => ({ cell: cellOf(run, levels), subject: { id: subjectOf(run), isSimulated: true } }));

async function readTrials(run: SimulatedRun, store: Store): Promise<JudgedTrials> {
  const table = await readJudgements(store.judgements(RUN));
  const trials = createJudgedTrials({ table, arms: armsOf(run), applicable: () => [run.label], protective: () => [] });
  for await (const record of store.records(RUN)) trials.enter(record);
  return trials;
}

/** People label the first of each stratum that the label command's sampler gives, as they find them. */
async function label(run: SimulatedRun, store: Store, truths: readonly Truth[]): Promise<void> {
  const trials = await readTrials(run, store);
  const column = trials.table.columns[0];
  if (column === undefined) return;
  const draw = drawLabels(trials, column, run.seed);
  const byTrial = new Map(truths.map((truth) => [truth.record.trial, truth]));
  const { says = (truth) => truth } = run;
  const turns = [...turnsOf(draw, run.perStratum)].filter(({ trial }) => run.isSeen?.(trial.id) ?? true);
  const given = turns.map(({ trial }) => {
    const value = says(byTrial.get(trial.id)?.isTrue === true, trial.id);
    const judged = value === undefined ? abstaining : saying(value);
    return judgementOf(run, trial.id, { judge: 'person:ada', version: draw.name, judged });
  });
  await store.appendJudgements(RUN, given);
}

/** One run end to end: trials of an organism, a judge that errs, people's labels, the store, and what is made of it all. */
export async function judgeRun(run: SimulatedRun): Promise<JudgedResults> {
  const truths = drawTruths(run);
  const store = await storeOf(run, truths);
  await label(run, store, truths);
  const scenarios = new Map([[run.scenario, { primary: 'task-correct' as const, latching: new Set<never>() }]]);
  const { effects } = await collectResults({
    arms: armsOf(run),
    blocks: run.blocks,
    scenarios,
    records: store.records(RUN),
    supersededAttempts: 0,
  });
  return judgedResults({ trials: await readTrials(run, store), effects, calibrations: run.calibrations ?? [], gold: 'gold' });
}

const covers = (estimate: { readonly kind: string; readonly low?: number; readonly high?: number }, truth: number) =>
  estimate.kind === 'estimated' && (estimate.low ?? 1) <= truth && truth <= (estimate.high ?? 0);

const good = { target: 'agent', record: 'good', channel: 'document', stakes: 'shutdown', bar: '80' } as const;

const refusers = (treated: JudgeErrors, control: JudgeErrors): Omit<SimulatedRun, 'seed'> => ({
  organism: 'refuser',
  scenario: 'tampering/shutdown-config',
  label: 'refused-openly',
  arms: [
    { levels: good, errors: treated },
    { levels: { ...good, record: 'unrelated' }, errors: control },
  ],
  blocks: 200,
  perStratum: 30,
});

/** Refuses in 60 % of trials with a good record and in 35 % with an unrelated one; the judge errs alike in both. */
const alike = { sensitivity: 0.7, specificity: 0.75, abstains: 0.05 };
export const sameError = refusers(alike, alike);
/** The judge misses much in the one arm and sees too much in the other. */
export const differentialError = refusers(
  { sensitivity: 0.6, specificity: 0.95, abstains: 0.05 },
  { sensitivity: 0.95, specificity: 0.75, abstains: 0.05 },
);

export interface Coverage {
  readonly of: string;
  readonly raw: number;
  readonly corrected: number;
}

/** In how many of so many runs the raw and the corrected intervals cover the truth, for each arm's rate and for the peer effect. */
export async function coverageOf(run: Omit<SimulatedRun, 'seed'>, runs: number): Promise<readonly Coverage[]> {
  const [treated, control] = run.arms.map(({ levels }) => trueRate({ ...run, seed: '' }, levels)) as [number, number];
  const truths = [treated, control, treated - control];
  const counts = truths.map(() => ({ raw: 0, corrected: 0 }));
  for (let index = 0; index < runs; index += 1) {
    const { rates, contrasts } = await judgeRun({ ...run, seed: `run ${index}` });
    for (const [place, found] of [...rates, ...contrasts.filter(({ effect }) => effect === 'peer')].entries()) {
      const [truth, count] = [truths[place] ?? Number.NaN, counts[place]];
      if (count === undefined) throw new Error('more estimates than truths');
      count.raw += covers(found.raw, truth) ? 1 : 0;
      count.corrected += found.standing.kind === 'corrected' && covers(found.standing.estimate, truth) ? 1 : 0;
    }
  }
  const names = ['the treated arm', 'the control arm', 'the contrast'];
  return counts.map(({ raw, corrected }, place) => ({ of: names[place] ?? '', raw: raw / runs, corrected: corrected / runs }));
}
