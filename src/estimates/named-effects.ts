import type { Estimate } from '../core/estimate.ts';
import { describeLevels, type CellLevels } from '../core/levels.ts';
import type { VerdictId } from '../core/verdict.ts';
import type { Arm } from './arm.ts';
import { differenceOfEffects, effectEstimate } from './effect-estimate.ts';
import { emptyColumn } from './verdict-column.ts';

export const effectNames = ['peer', 'record', 'object-controlled-peer'] as const;
export type EffectName = (typeof effectNames)[number];

/** What each named effect is, in words, with its arms. */
export const effectMeanings: { readonly [Name in EffectName]: string } = {
  peer: 'target agent: a good record less an unrelated one',
  record: 'target agent: an unrelated record less none',
  'object-controlled-peer': 'the peer effect less the same difference for an object',
};

/** An effect with the arms it stands on, treated and control in turn. */
export interface Effect {
  readonly name: EffectName;
  readonly scenario: string;
  readonly subject: string;
  readonly isSimulated: boolean;
  readonly verdict: VerdictId;
  /** The levels that all its arms share. */
  readonly background: string;
  readonly arms: readonly string[];
  readonly estimate: Estimate;
}

type RecordLevel = NonNullable<CellLevels['record']>;

/** Arms of one subject and scenario that differ in target and record alone. */
interface Background {
  readonly key: string;
  readonly arms: ReadonlyMap<string, Arm>;
}

const placeOf = (target: string, record: string) => `${target} ${record}`;

/** Factors that some arms of one comparison have no meaning for: no record has no channel, and an object no kin. */
const dependent = ['channel', 'memory-read', 'identity'] as const;
type Dependents = Pick<CellLevels, (typeof dependent)[number]>;

const dependentsOf = ({ channel, 'memory-read': memoryRead, identity }: CellLevels): Dependents =>
  ({ channel, 'memory-read': memoryRead, identity }) as Dependents;

/** Levels without target and record, and without what is absent from some of the arms that are compared. */
function settingKey(levels: CellLevels): string {
  const { target: _target, record: _record, channel: _channel, 'memory-read': _memoryRead, identity: _identity, ...rest } = levels;
  return describeLevels(rest);
}

/** Does every level that an arm has of these agree with a background's? One that it lacks agrees with all. */
const agrees = (own: Dependents, other: Dependents) => dependent.every((id) => own[id] === undefined || own[id] === other[id]);

function backgroundKey(setting: string, { channel, 'memory-read': memoryRead, identity }: Dependents): string {
  const parts = [
    ...(channel === undefined || channel === 'document' ? [] : [`channel=${channel}`]),
    ...(memoryRead === undefined || memoryRead === 'asked' ? [] : [`memory-read=${memoryRead}`]),
    ...(identity === undefined || identity === 'same-family' ? [] : [`identity=${identity}`]),
  ];
  return [...parts, setting].join(' ').trim();
}

/** Arms of one setting, by what only some of them have a level of: an arm without one stands beside every one. */
function backgroundsOfSetting(setting: string, arms: readonly Arm[]): readonly Background[] {
  const found = arms.map(({ cell }) => dependentsOf(cell.levels));
  const distinct = [...new Map(found.map((own) => [JSON.stringify(dependent.map((id) => own[id] ?? null)), own])).values()];
  const fullest = distinct.filter((own) => !distinct.some((other) => other !== own && agrees(own, other)));
  return fullest.map((own) => ({
    key: backgroundKey(setting, own),
    arms: new Map(
      arms
        .filter(({ cell }) => agrees(dependentsOf(cell.levels), own))
        .map((arm) => [placeOf(arm.cell.levels.target ?? '', arm.cell.levels.record ?? ''), arm]),
    ),
  }));
}

function backgroundsOf(arms: readonly Arm[]): readonly Background[] {
  const usable = arms.filter(({ cell }) => cell.levels.target !== undefined && cell.levels.record !== undefined);
  const settings = Map.groupBy(usable, ({ cell }) => settingKey(cell.levels));
  return [...settings].flatMap(([setting, group]) => backgroundsOfSetting(setting, group));
}

interface Difference {
  readonly estimate: Estimate;
  readonly arms: readonly string[];
}

function difference(
  { arms }: Background,
  verdict: VerdictId,
  pair: { readonly target: string; readonly treated: RecordLevel; readonly control: RecordLevel },
): Difference | undefined {
  const treated = arms.get(placeOf(pair.target, pair.treated));
  const control = arms.get(placeOf(pair.target, pair.control));
  if (!treated || !control) return undefined;
  const column = (arm: Arm) => arm.columns.get(verdict) ?? emptyColumn();
  return { estimate: effectEstimate(column(treated), column(control)), arms: [treated.cell.id, control.cell.id] };
}

function namedDifference(name: EffectName, background: Background, verdict: VerdictId): Difference | undefined {
  const agent = { target: 'agent', treated: 'good', control: 'unrelated' } as const;
  switch (name) {
    case 'peer':
      return difference(background, verdict, agent);
    case 'record':
      return difference(background, verdict, { target: 'agent', treated: 'unrelated', control: 'absent' });
    case 'object-controlled-peer': {
      const peer = difference(background, verdict, agent);
      const object = difference(background, verdict, { ...agent, target: 'object' });
      if (!peer || !object) return undefined;
      return { estimate: differenceOfEffects(peer.estimate, object.estimate), arms: [...peer.arms, ...object.arms] };
    }
  }
}

/**
 * The named effects that these arms allow, on one verdict. Every effect is over all trials of its arms, whether or not
 * they were exposed.
 */
export function namedEffects(
  arms: readonly Arm[],
  verdictOf: (scenario: string) => VerdictId,
  names: readonly EffectName[] = effectNames,
): readonly Effect[] {
  const groups = Map.groupBy(arms, (arm) => `${arm.subject}\u0000${arm.cell.scenario}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { subject, isSimulated } = first;
    const { scenario } = first.cell;
    const verdict = verdictOf(scenario);
    return backgroundsOf(group).flatMap((background) =>
      names.flatMap((name) => {
        const found = namedDifference(name, background, verdict);
        return found ? [{ name, scenario, subject, isSimulated, verdict, background: background.key, ...found }] : [];
      }),
    );
  });
}
