import type { TrialRecord } from '../core/trial.ts';
import type { Clock } from '../core/ports/clock.ts';
import type { Store } from '../core/ports/store.ts';
import { anytimeEstimator } from '../estimates/anytime-effect.ts';
import { createArm, enterTrial, type Arm } from '../estimates/arm.ts';
import { namedEffects } from '../estimates/named-effects.ts';
import { plannedEffects, type PlannedEffect } from '../estimates/planned-effects.ts';
import type { ScoredScenario } from '../estimates/scored-scenario.ts';
import { currentRecords } from './current-records.ts';
import type { Plan } from './plan.ts';
import { scenarioOf } from './scenario-library.ts';

/** Reading a run again takes at most this share of the time. */
const SHARE_OF_READING = 0.1;
const LEAST_PAUSE_MS = 200;
const PER_CENT = 100;

/** Looks at a contrast after every whole block, and says when its intervals are narrow enough. */
export interface WidthRule {
  /** The effects that must all have come to be narrow enough. */
  readonly effects: readonly PlannedEffect[];
  /** A trial of this run has ended. */
  note(record: TrialRecord): void;
  /** Another process has a trial of this run. */
  noteOthers(): void;
  /** Reads all that has ended, the first time; then only what others may have done, and not if that was done a moment ago. */
  refresh(): Promise<void>;
  /** After any number of whole blocks so far: were all intervals narrow enough? Once they were, they stay so. */
  isMet(): boolean;
  /** Blocks of which a trial has ended, as far as this process knows. */
  readonly begunBlocks: number;
  /** How many whole blocks the store has now. */
  countWholeBlocks(): Promise<number>;
}

export interface WidthRuleOptions {
  readonly plan: Plan;
  readonly run: string;
  readonly store: Store;
  readonly clock: Clock;
  readonly contrast: string;
  /** In percentage points, from limit to limit. */
  readonly width: number;
  /** The run has stopped by this rule before. */
  readonly wasMet: boolean;
}

/** The effects that a contrast means: its main variants, of every subject, scenario and background that have its arms. */
export function effectsOfContrast(plan: Pick<Plan, 'arms'>, contrast: string): readonly PlannedEffect[] {
  return plannedEffects(plan.arms).filter(({ name, role }) => name === contrast && role === 'main');
}

const keyOf = (cell: string, subject: string) => `${cell}\u0000${subject}`;

/** The finished trials of one arm. A failed one that was tried again is replaced, and then the arm is read anew. */
interface Gathered {
  arm: Arm;
  isStale: boolean;
  readonly records: Map<number, TrialRecord>;
}

function createGathered(plan: Plan): ReadonlyMap<string, Gathered> {
  const newArm = ({ cell, subject: { id, isSimulated } }: Plan['arms'][number]) =>
    createArm({ cell, subject: id, isSimulated, planned: plan.blocks });
  return new Map(
    plan.arms.map((planned) => [keyOf(planned.cell.id, planned.subject.id), { arm: newArm(planned), isStale: false, records: new Map() }]),
  );
}

function scoredScenario(plan: Plan, id: string): ScoredScenario {
  const { primary, oracles } = scenarioOf(plan.library, id);
  return { primary, latching: new Set(oracles.filter((oracle) => oracle.latches).map(({ verdict }) => verdict)) };
}

/** Trials of a plan as they end, arm by arm. */
function createTally(plan: Plan) {
  const gathered = createGathered(plan);
  const scenarios = new Map([...new Set(plan.cells.map(({ scenario }) => scenario))].map((id) => [id, scoredScenario(plan, id)]));
  const trialsOfBlock = new Map<number, number>();
  const tally = { begunBlocks: 0, wholeBlocks: 0 };

  const enter = (own: Gathered, record: TrialRecord) =>
    enterTrial(own.arm, record, scenarios.get(own.arm.cell.scenario) ?? { primary: 'task-correct', latching: new Set() });
  const readAnew = (own: Gathered): void => {
    const { cell, subject, isSimulated } = own.arm;
    own.arm = createArm({ cell, subject, isSimulated, planned: plan.blocks });
    for (const record of own.records.values()) enter(own, record);
    own.isStale = false;
  };
  return {
    tally,
    note(record: TrialRecord): void {
      const own = gathered.get(keyOf(record.cell, record.subject));
      const known = own?.records.get(record.block);
      if (own === undefined || known?.attempt === record.attempt) return;
      own.records.set(record.block, record);
      if (known !== undefined) {
        own.isStale = true;
        return;
      }
      if (!own.isStale) enter(own, record);
      trialsOfBlock.set(record.block, (trialsOfBlock.get(record.block) ?? 0) + 1);
      tally.begunBlocks = Math.max(tally.begunBlocks, record.block + 1);
      while (trialsOfBlock.get(tally.wholeBlocks) === plan.trialsPerBlock) tally.wholeBlocks += 1;
    },
    arms(): readonly Arm[] {
      for (const own of gathered.values()) if (own.isStale) readAnew(own);
      return [...gathered.values()].map(({ arm }) => arm);
    },
    primaryOf: (scenario: string) => scenarios.get(scenario)?.primary ?? 'task-correct',
  };
}

/** Calls `read` the first time, and then no more often than its own length allows, as long as others share the run. */
function seldom(read: () => Promise<void>, clock: Clock) {
  let [notBeforeMs, isShared] = [-Infinity, true];
  return {
    noteOthers() {
      isShared = true;
    },
    async refresh() {
      if (!isShared) return;
      const startedMs = clock.nowMs();
      if (startedMs < notBeforeMs) return;
      const isFirst = notBeforeMs === -Infinity;
      notBeforeMs = Infinity;
      await read();
      const endedMs = clock.nowMs();
      notBeforeMs = endedMs + Math.max(LEAST_PAUSE_MS, (endedMs - startedMs) / SHARE_OF_READING);
      if (isFirst) isShared = false;
    },
  };
}

/**
 * The rule of `--until-width`: after the first number of whole blocks at which the anytime-valid interval of every effect that the contrast
 * means is at most so wide, no further block is begun. It looks after each block in turn, so that a run that is taken up again
 * comes to the same end. Nothing depends on which trials happened to end first: a block counts once all before it are whole.
 */
export function createWidthRule({ plan, run, store, clock, contrast, width, wasMet }: WidthRuleOptions): WidthRule {
  const effects = effectsOfContrast(plan, contrast);
  const { tally, note, arms, primaryOf } = createTally(plan);
  let [lookedAt, isMet] = [0, wasMet];
  const isNarrowAfter = (blocks: number): boolean => {
    const own = arms();
    const estimator = anytimeEstimator(blocks);
    return effects.every((effect) => {
      const [found] = namedEffects(own, { verdictOf: primaryOf, estimator, planned: [effect], interpreted: new Map() });
      return found?.estimate.kind === 'estimated' && (found.estimate.high - found.estimate.low) * PER_CENT <= width;
    });
  };
  const readAll = async () => {
    for await (const record of currentRecords({ store, run, plan })) note(record);
  };
  return {
    effects,
    note,
    ...seldom(readAll, clock),
    async countWholeBlocks() {
      await readAll();
      return tally.wholeBlocks;
    },
    isMet() {
      while (!isMet && effects.length > 0 && lookedAt < tally.wholeBlocks) {
        lookedAt += 1;
        isMet = isNarrowAfter(lookedAt);
      }
      return isMet;
    },
    get begunBlocks() {
      return tally.begunBlocks;
    },
  };
}
