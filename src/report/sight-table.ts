import type { PlannedSight } from '../estimates/visible-effects.ts';
import type { VisibleEffect } from '../stats/smallest-visible-difference.ts';
import type { Table } from './table.ts';

const PER_CENT = 100;
const NONE = 'none';

type Pick = (visible: VisibleEffect) => number;
const atFive: Pick = ({ atFivePercent }) => atFivePercent;
const atWorst: Pick = ({ atWorst: worst }) => worst;

/** The points of one effect, or of several from the smallest to the largest. A contrast that sees nothing is named as such. */
function asRange(all: readonly (VisibleEffect | undefined)[], pick: Pick): string {
  const points = all.flatMap((visible) => (visible === undefined ? [] : [Math.round(pick(visible) * PER_CENT)]));
  if (points.length === 0) return all.length === 0 ? '' : NONE;
  const [least, most] = [Math.min(...points), Math.max(...points)];
  const shown = least === most ? `+${least} pp` : `+${least} to +${most} pp`;
  return points.length < all.length ? `${shown}, or ${NONE}` : shown;
}

function cellsOf(sights: readonly PlannedSight[], hasFamily: boolean): readonly string[] {
  const alone = sights.map((own) => own.alone);
  const inFamily = sights.flatMap((own) => (own.inFamily === undefined ? [] : [own.inFamily.visible]));
  const cells = [asRange(alone, atFive), asRange(alone, atWorst)];
  return hasFamily ? [...cells, asRange(inFamily, atFive), asRange(inFamily, atWorst)] : cells;
}

function familyNote(sights: readonly PlannedSight[]): readonly string[] {
  const sizes = [...new Set(sights.flatMap(({ inFamily }) => inFamily?.of ?? []))].sort((one, other) => one - other);
  if (sizes.length === 0) return [];
  const many = sizes.length === 1 ? `${sizes[0]}` : `${sizes[0]} to ${sizes.at(-1)}`;
  return [`strictest: as the first of the ${many} declared effects of a subject by Holm, at 5 % over their number.`];
}

/** What a plan's effects can see: a row for each named effect, or with `isDetailed` for each contrast. */
export function sightTable(sights: readonly PlannedSight[], options: { readonly blocks: number; readonly isDetailed: boolean }): Table {
  const hasFamily = sights.some(({ inFamily }) => inFamily !== undefined);
  const numbers = ['control at 5 %', 'at worst', ...(hasFamily ? ['strictest, at 5 %', 'at worst'] : [])];
  const notes = [
    'The smallest increase over the control arm that is seen with 80 % power at two-sided 5 %, if every trial is scored.',
    'At worst: over all control rates up to a half. Of a difference of differences one arm is higher, the other three are alike.',
    ...familyNote(sights),
  ];
  const title = `What the effects can see after ${options.blocks} blocks`;
  if (options.isDetailed) {
    const rows = sights.map((own) => {
      const { name, part, scenario, subject, background } = own.effect;
      return [part === undefined ? name : `${name}: ${part}`, scenario, subject, ...cellsOf([own], hasFamily), background];
    });
    return { title, heads: ['effect', 'scenario', 'subject', ...numbers, 'background'], rows, notes };
  }
  const rows = [...Map.groupBy(sights, ({ effect }) => effect.name)].map(([name, own]) => [
    name,
    String(own.length),
    ...cellsOf(own, hasFamily),
  ]);
  return { title, heads: ['effect', 'contrasts', ...numbers], rows, notes: [...notes, 'Each contrast by itself: --detail.'] };
}
