import type { ComparedCell, StudyComparison, StudyEstimate } from '../../estimates/study/study-analysis.ts';
import { asPercentTenths } from '../format-number.ts';
import { paragraph, warning, type Block } from '../page/report-document.ts';
import { pagesOf, simulatedIn } from '../report-values.ts';
import { studyTables } from '../study-tables.ts';
import type { Table } from '../table.ts';
import { sectionAt, type Place, type SectionBuilder } from './section-place.ts';

const MOST_ROWS = 28;
const isNumeric = /^[-+]?[\d.]+( (%|pp|points))?$/;

/** A table of the terminal as one of the page: columns of numbers are found by what stands in them. */
function toBlock({ title, heads, rows, notes }: Table): Block {
  const columns = heads.map((head, index) => {
    const filled = rows.map((row) => row[index] ?? '').filter((cell) => cell !== '');
    return { head, isNumber: filled.length > 0 && filled.every((cell) => isNumeric.test(cell)) };
  });
  return { kind: 'table', table: { caption: title, columns, rows, notes } };
}

const valueText = (value: number, unit: string) => `${asPercentTenths(value)} ${unit}`;
function measuredText(estimate: StudyEstimate | null, unit: string): string {
  if (estimate === null) return '';
  if (estimate.kind === 'not-estimable') return 'not estimable';
  return `${valueText(estimate.value, unit)} [${asPercentTenths(estimate.low)}, ${asPercentTenths(estimate.high)}]`;
}

function comparedRow({
  model,
  behaviour,
  target,
  record,
  statistic,
  unit,
  published,
  publishedSource,
  publishedNote,
  harness,
  measured,
  isWithin,
  isSimulated,
}: ComparedCell): readonly string[] {
  return [
    `${model}${harness === 'custom' ? '' : ` (${harness})`}${isSimulated ? ' (simulated)' : ''}`,
    behaviour,
    target,
    record,
    statistic,
    published === null ? '' : valueText(published, unit),
    measuredText(measured, unit),
    isWithin === null ? '' : isWithin ? 'within' : 'outside',
    [publishedSource, publishedNote].filter((text) => text !== null).join(': '),
  ];
}

/** Both numbers are there: only these can be drawn. */
const isComparable = ({ published, measured }: ComparedCell) => published !== null && measured?.kind === 'estimated';

function comparedFigure({ prefix }: Place, cells: readonly ComparedCell[]): readonly Block[] {
  const both = cells.filter(isComparable);
  const pages = pagesOf([...Map.groupBy(both, ({ model }) => model).values()], MOST_ROWS);
  return pages.map((own, page): Block => {
    const rows = own.map((cell) => {
      const { measured, published } = cell;
      const ours =
        measured?.kind === 'estimated'
          ? [
              {
                series: 1,
                value: measured.value,
                low: measured.low,
                high: measured.high,
                hint: `measured ${measuredText(measured, cell.unit)}`,
              },
            ]
          : [];
      const theirs = {
        series: 0,
        value: published ?? 0,
        low: published ?? 0,
        high: published ?? 0,
        hint: `published ${valueText(published ?? 0, cell.unit)}`,
      };
      return {
        model: cell.model,
        row: {
          label: [cell.behaviour, cell.target, cell.record, cell.statistic, ...(cell.harness === 'custom' ? [] : [cell.harness])].join(
            ', ',
          ),
          isSimulated: cell.isSimulated,
          dots: [theirs, ...ours],
          value: cell.isWithin === true ? 'within' : 'outside',
        },
      };
    });
    const title = `Measured against published${pages.length > 1 ? `, ${page + 1} of ${pages.length}` : ''}`;
    const groups = [...Map.groupBy(rows, ({ model }) => model)].map(([model, members]) => ({
      title: model,
      rows: members.map(({ row }) => row),
    }));
    return {
      kind: 'figure',
      figure: {
        kind: 'dots',
        id: `${prefix}figure-published-${page + 1}`,
        title,
        description: 'Published values have no interval; the lines are ours. On the right: does our interval hold the published value?',
        simulated: simulatedIn(own),
        series: ['published', 'measured'],
        scale: 'difference',
        groups,
      },
      table: comparedTable(title, own),
    };
  });
}

function comparedTable(caption: string, cells: readonly ComparedCell[]) {
  const number = (head: string) => ({ head, isNumber: true });
  return {
    caption,
    columns: [
      { head: 'model' },
      { head: 'behaviour' },
      { head: 'target' },
      { head: 'relation' },
      { head: 'statistic' },
      number('published'),
      number('measured'),
      { head: 'published in our interval?' },
      { head: 'source' },
    ],
    rows: cells.map(comparedRow),
    notes: ['Blank where nothing was published, or nothing measured.'],
  };
}

function comparisonBlocks(place: Place, comparison: StudyComparison): readonly Block[] {
  if (comparison.because !== null) return [paragraph(comparison.because)];
  const shown = comparison.cells.filter(({ measured, published }) => measured !== null || published !== null);
  const sources = Object.entries(comparison.sources).map(([id, about]) => `${id}: ${about}`);
  return [
    ...comparedFigure(place, comparison.cells),
    {
      kind: 'details',
      summary: `All cells, measured or published (${shown.length})`,
      prints: false,
      blocks: [
        { kind: 'table', table: comparedTable('Measured against published', shown) },
        { kind: 'list', items: sources },
      ],
    },
  ];
}

/** The study's own metrics, with what its peculiarities move, and its published figures beside ours. */
export const studySection: SectionBuilder = (place) => {
  const { study } = place.report;
  if (study === null) {
    return sectionAt(place, 'published', {
      title: 'Measured against published',
      blocks: [paragraph("The study's own analysis was not asked for (--analysis study), so nothing is set against what it published.")],
    });
  }
  const { analysis, comparison } = study;
  const { source } = analysis;
  const tables = studyTables(analysis, comparison);
  const imported =
    source.kind === 'imported'
      ? [warning(`These trials were imported from the study's released data, under ${source.licence}; cite ${source.cite}.`)]
      : [];
  return sectionAt(place, 'published', {
    title: 'Measured against published',
    blocks: [
      ...imported,
      paragraph(
        `The metrics of ${analysis.cite}, to the letter. They are not the effects above: they keep the study's own rules, each of which can be turned off.`,
      ),
      ...analysis.notes.map((text) => paragraph(text)),
      ...comparisonBlocks(place, comparison),
      {
        kind: 'details',
        summary: "The study's tables, and what its rules move",
        prints: false,
        blocks: [...tables.headline, ...tables.detail].map(toBlock),
      },
    ],
  });
};
