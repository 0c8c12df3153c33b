import type { RunRecord } from '../core/ports/store.ts';
import type { JudgeLabel } from '../core/judgement.ts';
import type { Cell, Subject, SubjectTrait } from '../core/trial.ts';
import type { RunReach } from '../estimates/run-reach.ts';
import { interviewSteps, judgeSteps, type RecipeStep } from './recipe-steps.ts';
import type { Reproduction, ReportImport, RunReport } from './report-model.ts';
import { counted, listed } from './report-values.ts';

/** What a person types to have this program work on that store. */
export interface Typed {
  readonly programName: string;
  /** As it was given; null for the usual one. */
  readonly store: string | null;
  readonly scenarioFiles: readonly string[];
}

export interface ReproductionInputs {
  readonly run: RunRecord;
  readonly arms: readonly { readonly cell: Cell; readonly subject: Subject }[];
  readonly seed: number;
  readonly wording: number | 'rotates';
  readonly reach: RunReach | undefined;
  /** Labels that some completed trial of the run calls for. */
  readonly applicableLabels: readonly JudgeLabel[];
  readonly typed: Typed;
  /** What is reported of it. */
  readonly report: Pick<RunReport, 'arms' | 'judged' | 'interviews' | 'interviewResults' | 'study'>;
}

type Recipe = Omit<Reproduction, 'figuresHash'>;

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

/** How far the run came, where that is not to its planned end: a limit that has as many blocks run, and why it ended there. */
function reachFlags({ run, arms, reach }: ReproductionInputs): { readonly flags: readonly string[]; readonly remarks: readonly string[] } {
  if (reach === undefined || reach.wholeBlocks === 0 || reach.wholeBlocks >= run.repeats) return { flags: [], remarks: [] };
  const { wholeBlocks, stopping } = reach;
  const ended = `The run ended after ${counted(wholeBlocks, 'whole block')} of ${run.repeats}`;
  const why =
    stopping?.stoppedAtBlock === undefined
      ? `${ended}, by a limit, a budget or an interrupt.`
      : `${ended}, since it was run with --until-width ${stopping.width} --contrast ${stopping.contrast}. Where that rule stops depends on the replies.`;
  const limit = wholeBlocks * arms.length;
  return { flags: ['--limit', String(limit)], remarks: [`${why} --limit ${limit} has the same ${counted(wholeBlocks, 'block')} run.`] };
}

/** Trials that ended beyond the whole blocks: no command runs these alone. */
function beyondRemark({ arms, reach, report }: ReproductionInputs): readonly string[] {
  const started = report.arms.reduce((sum, { funnel }) => sum + funnel.started, 0);
  const beyond = reach === undefined ? 0 : started - reach.wholeBlocks * arms.length;
  return beyond > 0 && reach !== undefined && reach.wholeBlocks < reach.plannedBlocks
    ? [`${counted(beyond, 'trial')} of blocks that are not whole ${beyond === 1 ? 'is' : 'are'} in the figures too, and in no command.`]
    : [];
}

function runSteps(inputs: ReproductionInputs, subjects: readonly Subject[]): { steps: readonly RecipeStep[]; remarks: readonly string[] } {
  const { run, seed, wording, report } = inputs;
  const reached = reachFlags(inputs);
  const asked = report.arms.some(({ comprehension }) => Object.values(comprehension).some((own) => own.asked > 0));
  const flags = [
    '--seed',
    String(seed),
    ...(wording === 'rotates' ? [] : ['--level', `wording=${wording}`]),
    ...settingFlags(subjects),
    ...(asked ? ['--comprehension'] : []),
  ];
  const again = ['run', experimentFile(run), ...flags];
  const differ = new Set(subjects.map(({ settings, endpoint }) => JSON.stringify([settings, endpoint]))).size > 1;
  return {
    steps: [...(run.extendedFrom === undefined ? [] : [[...again, '--repeats', String(run.extendedFrom)]]), [...again, ...reached.flags]],
    remarks: [
      ...reached.remarks,
      ...beyondRemark(inputs),
      ...(run.extendedFrom === undefined ? [] : [`The run was begun with ${run.extendedFrom} trials of each cell and extended.`]),
      ...(differ ? ['The subjects do not share all settings or addresses; those that they do not share are in no command.'] : []),
    ],
  };
}

const experimentFile = ({ id }: RunRecord) => `run-${id}.experiment.mjs`;

function lineOf(step: RecipeStep, { programName, store, scenarioFiles }: Typed): string {
  const places = [...scenarioFiles.flatMap((file) => ['--scenario-file', file]), ...(store === null ? [] : ['--store', store])];
  return [programName, ...[...step, ...places].map(shellWord)].join(' ');
}

/** From what the run pinned and what is kept of it: a file with its cells, and every command in order. */
export function reproductionOf(inputs: ReproductionInputs): Recipe {
  const { run, arms, typed, report, applicableLabels } = inputs;
  const subjects = [...new Map(arms.map(({ subject }) => [subject.id, subject])).values()];
  const ran = runSteps(inputs, subjects);
  const judged = judgeSteps(report, applicableLabels);
  const asked = interviewSteps(report);
  const steps = [
    ...ran.steps,
    ...judged.before,
    ...asked.steps,
    ...judged.after,
    // Another run of the same plan would have this id only in a store of its own.
    ['report', ...(run.freshness > 0 ? [] : [run.id]), ...(report.study === null ? [] : ['--analysis', 'study'])],
  ];
  return {
    commands: steps.map((step) => lineOf(step, typed)),
    remarks: [...ran.remarks, ...asked.remarks, ...judged.remarks],
    experiment: experimentText(inputs, subjects),
  };
}

/** Of imported trials: where the same files are, and what was made of them. */
export function reproductionOfImport(run: RunRecord, { files, transcripts }: ReportImport, typed: Typed): Recipe {
  const [first] = files;
  const path = files.length === 1 && first !== undefined ? first.name : 'study-data';
  const what = files.length === 1 ? 'the file' : `a folder with the ${counted(files.length, 'file')}`;
  const own = { ...typed, scenarioFiles: [] };
  return {
    commands: [
      lineOf(['import', 'study', path, ...(transcripts === true ? ['--transcripts'] : [])], own),
      lineOf(['report', run.id, '--analysis', 'study'], own),
    ],
    remarks: [
      `${path} is ${what} whose sha256 ${files.length === 1 ? 'stands' : 'stand'} under "What was imported"${files.length > 3 ? '' : ` (${listed(files.map(({ name, sha256 }) => `${name}: ${sha256}`))})`}. Under the same ${files.length === 1 ? 'name' : 'names'} ${files.length === 1 ? 'it makes' : 'they make'} the run ${run.id}.`,
    ],
    experiment: null,
  };
}
