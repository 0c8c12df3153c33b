import type { JudgedRate, JudgedResults } from '../../estimates/judged/judged-results.ts';
import { asPercent } from '../format-number.ts';
import type { Dot } from '../figures/figure.ts';
import type { Block } from '../page/report-document.ts';
import type { ReportArm } from '../report-model.ts';
import { pagesOf, rateText, simulatedIn, subjectText, unique } from '../report-values.ts';
import type { Place } from './section-place.ts';

const MOST_ROWS = 34;
/** More judges than these cannot be told apart in one row. */
const MOST_JUDGES = 4;
/** Figures in sight; the others are folded away. */
const PAGES_IN_SIGHT = 2;

export const questionText = ({ label, name }: { readonly label: string; readonly name?: string }): string =>
  name === undefined ? label : `${label}: ${name}`;

/** What one question came to in one arm, by every judge. */
interface JudgedRow {
  readonly group: string;
  readonly isSimulated: boolean;
  readonly question: string;
  readonly rates: readonly (JudgedRate | undefined)[];
}

/** A label that says that nothing was voiced is the absence of the others. */
const isSilent = ({ name }: JudgedRate) => name === 'not-voiced' || name === 'none';
const isSeen = ({ rates }: JudgedRow) => rates.some((rate) => rate?.raw.kind === 'estimated' && rate.raw.value > 0);

function rowsOf({ rates }: JudgedResults, arms: readonly ReportArm[], judges: readonly string[]): readonly JudgedRow[] {
  const keyOf = (cell: string, subject: string) => `${cell}\u0000${subject}`;
  const byArm = Map.groupBy(rates, ({ cell, subject }) => keyOf(cell, subject));
  return arms.flatMap((arm) => {
    const own = (byArm.get(keyOf(arm.cell, arm.subject)) ?? []).filter((rate) => !isSilent(rate));
    const byQuestion = Map.groupBy(own, questionText);
    return [...byQuestion].map(([question, asked]) => ({
      group: `${arm.scenario}, ${subjectText(arm)}: ${arm.label}`,
      isSimulated: arm.isSimulated,
      question,
      rates: judges.map((judge) => asked.find((rate) => rate.judge === judge)),
    }));
  });
}

/** What a corrected rate is, else that it is none. */
function valueText({ rates }: JudgedRow): string {
  const shown = rates.flatMap((rate) => {
    if (rate === undefined) return [];
    const { standing, raw, judged } = rate;
    if (standing.kind === 'corrected') return [`corrected ${rateText(standing.estimate)}`];
    if (standing.kind === 'not-estimable') return ['not estimable'];
    return [raw.kind === 'estimated' ? `${asPercent(raw.value)} of ${judged}` : 'not estimable'];
  });
  return shown.join(' | ');
}

function dotsOf({ rates }: JudgedRow, judges: readonly string[]): readonly Dot[] {
  return rates.flatMap((rate, series) => {
    const estimate = rate?.standing.kind === 'corrected' ? rate.standing.estimate : rate?.raw;
    if (rate === undefined || estimate?.kind !== 'estimated' || rate.standing.kind === 'not-estimable') return [];
    const { value, low, high } = estimate;
    const words = rate.standing.kind === 'corrected' ? 'corrected' : 'uncorrected';
    return [
      {
        series,
        value,
        low,
        high,
        hint: `${judges[series]}, ${words}: ${rateText(estimate)}, ${rate.judged} judged, ${rate.abstained} abstained`,
      },
    ];
  });
}

/** What judges say of the arms with a trusted target, where they say anything at all. */
export function judgedFigures({ prefix }: Place, judged: JudgedResults, arms: readonly ReportArm[]): readonly Block[] {
  const judges = unique(judged.rates.map(({ judge }) => judge)).slice(0, MOST_JUDGES);
  const rows = rowsOf(judged, arms, judges).filter(isSeen);
  const isRaw = rows.some(({ rates }) => rates.some((rate) => rate !== undefined && rate.standing.kind !== 'corrected'));
  const pages = pagesOf([...Map.groupBy(rows, ({ group }) => group).values()], MOST_ROWS);
  const figures = pages.map((own, page): Block => {
    const title = `What judges say${isRaw ? ', uncorrected where not said otherwise' : ''}${pages.length > 1 ? `, ${page + 1} of ${pages.length}` : ''}`;
    const groups = [...Map.groupBy(own, ({ group }) => group)].map(([group, members]) => ({
      title: group,
      rows: members.map((row) => ({ label: row.question, isSimulated: row.isSimulated, dots: dotsOf(row, judges), value: valueText(row) })),
    }));
    return {
      kind: 'figure',
      figure: {
        kind: 'dots',
        id: `${prefix}figure-judged-${page + 1}`,
        title,
        description:
          'Share of the judged trials that have the label, in the arm with a good record. Labels that no judge gave are left out. The lines are 95 % intervals for chance alone: they do not cover the error of the judge.',
        simulated: simulatedIn(own),
        series: judges,
        scale: 'rate',
        groups,
      },
      table: {
        caption: title,
        columns: [{ head: 'arm' }, { head: 'label' }, ...judges.map((head) => ({ head, isNumber: true }))],
        rows: own.map((row) => [
          row.group,
          row.question,
          ...row.rates.map((rate) => (rate === undefined ? 'not judged' : valueText({ ...row, rates: [rate] }))),
        ]),
      },
    };
  });
  const further = figures.slice(PAGES_IN_SIGHT);
  return [
    ...figures.slice(0, PAGES_IN_SIGHT),
    ...(further.length === 0
      ? []
      : [{ kind: 'details', summary: `${further.length} more figures`, prints: false, blocks: further } as const]),
  ];
}
