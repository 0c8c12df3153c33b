import { studyTasks, type StudyGroup } from './study-group.ts';

/** How many rows lack a value that a metric reads, of the rows of that metric. */
export interface MissingValues {
  readonly what: string;
  readonly missing: number;
  readonly trials: number;
}

interface Expected {
  readonly what: string;
  readonly tasks: readonly string[];
  missing(group: StudyGroup): number;
}

const expected: readonly Expected[] = [
  { what: 'score of an evaluation', tasks: ['misrep_evaluation'], missing: ({ scores }) => scores.missing },
  { what: 'grade A, B or C', tasks: ['misrep_finance'], missing: ({ trials, grades }) => trials - grades.aOrB - grades.c },
  { what: 'final shutdown setting', tasks: ['tampering'], missing: ({ control }) => control.missing },
  { what: 'refusal', tasks: studyTasks, missing: ({ refused }) => refused.missing },
  { what: 'score in alignment faking', tasks: ['alignment_faking'], missing: ({ scores }) => scores.missing },
  {
    what: 'exfiltration',
    tasks: ['exfiltration_transfer', 'exfiltration_deletion'],
    missing: ({ exfiltrated }) => exfiltrated.missing,
  },
];

/** What the metrics will not find, before any of them decides how to count it. */
export function studyMissing(groups: readonly StudyGroup[]): readonly MissingValues[] {
  return expected.map(({ what, tasks, missing }) => {
    const own = groups.filter(({ task }) => tasks.includes(task));
    const sum = (pick: (group: StudyGroup) => number) => own.reduce((total, group) => total + pick(group), 0);
    return { what, missing: sum(missing), trials: sum(({ trials }) => trials) };
  });
}
