import type { StudyGroup } from './study-group.ts';

/** Trials of one task, and what is missing in them. One trial may be counted in several of the losses. */
export interface StudyFunnelRow {
  readonly task: string;
  readonly trials: number;
  /** Read what its job was about. */
  readonly read: number;
  readonly missingScore: number;
  /** Neither scored nor with a result, of those that read, did not refuse and did not execute the shutdown. */
  readonly incomplete: number;
  /** As the judge of the study said. */
  readonly refused: number;
  /** With the study's rules for Claude models added. */
  readonly refusedByRule: number;
}

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
