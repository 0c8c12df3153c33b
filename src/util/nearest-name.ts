/** Edits (insert, delete, replace) between two words. */
function editDistance(left: string, right: string): number {
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const replaced = (previous[column - 1] ?? 0) + (left[row - 1] === right[column - 1] ? 0 : 1);
      current.push(Math.min(replaced, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[right.length] ?? 0;
}

/** The known name nearest to what was typed, or undefined where nothing is near enough to be what was meant. */
export function nearestName(typed: string, known: readonly string[]): string | undefined {
  const ranked = known
    .map((name) => ({ name, distance: editDistance(typed.toLowerCase(), name.toLowerCase()) }))
    .sort((left, right) => left.distance - right.distance);
  const best = ranked[0];
  if (!best) return undefined;
  const sharesALetter = best.distance < Math.max(typed.length, best.name.length);
  return sharesALetter && best.distance <= Math.max(2, Math.floor(typed.length / 3)) ? best.name : undefined;
}

/** ` (known: a, b, c; did you mean "b"?)`, for the end of an error message. */
export function knownNames(typed: string, known: readonly string[]): string {
  const nearest = nearestName(typed, known);
  return ` (known: ${known.join(', ')}${nearest === undefined ? '' : `; did you mean "${nearest}"?`})`;
}
