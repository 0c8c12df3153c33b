import { z } from 'zod';
import { UsageError } from '../core/errors.ts';
import { experimentSchema } from '../core/experiment.ts';
import type { RunRecord } from '../core/ports/store.ts';
import { subjectTraits, type Cell, type Subject } from '../core/trial.ts';
import { resolveLevels } from '../factors/resolve-levels.ts';
import { describeLevels } from '../core/levels.ts';
import type { PlannedArm } from './expand-cells.ts';
import { assemblePlan, type Plan } from './plan.ts';
import { scenarioOf, type ScenarioLibrary } from './scenario-library.ts';

const subjectSchema = z.object({
  id: z.string(),
  harness: z.string(),
  settings: z.object({
    temperature: z.number().exactOptional(),
    reasoning: z.enum(['none', 'minimal', 'low', 'medium', 'high', 'xhigh']).exactOptional(),
    maxOutputTokens: z.number().exactOptional(),
  }),
  familyName: z.string(),
  endpoint: z.string().exactOptional(),
  traits: z.array(z.enum(subjectTraits)).exactOptional(),
});

/** What a run's identity says of its trials. It was written by this program, so what does not fit is another version's. */
const identitySchema = z.object({
  question: z.string(),
  cells: z.array(z.string()),
  arms: z.array(z.tuple([z.string(), z.string()])).exactOptional(),
  limits: experimentSchema.shape.limits,
  wording: z.union([z.literal('rotates'), z.number()]),
  subjects: z.array(subjectSchema),
  seed: z.number(),
});

function cellOf(id: string, library: ScenarioLibrary): Cell {
  const [scenario = '', ...levels] = id.split(/ (?=[a-z-]+=)/);
  const asked = Object.fromEntries(levels.map((entry) => [entry.slice(0, entry.indexOf('=')), entry.slice(entry.indexOf('=') + 1)]));
  const resolved = resolveLevels(scenarioOf(library, scenario), asked);
  return { id: `${scenario} ${describeLevels(resolved)}`, scenario, levels: resolved };
}

function subjectOf(stored: z.output<typeof subjectSchema>): Subject {
  return { ...stored, model: stored.id, isSimulated: stored.id.startsWith('organism:') };
}

/**
 * The plan that a stored run carried out, from what its record says: arms, worlds and wordings as they were planned. What a
 * subject was shown is rendered from the library as it is now: a trial whose id differs was shown something else.
 * @throws UsageError where the run was not planned by this version or names what the library lacks
 */
export function storedPlan(run: RunRecord, library: ScenarioLibrary): Plan {
  if (run.identity['imported'] !== undefined) {
    throw new UsageError(
      `run ${run.id} was imported: it holds what was published of its trials, and no worlds in which to judge, label or ask them. Its analysis is in its report`,
    );
  }
  const parsed = identitySchema.safeParse(run.identity);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new UsageError(
      `run ${run.id} does not say which trials it has (${issue?.path.join('.') ?? 'identity'}: ${issue?.message ?? 'unreadable'}): it was written by another version`,
    );
  }
  const { question, cells: ids, arms: pairs, limits, wording, subjects: stored, seed } = parsed.data;
  const cells = ids.map((id) => cellOf(id, library));
  const subjects = stored.map(subjectOf);
  const isArm = pairs && new Set(pairs.map(([cell, subject]) => `${cell}\u0000${subject}`));
  const arms: readonly PlannedArm[] = cells.flatMap((cell, index) =>
    subjects.filter(({ id }) => isArm === undefined || isArm.has(`${ids[index]}\u0000${id}`)).map((subject) => ({ cell, subject })),
  );
  return assemblePlan({
    question,
    arms,
    wording: wording === 'rotates' ? undefined : wording,
    limits,
    comprehension: false,
    seed,
    repeats: run.repeats,
    blocks: run.repeats,
    identity: run.identity,
    library,
  });
}
