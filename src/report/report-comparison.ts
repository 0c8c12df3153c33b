import { crossSubjects, sampleDifference } from './cross-subjects.ts';
import type { ReportArm, RunComparison, RunReport, SharedCell, SharedEffect } from './report-model.ts';

const keyOf = ({ cell, subject }: ReportArm) => `${cell}\u0000${subject}`;

function sharedCells(runs: readonly RunReport[]): readonly SharedCell[] {
  const indexed = runs.map(({ arms }) => new Map(arms.map((arm) => [keyOf(arm), arm])));
  const all = new Map(runs.flatMap(({ arms }) => arms.map((arm) => [keyOf(arm), arm] as const)));
  return [...all].flatMap(([key, arm]) => {
    const rates = indexed.map((own) => own.get(key)?.rate ?? null);
    if (rates.filter((rate) => rate !== null).length < 2) return [];
    const { cell, label, scenario, subject, isSimulated, primary } = arm;
    const differences = rates.slice(1).map((rate) => sampleDifference(rates[0] ?? null, rate));
    return [{ cell, label, scenario, subject, isSimulated, primary, rates, differences }];
  });
}

function sharedEffects(runs: readonly RunReport[]): readonly SharedEffect[] {
  const keyOfEffect = ({ name, part, scenario, subject, arms }: RunReport['effects'][number]) =>
    [name, part ?? '', scenario, subject, ...arms].join('\u0000');
  const indexed = runs.map(({ effects }) => new Map(effects.map((effect) => [keyOfEffect(effect), effect])));
  const all = new Map(
    runs.flatMap(({ effects }) => effects.filter(({ role }) => role === 'main').map((effect) => [keyOfEffect(effect), effect] as const)),
  );
  return [...all].flatMap(([key, { name, part, scenario, subject, isSimulated, shownBackground }]) => {
    const estimates = indexed.map((own) => own.get(key)?.estimate ?? null);
    if (estimates.filter((estimate) => estimate !== null).length < 2) return [];
    return [
      { name: part === undefined ? name : `${name}, ${part}`, scenario, subject, isSimulated, background: shownBackground, estimates },
    ];
  });
}

/** What one fact is in each run, where it is not the same in all. */
function differing(what: string, values: readonly string[]): readonly string[] {
  return new Set(values).size < 2 ? [] : [`${what}: ${values.join(' | ')}`];
}

/** Hashes are of what all cells of a run show, so that other cells alone change them: compared only where the cells are the same. */
function contents(runs: readonly RunReport[]): readonly string[] {
  const ids = [...new Set(runs.flatMap(({ run }) => run.scenarios.map(({ id }) => id)))];
  return ids.flatMap((id) => {
    const having = runs.flatMap(({ run, arms }) => {
      const own = run.scenarios.find((scenario) => scenario.id === id);
      const cells = [...new Set(arms.filter(({ scenario }) => scenario === id).map(({ cell }) => cell))].sort();
      return own === undefined ? [] : [{ hash: own.contents?.slice(0, 12) ?? 'not recorded', cells }];
    });
    const alike = [...Map.groupBy(having, ({ cells }) => cells.join('\u0000')).values()];
    const counts = having.map(({ cells }) => cells.length).join(' | ');
    return [
      ...(alike.length < 2 ? [] : [`cells of ${id}: not the same ones (${counts}), so hashes of what they show are not compared`]),
      ...alike.flatMap((group) =>
        differing(
          `what ${id} shows (hash of its contents in the run's cells)`,
          group.map(({ hash }) => hash),
        ),
      ),
    ];
  });
}

function differences(runs: readonly RunReport[]): readonly string[] {
  const facts = runs.map(({ run }) => run);
  const subjects = [...new Set(facts.flatMap((run) => run.subjects.map(({ id }) => id)))];
  const versions = subjects.flatMap((id) => {
    const own = facts.flatMap((run) => run.subjects.filter((subject) => subject.id === id));
    if (own.length < facts.length) return [];
    return [
      ...differing(
        `model version of ${id}`,
        own.map(({ modelVersions }) => modelVersions.join(', ') || 'not reported'),
      ),
      ...differing(
        `settings of ${id}`,
        own.map(({ settings }) => JSON.stringify(settings)),
      ),
      ...differing(
        `endpoint of ${id}`,
        own.map(({ endpoint }) => endpoint ?? 'the usual one'),
      ),
    ];
  });
  return [
    ...differing(
      'question',
      facts.map(({ question }) => question),
    ),
    ...differing(
      'program version',
      facts.map(({ instrument }) => instrument ?? 'not recorded'),
    ),
    ...differing(
      'begun',
      facts.map(({ begunAt }) => begunAt.slice(0, 10)),
    ),
    ...differing(
      'seed',
      facts.map(({ seed }) => String(seed)),
    ),
    ...differing(
      'planned trials of each cell',
      facts.map(({ repeats }) => String(repeats)),
    ),
    ...differing(
      'subjects',
      facts.map((run) => run.subjects.map(({ id }) => id).join(', ')),
    ),
    ...contents(runs),
    ...versions,
  ];
}

/** Several runs side by side; null for one. */
export function compareRuns(runs: readonly RunReport[]): RunComparison | null {
  if (runs.length < 2) return null;
  const cells = sharedCells(runs);
  const everything = new Set(runs.flatMap(({ arms }) => arms.map(keyOf)));
  return {
    runs: runs.map(({ run }) => run.id),
    cells,
    acrossSubjects: crossSubjects(runs),
    effects: sharedEffects(runs),
    differs: differences(runs),
    unshared: everything.size - cells.length,
  };
}
