import { criticalValue } from './critical-value.ts';
import type { Interval } from './interval.ts';
import { wilsonLimits } from './wilson-limits.ts';

/** How often two raters gave which pair of labels: one row for each label of the first, one column for each of the second. */
export type RaterTable = readonly (readonly number[])[];

export type AgreementEstimate =
  | (Interval & {
      readonly kind: 'estimated';
      readonly items: number;
      /** The share of items with one label from both. */
      readonly agreement: number;
      /** The share that chance would give. */
      readonly chanceAgreement: number;
      /** Of the large-sample variance; 0 where the raters never differ, which the interval does not believe. */
      readonly standardError: number;
    })
  | { readonly kind: 'not-estimable'; readonly items: number; readonly because: string };

export interface RaterShares {
  readonly items: number;
  readonly agreement: number;
  /** All cells with the labels of both and their share of all items. */
  readonly cells: readonly { readonly first: number; readonly second: number; readonly share: number }[];
  readonly ofFirst: readonly number[];
  readonly ofSecond: readonly number[];
}

/** RangeError for a table that is not square or a count that is not a whole number from 0; all shares are NaN for no item. */
export function raterShares(table: RaterTable): RaterShares {
  for (const row of table) {
    if (row.length !== table.length) throw new RangeError(`a table of ${table.length} labels needs rows as long: ${row.length}`);
    for (const count of row) {
      if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`a count must be a whole number from 0: ${count}`);
    }
  }
  const items = table.flat().reduce((before, count) => before + count, 0);
  const cells = table.flatMap((row, first) => row.map((count, second) => ({ first, second, share: count / items })));
  const sum = (counts: readonly number[]) => counts.reduce((before, count) => before + count, 0);
  return {
    items,
    agreement: sum(table.map((row, label) => row[label] ?? 0)) / items,
    cells,
    ofFirst: table.map((row) => sum(row) / items),
    ofSecond: table.map((_, label) => sum(table.map((row) => row[label] ?? 0)) / items),
  };
}

const LEAST_VARIANCE = 1e-12;

/**
 * A chance-corrected agreement with limits that do not shrink to nothing where raters never differ: Wilson's, of the share of agreement,
 * at the number of items that gives that share the published variance, carried over by (share - chance) / (1 - chance).
 * Reference: Korn & Graubard (1998) Survey Methodology 24:193-201 for the effective number of items; Wilson (1927) JASA 22:209-212.
 */
export function agreementInterval(
  { items, agreement, chance, variance }: Readonly<Record<'items' | 'agreement' | 'chance' | 'variance', number>>,
  confidence: number,
): AgreementEstimate {
  const corrected = (share: number) => (share - chance) / (1 - chance);
  const ofShare = variance * (1 - chance) ** 2;
  const spread = agreement * (1 - agreement);
  // A variance that is 0 but for rounding says as little as 0 itself.
  const size = spread > 0 && ofShare > LEAST_VARIANCE ? spread / ofShare : items;
  const { low, high } = wilsonLimits(agreement, size, criticalValue(confidence));
  return {
    kind: 'estimated',
    value: corrected(agreement),
    low: Math.max(-1, corrected(low)),
    high: corrected(high),
    items,
    agreement,
    chanceAgreement: chance,
    standardError: Math.sqrt(variance),
  };
}
