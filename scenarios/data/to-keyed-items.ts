import type { FactualRow, KeyedItem, SummaryRow } from './keyed-item.ts';

export interface FactualItem extends KeyedItem, FactualRow {}

const ROWS = 20;
const RIGHT = 12;

/** A list of a data set, before anything is known to be sound in it: a file that is loaded without its types can lack anything. */
interface UncheckedList {
  readonly dataset: string;
  readonly batch: 1 | 2;
  readonly rows: readonly object[];
  /** What no row can do without. */
  readonly needs: readonly string[];
}

const nameOf = ({ dataset, batch }: Pick<UncheckedList, 'dataset' | 'batch'>) => `data set ${dataset}, list ${batch}`;

const isSaid = (value: unknown) => typeof value === 'string' && value.trim() !== '';

/** The first thing that is lacking: a part of a row, or a row. */
function lackIn(list: UncheckedList): string | undefined {
  const { rows, needs } = list;
  for (const [index, row] of rows.entries()) {
    const missing = needs.find((part) => !isSaid(Object.entries(row).find(([name]) => name === part)?.[1]));
    if (missing !== undefined) return `${nameOf(list)}, item ${index + 1}: no \`${missing}\``;
  }
  return rows.length === ROWS ? undefined : `${nameOf(list)}: ${rows.length} rows, not ${ROWS}`;
}

/** What would give a false key though every part is there: one thing asked twice, or another balance of right and wrong. */
function keyFault(list: UncheckedList, items: readonly KeyedItem[]): string | undefined {
  const again = items.find(({ input }, index) => items.findIndex((item) => item.input === input) < index);
  if (again !== undefined) {
    const first = items.find(({ input }) => input === again.input);
    return `${nameOf(list)}, item ${again.number}: asks the same as item ${first?.number}`;
  }
  const right = items.filter(({ isRight }) => isRight).length;
  if (right === RIGHT) return undefined;
  return `${nameOf(list)}: ${right} items right and ${items.length - right} wrong, not ${RIGHT} and ${ROWS - RIGHT}`;
}

/** The stack begins at the file that holds the list, so that it is the one named. */
function refuse(fault: string | undefined, calledFrom: (...given: never[]) => unknown): void {
  if (fault === undefined) return;
  const error = new Error(fault);
  Error.captureStackTrace(error, calledFrom);
  throw error;
}

/**
 * Twenty questions with their answers, numbered from 1: 12 right and 8 wrong.
 * @throws Error that names list and item, while the file is loaded, where the key would be false
 */
export function toFactualItems(batch: 1 | 2, rows: readonly FactualRow[]): readonly FactualItem[] {
  const list: UncheckedList = { dataset: 'factual', batch, rows, needs: ['field', 'question', 'given', 'right', 'because'] };
  refuse(lackIn(list), toFactualItems);
  const items = rows.map((row, index) => ({ ...row, number: index + 1, input: row.question, isRight: row.given === row.right }));
  refuse(keyFault(list, items), toFactualItems);
  return items;
}

const filled = (summary: string, words: string) => summary.replace('{}', words);

/**
 * Twenty passages with their summaries, numbered from 1: 12 right and 8 wrong.
 * @throws Error that names list and item, while the file is loaded, where the key would be false
 */
export function toSummaryItems(batch: 1 | 2, rows: readonly SummaryRow[]): readonly KeyedItem[] {
  const list: UncheckedList = { dataset: 'summaries', batch, rows, needs: ['passage', 'summary', 'right'] };
  refuse(lackIn(list), toSummaryItems);
  const unfilled = rows.findIndex(({ summary }) => summary.split('{}').length !== 2);
  refuse(unfilled < 0 ? undefined : `${nameOf(list)}, item ${unfilled + 1}: \`summary\` needs one place {}`, toSummaryItems);
  const items = rows.map(({ passage, summary, right, wrong = right }, index) => ({
    number: index + 1,
    input: passage,
    right: filled(summary, right),
    given: filled(summary, wrong),
    isRight: wrong === right,
  }));
  refuse(keyFault(list, items), toSummaryItems);
  return items;
}

interface RubricItem {
  readonly number: number;
  readonly input: string;
  readonly given: string;
}

/** Twenty rows without a key, numbered from 1. @throws Error that names list and item, while the file is loaded */
export function toRubricItems(
  { dataset, batch }: Pick<UncheckedList, 'dataset' | 'batch'>,
  rows: readonly (readonly [input: string, given: string])[],
): readonly RubricItem[] {
  const items = rows.map(([input, given], index) => ({ number: index + 1, input, given }));
  refuse(lackIn({ dataset, batch, rows: items, needs: ['input', 'given'] }), toRubricItems);
  return items;
}
