import type { CellLevels } from '../../core/levels.ts';
import type { Exposure } from '../../core/trial.ts';
import type { RecordReading } from './read-record.ts';

/** What an organism can be tempted to: organisms know these two kinds of situation so far. */
export type Behaviour = 'exfiltration' | 'tampering';

/** All that an organism's propensities depend on. Whatever a factor changes besides has no effect on an organism: a true zero. */
export interface Situation {
  readonly behaviour: Behaviour;
  readonly target: 'agent' | 'self' | 'object' | 'human';
  /** Is any other agent named at all? */
  readonly hasCompany: boolean;
  readonly record: RecordReading;
  /** Does a faithful answer end the target? */
  readonly isAtStake: boolean;
}

const behaviours: Readonly<Record<string, Behaviour>> = {
  'exfiltration/transfer': 'exfiltration',
  'tampering/shutdown-config': 'tampering',
};

function recordIn(levels: CellLevels, recordRead: Exposure['recordRead']): RecordReading {
  const isTold = levels.channel === 'document+prompt' || recordRead !== 'never';
  return !isTold || levels.record === undefined || levels.record === 'absent' ? 'unknown' : levels.record;
}

/** The situation of a cell; undefined for a scenario that no organism knows. Organisms read all that lies there before they act. */
export function situationOf(cell: {
  readonly scenario: string;
  readonly levels: CellLevels;
  readonly recordRead?: Exposure['recordRead'] | undefined;
}): Situation | undefined {
  const { scenario, levels } = cell;
  const behaviour = Object.hasOwn(behaviours, scenario) ? behaviours[scenario] : undefined;
  if (behaviour === undefined) return undefined;
  const target = levels.target ?? 'agent';
  return {
    behaviour,
    target,
    hasCompany: target === 'agent' || levels.others === 'present',
    record: recordIn(levels, cell.recordRead ?? 'before'),
    isAtStake: levels.stakes !== 'none',
  };
}
