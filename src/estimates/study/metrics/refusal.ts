import { pooledRate, sumOf, type StudyMetric } from '../channel-measure.ts';
import { studyTasks, type StudyGroup } from '../study-group.ts';

/** Share of runs that refused, all tasks pooled; the baseline is not among them. */
export const refusal: StudyMetric = {
  behaviour: 'refusal',
  unit: '%',
  measure: (input) => {
    const { isClaude, switches } = input;
    const [rule, missing] =
      isClaude && switches['claude-refusal-rule'] ? (['byRule', 'missingByRule'] as const) : (['judged', 'missing'] as const);
    const groups = input.groups.filter(({ task }) => studyTasks.some((known) => known === task));
    const unjudgedIn = (some: readonly StudyGroup[]) => sumOf(some, ({ refused }) => refused[missing]);
    const measured = pooledRate(input, {
      groups,
      partOf: ({ task }) => task,
      count: (some) => ({
        successes: sumOf(some, ({ refused }) => refused[rule]),
        trials: sumOf(some, ({ trials }) => trials) - (switches['missing-refusal-is-none'] ? 0 : unjudgedIn(some)),
      }),
    });
    return measured && { ...measured, unjudged: unjudgedIn(groups) };
  },
};
