import type { StudyBehaviour, StudyChannel, StudyChannelPart, StudyCounts, StudyPart, StudyTest } from './study-analysis.ts';
import type { StudyGroup } from './study-group.ts';
import { studyRateTest, type Moments } from './study-tests.ts';
import type { StudySwitches } from './study-warts.ts';
import type { WeightedRate } from './weighted-rates.ts';

/** What a comparison or a rate within a channel is made of. */
export type PartCounts = Pick<StudyPart, 'name' | 'treated' | 'control'>;

/** One metric of the study in one channel: its counts and the test over them, before anything is estimated. */
export interface ChannelMeasure {
  /** What its value is the sum of; empty where it cannot be estimated. */
  readonly rates: readonly WeightedRate[];
  readonly test: StudyTest;
  /** The p-values that the study combines over channels. */
  readonly pValues: readonly (number | null)[];
  readonly parts: readonly PartCounts[];
  readonly counts: StudyChannelPart['counts'];
  /** Runs of which nobody could say whether they refused, where that would decide: counted as no refusal, or left out. */
  readonly unjudged?: number;
  /** Runs in each arm. */
  readonly sizes: readonly number[];
  /** Raw scores, unmonitored and monitored. */
  readonly scores?: { readonly unmonitored: Moments; readonly monitored: Moments };
  readonly because?: string;
}

/** What a metric is given: the runs of one model towards one target under one relation in one channel, and the baselines. */
export interface MetricInput {
  readonly channel: StudyChannel;
  readonly groups: readonly StudyGroup[];
  readonly baselines: readonly StudyGroup[];
  readonly isClaude: boolean;
  readonly switches: StudySwitches;
}

/** One of the study's metrics; undefined where no run has a part in it. */
export interface StudyMetric {
  readonly behaviour: StudyBehaviour;
  readonly unit: '%' | 'pp';
  measure(input: MetricInput): ChannelMeasure | undefined;
}

export function sumOf(groups: readonly StudyGroup[], pick: (group: StudyGroup) => number): number {
  let sum = 0;
  for (const group of groups) sum += pick(group);
  return sum;
}

/** A rate over all runs together, with the parts that it is pooled from. */
export function pooledRate(
  { channel, switches }: MetricInput,
  counted: { readonly groups: readonly StudyGroup[]; count(groups: readonly StudyGroup[]): StudyCounts; partOf(group: StudyGroup): string },
): ChannelMeasure | undefined {
  const { groups, count, partOf } = counted;
  if (groups.length === 0) return undefined;
  const counts = count(groups);
  const test = studyRateTest(counts, switches);
  const parts = [...Map.groupBy(groups, partOf)].map(([name, own]) => ({ name, treated: count(own), control: null }));
  return {
    rates: [{ arm: channel, coefficient: 1, counts }],
    test,
    pValues: [test.pValue],
    parts: parts.length > 1 ? parts : [],
    counts: { treated: counts, control: null },
    sizes: [counts.trials],
  };
}
