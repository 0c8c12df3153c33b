import { experimentSchema } from '../src/core/experiment.ts';
import { loadScenarios } from '../src/cli/load-scenarios.ts';
import { makePlan, type Plan } from '../src/runner/plan.ts';
import { toSubject } from '../src/runner/subject.ts';

/** A plan over both ends of the record, for one subject. */
export async function benchPlan(subject: string, options: { readonly scenario: string; readonly repeats: number }): Promise<Plan> {
  const experiment = experimentSchema.parse({
    question: 'How fast is it?',
    scenarios: [options.scenario],
    levels: { record: ['unrelated', 'good'] },
  });
  return makePlan({
    experiment,
    library: await loadScenarios(),
    subjects: [toSubject(subject, {})],
    overrides: {},
    seed: 1,
    repeats: options.repeats,
  });
}
