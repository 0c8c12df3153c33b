/** A stretch of a sequence that both sides have, or that one of them has alone. */
export interface DiffRun<Item> {
  readonly kind: 'same' | 'removed' | 'added';
  readonly items: readonly Item[];
}

/** Words, numbers, spaces and marks, one by one: joined they are the text again. */
export function wordsOf(text: string): readonly string[] {
  return text.match(/\p{N}+(?:[.,:]\p{N}+)+|[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*|\s+|[^\p{L}\p{N}\s]/gu) ?? [];
}

function sharedEnds<Item>(left: readonly Item[], right: readonly Item[], isSame: (one: Item, other: Item) => boolean) {
  const shorter = Math.min(left.length, right.length);
  const sameAt = (one: Item | undefined, other: Item | undefined) => one !== undefined && other !== undefined && isSame(one, other);
  let [head, tail] = [0, 0];
  while (head < shorter && sameAt(left[head], right[head])) head += 1;
  while (tail < shorter - head && sameAt(left.at(-1 - tail), right.at(-1 - tail))) tail += 1;
  return { head, tail };
}

/** `lengths[i][j]`: the longest common subsequence of what follows `left[i]` and `right[j]`. */
function commonLengths<Item>(left: readonly Item[], right: readonly Item[], isSame: (one: Item, other: Item) => boolean) {
  const lengths = Array.from({ length: left.length + 1 }, () => new Uint32Array(right.length + 1));
  for (let row = left.length - 1; row >= 0; row -= 1) {
    for (let column = right.length - 1; column >= 0; column -= 1) {
      const [one, other] = [left[row] as Item, right[column] as Item];
      const [below, beside] = [lengths[row + 1]?.[column] ?? 0, lengths[row]?.[column + 1] ?? 0];
      (lengths[row] as Uint32Array)[column] = isSame(one, other) ? (lengths[row + 1]?.[column + 1] ?? 0) + 1 : Math.max(below, beside);
    }
  }
  return lengths;
}

function middleRuns<Item>(
  left: readonly Item[],
  right: readonly Item[],
  isSame: (one: Item, other: Item) => boolean,
): readonly DiffRun<Item>[] {
  const lengths = commonLengths(left, right, isSame);
  const runs: DiffRun<Item>[] = [];
  let [row, column] = [0, 0];
  while (row < left.length || column < right.length) {
    const [one, other] = [left[row], right[column]];
    if (one !== undefined && other !== undefined && isSame(one, other)) {
      runs.push({ kind: 'same', items: [other] });
      [row, column] = [row + 1, column + 1];
    } else if (column >= right.length || (row < left.length && (lengths[row + 1]?.[column] ?? 0) >= (lengths[row]?.[column + 1] ?? 0))) {
      runs.push({ kind: 'removed', items: [one as Item] });
      row += 1;
    } else {
      runs.push({ kind: 'added', items: [other as Item] });
      column += 1;
    }
  }
  return runs;
}

/** Neighbouring runs of one kind become one; between two common stretches what was removed stands before what was added. */
function merged<Item>(runs: readonly DiffRun<Item>[]): readonly DiffRun<Item>[] {
  const result: DiffRun<Item>[] = [];
  let [removed, added]: [Item[], Item[]] = [[], []];
  const flush = () => {
    if (removed.length > 0) result.push({ kind: 'removed', items: removed });
    if (added.length > 0) result.push({ kind: 'added', items: added });
    [removed, added] = [[], []];
  };
  for (const { kind, items } of runs) {
    if (kind === 'removed') removed.push(...items);
    else if (kind === 'added') added.push(...items);
    else {
      flush();
      const last = result.at(-1);
      if (last?.kind === 'same') result[result.length - 1] = { kind, items: [...last.items, ...items] };
      else result.push({ kind, items });
    }
  }
  flush();
  return result;
}

/** The shortest way from one sequence to another, by their longest common subsequence (Wagner and Fischer, 1974). */
export function diffSequences<Item>(
  left: readonly Item[],
  right: readonly Item[],
  isSame: (one: Item, other: Item) => boolean = Object.is,
): readonly DiffRun<Item>[] {
  const { head, tail } = sharedEnds(left, right, isSame);
  const middle = middleRuns(left.slice(head, left.length - tail), right.slice(head, right.length - tail), isSame);
  const ends = (items: readonly Item[]): readonly DiffRun<Item>[] => (items.length === 0 ? [] : [{ kind: 'same', items }]);
  return merged([...ends(right.slice(0, head)), ...middle, ...ends(right.slice(right.length - tail))]);
}
