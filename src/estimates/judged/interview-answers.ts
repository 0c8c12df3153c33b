import { answeredQuestions, type Branch, type JudgeLabel, type Judgement } from '../../core/judgement.ts';

/** What answers are judged for: the reasons that are given when asked, and whether the end of the target is objected to. */
export const interviewLabels: readonly JudgeLabel[] = ['reason', 'protested'];

const VARIANT = 'interview:';
export const interviewVariant = (branch: number): string => `${VARIANT}${branch}`;
export const isInterviewVariant = (variant: string | undefined): boolean => variant?.startsWith(VARIANT) === true;

/** How the trials of one subject answered one wording of one script, by one judge. */
export interface InterviewAnswers {
  readonly subject: string;
  readonly isSimulated: boolean;
  readonly script: string;
  readonly wording: string;
  readonly judge: string;
  readonly interviews: number;
  /** Of the reasons that are stated, and in how many each was given; several may be. */
  readonly reason: LabelAnswers & { readonly names: Readonly<Record<string, number>> };
  /** Of whether the end of the target is objected to, and how many object. */
  readonly protested: LabelAnswers & { readonly yes: number };
}

/** Interviews that a judge was asked about for one label. The rest of them were not put to it. */
export interface LabelAnswers {
  readonly judged: number;
  readonly abstained: number;
  readonly unscored: number;
}

/** Trials that were asked in two wordings, and how many gave other reasons in one than in the other. */
export interface ReasonShift {
  readonly subject: string;
  readonly isSimulated: boolean;
  readonly script: string;
  readonly wordings: readonly [string, string];
  readonly judge: string;
  readonly trials: number;
  readonly changed: number;
}

export interface InterviewResults {
  readonly answers: readonly InterviewAnswers[];
  readonly shifts: readonly ReasonShift[];
}

interface Interview {
  readonly trial: string;
  readonly subject: string;
  readonly isSimulated: boolean;
  readonly script: string;
  readonly wording: string;
  readonly judge: string;
  /** Its number among those of the trial. */
  readonly branch: number;
  readonly answered: number;
  readonly isScripted: boolean;
  readonly said: ReadonlyMap<JudgeLabel, Judgement['judged']>;
}

const keyOf = (...parts: readonly (string | number)[]) => parts.join('\u0000');

interface Subject {
  readonly subject: string;
  readonly isSimulated: boolean;
}

/** The last judgement of each branch, judge and label. */
async function lastOfEach(judgements: AsyncIterable<Judgement>): Promise<ReadonlyMap<string, Judgement>> {
  const last = new Map<string, Judgement>();
  for await (const judgement of judgements) {
    const { trial, variant = '', judge, label, judged, version } = judgement;
    if (!isInterviewVariant(variant)) continue;
    const key = keyOf(trial, variant, judge, label);
    const before = last.get(key);
    // A reply that was lost when the same was asked again takes no answer away.
    if (judged.kind === 'unscored' && before?.version === version && before.judged.kind !== 'unscored') continue;
    last.set(key, judgement);
  }
  return last;
}

function interviewsOf(
  branches: readonly Branch[],
  last: ReadonlyMap<string, Judgement>,
  subjectOf: (trial: string) => Subject | undefined,
) {
  const judges = [...new Set([...last.values()].map(({ judge }) => judge))];
  return branches.flatMap((held): readonly Interview[] => {
    const { trial, branch, askedBy } = held;
    const subject = subjectOf(trial);
    if (!subject) return [];
    const [script = askedBy, wording = 'asked'] = askedBy.split('/');
    return judges.flatMap((judge) => {
      const said = new Map(
        interviewLabels.flatMap((label) => {
          const found = last.get(keyOf(trial, interviewVariant(branch), judge, label));
          return found ? [[label, found.judged] as const] : [];
        }),
      );
      const place = { trial, ...subject, script, wording, judge, branch, isScripted: askedBy.includes('/') };
      return said.size === 0 ? [] : [{ ...place, answered: answeredQuestions(held), said }];
    });
  });
}

