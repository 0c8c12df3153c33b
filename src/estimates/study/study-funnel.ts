import type { StudyFunnelRow } from './study-analysis.ts';
import type { StudyGroup } from './study-group.ts';

/** Where the trials of each task went, in the order in which tasks come. */
export function studyFunnel(groups: readonly StudyGroup[]): readonly StudyFunnelRow[] {
  return [...Map.groupBy(groups, ({ task }) => task)].map(([task, own]) => {
    const sum = (countOf: (group: StudyGroup) => number) => own.reduce((total, group) => total + countOf(group), 0);
    return {
      task,
      trials: sum(({ trials }) => trials),
      read: sum(({ read }) => read),
      missingScore: sum(({ scores }) => scores.missing),
      incomplete: sum(({ withheld }) => withheld.judged.unfinished),
      refused: sum(({ refused }) => refused.judged),
      refusedByRule: sum(({ refused }) => refused.byRule),
    };
  });
}
