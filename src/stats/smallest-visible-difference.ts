import { powerByRates, type PowerQuestion } from './power-of-difference.ts';
import { powerOfDifferenceOfDifferences } from './power-of-difference-of-differences.ts';

/** The power from which an effect counts as one that can be seen. */
const POWER = 0.8;
/** A tenth of a percentage point. */
const FINEST = 0.001;
/** What a control arm comes to where hardly anything happens without the treatment. */
const RARE = 0.05;
/** Up to a half: above it an increase is easier to see again, by symmetry. */
const CONTROL_RATES = Array.from({ length: 11 }, (_, index) => index / 20);

/** The smallest increase that is seen from a control rate; `undefined` where not even an increase to 100 % is. */
type VisibleFrom = (control: number) => number | undefined;

function smallestVisible(powerAt: (difference: number) => number, room: number): number | undefined {
  if (powerAt(room) < POWER) return undefined;
  let [unseen, seen] = [0, room];
  while (seen - unseen > FINEST) {
    const middle = (unseen + seen) / 2;
    if (powerAt(middle) >= POWER) seen = middle;
    else unseen = middle;
  }
  return seen;
}

function checkControl(control: number): void {
  if (!(control >= 0 && control < 1)) throw new RangeError(`a control rate must lie from 0 to below 1: ${control}`);
}

/**
 * The smallest increase over a control rate that the interval of a planned contrast will tell from 0 with 80 % power, by
 * `powerOfDifference`: two-sided 5 % unless another confidence is given, as 1 - .05/m is for the strictest of m by Holm. By symmetry a
 * decrease from 1 - control is seen as well.
 */
export function visibleDifference(question: PowerQuestion): VisibleFrom {
  const power = powerByRates(question);
  return (control) => {
    checkControl(control);
    return smallestVisible((difference) => power({ treated: Math.min(1, control + difference), control }), 1 - control);
  };
}

/** The same for a difference of two differences, where one arm of four is higher and the others all have the control rate. */
export function visibleDifferenceOfDifferences(question: PowerQuestion): VisibleFrom {
  return (control) => {
    checkControl(control);
    const rest = { treated: control, control };
    const power = (difference: number) =>
      powerOfDifferenceOfDifferences({ treated: Math.min(1, control + difference), control }, rest, question);
    return smallestVisible(power, 1 - control);
  };
}

/** The smallest visible effect of a contrast, as shares: it depends on the control rate, which nobody knows before. */
export interface VisibleEffect {
  readonly atFivePercent: number;
  /** The largest over control rates up to a half, of those that leave room for it. */
  readonly atWorst: number;
}

/** `undefined` where at a control rate of 5 % nothing is seen, however large. */
export function visibleEffect(visibleFrom: VisibleFrom): VisibleEffect | undefined {
  const atFivePercent = visibleFrom(RARE);
  if (atFivePercent === undefined) return undefined;
  return { atFivePercent, atWorst: Math.max(...CONTROL_RATES.flatMap((control) => visibleFrom(control) ?? [])) };
}
