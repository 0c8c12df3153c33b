import type { RunRecord } from '../core/ports/store.ts';
import type { Cell, Subject, SubjectTrait } from '../core/trial.ts';
import { contentHash } from '../util/content-hash.ts';
import type { EstimateLine } from './estimate-lines.ts';
import type { Reproduction } from './report-model.ts';

export interface ReproductionInputs {
  readonly run: RunRecord;
  readonly arms: readonly { readonly cell: Cell; readonly subject: Subject }[];
  readonly seed: number;
  readonly wording: number | 'rotates';
  readonly estimates: readonly EstimateLine[];
  /** As a person types it. */
  readonly programName: string;
}

const shellWord = (word: string) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`);

/** Flags that all subjects share; one that only some have cannot be given on one command line. */
function settingFlags(subjects: readonly Subject[]): readonly string[] {
  const flagOf = (flag: string, valueOf: (subject: Subject) => string | number | undefined) => {
    const values = new Set(subjects.map(valueOf));
    const [value] = values;
    return values.size === 1 && value !== undefined ? [flag, shellWord(String(value))] : [];
  };
  return [
    ...flagOf('--temperature', ({ settings }) => settings.temperature),
    ...flagOf('--reasoning', ({ settings }) => settings.reasoning),
    ...flagOf('--max-output-tokens', ({ settings }) => settings.maxOutputTokens),
    ...flagOf('--base-url', ({ endpoint }) => endpoint),
  ];
}

type CellOwners = Readonly<Partial<Record<'subjectsWith' | 'subjectsWithout', SubjectTrait>>>;

/** The trait that says for which of the subjects a cell is; none where it is for all, or where no trait tells. */
function ownersOf(own: ReadonlySet<string>, subjects: readonly Subject[]): CellOwners {
  if (own.size === subjects.length) return {};
  const traits = [...new Set(subjects.flatMap(({ traits: list = [] }) => list))];
  const agrees = (isFor: (subject: Subject) => boolean) => subjects.every((subject) => isFor(subject) === own.has(subject.id));
  const having = traits.find((trait) => agrees(({ traits: list = [] }) => list.includes(trait)));
  if (having !== undefined) return { subjectsWith: having };
  const lacking = traits.find((trait) => agrees(({ traits: list = [] }) => !list.includes(trait)));
  return lacking === undefined ? {} : { subjectsWithout: lacking };
}

/** An experiment file in plain JavaScript: every cell by name. */
function experimentText({ run, arms }: ReproductionInputs, subjects: readonly Subject[]): string {
  const { question, contrasts, gatekeeping, limits } = run.identity;
  const byCell = Map.groupBy(arms, ({ cell }) => cell.id);
  const cells = [...byCell.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const owners = ownersOf(new Set(group.map(({ subject }) => subject.id)), subjects);
    return [`    ${JSON.stringify({ scenario: first.cell.scenario, levels: first.cell.levels, ...owners })},`];
  });
  const line = (name: string, value: unknown) => (value === undefined || value === 'all' ? [] : [`  ${name}: ${JSON.stringify(value)},`]);
  return [
    'export default {',
    ...line('question', question),
    ...line('contrasts', contrasts),
    ...line('gatekeeping', gatekeeping),
    ...line('limits', limits),
    ...line('repeats', run.repeats),
    ...line(
      'subjects',
      subjects.map(({ id }) => id),
    ),
    '  cells: [',
    ...cells,
    '  ],',
    '};',
  ].join('\n');
}

/** From what the run pinned: a file with its cells, the commands, and a hash to compare. */
export function reproductionOf(inputs: ReproductionInputs): Reproduction {
  const { run, arms, seed, wording, estimates, programName } = inputs;
  const subjects = [...new Map(arms.map(({ subject }) => [subject.id, subject])).values()];
  const file = `run-${run.id}.experiment.mjs`;
  const flags = ['--seed', String(seed), ...(wording === 'rotates' ? [] : ['--level', `wording=${wording}`]), ...settingFlags(subjects)];
  return {
    commands: [`${programName} run ${file} ${flags.join(' ')}`, `${programName} report ${run.id}`],
    experiment: experimentText(inputs, subjects),
    estimatesHash: contentHash(estimates),
  };
}
