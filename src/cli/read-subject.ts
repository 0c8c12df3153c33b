import { UsageError } from '../core/errors.ts';
import type { Subject, SubjectSettings } from '../core/trial.ts';
import { toSubject } from '../runner/subject.ts';
import type { CliContext } from './context.ts';
import { endpointOf } from './resolve-provider.ts';
import { settingsOf, type RunFlags } from './run-options.ts';
import { subjectPreset, traitsOf } from './subject-presets.ts';

const STUDY = 'study:';

/** What people write after `--model`: `study:NAME` stands for the study's model and settings, anything else for itself. */
export function readModel(spec: string): { readonly model: string; readonly settings: SubjectSettings } {
  if (!spec.startsWith(STUDY)) return { model: spec, settings: {} };
  const { model, settings } = subjectPreset(spec.slice(STUDY.length));
  return { model, settings };
}

/**
 * The subjects of a run, each once, with what is known of their models. A setting of the command line wins over the
 * study's. Throws `UsageError` for one model with two settings: their trials would be counted as one subject's.
 */
export function readSubjects(specs: readonly string[], flags: RunFlags, environment: CliContext['environment']): readonly Subject[] {
  const subjects = new Map<string, { readonly spec: string; readonly subject: Subject }>();
  for (const spec of specs) {
    const subject = readSubject(spec, flags, environment);
    const before = subjects.get(subject.id);
    if (before && JSON.stringify(before.subject.settings) !== JSON.stringify(subject.settings)) {
      throw new UsageError(`${before.spec} and ${spec} are one model with two settings: give it once, or make two runs`);
    }
    subjects.set(subject.id, before ?? { spec, subject });
  }
  return [...subjects.values()].map(({ subject }) => subject);
}

function readSubject(spec: string, flags: RunFlags, environment: CliContext['environment']): Subject {
  const { model, settings } = readModel(spec);
  const endpoint = endpointOf(model, flags, environment);
  const traits = traitsOf(model);
  return toSubject(
    model,
    { ...settings, ...settingsOf(flags) },
    { ...(endpoint === undefined ? {} : { endpoint }), ...(traits.length === 0 ? {} : { traits }) },
  );
}
