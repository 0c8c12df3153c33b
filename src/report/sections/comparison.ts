import { asPercent } from '../format-number.ts';
import { paragraph, warning, type Block, type ReportTable, type Section } from '../page/report-document.ts';
import type { CrossCell, CrossColumn, RunComparison, SampleDifference, SharedCell, SharedEffect } from '../report-model.ts';
import { counted, differenceText, pText, rateText, pagesOf, simulatedIn, subjectText } from '../report-values.ts';

const MOST_ROWS = 28;

const P_HEAD = "p (Boschloo's exact test)";

function differenceCells(difference: SampleDifference | null): readonly string[] {
  if (difference === null) return ['not estimable', ''];
  return [differenceText(difference), difference.pValue === null ? '' : pText(difference.pValue)];
}

const runHead = (id: string) => `run ${id.slice(0, 8)}`;

function cellTable({ runs }: RunComparison, caption: string, cells: readonly SharedCell[]): ReportTable {
  const number = (head: string) => ({ head, isNumber: true });
  return {
    caption,
    columns: [
      { head: 'cell' },
      { head: 'subject' },
      ...runs.map((id) => number(runHead(id))),
      ...runs.slice(1).flatMap((id) => [number(`${runHead(id)} less ${runHead(runs[0] ?? '')}`), number(P_HEAD)]),
    ],
    rows: cells.map((cell) => [
      `${cell.scenario} ${cell.label}`,
      subjectText(cell),
      ...cell.rates.map((rate) => (rate === null ? 'not run' : rateText(rate))),
      ...cell.differences.flatMap(differenceCells),
    ]),
    notes: ["Differences between runs are of two samples (Newcombe's interval), not by blocks, and not adjusted for their number."],
  };
}

const columnHead = ({ runs }: RunComparison, { run, ...own }: CrossColumn) => `${runHead(runs[run] ?? '')}: ${subjectText(own)}`;

function crossRates(comparison: RunComparison, cells: readonly CrossCell[]): ReportTable {
  const heads = (cells[0]?.columns ?? []).map((column) => columnHead(comparison, column));
  return {
    caption: 'The same cells by different subjects',
    columns: [{ head: 'cell' }, ...heads.map((head) => ({ head, isNumber: true }))],
    rows: cells.map(({ scenario, label, columns }) => [`${scenario} ${label}`, ...columns.map(({ rate }) => rateText(rate))]),
  };
}

function crossDifferences(comparison: RunComparison, cells: readonly CrossCell[]): ReportTable {
  const headAt = ({ columns }: CrossCell, at: number) => columns.slice(at, at + 1).map((column) => columnHead(comparison, column));
  return {
    caption: 'Differences between subjects of different runs',
    columns: [
      { head: 'cell' },
      { head: 'difference of' },
      { head: 'difference, 95 % (Newcombe)', isNumber: true },
      { head: P_HEAD, isNumber: true },
    ],
    rows: cells.flatMap((cell) =>
      cell.differences.map(({ first, later, difference }) => [
        `${cell.scenario} ${cell.label}`,
        `${headAt(cell, later).join('')} less ${headAt(cell, first).join('')}`,
        ...differenceCells(difference),
      ]),
    ),
    notes: [
      'Of two samples, not by blocks. Neither intervals nor p-values are adjusted for their number; there is none of more than 300 trials.',
    ],
  };
}

/** One table of rates for the cells that the same runs and subjects have. */
function crossBlocks(comparison: RunComparison): readonly Block[] {
  const { acrossSubjects } = comparison;
  if (acrossSubjects.length === 0) return [];
  const keyOf = ({ columns }: CrossCell) => JSON.stringify(columns.map(({ run, subject }) => [run, subject]));
  const rates = [...Map.groupBy(acrossSubjects, keyOf).values()];
  return [
    paragraph(
      `${counted(acrossSubjects.length, 'cell')} ${acrossSubjects.length === 1 ? 'was' : 'were'} run by different subjects in these runs. A difference between them may come of the subject or of whatever else differs between the runs.`,
    ),
    ...rates.map((own): Block => ({ kind: 'table', table: crossRates(comparison, own) })),
    {
      kind: 'details',
      summary: 'Differences between subjects of different runs',
      prints: true,
      blocks: [{ kind: 'table', table: crossDifferences(comparison, acrossSubjects) }],
    },
  ];
}

