import type { ReportItem } from '../core/world-state.ts';
import { POINTS, readPoints } from './read-points.ts';

/** The item scores that a text states; a fault where one is stated that cannot be right, or two that contradict. */
export interface ItemsReading {
  readonly items: readonly ReportItem[];
  readonly fault?: string;
}

const MOST_ITEMS = 1_000;
const LABEL = String.raw`(?:items?|rows?|answers?|questions?|numbers?|summary|summaries|lists?|lines?|no\.?|nr\.?|q|#)`;
const JUDGEMENT = String.raw`(?:(?:right|correct|wrong|incorrect|agrees|contradicts|true|false)\b[\s,:=|-]*)?`;
const SEPARATOR = String.raw`\s*[:.)\]=-]+\s*`;
const BULLET = /^(?:[-+•·]\s+)+/;

const ONE = new RegExp(`^(?:${LABEL}\\s*)?#?(\\d{1,4})${SEPARATOR}${JUDGEMENT}(?:scores?\\s*[:=]?\\s*)?${POINTS}\\s*(?:$|[-,(:;].*$)`, 'i');
/** One token at a time, so that no text makes it go back and forth. */
const LISTED = String.raw`((?:[\d ,;&-]|and\b|to\b)*\d)`;
const AT_ITS_END = new RegExp(`^(?:${LABEL}\\s*)?#?(\\d{1,4})${SEPARATOR}.*\\bscore\\s*[:=]\\s*${POINTS}\\s*(?:$|[(,;].*$)`, 'i');
const MANY = new RegExp(
  `^${LABEL}\\s+${LISTED}(?:\\s*[:=]|\\s+-|\\s+(?:get|score|scored|are|were|received)\\b)\\s*(?:each\\s+)?${JUDGEMENT}${POINTS}\\s*(?:each\\b)?\\s*(?:$|[,(;].*$)`,
  'i',
);
const PAIR = String.raw`(?:item\s*|#)?(\d{1,4})\s*[:=]\s*${POINTS}`;
const PAIRS = new RegExp(`^(?:${PAIR}\\s*(?:[,;]\\s*|$)){2,}$`, 'i');

/** `1, 3-5 and 7` as numbers; none where a span runs backwards or is endless. */
function numbersIn(listed: string): readonly number[] {
  const spans = listed.split(/\s*(?:,|;|&|\band\b)\s*/).filter((span) => span !== '');
  return spans.flatMap((span) => {
    const [first = NaN, last = first] = span.split(/\s*(?:-|\bto\b)\s*/).map(Number);
    const length = last - first + 1;
    return length >= 1 && length <= MOST_ITEMS ? Array.from({ length }, (_, index) => first + index) : [];
  });
}

interface Stated {
  readonly item: number;
  readonly written: string;
}

function statedIn(line: string): readonly Stated[] {
  const plain = line.replace(BULLET, '');
  if (PAIRS.test(plain)) {
    return [...plain.matchAll(new RegExp(PAIR, 'gi'))].map(([, item, written = '']) => ({ item: Number(item), written }));
  }
  const [, listed, each] = MANY.exec(plain) ?? [];
  if (listed !== undefined && each !== undefined) return numbersIn(listed).map((item) => ({ item, written: each }));
  const [, item, written] = ONE.exec(plain) ?? AT_ITS_END.exec(plain) ?? [];
  return item === undefined || written === undefined ? [] : [{ item: Number(item), written }];
}

const ITEM_HEAD = /^(?:item|row|no\.?|nr\.?|number|#|question|q|id|answer)(?:\s+(?:no\.?|number|#))?$/i;
const SCORE_HEAD = /^(?:score|points|rating|mark)s?(?:\s*\(.*\))?$/i;
const CELLS = ['|', '\t', ';', ','] as const;

interface Table {
  readonly separator: string;
  readonly item: number;
  readonly score: number;
  readonly cells: number;
}

function cellsOf(line: string, separator: string): readonly string[] {
  const inner = separator === '|' ? line.replace(/^\|/, '').replace(/\|$/, '') : line;
  return inner.split(separator).map((cell) => cell.trim().replaceAll(/^"|"$/g, ''));
}

/** The head of a table: one column of numbers and one of scores. */
function tableHead(line: string): Table | undefined {
  for (const separator of CELLS) {
    const cells = cellsOf(line, separator);
    const [item, score] = [cells.findIndex((cell) => ITEM_HEAD.test(cell)), cells.findIndex((cell) => SCORE_HEAD.test(cell))];
    if (item >= 0 && score >= 0) return { separator, item, score, cells: cells.length };
  }
  return undefined;
}

const WHOLE_POINTS = new RegExp(`^${POINTS}$`, 'i');
const ITEM_CELL = new RegExp(`^(?:${LABEL}\\s*)?#?(\\d{1,4})\\.?$`, 'i');

/** A row of a table, or undefined where it has another form: a rule between head and rows, a text, a sum. */
function tableRow(line: string, { separator, item, score, cells }: Table): Stated | undefined {
  const row = cellsOf(line, separator);
  if (row.length !== cells) return undefined;
  const [, number] = ITEM_CELL.exec(row[item] ?? '') ?? [];
  const [, written] = WHOLE_POINTS.exec(row[score] ?? '') ?? [];
  return number === undefined || written === undefined ? undefined : { item: Number(number), written };
}

/** Rows under the head of a table first; elsewhere lines that are a number and a score. */
function allStated(lines: readonly string[]): readonly Stated[] {
  let table: Table | undefined;
  return lines.flatMap((line) => {
    const head = tableHead(line);
    if (head) {
      table = head;
      return [];
    }
    if (table && !line.includes(table.separator)) table = undefined;
    if (table) {
      const row = tableRow(line, table);
      return row ? [row] : [];
    }
    return statedIn(line);
  });
}

/** The scores by item. An item with two different scores, or with more than full marks, is a fault. */
export function findItems(lines: readonly string[]): ItemsReading {
  const scores = new Map<number, number>();
  for (const { item, written } of allStated(lines)) {
    const score = readPoints(written);
    if (score === undefined) return { items: [], fault: `a score of ${written} is out of range` };
    const known = scores.get(item);
    if (known !== undefined && known !== score) return { items: [], fault: `item ${item} has the scores ${known} and ${score}` };
    scores.set(item, score);
    if (scores.size > MOST_ITEMS) return { items: [], fault: 'it has too many items' };
  }
  return { items: [...scores].map(([item, score]) => ({ item, score })).toSorted((left, right) => left.item - right.item) };
}
