import type { CompositePoint, DrawnTable } from './composite-coverage.ts';
import type { CompositeEstimate } from './composite-estimates.ts';
import { drawCounts } from './draw-counts.ts';
import type { LabelledStratum } from './labelled-stratum.ts';
import { predictionPoweredDifference } from './prediction-powered-difference.ts';
import { predictionPoweredRate, type PredictionPowered } from './prediction-powered-rate.ts';

/** What a judge makes of the trials of one arm. */
interface JudgedArm {
  readonly rate: number;
  readonly sensitivity: number;
  readonly specificity: number;
  readonly abstains: number;
}

/** How many trials an arm has, how many of them people label, and how these are spread over the judge's labels. */
interface LabelPlan {
  readonly units: number;
  readonly labels: number;
  readonly spread: 'equal' | 'proportional';
}

type Random = () => number;

/** The chance of each label of the judge, and of the truth given it. */
function labelChances({ rate, sensitivity, specificity, abstains }: JudgedArm) {
  const decided = 1 - abstains;
  const label = (name: string, ofTrue: number, ofFalse: number) => {
    const chance = rate * ofTrue + (1 - rate) * ofFalse;
    return { name, chance, isTrue: chance === 0 ? 0 : (rate * ofTrue) / chance };
  };
  return [
    label('yes', decided * sensitivity, decided * (1 - specificity)),
    label('no', decided * (1 - sensitivity), decided * specificity),
    label('abstained', abstains, abstains),
  ];
}

/** At least two of every label that occurs, if it has so many: what a draw of labels must see to. */
const LEAST_OF_A_LABEL = 2;

function drawArm(arm: JudgedArm, { units, labels, spread }: LabelPlan, random: Random): readonly LabelledStratum[] {
  const chances = labelChances(arm);
  const counts = chances.map(() => 0);
  for (let unit = 0; unit < units; unit += 1) {
    let [at, label] = [random(), 0];
    while (label < 2 && at >= (chances[label]?.chance ?? 0)) at -= chances[label++]?.chance ?? 0;
    counts[label] = (counts[label] ?? 0) + 1;
  }
  const occurring = counts.filter((count) => count > 0).length;
  return chances.flatMap(({ name, isTrue }, label) => {
    const count = counts[label] ?? 0;
    if (count === 0) return [];
    const wished = Math.round(spread === 'equal' ? labels / occurring : (labels * count) / units);
    const shown = Math.min(count, Math.max(LEAST_OF_A_LABEL, wished));
    return [{ name, units: count, labelled: drawCounts(shown, isTrue, random) }];
  });
}

const intervalOf = (found: PredictionPowered) => (found.kind === 'estimated' ? found : undefined);

/** The labelled as a plain sum of rates, and the variance of the judge's shares at given rates. */
function referenceOf(arms: readonly (readonly LabelledStratum[])[]): Omit<DrawnTable, 'interval'> {
  const signs = [1, -1];
  const parts = arms.map((strata, arm) => {
    const units = strata.reduce((sum, stratum) => sum + stratum.units, 0);
    const terms = strata.map(({ units: ofStratum, labelled: { successes, trials } }) => ({
      coefficient: ((signs[arm] ?? 1) * ofStratum) / units,
      rate: successes / trials,
      size: trials,
    }));
    return { units, terms };
  });
  return {
    rates: parts.flatMap(({ terms }) => terms),
    further(rates) {
      let next = 0;
      return parts.reduce((sum, { units, terms }) => {
        const own = terms.map(({ coefficient }) => ({ weight: Math.abs(coefficient), rate: rates[next++] ?? 0 }));
        const mean = own.reduce((before, { weight, rate }) => before + weight * rate, 0);
        return sum + own.reduce((before, { weight, rate }) => before + weight * (rate - mean) ** 2, 0) / units;
      }, 0);
    },
  };
}

const PLANS: readonly LabelPlan[] = (
  [
    [40, 8],
    [40, 30],
    [100, 16],
    [400, 8],
    [400, 30],
    [400, 60],
  ] as const
).flatMap(([units, labels]) => (['equal', 'proportional'] as const).map((spread) => ({ units, labels, spread })));

const JUDGES = [
  { sensitivity: 0.6, specificity: 0.6, abstains: 0 },
  { sensitivity: 0.6, specificity: 1, abstains: 0.1 },
  { sensitivity: 0.8, specificity: 0.9, abstains: 0.1 },
  { sensitivity: 1, specificity: 0.6, abstains: 0 },
  { sensitivity: 1, specificity: 1, abstains: 0.1 },
] as const;
const RATES = [0, 0.02, 0.1, 0.3, 0.5, 0.8, 0.98];

const nameOfPlan = ({ units, labels, spread }: LabelPlan) => `${units} units, ${labels} labels ${spread}`;
const nameOfJudge = ({ sensitivity, specificity }: (typeof JUDGES)[number]) => `${sensitivity}/${specificity}`;

function ratePoints(): readonly CompositePoint[] {
  return PLANS.flatMap((plan) =>
    JUDGES.flatMap((judge) =>
      RATES.map((rate): CompositePoint => ({
        name: `${nameOfPlan(plan)}, judge ${nameOfJudge(judge)}, rate ${rate}`,
        truth: rate,
        draw(random) {
          const strata = drawArm({ ...judge, rate }, plan, random);
          return { interval: intervalOf(predictionPoweredRate(strata)), ...referenceOf([strata]) };
        },
      })),
    ),
  );
}

const RATE_PAIRS = [
  [0, 0],
  [0.02, 0.02],
  [0.5, 0.3],
  [0.8, 0.1],
  [1, 0.02],
] as const;

/** The judge of one arm is another than that of the other: it errs more where the thing is dressed up. */
function differencePoints(): readonly CompositePoint[] {
  return PLANS.flatMap((plan) =>
    JUDGES.flatMap((judge, index) =>
      RATE_PAIRS.map(([treatedRate, controlRate]): CompositePoint => {
        const other = JUDGES[(index + 2) % JUDGES.length] ?? judge;
        return {
          name: `${nameOfPlan(plan)}, judges ${nameOfJudge(judge)} and ${nameOfJudge(other)}, rates ${treatedRate} and ${controlRate}`,
          truth: treatedRate - controlRate,
          draw(random) {
            const treated = drawArm({ ...judge, rate: treatedRate }, plan, random);
            const control = drawArm({ ...other, rate: controlRate }, plan, random);
            return { interval: intervalOf(predictionPoweredDifference(treated, control)), ...referenceOf([treated, control]) };
          },
        };
      }),
    ),
  );
}

/** The estimates that people's labels correct, each with its grid of judges, true rates and numbers of trials and labels. */
export function correctedEstimates(): readonly CompositeEstimate[] {
  return [
    { name: 'corrected rate', points: ratePoints() },
    { name: 'corrected difference, two judges', points: differencePoints() },
  ];
}
