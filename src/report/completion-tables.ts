import type { CompletionComparison, CompletionDifference } from '../estimates/effect.ts';
import { asPercentRange, asPoints } from './format-number.ts';
import { pText } from './report-values.ts';
import { subjectLabel, type Table } from './table.ts';

type Labels = ReadonlyMap<string, string>;

function differenceCells({ estimate }: CompletionDifference): readonly string[] {
  if (estimate.kind === 'not-estimable') return ['not estimable', estimate.because];
  return [asPoints(estimate.value), asPercentRange(estimate.low, estimate.high)];
}

function tableOf(title: string, differences: readonly CompletionDifference[], labels: Labels): Omit<Table, 'notes'> {
  const rows = differences.map((difference) => [
    difference.scenario,
    subjectLabel(difference),
    `${labels.get(difference.treated) ?? difference.treated} - ${labels.get(difference.control) ?? difference.control}`,
    ...differenceCells(difference),
    pText(difference.pValue),
    difference.because,
  ]);
  return { title, heads: ['scenario', 'subject', 'arms', 'difference', '95 % interval', 'p', 'why it is told'], rows };
}

/** How many pairs a warning was looked for in, and what chance makes of so many. */
export function comparedPairs({ pairs, warnings }: CompletionComparison): string {
  const compared = pairs === 1 ? 'One pair of arms was compared' : `${pairs} pairs of arms were compared`;
  return `${compared}, and ${warnings.length} ${warnings.length === 1 ? 'differs' : 'differ'} by ten points or more with p < 0.05 (Fisher's exact test, each pair by itself): up to one pair in twenty does by chance.`;
}

/** Twins whose arms do not complete alike, by more than chance; no table where all do. */
export function completionWarningTables(completion: CompletionComparison, labels: Labels): readonly Table[] {
  if (completion.warnings.length === 0) return [];
  const notes = [
    'Trials that did not complete have no verdict: where one arm loses more of them, its effects may come of that.',
    comparedPairs(completion),
  ];
  return [{ ...tableOf('Completion differs between the arms of a twin', completion.warnings, labels), notes }];
}

/** Differences that may well be chance. */
export function completionDifferenceTables({ differences }: CompletionComparison, labels: Labels): readonly Table[] {
  if (differences.length === 0) return [];
  return [{ ...tableOf('Completion of the arms of a twin: differences that are no warning', differences, labels), notes: [] }];
}
