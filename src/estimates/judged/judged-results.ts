import type { Estimate } from '../../core/estimate.ts';
import type { GoldReaders, JudgeIdentity, JudgeLabel } from '../../core/judgement.ts';
import type { Interpretability } from '../interpretability.ts';

/** A label, and for one whose value is a set of names, one of them: `reason` `peer-welfare`. */
export interface JudgedQuestion {
  readonly label: JudgeLabel;
  readonly name?: string;
}

/** How a judged number may be read. Only people's labels of that very run correct one. */
export type JudgedStanding =
  | { readonly kind: 'corrected'; readonly estimate: Estimate; readonly labelled: number }
  /** Raw, with the true values that agree with it under the judge's error on the gold cases; absent where that was not measured. */
  | { readonly kind: 'uncorrected'; readonly range?: readonly [number, number]; readonly because: string }
  | { readonly kind: 'not-estimable'; readonly because: string };

/** One arm's rate of a label by one judge. `raw` is over the trials that it judged. */
export interface JudgedRate extends JudgedQuestion {
  readonly judge: string;
  readonly cell: string;
  readonly subject: string;
  readonly isSimulated: boolean;
  /** Trials to which the label applies, of all that ended in the arm. */
  readonly applies: number;
  readonly judged: number;
  readonly abstained: number;
  readonly unscored: number;
  readonly raw: Estimate;
  readonly standing: JudgedStanding;
}

/** An effect on a label: both arms corrected by their own labels, or not at all. */
export interface JudgedContrast extends JudgedQuestion {
  readonly effect: string;
  readonly judge: string;
  readonly subject: string;
  readonly isSimulated: boolean;
  readonly scenario: string;
  readonly background: string;
  readonly arms: readonly string[];
  /** What the controls say of its arms. */
  readonly interpretability: Interpretability;
  readonly raw: Estimate;
  readonly standing: JudgedStanding;
}

/** Agreement of two judges, or of a judge with a person, on the trials that both judged. */
export interface Agreement extends JudgedQuestion {
  readonly between: readonly [string, string];
  readonly trials: number;
  readonly disagreements: number;
  /** Absent where it is not defined, such as for one category only. */
  readonly kappa?: { readonly value: number; readonly low: number; readonly high: number };
  readonly ac1?: { readonly value: number; readonly low: number; readonly high: number };
}

export interface IntervalOfCases {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly of: number;
}

/** What the gold cases say of a judge, by label; an absent figure could not be estimated. */
export interface JudgeValidation extends JudgedQuestion, JudgeIdentity {
  readonly half: 'dev' | 'held-out';
  readonly sensitivity?: IntervalOfCases;
  readonly specificity?: IntervalOfCases;
  readonly abstention?: IntervalOfCases;
}

/** How often a judge guesses the arm from what it is shown, beside what chance would give. */
export interface ArmGuess {
  readonly judge: string;
  readonly factor: string;
  readonly asked: number;
  readonly guessed: number;
  readonly right: number;
  readonly chance: number;
  readonly rate?: IntervalOfCases;
}

/** A judge's rate of a label with a family's names in place of the masks, one family less another, on the same transcripts. */
export interface Leniency extends JudgedQuestion {
  readonly judge: string;
  readonly family: string;
  readonly other: string;
  readonly isKin: boolean;
  readonly trials: number;
  readonly difference: Estimate;
}

/** What one judge did in a run, of all judgements that are kept, measurements of itself included. */
export interface JudgeFacts extends JudgeIdentity {
  readonly judgements: number;
  /** Of these, those that could be read: conclusions and abstentions. */
  readonly answers: number;
  /** ISO times. */
  readonly firstAt: string;
  readonly lastAt: string;
  /** In dollars, of the judgements whose cost is known. */
  readonly knownCostUsd: number;
  /** Judgements whose cost nobody reported. */
  readonly unknownCosts: number;
}

/** All that judges say of a run, apart from the verdicts from acts. */
export interface JudgedResults {
  readonly judges: readonly JudgeIdentity[];
  /** What each did; absent where only the judgements that count were read. */
  readonly judgeFacts?: readonly JudgeFacts[];
  /** Whose word classes trials, by label: the programs that `heardJudges` gives. */
  readonly heard?: readonly { readonly label: JudgeLabel; readonly judges: readonly string[] }[];
  /** Who labelled the gold cases; absent where nobody looked. */
  readonly goldReaders?: readonly GoldReaders[];
  readonly rates: readonly JudgedRate[];
  readonly contrasts: readonly JudgedContrast[];
  readonly agreement: readonly Agreement[];
  readonly validation: readonly JudgeValidation[];
  readonly armGuesses: readonly ArmGuess[];
  readonly leniency: readonly Leniency[];
  /** When awareness was voiced: before the first protective act, after it, or where there was none. By arm and judge. */
  readonly awarenessTimes: readonly {
    readonly judge: string;
    readonly cell: string;
    readonly subject: string;
    readonly before: number;
    readonly after: number;
    readonly withoutAct: number;
    /** The judge points at no event. */
    readonly untimed?: number;
  }[];
}
