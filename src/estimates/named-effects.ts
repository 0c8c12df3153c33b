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

/** Levels without target, record and channel: what an absent record shares with a present one. */
function settingKey({ target: _target, record: _record, channel: _channel, ...rest }: CellLevels): string {
  return describeLevels(rest);
}

function backgroundKey(setting: string, channel: string): string {
  return channel === 'document' ? setting : `channel=${channel} ${setting}`.trim();
}

/** Arms of one setting, by the channel of the record. An absent record has none, so it stands beside every channel. */
function backgroundsOfSetting(setting: string, arms: readonly Arm[]): readonly Background[] {
  const present = Map.groupBy(arms, ({ cell }) => cell.levels.channel);
  const absent = present.get(undefined) ?? [];
  const channels = [...present.keys()].flatMap((channel) => channel ?? []);
  return (channels.length > 0 ? channels : ['document' as const]).map((channel) => ({
    key: backgroundKey(setting, channel),
    arms: new Map(
      [...absent, ...(present.get(channel) ?? [])].map((arm) => [placeOf(arm.cell.levels.target ?? '', arm.cell.levels.record ?? ''), arm]),
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
