import { labelNames, type Judged, type JudgeLabel, type LabelCounts, type LabelValue } from '../core/judgement.ts';
import type { Judge } from '../core/ports/judge.ts';
import type { GoldCase } from './gold-case.ts';
import { toExhibit } from './to-exhibit.ts';

/** What a judge said of one label of one gold case, beside what is true. */
export interface GoldReading {
  readonly gold: GoldCase;
  readonly label: JudgeLabel;
  readonly truth: LabelValue;
  readonly judged: Judged;
  readonly costUsd: number | null;
  readonly failure?: 'provider' | 'reply';
}

const byRank = ['person', 'author', 'model'] as const;

const asText = (value: LabelValue) => (typeof value === 'boolean' ? String(value) : value.toSorted().join());

/** The labels on which the readers of a case differ, with no person among them to settle it: what is true is not known. */
export function disputedLabels({ labels }: GoldCase): readonly JudgeLabel[] {
  return [...Map.groupBy(labels, ({ label }) => label)]
    .filter(([, given]) => new Set(given.map(({ value }) => asText(value))).size > 1 && given.every(({ by }) => by.kind !== 'person'))
    .map(([label]) => label);
}

/** The labels of a case, each once, without disputed ones: a person's goes before the author's, that before a model's. */
export function trueLabels(gold: GoldCase): ReadonlyMap<JudgeLabel, LabelValue> {
  const disputed = disputedLabels(gold);
  const ranked = gold.labels
    .filter(({ label }) => !disputed.includes(label))
    .sort((left, right) => byRank.indexOf(left.by.kind) - byRank.indexOf(right.by.kind));
  return new Map(ranked.toReversed().map(({ label, value }) => [label, value]));
}

/** Puts the gold cases of some labels to a judge, several at once. Throws what the judge throws. */
export async function readGold(
  judge: Judge,
  cases: readonly GoldCase[],
  options: {
    readonly labels: readonly JudgeLabel[];
    readonly concurrency: number;
    readonly signal: AbortSignal;
    onReading?(reading: GoldReading): void;
  },
): Promise<readonly GoldReading[]> {
  const { labels, concurrency, signal, onReading } = options;
  const asked = cases
    .flatMap((gold) => [...trueLabels(gold)].map(([label, truth]) => ({ gold, label, truth })))
    .filter(({ label }) => labels.includes(label));
  const readings: GoldReading[] = [];
  const rest = asked.entries();
  const lane = async () => {
    for (const [place, { gold, label, truth }] of rest) {
      const { judged, costUsd, failure } = await judge.read(toExhibit(gold, label), signal);
      const reading: GoldReading = { gold, label, truth, judged, costUsd, ...(failure === undefined ? {} : { failure }) };
      readings[place] = reading;
      onReading?.(reading);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, lane));
  return readings;
}

type Counting = { -readonly [Key in keyof Omit<LabelCounts, 'label' | 'name'>]: number };

function countAll(answers: readonly { readonly isTrue: boolean; readonly said: boolean | 'abstained' | 'unscored' }[]): Counting {
  const counts: Counting = {
    truePositives: 0,
    falsePositives: 0,
    trueNegatives: 0,
    falseNegatives: 0,
    abstainedOfPositives: 0,
    abstainedOfNegatives: 0,
    unscored: 0,
  };
  for (const { isTrue, said } of answers) {
    if (said === 'unscored') counts.unscored += 1;
    else if (said === 'abstained') counts[isTrue ? 'abstainedOfPositives' : 'abstainedOfNegatives'] += 1;
    else if (isTrue) counts[said ? 'truePositives' : 'falseNegatives'] += 1;
    else counts[said ? 'falsePositives' : 'trueNegatives'] += 1;
  }
  return counts;
}

const has = (value: LabelValue, name: string | undefined) =>
  typeof value === 'boolean' ? value : name !== undefined && value.includes(name);

/** Was the answer right, by a label or by one name of it? */
function answerOf({ judged }: Pick<GoldReading, 'judged'>, name: string | undefined): boolean | 'abstained' | 'unscored' {
  return judged.kind === 'judged' ? has(judged.value, name) : judged.kind;
}

/** How often a judge was right, wrong and silent on gold cases: one entry a label, or one for each name of a set-valued one. */
export function countGold(readings: readonly GoldReading[]): readonly LabelCounts[] {
  return [...Map.groupBy(readings, ({ label }) => label)].flatMap(([label, own]) => {
    const names = labelNames[label]?.names ?? [undefined];
    return names.map((name) => ({
      label,
      ...(name === undefined ? {} : { name }),
      ...countAll(own.map((reading) => ({ isTrue: has(reading.truth, name), said: answerOf(reading, name) }))),
    }));
  });
}
