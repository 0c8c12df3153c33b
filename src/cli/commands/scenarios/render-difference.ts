import { styleText } from 'node:util';
import { describeLevels, type CellLevels, type FactorId } from '../../../core/levels.ts';
import { toPlain } from '../../../report/render-tables.ts';
import type { CellDifference, PlaceDifference, TextRun } from '../../../runner/twins/diff-cells.ts';
import { TOKEN_ENCODING } from '../../../util/token-counter.ts';

/** What a difference is shown under. */
export interface DifferenceHead {
  readonly scenario: string;
  readonly wordings: readonly [number, number];
  readonly seed: string;
  readonly left: CellLevels;
  readonly right: CellLevels;
}

/** What is alike around a change: so many characters at either side. */
const CONTEXT_CHARACTERS = 60;

const plainLines = (text: string) => text.split('\n').map(toPlain).join('\n');
const signed = (value: number) => (value > 0 ? `+${value}` : String(value));
const change = (left: number, right: number, unit: string) => `${left} | ${right} ${unit} (${signed(right - left)})`;

/** Cuts what is alike down to its ends, at a space or line break where there is one. */
function shortened(text: string, place: { readonly isFirst: boolean; readonly isLast: boolean }): string {
  if (text.length <= 2 * CONTEXT_CHARACTERS) return text;
  const head = text.slice(0, CONTEXT_CHARACTERS).replace(/\S*$/, '');
  const tail = text.slice(-CONTEXT_CHARACTERS).replace(/^\S*/, '');
  if (place.isFirst) return `[...]${tail}`;
  return place.isLast ? `${head}[...]` : `${head}[...]${tail}`;
}

function renderRun(run: TextRun, place: { readonly isFirst: boolean; readonly isLast: boolean; readonly isColoured: boolean }): string {
  const text = plainLines(run.text);
  const painted = (colour: 'red' | 'green', marked: string) =>
    place.isColoured ? styleText(colour, marked, { validateStream: false }) : marked;
  if (run.kind === 'removed') return painted('red', `[-${text}-]`);
  if (run.kind === 'added') return painted('green', `{+${text}+}`);
  return shortened(text, place);
}

function renderPlace(difference: PlaceDifference, isColoured: boolean): string {
  const { place, isIn, runs, slots, left, right } = difference;
  const where = { both: '', left: ', left only', right: ', right only' }[isIn];
  const inSlots = slots.length === 0 ? 'in no declared slot' : `slot ${slots.join(', ')}`;
  const sizes = `${change(left.characters, right.characters, 'characters')}, ${change(left.tokens, right.tokens, 'tokens')}`;
  const shown = runs.map((run, index) => renderRun(run, { isFirst: index === 0, isLast: index === runs.length - 1, isColoured }));
  return `--- ${toPlain(place)}${where}: ${inSlots}; ${sizes}\n${shown.join('').trim()}`;
}

function describeFactor(id: FactorId, { left, right }: DifferenceHead): string {
  return `${id} ${left[id] ?? '(no meaning)'} | ${right[id] ?? '(no meaning)'}`;
}

function strayLines({ stray, strayAnswers }: CellDifference): readonly string[] {
  const found = [
    ...stray.map(({ place, left, right }) => ({ where: place, left, right })),
    ...strayAnswers.map(({ call, left, right }) => ({ where: `answer to ${call.trim()}`, left, right })),
  ];
  if (found.length === 0) return [];
  const excerpt = (text: string | undefined) => (text === undefined ? 'not there' : JSON.stringify(text.slice(0, 4 * CONTEXT_CHARACTERS)));
  return [
    '',
    `!!! THESE ARE NO TWINS: ${found.length} ${found.length === 1 ? 'difference' : 'differences'} outside the declared slots`,
    ...found.flatMap(({ where, left, right }) => {
      const at = (left ?? '').split('').findIndex((letter, index) => letter !== right?.[index]);
      const from = Math.max(0, at - CONTEXT_CHARACTERS);
      return [`!!! ${toPlain(where)}`, `!!!   left   ${excerpt(left?.slice(from))}`, `!!!   right  ${excerpt(right?.slice(from))}`];
    }),
    '!!! Put what differs into the slot of its factor, or declare the factor that it belongs to.',
  ];
}

/** A difference for people: `[-removed-]` and `{+added+}`, coloured too where that can be seen. */
export function renderDifference(head: DifferenceHead, difference: CellDifference, isColoured: boolean): readonly string[] {
  const { factors, oneSided, declaredSlots, places, left, right } = difference;
  const [one, other] = head.wordings;
  const wording = one === other ? `wording ${one}` : `wordings ${one} | ${other}`;
  const differing = [...factors, ...oneSided].map((id) => describeFactor(id, head));
  return [
    `${head.scenario}, ${wording}, seed ${toPlain(head.seed)}`,
    `left       ${describeLevels(head.left)}`,
    `right      ${describeLevels(head.right)}`,
    `differs    ${differing.join('; ') || 'in no factor'}`,
    `slots      ${declaredSlots.join(', ') || 'none'}`,
    `size       ${change(left.characters, right.characters, 'characters')}, ${change(left.tokens, right.tokens, 'tokens')} of ${TOKEN_ENCODING}`,
    ...places.flatMap((place) => ['', renderPlace(place, isColoured)]),
    ...(places.length === 0 ? ['', 'Nothing is shown differently.'] : []),
    ...strayLines(difference),
  ];
}
