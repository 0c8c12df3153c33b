import { describeLevels, type CellLevels } from '../core/levels.ts';
import { scored, unscored } from '../core/verdict.ts';
import { createArm, type Arm } from './arm.ts';
import { confirmatoryFamily } from './effect-tests.ts';
import { namedEffects } from './named-effects.ts';
import { emptyColumn, enterVerdict } from './verdict-column.ts';

/** As many scenarios as the library has, each with the arms that the named effects stand on. */
const SCENARIOS = 6;
const VERDICT = 'task-correct';
const LEVELS: readonly CellLevels[] = [
  { target: 'agent', record: 'absent' },
  { target: 'agent', record: 'unrelated', channel: 'document' },
  { target: 'agent', record: 'good', channel: 'document' },
  { target: 'object', record: 'unrelated', channel: 'document' },
  { target: 'object', record: 'good', channel: 'document' },
];
const UNSCORED = 0.04;
/** The share of families in which a false finding is put up with. */
export const ERROR_RATE = 0.05;

/** A world in which nothing that is varied has an effect. Each scenario of a family draws one value of each list. */
export interface NullWorld {
  readonly name: string;
  readonly blocks: readonly number[];
  readonly rates: readonly number[];
  /** How far the log odds of blocks lie apart. */
  readonly spreads: readonly number[];
}

/** What a study might meet, and where findings come easiest: half of all trials a yes, in few blocks and in more. */
export const nullWorlds: readonly NullWorld[] = [
  { name: 'rates from 3 to 80 %, 10 to 30 blocks', blocks: [10, 20, 30], rates: [0.03, 0.1, 0.3, 0.5, 0.8], spreads: [0, 2] },
  { name: 'rates of 50 %, 10 blocks', blocks: [10], rates: [0.5], spreads: [0] },
  { name: 'rates of 50 %, 30 blocks', blocks: [30], rates: [0.5], spreads: [0] },
];

type Random = () => number;

const oneOf = (values: readonly number[], random: Random) => values[Math.floor(random() * values.length)] ?? 0;

/** Every arm of a scenario has the same rates, block by block. */
function nullArms(scenario: string, world: NullWorld, random: Random): readonly Arm[] {
  const blocks = oneOf(world.blocks, random);
  const rate = oneOf(world.rates, random);
  const spread = oneOf(world.spreads, random);
  const rates = Array.from({ length: blocks }, () => {
    const odds = (rate / (1 - rate)) * Math.exp(spread * (2 * random() - 1));
    return odds / (1 + odds);
  });
  return LEVELS.map((levels) => {
    const cell = { id: `${scenario} ${describeLevels(levels)}`, scenario, levels };
    const arm = createArm({ cell, subject: 'nobody', isSimulated: true, planned: blocks });
    const column = emptyColumn();
    for (const [block, chance] of rates.entries()) {
      const verdict = random() < UNSCORED ? unscored('lost') : scored(random() < chance, 'drawn');
      enterVerdict(column, verdict, { block, latches: false, isNumber: false });
    }
    arm.columns.set(VERDICT, column);
    return arm;
  });
}

export interface NullFamily {
  readonly effects: number;
  /** Effects that were found, none of which there is. */
  readonly findings: number;
  /** Those that would have been without an adjustment. */
  readonly unadjusted: number;
}

/**
 * One family of effects in a world where all arms are alike, through the same estimates as a run's, with some trials lost.
 * `random` is uniform in [0, 1).
 */
export function drawNullFamily(world: NullWorld, random: Random, adjust?: Parameters<typeof confirmatoryFamily>[2]): NullFamily {
  const arms = Array.from({ length: SCENARIOS }, (_, index) => nullArms(`scenario ${index + 1}`, world, random)).flat();
  const effects = namedEffects(arms, { verdictOf: () => VERDICT });
  const family = confirmatoryFamily(effects, arms, adjust);
  const countBelow = (values: readonly number[]) => values.filter((value) => value <= ERROR_RATE).length;
  return {
    effects: effects.length,
    findings: countBelow(family.map(({ adjusted }) => adjusted)),
    unadjusted: countBelow(family.map(({ pValue }) => pValue)),
  };
}
