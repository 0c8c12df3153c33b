import type { Estimate } from '../core/estimate.ts';
import type { CellLevels } from '../core/levels.ts';
import type { EffectTest } from '../estimates/effect.ts';
import type { Interpretability } from '../estimates/interpretability.ts';
import { leavesOutZero } from './format-number.ts';
import { pText } from './report-values.ts';
import { levelsShown, varyingFactors, withoutShared } from './short-labels.ts';

/** What tells an effect from every other one of its kind. */
export interface NamedEffect {
  readonly name: string;
  readonly part?: string;
  readonly scenario: string;
  readonly background: string;
  /** Cell ids, treated and control in turn. */
  readonly arms: readonly string[];
  readonly pairing?: 'blocks' | 'batches';
}

export interface EffectWords {
  /** `agent good - agent unrelated`. */
  readonly shownArms: string;
  /** The levels that are held fixed, without what all effects of this name in this scenario share. */
  readonly shownBackground: string;
}

export type LevelsOf = ReadonlyMap<string, CellLevels>;

export const levelsOfCells = (arms: readonly { readonly cell: string; readonly levels: CellLevels }[]): LevelsOf =>
  new Map(arms.map(({ cell, levels }) => [cell, levels]));

/** Arms by what makes them differ: `agent good - agent unrelated`. */
export function armsShown({ arms, pairing }: Pick<NamedEffect, 'arms' | 'pairing'>, levelsOf: LevelsOf): string {
  const levels = arms.flatMap((id) => levelsOf.get(id) ?? []);
  if (pairing === 'batches') return `${levelsShown(levels[0] ?? {}, ['target', 'record'])}: unmonitored batch - monitored batch`;
  const varying = [...new Set(['target', 'record', ...varyingFactors(levels)])];
  const [treated, control, otherTreated, otherControl] = levels.map((own) => levelsShown(own, varying));
  const difference = `${treated} - ${control}`;
  return otherTreated === undefined ? difference : `(${difference}) - (${otherTreated} - ${otherControl})`;
}

/** Arms and background of each, so that no two effects of one name, scenario and subject look the same. */
export function effectWords<Named extends NamedEffect>(effects: readonly Named[], levelsOf: LevelsOf): ReadonlyMap<Named, EffectWords> {
  const groups = Map.groupBy(effects, ({ scenario, name, part }) => [scenario, name, part ?? ''].join('\u0000'));
  return new Map(
    [...groups.values()].flatMap((group) => {
      const distinct = [...new Set(group.map(({ background }) => background))];
      const short = new Map(withoutShared(distinct).map((shown, at) => [distinct[at], shown]));
      return group.map((effect) => {
        const shownBackground = distinct.length < 2 ? '' : (short.get(effect.background) ?? '');
        return [effect, { shownArms: armsShown(effect, levelsOf), shownBackground }] as const;
      });
    }),
  );
}

/** The arms of what was pooled: once where they differ alike in all parts, else part by part. */
export function pooledArmsShown(
  { parts }: { readonly parts: readonly { readonly of: string; readonly arms: readonly string[] }[] },
  levelsOf: LevelsOf,
): string {
  const groups = [...Map.groupBy(parts, (part) => armsShown(part, levelsOf))];
  return groups.length === 1
    ? (groups[0]?.[0] ?? '')
    : groups.map(([shown, own]) => `${own.map(({ of }) => of).join(', ')}: ${shown}`).join('; ');
}

/** What is held fixed, without the target and the record that the arms name. */
export const otherSetting = ({ shownBackground }: Pick<EffectWords, 'shownBackground'>): string =>
  shownBackground
    .split(' ')
    .filter((part) => !/^(?:target|record)=/.test(part))
    .join(' ');

/** Said above tables whose rows leave out what they share. */
export const BACKGROUND_NOTE = 'background: what else is held fixed in both arms, without what all rows of one effect and scenario share.';

/** Of a row beside its numbers; nothing where the controls hold. */
export function controlsText(interpretability: Interpretability): string {
  if (interpretability.kind === 'interpretable') return '';
  return interpretability.kind === 'unchecked' ? 'controls not run' : 'not interpretable here';
}

export const isUnreadable = ({ interpretability }: { readonly interpretability: Interpretability }): boolean =>
  interpretability.kind === 'not-interpretable';

type Numbers = { readonly kind: string; readonly low?: number; readonly high?: number };

/** What may be read and is not 0 first, then what may be read, what the controls forbid to read, and what has no number. */
export function inTellingOrder<Row extends { readonly estimate: Numbers; readonly interpretability: Interpretability }>(
  rows: readonly Row[],
): readonly Row[] {
  const rank = (row: Row) => {
    const { kind, low = 0, high = 0 } = row.estimate;
    if (kind === 'not-estimable') return 3;
    if (isUnreadable(row)) return 2;
    return leavesOutZero(low, high) ? 0 : 1;
  };
  return rows.toSorted((left, right) => rank(left) - rank(right));
}

/** `fewer than 5 trials an arm`, where an interval covers less than it says. */
export function thinText(estimate: Estimate): string {
  if (estimate.kind === 'not-estimable' || estimate.smallestArm === undefined) return '';
  return 'fewer than 5 trials an arm: the interval covers less than 95 %';
}

export const THIN_NOTE =
  'With fewer than 5 trials in an arm an interval covers less than the 95 % that it says: down to 83 %, with a single trial to 80 %; of a difference of two differences to 83 % and 70 % (by all outcomes of blocks of one trial an arm, at rates from 2 to 100 %).';

export const UNPAIRED_NOTE =
  'unpaired: scored trials in a block in which another arm of the effect has no score. They are in the rates, and not in the effect.';

export const unpairedText = ({ unpaired }: Estimate): string => (unpaired === undefined ? '' : String(unpaired));

/** What must be said once beside some effects: trials that they lose, and arms that are too small. */
export function lossNotes(estimates: readonly Estimate[]): readonly string[] {
  const isUnpaired = estimates.some(({ unpaired }) => unpaired !== undefined);
  const isThin = estimates.some((estimate) => thinText(estimate) !== '');
  return [...(isUnpaired ? [UNPAIRED_NOTE] : []), ...(isThin ? [THIN_NOTE] : [])];
}

/** Raw and adjusted; where nothing could be compared there is no p-value to show, whatever it counts for in its family. */
export const testCells = (test: EffectTest | undefined): readonly string[] =>
  test === undefined || test.isMissing === true ? ['–', '–'] : [pText(test.pValue), pText(test.adjusted)];
