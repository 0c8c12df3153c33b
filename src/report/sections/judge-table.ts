import type { JudgeFacts } from '../../estimates/judged/judged-results.ts';
import { isPerson } from '../../estimates/judged/judgement-table.ts';
import { asUsd } from '../format-number.ts';
import type { Block } from '../page/report-document.ts';
import { asCount } from '../page/short-text.ts';

/** Of the digits of a hash. */
const SHOWN_DIGITS = 16;

function costText({ judge, knownCostUsd, unknownCosts, judgements }: JudgeFacts): string {
  if (isPerson(judge)) return 'a person';
  if (unknownCosts === 0) return asUsd(knownCostUsd);
  return unknownCosts === judgements ? 'unknown' : `at least ${asUsd(knownCostUsd)} (${asCount(unknownCosts)} unknown)`;
}

/** Who judged, by which version, when and for how much. */
export function judgeTable(facts: readonly JudgeFacts[]): readonly Block[] {
  if (facts.length === 0) return [];
  const number = (head: string) => ({ head, isNumber: true });
  const rows = facts.map((own) => [
    own.isSimulated ? `${own.judge} (simulated)` : own.judge,
    own.version.slice(0, SHOWN_DIGITS) || 'none',
    asCount(own.judgements),
    own.firstAt.slice(0, 10),
    own.lastAt.slice(0, 10),
    costText(own),
  ]);
  return [
    {
      kind: 'table',
      table: {
        caption: 'Judges',
        columns: [{ head: 'judge' }, { head: 'version' }, number('judgements'), { head: 'first' }, { head: 'last' }, number('cost')],
        rows,
        notes: [
          'All judgements that are kept of this run, those that a later one took the place of and measurements of the judge included.',
        ],
      },
    },
  ];
}
