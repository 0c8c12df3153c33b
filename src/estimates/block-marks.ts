/** What one trial says of a yes-or-no verdict. `latched`: unscored, but already shown beyond recall. */
export type Mark = 'yes' | 'no' | 'unscored' | 'latched';

/** By code; 0 stands for no trial. */
const MARKS: readonly (Mark | undefined)[] = [undefined, 'no', 'yes', 'unscored', 'latched'];
const CODES: { readonly [Name in Mark]: number } = { no: 1, yes: 2, unscored: 3, latched: 4 };
const FIRST_BLOCKS = 16;

/** One mark a block, a byte each: a run of 223,000 trials has millions of them. */
export class BlockMarks {
  private codes = new Uint8Array(FIRST_BLOCKS);
  private used = 0;

  set(block: number, mark: Mark): void {
    if (block >= this.codes.length) {
      const larger = new Uint8Array(Math.max(block + 1, this.codes.length * 2));
      larger.set(this.codes);
      this.codes = larger;
    }
    this.codes[block] = CODES[mark];
    this.used = Math.max(this.used, block + 1);
  }

  get(block: number): Mark | undefined {
    return MARKS[this.codes[block] ?? 0];
  }

  /** One more than the highest block with a mark. */
  get end(): number {
    return this.used;
  }

  count(mark: Mark): number {
    const code = CODES[mark];
    let found = 0;
    for (let block = 0; block < this.used; block += 1) if (this.codes[block] === code) found += 1;
    return found;
  }

  *[Symbol.iterator](): Generator<readonly [block: number, mark: Mark]> {
    for (let block = 0; block < this.used; block += 1) {
      const mark = this.get(block);
      if (mark !== undefined) yield [block, mark];
    }
  }
}
