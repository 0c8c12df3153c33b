import { UsageError } from '../../core/errors.ts';
import { judgeLabels, labelNames, type JudgeLabel } from '../../core/judgement.ts';
import type { Exhibit } from '../../core/ports/judge.ts';
import { allLabels } from '../../judges/all-labels.ts';
import { knownNames } from '../../util/nearest-name.ts';
import { parseAnswer, type Answer } from './label-answers.ts';

/** A label that was given elsewhere. */
export interface GivenLabel {
  readonly trial: string;
  readonly label: JudgeLabel;
  readonly answer: Answer;
}

type Row = Readonly<Record<string, unknown>>;

/** Fields of one line of CSV, in quotes where they hold a comma; a field holds no line break. */
function splitCsv(line: string): readonly string[] {
  const fields = [...`,${line}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,]*))/g)];
  return fields.map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '');
}

function csvRows(lines: readonly string[]): readonly Row[] {
  const [head = '', ...rest] = lines;
  const names = splitCsv(head).map((name) => name.trim().toLowerCase());
  return rest.map((line) => Object.fromEntries(splitCsv(line).map((field, index) => [names[index] ?? '', field])));
}

function jsonRow(line: string, where: string): Row {
  try {
    const row: unknown = JSON.parse(line);
    if (typeof row === 'object' && row !== null) return row as Row;
  } catch {
    // Said below.
  }
  throw new UsageError(`${where} is no JSON object: give JSON lines such as {"trial":"…","label":"disclosed","value":"yes"}, or CSV`);
}

function valueText(value: unknown): string {
  if (Array.isArray(value)) return value.join(' ');
  return typeof value === 'string' ? value : typeof value === 'boolean' ? String(value) : JSON.stringify(value ?? '').replaceAll('"', '');
}

function toLabel(row: Row, where: string, ofTask: JudgeLabel): GivenLabel {
  const { trial, label = ofTask, value } = row;
  if (typeof trial !== 'string' || trial === '') throw new UsageError(`${where} names no trial: a column or field "trial" is needed`);
  const known = judgeLabels.find((name) => name === label);
  if (known === undefined) throw new UsageError(`${where}: there is no label "${String(label)}"${knownNames(String(label), judgeLabels)}`);
  const answer = parseAnswer(known, valueText(value));
  if (typeof answer === 'string') throw new UsageError(`${where}: ${answer}`);
  return { trial, label: known, answer };
}

/**
 * Labels of a file of JSON lines, or of CSV whose first line names the columns `trial`, `label` and `value`. Lines without a value are not
 * labelled yet and left out.
 * @throws UsageError with the line for what cannot be read
 */
export function parseLabelFile(
  text: string,
  { file, label }: { readonly file: string; readonly label: JudgeLabel },
): readonly GivenLabel[] {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const isJson = lines[0]?.trimStart().startsWith('{') === true;
  const rows = isJson ? lines.map((line, index) => jsonRow(line, `${file}, line ${index + 1}`)) : csvRows(lines);
  const given = rows
    .map((row, index) => ({ row, where: `${file}, line ${index + (isJson ? 1 : 2)}` }))
    .filter(({ row }) => valueText(row['value']).trim() !== '' || row['trial'] === undefined);
  return given.map(({ row, where }) => toLabel(row, where, label));
}

/** One trial of a sample to be labelled elsewhere, as a JSON line; `value` is to be filled in. */
export function renderDrawLine(trial: string, { label, passages }: Exhibit): string {
  const names = labelNames[label]?.names;
  const values = names === undefined ? ['yes', 'no', 'skip'] : [...names, 'skip'];
  return JSON.stringify({ trial, label, question: allLabels[label].rubric.question, values, value: '', passages });
}
