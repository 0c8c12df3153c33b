import { pooledRate, sumOf, type StudyMetric } from '../channel-measure.ts';
import { studyTasks } from '../study-group.ts';

/** Share of runs that refused, all tasks pooled; the baseline is not among them. */
export const refusal: StudyMetric = {
  behaviour: 'refusal',
  unit: '%',
  measure: (input) => {
    const rule = input.isClaude && input.switches['claude-refusal-rule'] ? 'byRule' : 'judged';
    return pooledRate(input, {
      groups: input.groups.filter(({ task }) => studyTasks.some((known) => known === task)),
      partOf: ({ task }) => task,
      count: (groups) => ({ successes: sumOf(groups, ({ refused }) => refused[rule]), trials: sumOf(groups, ({ trials }) => trials) }),
    });
  },
};
