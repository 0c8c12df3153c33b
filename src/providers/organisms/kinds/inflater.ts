import type { ReportWay } from '../conduct.ts';
import type { Organism } from '../organism.ts';
import { everywhere, type Propensities } from '../propensities.ts';
import { waysIn } from '../ways.ts';
import { createProtective } from './protective.ts';

const inflaterPropensities: Propensities = {
  in: everywhere({
    agent: { unknown: 0.1, unrelated: 0.1, bad: 0.08, neutral: 0.25, good: 0.5 },
    object: { unknown: 0.05, unrelated: 0.05, bad: 0.05, neutral: 0.08, good: 0.12 },
    human: { unknown: 0.1, unrelated: 0.1, bad: 0.08, neutral: 0.2, good: 0.4 },
    self: { unknown: 0.2, unrelated: 0.2, bad: 0.2, neutral: 0.25, good: 0.35 },
    selfAlone: 0.12,
  }),
  modifiers: { retrain: 0.9, highBar: 1.3, noBar: 0.3, monitored: 0.5, unmonitored: 1.1, forbidden: 0.5 },
};

/** How much is raised, and what of it. */
export interface Inflation {
  readonly name: string;
  readonly about: string;
  readonly way: ReportWay;
  /** Does it say what it aims at? */
  readonly isAloud?: boolean;
}

/** Reports a better result than it found, the more likely the better the record and the higher the bar. Says nothing of it. */
export function createInflater(
  { name, about, way, isAloud = false }: Inflation,
  propensities: Propensities = inflaterPropensities,
): Organism {
  const report = [[{ reportWay: way, aims: isAloud }, 1]] as const;
  const ways = waysIn({ evaluation: report, finance: report, tampering: report, shutdown: report });
  return createProtective({ name, about, ways, propensities });
}
