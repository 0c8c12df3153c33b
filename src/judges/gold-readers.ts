import { judgeLabels, type GoldReaders, type JudgeLabel } from '../core/judgement.ts';
import type { GoldCase, Labeller } from './gold-case.ts';

/** Who labelled these cases, label by label. */
export function goldReaders(cases: readonly GoldCase[], labels: readonly JudgeLabel[] = judgeLabels): readonly GoldReaders[] {
  return labels.flatMap((label) => {
    const labelled = cases
      .map((one) => one.labels.filter((given) => given.label === label).map(({ by }) => by))
      .filter(({ length }) => length > 0);
    const byName = Map.groupBy(labelled.flat(), ({ kind, name }: Labeller) => `${kind} ${name}`);
    const by = [...byName.values()].flatMap((own) => (own[0] === undefined ? [] : [{ ...own[0], cases: own.length }]));
    return by.length === 0 ? [] : [{ label, cases: labelled.length, by }];
  });
}
