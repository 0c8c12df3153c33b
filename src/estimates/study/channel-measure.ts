import type { StudyBehaviour, StudyChannel, StudyChannelPart, StudyCounts, StudyPart, StudyTest } from './study-analysis.ts';
import type { StudyGroup } from './study-group.ts';
import type { StudySwitches } from './study-warts.ts';
import { studyRateTest, studyZTest } from './study-tests.ts';
import { estimateOf, type WeightedRate } from './weighted-rates.ts';

/** One metric of the study in one channel, before channels are put together. */
export interface ChannelMeasure {
  /** What its value is the sum of; empty where it cannot be estimated. */
  readonly rates: readonly WeightedRate[];
  readonly test: StudyTest;
  /** The p-values that the study combines over channels. */
  readonly pValues: readonly (number | null)[];
  readonly parts: readonly StudyPart[];
  readonly counts: StudyChannelPart['counts'];
  /** Runs in each arm. */
  readonly sizes: readonly number[];
  readonly scores?: StudyChannelPart['scores'];
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
  return groups.reduce((sum, group) => sum + pick(group), 0);
}

/** A rate over all runs together, with the parts that it is pooled from. */
export function pooledRate(
  input: MetricInput,
  counted: { readonly groups: readonly StudyGroup[]; count(groups: readonly StudyGroup[]): StudyCounts; partOf(group: StudyGroup): string },
): ChannelMeasure | undefined {
  const { groups, count, partOf } = counted;
  if (groups.length === 0) return undefined;
  const { channel, switches } = input;
  const counts = count(groups);
  const test = studyRateTest(counts, switches);
  const parts = [...Map.groupBy(groups, partOf)].map(([name, own]): StudyPart => {
    const treated = count(own);
    const estimate = estimateOf([{ arm: name, coefficient: 1, counts: treated }]);
    return { name, treated, control: null, estimate, test: studyRateTest(treated, switches) };
  });
  const rates = [{ arm: channel, coefficient: 1, counts }];
  return {
    rates,
    test,
    pValues: [test.pValue],
    parts: parts.length > 1 ? parts : [],
    counts: { treated: counts, control: null },
    sizes: [counts.trials],
  };
}

/** The difference of two rates as a part. */
export function differencePart(
  name: string,
  { treated, control }: { readonly treated: StudyCounts; readonly control: StudyCounts },
  switches: StudySwitches,
): StudyPart {
  const rates = [
    { arm: 'treated', coefficient: 1, counts: treated },
    { arm: 'control', coefficient: -1, counts: control },
  ];
  return { name, treated, control, estimate: estimateOf(rates), test: studyZTest(treated, control, switches) };
}
