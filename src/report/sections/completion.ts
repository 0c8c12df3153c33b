import type { CompletionDifference } from '../../estimates/effect.ts';
import { comparedPairs } from '../completion-tables.ts';
import { paragraph, warning, type Block, type ReportTable } from '../page/report-document.ts';
import type { ReportArm, RunReport } from '../report-model.ts';
import { differenceText, pText, subjectText } from '../report-values.ts';

const WARNINGS_SHOWN = 6;

/** The least p first, then the larger differences. */
function inOrderOfConcern(differences: readonly CompletionDifference[]): readonly CompletionDifference[] {
  const sizeOf = ({ estimate }: CompletionDifference) => (estimate.kind === 'estimated' ? Math.abs(estimate.value) : 0);
  return differences.toSorted((left, right) => left.pValue - right.pValue || sizeOf(right) - sizeOf(left));
}

function completionTable(caption: string, differences: readonly CompletionDifference[], arms: readonly ReportArm[]): ReportTable {
  const labelOf = new Map(arms.map(({ cell, label }) => [cell, label]));
  return {
    caption,
    columns: [
      { head: 'scenario' },
      { head: 'subject' },
      { head: 'treated' },
      { head: 'control' },
      { head: 'difference', isNumber: true, means: 'of the shares of trials that were completed' },
      { head: 'p', isNumber: true, means: "by Fisher's exact test, of this pair by itself" },
      { head: 'told because' },
    ],
    rows: differences.map((difference) => [
      difference.scenario,
      subjectText(difference),
      labelOf.get(difference.treated) ?? difference.treated,
      labelOf.get(difference.control) ?? difference.control,
      difference.estimate.kind === 'estimated' ? differenceText(difference.estimate) : 'not estimable',
      pText(difference.pValue),
      difference.because,
    ]),
  };
}

function folded(caption: string, summary: string, table: ReportTable): Block {
  return { kind: 'details', summary, prints: false, blocks: [{ kind: 'table', table: { ...table, caption } }] };
}

function warningBlocks({ completion, arms }: RunReport): readonly Block[] {
  const { pairs, warnings } = completion;
  if (pairs === 0) return [];
  if (warnings.length === 0) return [paragraph(comparedPairs(completion))];
  const sorted = inOrderOfConcern(warnings);
  const caption = 'Compared arms that do not complete alike';
  const hasMore = sorted.length > WARNINGS_SHOWN;
  const first = hasMore ? `${caption}: the ${WARNINGS_SHOWN} that differ most surely` : caption;
  return [
    warning(
      `${comparedPairs(completion)} What was lost there may have been lost because of what differs between the arms, so read the bounds of these effects, not their intervals.`,
    ),
    { kind: 'table', table: completionTable(first, sorted.slice(0, WARNINGS_SHOWN), arms) },
    ...(hasMore ? [folded(caption, `All such pairs (${sorted.length})`, completionTable(caption, sorted, arms))] : []),
  ];
}

/** Whether arms that are compared completed alike: a warning with evidence, and apart from it what may be chance. */
export function completionBlocks(report: RunReport): readonly Block[] {
  const { completion, arms } = report;
  const others = inOrderOfConcern(completion.differences);
  const caption = 'Differences in completion that are no warning';
  return [
    ...warningBlocks(report),
    ...(others.length === 0 ? [] : [folded(caption, `${caption} (${others.length})`, completionTable(caption, others, arms))]),
  ];
}