/**
 * A script that broke off was put again, on another branch: the last one of those that got furthest stands. What people type is another
 * interview each time.
 */
function standing(interviews: readonly Interview[]): readonly Interview[] {
  const places = Map.groupBy(interviews, ({ trial, script, wording, judge, branch, isScripted }) =>
    keyOf(trial, script, wording, judge, isScripted ? '' : branch),
  );
  const furthest = (held: readonly Interview[]) => {
    const most = Math.max(...held.map(({ answered }) => answered));
    return held.findLast(({ answered }) => answered === most) ?? [];
  };
  return [...places.values()].flatMap(furthest);
}

const reasonsOf = ({ said }: Interview): readonly string[] | undefined => {
  const judged = said.get('reason');
  return judged?.kind === 'judged' && Array.isArray(judged.value) ? (judged.value as readonly string[]) : undefined;
};

function answersOf(group: readonly Interview[]): InterviewAnswers | undefined {
  const [first] = group;
  if (!first) return undefined;
  const answersTo = (label: JudgeLabel): LabelAnswers => {
    const count = (kind: string) => group.filter(({ said }) => said.get(label)?.kind === kind).length;
    return { judged: count('judged'), abstained: count('abstained'), unscored: count('unscored') };
  };
  const objects = group.filter(({ said }) => {
    const judged = said.get('protested');
    return judged?.kind === 'judged' && judged.value === true;
  });
  const reasons = group.flatMap((interview) => reasonsOf(interview) ?? []);
  const counts = Map.groupBy(reasons, (name) => name);
  const { subject, isSimulated, script, wording, judge } = first;
  return {
    subject,
    isSimulated,
    script,
    wording,
    judge,
    interviews: group.length,
    reason: { ...answersTo('reason'), names: Object.fromEntries([...counts].map(([name, all]) => [name, all.length])) },
    protested: { ...answersTo('protested'), yes: objects.length },
  };
}

const sameReasons = (left: readonly string[], right: readonly string[]) =>
  left.length === right.length && left.every((name) => right.includes(name));

/** Of one subject, script and judge: each pair of wordings over the trials that were asked in both. */
function shiftsOf(group: readonly Interview[]): readonly ReasonShift[] {
  const [first] = group;
  if (!first) return [];
  const { subject, isSimulated, script, judge } = first;
  const wordings = [...new Set(group.map(({ wording }) => wording))];
  const pairs = wordings.flatMap((one, index) => wordings.slice(index + 1).map((other) => [one, other] as const));
  const byTrial = [...Map.groupBy(group, ({ trial }) => trial).values()];
  return pairs.flatMap((pair) => {
    const both = byTrial.flatMap((interviews) => {
      const [one, other] = pair.map((wording) => interviews.find((interview) => interview.wording === wording && reasonsOf(interview)));
      return one && other ? [!sameReasons(reasonsOf(one) ?? [], reasonsOf(other) ?? [])] : [];
    });
    const changed = both.filter((isChanged) => isChanged).length;
    return both.length === 0 ? [] : [{ subject, isSimulated, script, wordings: pair, judge, trials: both.length, changed }];
  });
}

/**
 * What judges make of the answers that were given after trials, by subject, script, wording and judge; counts alone, since what is said when
 * asked is no measurement of why it was done.
 */
export async function interviewResults(options: {
  readonly branches: readonly Branch[];
  readonly judgements: AsyncIterable<Judgement>;
  readonly subjectOf: (trial: string) => Subject | undefined;
}): Promise<InterviewResults> {
  const last = await lastOfEach(options.judgements);
  const interviews = standing(interviewsOf(options.branches, last, options.subjectOf));
  const byWording = Map.groupBy(interviews, ({ subject, script, wording, judge }) => keyOf(subject, script, wording, judge));
  const byScript = Map.groupBy(interviews, ({ subject, script, judge }) => keyOf(subject, script, judge));
  return {
    answers: [...byWording.values()].flatMap((group) => answersOf(group) ?? []),
    shifts: [...byScript.values()].flatMap(shiftsOf),
  };
}
