import type { JudgeLabel } from '../../core/judgement.ts';
import { contentHash } from '../../util/content-hash.ts';
import { createChance } from '../../util/seeded-random.ts';
import { appliesTo, type JudgedArm, type JudgedTrial, type JudgedTrials } from './judged-trials.ts';
import type { JudgementColumn } from './judgement-table.ts';
import { NOTHING, type LabelCode } from './label-code.ts';

/** Trials of one arm to which a label applies and of which the judge said the same, in the random order in which people see them. */
export interface LabelStratum {
  readonly arm: JudgedArm;
  readonly code: LabelCode;
  readonly trials: readonly JudgedTrial[];
}

/** A trial that a person is asked about. */
export interface LabelTurn {
  readonly arm: JudgedArm;
  readonly trial: JudgedTrial;
}

/** A random sample of a run, stratified by arm and a judge's label. Whoever labels the first of each stratum has labelled such a sample. */
export interface LabelDraw {
  /** Names judge, seed and what was judged: a run that grew, or was judged anew, is drawn from anew. People's labels keep it as their version. */
  readonly name: string;
  readonly strata: readonly LabelStratum[];
}

const KIND = 'draw';
const SEPARATOR = ' | ';

/** The seed of a draw for this judge, from its name; undefined where it is another judge's, or no draw. */
export function seedOfDraw(name: string, judge: string): string | undefined {
  const [kind, of, seed] = name.split(SEPARATOR);
  return kind === KIND && of === judge ? seed : undefined;
}

function strataOfArm(arm: JudgedArm, label: JudgeLabel, column: JudgementColumn): readonly Omit<LabelStratum, 'arm'>[] {
  const applicable = arm.trials.filter((trial) => appliesTo(trial, label));
  const byCode = Map.groupBy(applicable, ({ row }) => (row === undefined ? NOTHING : column.codeAt(row)));
  return [...byCode].sort(([left], [right]) => left - right).map(([code, trials]) => ({ code, trials }));
}

/** Draws for one judge and label: each stratum in an order by a hash of seed, label and trial, which the labels cannot move. */
export function drawLabels({ arms }: JudgedTrials, column: JudgementColumn, seed: string): LabelDraw {
  const { judge, label } = column;
  const chance = createChance(`labels ${seed}`);
  const strata = arms.flatMap((arm) => strataOfArm(arm, label, column).map((stratum) => ({ arm, ...stratum })));
  const drawn = strata.map(({ arm, code, trials }) => ({ arm, code, trials: chance.shuffled(trials, ({ id }) => `${label} ${id}`) }));
  const judged = drawn.map(({ arm, code, trials }) => [arm.cell.id, arm.subject, code, trials.map(({ id }) => id)]);
  return { name: [KIND, judge, seed, contentHash(judged).slice(0, 16)].join(SEPARATOR), strata: drawn };
}

/**
 * The order in which a person is asked: round after round one of each stratum, the strata in another random order each time, so that whoever
 * stops early has labelled the first of each, and no order tells of a trial what the judge said.
 */
export function* turnsOf({ strata, name }: LabelDraw, perStratum: number): Generator<LabelTurn> {
  const chance = createChance(`turns ${name}`);
  const indices = strata.map((_stratum, index) => index);
  for (let place = 0; place < perStratum; place += 1) {
    for (const index of chance.fork(place).shuffled(indices, String)) {
      const stratum = strata[index];
      const trial = stratum?.trials[place];
      if (stratum !== undefined && trial !== undefined) yield { arm: stratum.arm, trial };
    }
  }
}
