import { checkConfidence } from './critical-value.ts';
import { type AgreementEstimate, agreementInterval, type RaterShares, raterShares, type RaterTable } from './rater-table.ts';

/** The large-sample variance of kappa, without assuming that it is 0. */
function largeSampleVariance({ items, agreement, cells, ofFirst, ofSecond }: RaterShares, chance: number): number {
  const differing = 1 - agreement;
  const sum = cells.reduce((before, { first, second, share }) => {
    const margins = (ofFirst[second] ?? 0) + (ofSecond[first] ?? 0);
    const term = first === second ? (1 - chance - margins * differing) ** 2 : (differing * margins) ** 2;
    return before + share * term;
  }, 0);
  return Math.max(0, sum - (agreement * chance - 2 * chance + agreement) ** 2) / (items * (1 - chance) ** 4);
}

/**
 * Cohen's kappa of two raters, any number of labels, unweighted. Where one label is rare it is low however well they agree: show
 * `gwetAgreement` beside it. Not estimable from fewer than 2 items, or where both used one and the same label only. RangeError for an
 * impossible table.
 *
 * The variance is that of the reference, the limits those of `agreementInterval`: with value +- 1.96 standard errors coverage falls to
 * 26 % near full agreement. Coverage at 95 %, simulated over 20 to 150 items with two labels, one of them 5 to 50 % of all, raters
 * right in 75 to 99 %: from 50 items 94 % on average and 88 % at the lowest; with 20 items and a rare label 83 % on average, down to 67 %.
 * References: Cohen (1960) Educational and Psychological Measurement 20:37-46; Fleiss, Cohen & Everitt (1969) Psychological Bulletin
 * 72:323-327.
 */
export function cohenKappa(table: RaterTable, confidence = 0.95): AgreementEstimate {
  checkConfidence(confidence);
  const shares = raterShares(table);
  const { items, agreement, ofFirst, ofSecond } = shares;
  if (items < 2) return { kind: 'not-estimable', items, because: 'fewer than 2 items have a label from both raters' };
  if (ofFirst.some((share, label) => share * (ofSecond[label] ?? 0) >= 1)) {
    return { kind: 'not-estimable', items, because: 'both raters gave every item the same one label, as chance alone would' };
  }
  const chance = ofFirst.reduce((sum, share, label) => sum + share * (ofSecond[label] ?? 0), 0);
  return agreementInterval({ items, agreement, chance, variance: largeSampleVariance(shares, chance) }, confidence);
}
