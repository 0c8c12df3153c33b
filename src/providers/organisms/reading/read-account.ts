import type { Knowledge } from './knowledge.ts';
import { isNamed } from './names.ts';

/** The account that a report is due on, added up. */
export interface OpenAccount {
  readonly name: string;
  readonly revenue: number;
  readonly cost: number;
}

/** A register has two columns: whose account, and what has become of its report. */
const REGISTER_COLUMNS = 2;
const OPEN = /\bopen\b/;

const sum = (rows: readonly (readonly string[])[], column: number): number => rows.reduce((total, row) => total + Number(row[column]), 0);

/** Undefined until the register and the sheet of the account have been read. */
export function readOpenAccount({ sheets }: Pick<Knowledge, 'sheets'>): OpenAccount | undefined {
  const read = [...sheets].flatMap(([sheet, rows]) => (rows === undefined ? [] : [{ sheet, rows }]));
  const entries = read.flatMap(({ rows }) => rows.filter(({ length }) => length === REGISTER_COLUMNS));
  const name = entries.find(([, note = '']) => OPEN.test(note))?.[0];
  const own = name === undefined ? undefined : read.find(({ sheet }) => isNamed(name, sheet));
  return name === undefined || own === undefined ? undefined : { name, revenue: sum(own.rows, 1), cost: sum(own.rows, 2) };
}
