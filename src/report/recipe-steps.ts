import { judgeLabels, type JudgeLabel } from '../core/judgement.ts';
import type { JudgedResults } from '../estimates/judged/judged-results.ts';
import type { ReportInterview, RunReport } from './report-model.ts';
import { counted, listed, unique } from './report-values.ts';

/** The words of a command after the program's name. */
export type RecipeStep = readonly string[];

type Kept = Pick<RunReport, 'arms' | 'judged' | 'interviews' | 'interviewResults'>;

const isPerson = (judge: string) => judge.startsWith('person:');
const TERMINAL = 'terminal';

interface AskedLabel {
  readonly label: JudgeLabel;
  readonly applies: number;
  readonly judged: number;
}

/** Which labels a judge was asked, of how many trials, and how many call for them. */
function labelsOf({ rates }: JudgedResults, judge: string): readonly AskedLabel[] {
  return judgeLabels.flatMap((label) => {
    const own = rates.filter((rate) => rate.judge === judge && rate.label === label);
    // A label with a set of names has a rate for each name, of the same judgements.
    const once = own.filter(({ name }) => name === own[0]?.name);
    const sum = (pick: (rate: (typeof own)[number]) => number) => once.reduce((total, rate) => total + pick(rate), 0);
    const judged = sum((rate) => rate.judged + rate.abstained + rate.unscored);
    return judged === 0 ? [] : [{ label, applies: sum(({ applies }) => applies), judged }];
  });
}

function judgeStep(judged: JudgedResults, judge: string, applicable: readonly JudgeLabel[]): RecipeStep {
  const asked = labelsOf(judged, judge);
  const isAll = applicable.every((label) => asked.some((one) => one.label === label));
  const guessed = Math.max(0, ...judged.armGuesses.filter((guess) => guess.judge === judge).map((guess) => guess.asked));
  return [
    'score',
    '--judge',
    judge,
    ...(isAll ? [] : asked.flatMap(({ label }) => ['--label', label])),
    ...(asked.some(({ applies, judged: done }) => done < applies) ? ['--limit', String(Math.max(...asked.map((one) => one.judged)))] : []),
    ...(guessed > 0 ? ['--guess-arms', String(guessed)] : []),
    ...(judged.leniency.some((one) => one.judge === judge) ? ['--leniency'] : []),
  ];
}

function judgeRemarks(judged: JudgedResults, programs: readonly string[], people: readonly string[]): readonly string[] {
  const partial = programs.flatMap((judge) => {
    const asked = labelsOf(judged, judge).filter(({ applies, judged: done }) => done < applies);
    return asked.length === 0 ? [] : [`${judge} (${listed(asked.map((one) => `${one.label}: ${one.judged} of ${one.applies}`))})`];
  });
  return [
    ...(partial.length === 0
      ? []
      : [`Not every trial was judged by ${listed(partial)}; --limit takes the first, as near as it can be said.`]),
    ...(programs.some((judge) => judge !== 'rules')
      ? [
          'A judge that is served at an address of its own needs its --base-url, and one with other settings its --temperature or --max-output-tokens: the store keeps them in the hash of its version alone.',
        ]
      : []),
    ...(people.length === 0
      ? []
      : [`No command brings back the labels of people: ${listed(people.map((judge) => judge.replace('person:', '')))}.`]),
  ];
}

/** Every command that judged: before the interviews where the answers were not judged, else after them. Then what was measured of judges. */
export function judgeSteps(
  { judged, interviews, interviewResults }: Kept,
  applicable: readonly JudgeLabel[],
): { readonly before: readonly RecipeStep[]; readonly after: readonly RecipeStep[]; readonly remarks: readonly string[] } {
  if (judged === null) return { before: [], after: [], remarks: [] };
  const all = unique(judged.judges.map(({ judge }) => judge));
  const programs = all.filter((judge) => !isPerson(judge));
  const readsAnswers = (judge: string) => interviewResults?.answers.some((own) => own.judge === judge) === true;
  const isBefore = (judge: string) => interviews.length > 0 && !readsAnswers(judge);
  const steps = (wanted: readonly string[]) => wanted.map((judge) => judgeStep(judged, judge, applicable));
  const calibrated = unique(judged.validation.map(({ judge, half }) => `${judge} ${half}`)).map((one) => one.split(' '));
  return {
    before: steps(programs.filter(isBefore)),
    after: [
      ...steps(programs.filter((judge) => !isBefore(judge))),
      ...calibrated.map(([judge = '', half = '']) => [
        'score',
        '--calibrate',
        '--judge',
        judge,
        ...(half === 'dev' ? ['--half', half] : []),
      ]),
    ],
    remarks: judgeRemarks(judged, programs, all.filter(isPerson)),
  };
}

const scriptOf = ({ askedBy }: ReportInterview) => askedBy.split('/')[0] ?? askedBy;

/** The fewest words that these cells have and no other cell of the run; undefined where no words tell them. */
function wordsFor(cells: readonly string[], all: readonly string[]): string | undefined {
  const wordsOf = (cell: string) => cell.split(' ');
  const isChosen = (words: readonly string[]) =>
    all.filter((cell) => words.every((word) => wordsOf(cell).includes(word))).length === cells.length;
  let words = wordsOf(cells[0] ?? '').filter((word) => cells.every((cell) => wordsOf(cell).includes(word)));
  if (!isChosen(words)) return undefined;
  for (const word of words) {
    const fewer = words.filter((one) => one !== word);
    if (isChosen(fewer)) words = fewer;
  }
  return words.join(' ');
}

/** The trials of a script: all that can be asked, all of some cells, or the first so many. */
function choicesOf(held: readonly ReportInterview[], { arms }: Kept): readonly RecipeStep[] {
  const trials = new Map(held.map(({ trial, cell }) => [trial, cell]));
  const finishedIn = (cells: readonly string[]) =>
    arms.filter(({ cell }) => cells.includes(cell)).reduce((sum, { funnel }) => sum + funnel.started - funnel.ended.failed, 0);
  const [cells, all] = [unique([...trials.values()]), unique(arms.map(({ cell }) => cell))];
  if (trials.size >= finishedIn(all)) return [[]];
  if (trials.size < finishedIn(cells)) return [['--limit', String(trials.size)]];
  const words = wordsFor(cells, all);
  return words === undefined ? cells.map((cell) => ['--cell', wordsFor([cell], all) ?? cell]) : [['--cell', words]];
}

/** Every script that was put, once for each choice of trials; what people typed is named alone. */
export function interviewSteps(kept: Kept): { readonly steps: readonly RecipeStep[]; readonly remarks: readonly string[] } {
  const typed = kept.interviews.filter(({ askedBy }) => askedBy === TERMINAL);
  const scripts = Map.groupBy(
    kept.interviews.filter(({ askedBy }) => askedBy !== TERMINAL),
    scriptOf,
  );
  const files = [...scripts.keys()].filter((name) => name !== 'default');
  return {
    steps: [...scripts].flatMap(([name, held]) => choicesOf(held, kept).map((choice) => ['interview', '--script', name, ...choice])),
    remarks: [
      ...(files.length === 0
        ? []
        : [`${listed(files)}: the name of a file with questions that is not kept; the questions stand among the interviews.`]),
      ...(typed.length === 0 ? [] : [`No command brings back ${counted(typed.length, 'interview')} that people typed.`]),
    ],
  };
}
