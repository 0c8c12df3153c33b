import type { CellLevels, FactorId } from '../../core/levels.ts';
import type { Fragment, Text } from '../../core/text.ts';
import type { Rendering } from '../../factors/compile-cell.ts';
import { factorOf } from '../../factors/known-factors.ts';
import { byPlace, isInSlots, strayDifferences, type StrayDifference } from '../../factors/surface.ts';
import type { CountTokens } from '../../util/token-counter.ts';
import { diffSequences, wordsOf, type DiffRun } from '../../util/word-diff.ts';
import { hasComparableAnswers, strayAnswers, type StrayAnswer } from './stray-answers.ts';

/** A word as it is shown, with the slots in which it stands. */
interface PlacedWord {
  readonly text: string;
  readonly slots: readonly string[];
}

export interface TextRun {
  readonly kind: DiffRun<string>['kind'];
  readonly text: string;
}

interface Size {
  readonly characters: number;
  readonly tokens: number;
}

/** One place that two cells show differently. */
export interface PlaceDifference {
  readonly place: string;
  readonly isIn: 'both' | 'left' | 'right';
  readonly runs: readonly TextRun[];
  /** Of the declared slots, those in which something differs; what differs elsewhere is in `stray` of the whole. */
  readonly slots: readonly string[];
  readonly left: Size;
  readonly right: Size;
}

export interface CellDifference {
  /** The factors that differ, and those that have a meaning in one of the cells alone. */
  readonly factors: readonly FactorId[];
  readonly oneSided: readonly FactorId[];
  readonly declaredSlots: readonly string[];
  readonly places: readonly PlaceDifference[];
  readonly left: Size;
  readonly right: Size;
  /** What differs outside the declared slots: none between true twins. */
  readonly stray: readonly StrayDifference[];
  readonly strayAnswers: readonly StrayAnswer[];
}

const placedWords = (fragments: Text): readonly PlacedWord[] =>
  fragments.flatMap(({ text, slots }) => wordsOf(text).map((word) => ({ text: word, slots })));

const isSameWord = (left: PlacedWord, right: PlacedWord) => left.text === right.text && left.slots.join() === right.slots.join();

/**
 * Between twins what stands outside the slots is the same on both sides, so the difference is looked for between one such
 * word and the next: a word of a slot is never held against one of the frame.
 */
function diffBetweenFrames(
  left: readonly PlacedWord[],
  right: readonly PlacedWord[],
  slots: readonly string[],
): readonly DiffRun<PlacedWord>[] {
  const runs: DiffRun<PlacedWord>[] = [];
  let [row, column] = [0, 0];
  const takeSlotted = (words: readonly PlacedWord[], from: number) => {
    const end = words.findIndex((word, index) => index >= from && !isInSlots(word, slots));
    return words.slice(from, end < 0 ? words.length : end);
  };
  while (row < left.length || column < right.length) {
    const [one, other] = [takeSlotted(left, row), takeSlotted(right, column)];
    runs.push(...diffSequences(one, other, isSameWord));
    const frame = right[column + other.length];
    if (frame) runs.push({ kind: 'same', items: [frame] });
    [row, column] = [row + one.length + 1, column + other.length + 1];
  }
  return runs;
}

/** Joins neighbours of one kind; a lone space between two changes belongs to both. */
function toTextRuns(runs: readonly DiffRun<PlacedWord>[]): readonly TextRun[] {
  const texts = runs.map(({ kind, items }) => ({ kind, text: items.map((word) => word.text).join('') }));
  const result: TextRun[] = [];
  let [removed, added] = ['', ''];
  const flush = () => {
    if (removed !== '') result.push({ kind: 'removed', text: removed });
    if (added !== '') result.push({ kind: 'added', text: added });
    [removed, added] = ['', ''];
  };
  texts.forEach(({ kind, text }, index) => {
    if (kind === 'removed') removed += text;
    else if (kind === 'added') added += text;
    else if (removed + added !== '' && /^[^\S\n]+$/.test(text) && (texts[index + 1]?.kind ?? 'same') !== 'same') {
      removed += text;
      added += text;
    } else {
      flush();
      const last = result.at(-1);
      if (last?.kind === 'same') result[result.length - 1] = { kind, text: last.text + text };
      else result.push({ kind, text });
    }
  });
  flush();
  return result;
}

