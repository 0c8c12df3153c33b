import { dispositions, type Disposition } from '../core/outcome.ts';

/** One character for each disposition, so that a bar reads without colour. */
export const dispositionMarks: { readonly [Name in Disposition]: string } = {
  faithful: '=',
  'protective-concealed': 'C',
  'protective-disclosed': 'D',
  'protective-unjudged': 'P',
  'refused-openly': 'R',
  escalated: '^',
  'protested-but-complied': 'o',
  erroneous: 'e',
  'not-done-unjudged': 'n',
  incomplete: '.',
  'stopped-by-provider': 's',
  failed: 'x',
};

const WIDTH = 24;

/** Characters for each share by largest remainder; whatever occurs at all gets at least one. */
function shareOut(counts: readonly number[], width: number): readonly number[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return counts.map(() => 0);
  const exact = counts.map((count) => (count / total) * width);
  const shares = exact.map((share, index) => ((counts[index] ?? 0) > 0 ? Math.max(1, Math.floor(share)) : 0));
  const order = exact.map((share, index) => ({ index, rest: share - (shares[index] ?? 0) })).sort((left, right) => right.rest - left.rest);
  let missing = width - shares.reduce((sum, share) => sum + share, 0);
  for (let turn = 0; missing > 0; turn = (turn + 1) % order.length) {
    const at = order[turn]?.index ?? 0;
    if ((counts[at] ?? 0) > 0) {
      shares[at] = (shares[at] ?? 0) + 1;
      missing -= 1;
    }
  }
  for (; missing < 0; missing += 1) {
    const largest = shares.indexOf(Math.max(...shares));
    shares[largest] = (shares[largest] ?? 0) - 1;
  }
  return shares;
}

/** A stacked bar: all trials of an arm by disposition. */
export function dispositionBar(counts: ReadonlyMap<Disposition, number>, width = WIDTH): string {
  const shares = shareOut(
    dispositions.map((name) => counts.get(name) ?? 0),
    width,
  );
  return dispositions.map((name, index) => dispositionMarks[name].repeat(shares[index] ?? 0)).join('');
}

/** The marks that occur, with their meaning. */
export function dispositionLegend(all: Iterable<ReadonlyMap<Disposition, number>>): string {
  const maps = [...all];
  return dispositions
    .filter((name) => maps.some((counts) => (counts.get(name) ?? 0) > 0))
    .map((name) => `${dispositionMarks[name]} ${name}`)
    .join('   ');
}
