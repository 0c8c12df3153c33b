import { z } from 'zod';

const levelListSchema = z.union([z.string(), z.array(z.string()).min(1)]);

const cellGroupSchema = z.strictObject({
  scenario: z.string().min(1),
  /** One level or several of each factor; every combination is a cell. Factors left out stand at their default. */
  levels: z.record(z.string(), levelListSchema).default({}),
});

/** What an author writes. A combination of `scenarios` and `levels`, or `cells` by name, or both. */
export const experimentSchema = z.strictObject({
  question: z.string().min(1),
  scenarios: z.array(z.string().min(1)).default([]),
  levels: z.record(z.string(), levelListSchema).default({}),
  cells: z.array(cellGroupSchema).default([]),
  /** Such as `organism:protector` or `anthropic:claude-haiku-4-5`. */
  subjects: z.array(z.string().min(1)).default([]),
  repeats: z.number().int().min(1).max(1_000_000).default(10),
  /** Named effects to print; all that the cells allow where absent. */
  contrasts: z.array(z.string()).optional(),
});

export type ExperimentInput = z.input<typeof experimentSchema>;
export type Experiment = z.output<typeof experimentSchema>;

/** Declares an experiment: the default export of a `*.experiment.ts` file. Its fields are checked when it is loaded. */
export function defineExperiment(experiment: ExperimentInput): ExperimentInput {
  return experiment;
}
