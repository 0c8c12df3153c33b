/** What one trial says of a yes-or-no verdict. `latched`: unscored, but already shown beyond recall. */
export type Mark = 'yes' | 'no' | 'unscored' | 'latched';

/** By code; 0 stands for no trial. */
const MARKS: readonly (Mark | undefined)[] = [undefined, 'no', 'yes', 'unscored', 'latched'];
const CODES: { readonly [Name in Mark]: number } = { no: 1, yes: 2, unscored: 3, latched: 4 };
const FIRST_BLOCKS = 16;

/**
 * One mark a block, a byte each: a run of 223,000 trials has millions of them. Plain data, for it passes between threads; written by
 * `setMark` and `enterMarks` alone.
 */
export interface BlockMarks {
  codes: Uint8Array;
  /** One more than the highest block with a mark. */
  end: number;
}

export function emptyMarks(): BlockMarks {
  return { codes: new Uint8Array(FIRST_BLOCKS), end: 0 };
}

function reach(marks: BlockMarks, end: number): void {
  if (end > marks.codes.length) {
    const larger = new Uint8Array(Math.max(end, marks.codes.length * 2));
    larger.set(marks.codes);
    marks.codes = larger;
  }
  marks.end = Math.max(marks.end, end);
}

export function setMark(marks: BlockMarks, block: number, mark: Mark): void {
  reach(marks, block + 1);
  marks.codes[block] = CODES[mark];
}

export function markAt(marks: BlockMarks, block: number): Mark | undefined {
  return MARKS[marks.codes[block] ?? 0];
}

export function countMarks(marks: BlockMarks, mark: Mark): number {
  const code = CODES[mark];
  let found = 0;
  for (let block = 0; block < marks.end; block += 1) if (marks.codes[block] === code) found += 1;
  return found;
}

/** Every block that has a mark, in order. */
export function* eachMark(marks: BlockMarks): Generator<readonly [block: number, mark: Mark]> {
  for (let block = 0; block < marks.end; block += 1) {
    const mark = markAt(marks, block);
    if (mark !== undefined) yield [block, mark];
  }
}

/** Enters all marks of `from`; where both have one, that of `from` stands. */
export function enterMarks(into: BlockMarks, from: BlockMarks): void {
  reach(into, from.end);
  for (let block = 0; block < from.end; block += 1) {
    const code = from.codes[block] ?? 0;
    if (code !== 0) into.codes[block] = code;
  }
}