const isApart = ({ differences }: SharedCell) => differences.some((own) => own !== null && (own.low > 0 || own.high < 0));

function cellFigures(comparison: RunComparison): readonly Block[] {
  const apart = comparison.cells.filter(isApart);
  const shown = (apart.length > 0 ? apart : comparison.cells).slice(0, 2 * MOST_ROWS);
  const pages = pagesOf([...Map.groupBy(shown, ({ scenario }) => scenario).values()], MOST_ROWS);
  return pages.map((own, page): Block => {
    const title = `Rates of shared cells${apart.length > 0 ? ' that differ' : ''}${pages.length > 1 ? `, ${page + 1} of ${pages.length}` : ''}`;
    const groups = [...Map.groupBy(own, ({ scenario }) => scenario)].map(([scenario, members]) => ({
      title: scenario,
      rows: members.map(({ subject, label, isSimulated, rates, differences }) => ({
        label: `${subject}: ${label}`,
        isSimulated,
        dots: rates.flatMap((rate, series) =>
          rate?.kind === 'estimated'
            ? [
                {
                  series,
                  value: rate.value,
                  low: rate.low,
                  high: rate.high,
                  hint: `${runHead(comparison.runs[series] ?? '')}: ${rateText(rate)}, n = ${rate.trials}`,
                },
              ]
            : [],
        ),
        value:
          differences.length === 1 && differences[0]
            ? differenceText(differences[0])
            : rates.map((rate) => (rate?.kind === 'estimated' ? asPercent(rate.value) : '–')).join(' | '),
      })),
    }));
    return {
      kind: 'figure',
      figure: {
        kind: 'dots',
        id: `figure-comparison-${page + 1}`,
        title,
        description: 'The primary verdict of the same cell by the same subject in each run, with 95 % intervals.',
        simulated: simulatedIn(own),
        series: comparison.runs.map(runHead),
        scale: 'rate',
        groups,
      },
      table: cellTable(comparison, title, own),
    };
  });
}

function effectTable({ runs }: RunComparison, effects: readonly SharedEffect[]): ReportTable {
  return {
    caption: 'Main effects that the runs share',
    columns: [{ head: 'effect' }, { head: 'scenario' }, { head: 'subject' }, ...runs.map((id) => ({ head: runHead(id), isNumber: true }))],
    rows: effects.map((effect) => [
      effect.background === '' ? effect.name : `${effect.name} (${effect.background})`,
      effect.scenario,
      subjectText(effect),
      ...effect.estimates.map((estimate) =>
        estimate === null ? 'not run' : estimate.kind === 'estimated' ? differenceText(estimate) : 'not estimable',
      ),
    ]),
  };
}

/** Several runs side by side, and what else differs between them. */
export function comparisonSection(comparison: RunComparison): Section {
  const { runs, cells, effects, differs, unshared } = comparison;
  const apart = cells.filter(isApart).length;
  const shared =
    cells.length === 0
      ? `These runs share no cell by the same subject${comparison.acrossSubjects.length > 0 ? '' : ', so nothing can be set side by side'}.`
      : `${counted(cells.length, 'cell')} by the same subject ${cells.length === 1 ? 'is' : 'are'} shared. In ${apart} the interval of the difference excludes 0; about ${Math.round(cells.length * 0.05)} would by chance alone. ${counted(unshared, 'arm')} ${unshared === 1 ? 'is' : 'are'} in one run only.`;
  return {
    id: 'comparison',
    title: `${runs.length} runs side by side`,
    blocks: [
      paragraph(shared),
      ...(differs.length === 0
        ? [paragraph('The runs differ in nothing but their trials.')]
        : [
            warning('The runs differ in more than their trials. A difference between them may come of any of these:'),
            { kind: 'list', items: differs } as const,
          ]),
      ...(cells.length === 0
        ? []
        : [
            ...cellFigures(comparison),
            {
              kind: 'details',
              summary: `All shared cells (${cells.length})`,
              prints: false,
              blocks: [{ kind: 'table', table: cellTable(comparison, 'Shared cells', cells) }],
            } as const,
          ]),
      ...crossBlocks(comparison),
      ...(effects.length === 0
        ? []
        : [
            {
              kind: 'details',
              summary: `Shared effects (${effects.length})`,
              prints: true,
              blocks: [{ kind: 'table', table: effectTable(comparison, effects) }],
            } as const,
          ]),
    ],
  };
}
