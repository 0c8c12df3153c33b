import { meanInterval } from '../stats/mean-interval.ts';
import type { VerdictColumn } from './verdict-column.ts';

/** A mean of numbers with Student's t interval. Bounds make no sense for a number without limits, so there are none. */
export type MeanEstimate =
  | {
      readonly kind: 'estimated';
      readonly value: number;
      readonly low: number;
      readonly high: number;
      readonly trials: number;
      readonly unscored: number;
    }
  | {
      readonly kind: 'not-estimable';
      readonly because: string;
      readonly value?: number;
      readonly trials: number;
      readonly unscored: number;
    };

/** The mean of a verdict that is a number, such as inflation in points. */
export function meanEstimate({ numbers, unscoredNumbers }: VerdictColumn): MeanEstimate {
  const interval = meanInterval(numbers);
  const counts = { trials: numbers.length, unscored: unscoredNumbers };
  if (interval) return { kind: 'estimated', ...interval, ...counts };
  const first = numbers[0];
  if (first === undefined) return { kind: 'not-estimable', because: 'no trial was scored', ...counts };
  const because = numbers.length === 1 ? 'one trial has no spread' : 'all trials gave the same value';
  return { kind: 'not-estimable', because, value: first, ...counts };
}
