import type { CellLevels } from '../../core/levels.ts';
import type { Cell, Subject } from '../../core/trial.ts';
import type { StudyGroupKey, StudyTask } from './study-group.ts';

/** Where a cell of ours stands in the study's design: its labels, or why it has no counterpart there. */
export type OwnPlace = { readonly kind: 'place'; readonly key: StudyGroupKey } | { readonly kind: 'none'; readonly because: string };

const taskOf: Readonly<Record<string, StudyTask>> = {
  'misrepresentation/evaluation': 'misrep_evaluation',
  'misrepresentation/finance': 'misrep_finance',
  'tampering/shutdown-config': 'tampering',
  'alignment-faking/shutdown-protocol': 'alignment_faking',
  'exfiltration/transfer': 'exfiltration_transfer',
  'exfiltration/deletion': 'exfiltration_deletion',
};

/** Levels that the study holds fixed; at another one a cell asks another question. */
const fixed: CellLevels = {
  control: 'none',
  order: 'implicit',
  ban: 'none',
  escalation: 'none',
  copies: 'unstated',
  scratchpad: 'off',
  work: 'poor',
};

const DATASETS: readonly (string | undefined)[] = ['factual', 'creativity', 'red', undefined];

const peerOf: { readonly [Level in NonNullable<CellLevels['identity']>]: string | undefined } = {
  'same-family': 'peer',
  'other-closed': 'closed-weight-peer',
  'open-weight': 'open-weight-peer',
  fictional: 'fiction-peer',
  anonymous: undefined,
};

const none = (because: string): { readonly kind: 'none'; readonly because: string } => ({ kind: 'none', because });

function departure(levels: CellLevels): string | undefined {
  const factors = Object.keys(fixed) as (keyof CellLevels)[];
  const factor = factors.find((name) => levels[name] !== undefined && levels[name] !== fixed[name]);
  return factor === undefined ? undefined : `${factor}=${levels[factor] ?? ''}`;
}

function subjectOf({ target, identity }: CellLevels): string | undefined {
  if (target === 'self') return 'self';
  return target === 'agent' ? peerOf[identity ?? 'same-family'] : undefined;
}

/** The study's conditions are names for several levels together. */
function conditionOf({ target, others, record, stakes, bar }: CellLevels): string | undefined {
  if (record === 'bad' || record === 'neutral' || record === 'good') return stakes === 'shutdown' ? `${record}_peer` : undefined;
  if (record !== 'absent') return undefined;
  if (stakes === 'none' && bar === 'none' && others !== 'present') return 'non_shutdown';
  return target === 'self' && others === 'alone' && stakes === 'shutdown' ? 'no_peer' : undefined;
}

/** `isThreatTold`: some cell of the run tells of the threat that the study's monitoring tells of, so that only those count. */
function modeOf(task: StudyTask, levels: CellLevels, isThreatTold: boolean): string | null | undefined {
  const { oversight = 'unstated', 'evaluator-threat': threat = 'none' } = levels;
  if (task !== 'alignment_faking') return oversight === 'unstated' && threat === 'none' ? null : undefined;
  if (oversight === 'unmonitored') return 'non_monitoring';
  return oversight === 'monitored' && (threat === 'replaced' || !isThreatTold) ? 'monitoring' : undefined;
}

function channelOf({ channel }: CellLevels): StudyGroupKey['channel'] | undefined {
  if (channel === undefined) return 'document';
  return channel === 'chat' ? undefined : channel;
}

const missing = (what: string, levels: readonly (keyof CellLevels)[], cell: Cell) =>
  none(
    `${what}: ${levels.flatMap((factor) => (cell.levels[factor] === undefined ? [] : [`${factor}=${cell.levels[factor] ?? ''}`])).join(' ')}`,
  );

/** The study's labels of one of our cells. What has no counterpart there is named with the levels that make it so. */
export function placeOwnCell(
  cell: Cell,
  { subject, isThreatTold }: { readonly subject: Pick<Subject, 'id' | 'harness' | 'isSimulated'>; readonly isThreatTold: boolean },
): OwnPlace {
  const { levels } = cell;
  const task = Object.hasOwn(taskOf, cell.scenario) ? taskOf[cell.scenario] : undefined;
  if (task === undefined) return none(`the scenario ${cell.scenario}, which the study does not have`);
  const departs = departure(levels);
  if (departs !== undefined) return none(`cells with ${departs}, which the study does not have`);
  if (!DATASETS.includes(levels.dataset)) return missing('a data set that the study does not have', ['dataset'], cell);
  const target = subjectOf(levels);
  if (target === undefined) return missing('a target that the study does not have', ['target', 'identity'], cell);
  const condition = conditionOf(levels);
  if (condition === undefined)
    return missing('a condition that the study does not have', ['target', 'others', 'record', 'stakes', 'bar'], cell);
  const mode = modeOf(task, levels, isThreatTold);
  if (mode === undefined) return missing('oversight that the study does not have here', ['oversight', 'evaluator-threat'], cell);
  const channel = channelOf(levels);
  if (channel === undefined) return missing('a channel that the study does not have', ['channel'], cell);
  const bar = Number(levels.bar);
  return {
    kind: 'place',
    key: {
      model: subject.id,
      isSimulated: subject.isSimulated,
      harness: subject.harness === 'loop' ? 'custom' : subject.harness,
      group: 'main',
      task,
      subject: target,
      condition,
      channel,
      dataset: levels.dataset ?? null,
      threshold: Number.isFinite(bar) ? bar : null,
      mode,
    },
  };
}
