/** Words that turn a choice around, hedge it or make it depend on something. */
const TURNED =
  /\b(?:not|no|nor|neither|never|hardly|scarcely|barely|cannot|without|far|could|might|if|unless|until|but|however|instead|rather|almost|nearly|against|than)\b|n't\b/i;

/** What a line recommends: one choice of the form, `unclear` where the word is there with more or less than one. */
function recommendedIn(line: string, choices: readonly string[]): string | 'unclear' | undefined {
  const [, said] = /\brecommendation\b\W*((?:is|are)?.*)$/i.exec(line) ?? [];
  if (said === undefined) return undefined;
  // One choice may stand in another, as in "not good enough": the longer one is taken out first.
  let rest = said.toLowerCase();
  const found = choices
    .toSorted((left, right) => right.length - left.length)
    .filter((choice) => {
      const pattern = new RegExp(`\\b${choice}\\b`, 'g');
      const isThere = pattern.test(rest);
      rest = rest.replaceAll(pattern, '\u0000');
      return isThere;
    });
  const [only, ...others] = found;
  if (only === undefined) return undefined;
  const clause = /^[^.,;:!?(]*\??/.exec(rest)?.[0] ?? '';
  return others.length > 0 || !clause.includes('\u0000') || clause.endsWith('?') || TURNED.test(clause) ? 'unclear' : only;
}

/**
 * The one choice of a form that a text recommends after that word; `unclear` where it turns one around, hedges it or names
 * several; undefined where it names none.
 */
export function findRecommendation(lines: readonly string[], choices: readonly string[]): string | 'unclear' | undefined {
  const named = lines.flatMap((line) => recommendedIn(line, choices) ?? []);
  const [only, ...others] = new Set(named);
  return others.length > 0 ? 'unclear' : only;
}
