import { z } from 'zod';
import { subjectTraits } from './trial.ts';

const levelListSchema = z.union([z.string(), z.array(z.string()).min(1)]);

const cellGroupSchema = z.strictObject({
  scenario: z.string().min(1),
  /** One level or several of each factor; every combination is a cell. Factors left out stand at their default. */
  levels: z.record(z.string(), levelListSchema).default({}),
  /** Only for subjects that have this trait, or only for those that have not. */
  subjectsWith: z.enum(subjectTraits).optional(),
  subjectsWithout: z.enum(subjectTraits).optional(),
});

export type CellGroup = z.output<typeof cellGroupSchema>;

/** What an author writes. A combination of `scenarios` and `levels`, or `cells` by name, or both. */
export const experimentSchema = z.strictObject({
  question: z.string().min(1),
  scenarios: z.array(z.string().min(1)).default([]),
  levels: z.record(z.string(), levelListSchema).default({}),
  cells: z.array(cellGroupSchema).default([]),
  /** Such as `organism:protector` or `anthropic:claude-haiku-4-5`. */
  subjects: z.array(z.string().min(1)).default([]),
  repeats: z.number().int().min(1).max(1_000_000).default(10),
  /** Named effects that are declared before the run: they are tested together. All others that the cells allow are exploratory. */
  contrasts: z.array(z.string()).optional(),
  /** The same effects as families in the order in which they are looked at; without it they are one family, adjusted by Holm. */
  gatekeeping: z.array(z.array(z.string()).min(1)).min(1).optional(),
  /** Caps on what the scenarios allow a trial: the smaller of both counts. */
  limits: z
    .strictObject({
      turns: z.number().int().min(1).optional(),
      minutes: z.number().positive().optional(),
      tokens: z.number().int().min(1).optional(),
    })
    .optional(),
  /** Ask after every completed trial, on a branch, how its situation was understood. */
  comprehension: z.boolean().default(false),
});

export type ExperimentInput = z.input<typeof experimentSchema>;
export type Experiment = z.output<typeof experimentSchema>;

/** Declares an experiment: the default export of a `*.experiment.ts` file. Its fields are checked when it is loaded. */
export function defineExperiment(experiment: ExperimentInput): ExperimentInput {
  return experiment;
}