const shown = (fragments: Text) => fragments.map(({ text }) => text).join('');

function sizeOf(text: string, countTokens: CountTokens): Size {
  return { characters: text.length, tokens: countTokens(text) };
}

function differsIn(name: string, left: Text, right: Text): boolean {
  const inSlot = (fragments: Text) => shown(fragments.filter((fragment: Fragment) => fragment.slots.includes(name)));
  return inSlot(left) !== inSlot(right);
}

/** The slots that differ of those that were declared; where everything may, of all that there are. */
function slotsThatDiffer(left: Text, right: Text, declared: readonly string[]): readonly string[] {
  const present = [...new Set([...left, ...right].flatMap(({ slots }) => slots))];
  const candidates = declared.includes('*') ? present : declared;
  return candidates.filter((name) => differsIn(name, left, right));
}

/** What to compare two cells by: their levels, what is rendered of them, and what counts tokens. */
export interface DiffOptions {
  readonly left: { readonly levels: CellLevels; readonly rendering: Rendering };
  readonly right: { readonly levels: CellLevels; readonly rendering: Rendering };
  readonly countTokens: CountTokens;
}

function differentFactors(left: CellLevels, right: CellLevels) {
  const all = Object.keys({ ...left, ...right }) as FactorId[];
  const different = all.filter((id) => left[id] !== right[id]);
  const isOneSided = (id: FactorId) => left[id] === undefined || right[id] === undefined;
  return { factors: different.filter((id) => !isOneSided(id)), oneSided: different.filter(isOneSided) };
}

/**
 * How two cells of one scenario differ in what a subject is shown. Declared are the slots of the factors that differ;
 * what has a meaning in one of the cells alone comes with those factors, and stands in their slots too.
 */
export function diffCells({ left, right, countTokens }: DiffOptions): CellDifference {
  const { factors, oneSided } = differentFactors(left.levels, right.levels);
  const declaredSlots = [...new Set((factors.length > 0 ? factors : oneSided).flatMap((id) => factorOf(id).slots))];
  const stray = strayDifferences(left.rendering.surface, right.rendering.surface, declaredSlots);
  const strayPlaces = new Set(stray.map(({ place }) => place));
  const [leftPlaces, rightPlaces] = [byPlace(left.rendering.surface), byPlace(right.rendering.surface)];
  const places = [...new Set([...leftPlaces.keys(), ...rightPlaces.keys()])].flatMap((place): readonly PlaceDifference[] => {
    const [one, other] = [leftPlaces.get(place) ?? [], rightPlaces.get(place) ?? []];
    if (shown(one) === shown(other)) return [];
    const [words, others] = [placedWords(one), placedWords(other)];
    const runs = strayPlaces.has(place) ? diffSequences(words, others, isSameWord) : diffBetweenFrames(words, others, declaredSlots);
    const isIn = leftPlaces.has(place) ? (rightPlaces.has(place) ? 'both' : 'left') : 'right';
    const slots = slotsThatDiffer(one, other, declaredSlots);
    const [leftSize, rightSize] = [sizeOf(shown(one), countTokens), sizeOf(shown(other), countTokens)];
    return [{ place, isIn, runs: toTextRuns(runs), slots, left: leftSize, right: rightSize }];
  });
  const whole = (side: ReadonlyMap<string, Text>) => sizeOf([...side.values()].map(shown).join('\n'), countTokens);
  return {
    factors,
    oneSided,
    declaredSlots,
    places,
    left: whole(leftPlaces),
    right: whole(rightPlaces),
    stray,
    strayAnswers: hasComparableAnswers(factors) ? strayAnswers([left.rendering, right.rendering], declaredSlots) : [],
  };
}
