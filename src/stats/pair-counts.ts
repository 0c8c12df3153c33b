/** Pairs of trials that share all but one thing (branches of one journalled prefix), by where the thing happened. */
export interface PairCounts {
  readonly both: number;
  readonly onlyFirst: number;
  readonly onlySecond: number;
  readonly neither: number;
}

/** Throws a RangeError naming the value unless all four are whole numbers from 0. */
export function checkPairCounts({ both, onlyFirst, onlySecond, neither }: PairCounts): void {
  for (const [name, count] of Object.entries({ both, onlyFirst, onlySecond, neither })) {
    if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`${name} must be a whole number from 0: ${count}`);
  }
}
