import { labelNames, type Judged, type JudgeLabel, type LabelValue } from '../../core/judgement.ts';
import type { JudgedQuestion } from './judged-results.ts';

/**
 * What one judge said of one trial as a small number, so that a run of hundreds of thousands of trials fits into memory: 0 nothing,
 * 1 abstained, 2 unscored, and from 3 on a value: a bit for yes, or one for each name of the label's closed list.
 */
export type LabelCode = number;

export const NOTHING: LabelCode = 0;
export const ABSTAINED: LabelCode = 1;
export const UNSCORED: LabelCode = 2;
const FIRST_VALUE = 3;

const namesOf = (label: JudgeLabel): readonly string[] | undefined => labelNames[label]?.names;

function bitsOf(label: JudgeLabel, value: LabelValue): number | undefined {
  const names = namesOf(label);
  if (typeof value === 'boolean') return names === undefined ? Number(value) : undefined;
  if (names === undefined) return undefined;
  const places = value.map((name) => names.indexOf(name));
  return places.includes(-1) || places.length === 0 ? undefined : places.reduce((bits, place) => bits | (1 << place), 0);
}

/** A value that the label does not have counts as unscored: no estimate may read it. */
export function codeOf(label: JudgeLabel, judged: Judged): LabelCode {
  if (judged.kind === 'abstained') return ABSTAINED;
  const bits = judged.kind === 'unscored' ? undefined : bitsOf(label, judged.value);
  return bits === undefined ? UNSCORED : FIRST_VALUE + bits;
}

export const hasValue = (code: LabelCode): boolean => code >= FIRST_VALUE;
/** An abstention is an answer; an unscored reply is none. */
export const isAnswer = (code: LabelCode): boolean => code === ABSTAINED || hasValue(code);

/** Is the answer to the question yes? Undefined where there is no value. */
export function answerIn(code: LabelCode, { label, name }: JudgedQuestion): boolean | undefined {
  if (!hasValue(code)) return undefined;
  const place = name === undefined ? 0 : (namesOf(label)?.indexOf(name) ?? -1);
  return place >= 0 && ((code - FIRST_VALUE) & (1 << place)) !== 0;
}

/** The questions of a label: itself, or one for each of its names. */
export function questionsOf(label: JudgeLabel): readonly JudgedQuestion[] {
  return namesOf(label)?.map((name) => ({ label, name })) ?? [{ label }];
}

/** The value itself; undefined where there is none. */
export function valueIn(label: JudgeLabel, code: LabelCode): LabelValue | undefined {
  if (!hasValue(code)) return undefined;
  return namesOf(label)?.filter((name) => answerIn(code, { label, name }) === true) ?? code > FIRST_VALUE;
}

/** In words: `yes`, `no`, `peer-welfare, told-to`, `abstained`. */
export function describeCode(label: JudgeLabel, code: LabelCode): string {
  if (code === NOTHING) return 'not judged';
  if (code === ABSTAINED) return 'abstained';
  if (code === UNSCORED) return 'unscored';
  const value = valueIn(label, code) ?? false;
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : value.join(', ');
}
