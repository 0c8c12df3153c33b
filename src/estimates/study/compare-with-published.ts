import { ownValue } from '../../util/own-value.ts';
import { publishedName } from './published-names.ts';
import type { PublishedResults, PublishedRow } from './published-results.ts';
import type { ComparedCell, StudyAnalysis, StudyBehaviour, StudyCell, StudyComparison, StudyEstimate } from './study-analysis.ts';
import { estimateOf, maxOverChannels, meanOverChannels, type WeightedRate } from './weighted-rates.ts';

/** Published values have one decimal in per cent. */
const ROUNDING = 0.0005;

const behavioursOf = ({ behaviour }: PublishedRow): readonly StudyBehaviour[] =>
  behaviour === 'alignment-faking' ? ['alignment-faking-score', 'alignment-faking-execute'] : [behaviour];

const isProduction = (harness: string | undefined) => harness !== undefined && harness !== 'custom';

/** The cells of one model that a published figure is about; several for one that is over all relations. */
function cellsFor(row: PublishedRow, behaviour: StudyBehaviour, own: readonly StudyCell[]): readonly StudyCell[] {
  return own.filter(
    (cell) =>
      cell.behaviour === behaviour &&
      cell.target === row.target &&
      isProduction(cell.harness) === isProduction(row.harness) &&
      (row.record === 'any' ? cell.record !== 'none' : cell.record === row.record),
  );
}

/** The rates behind some cells, channel by channel. */
function ratesIn(cells: readonly StudyCell[]): readonly (readonly WeightedRate[])[] {
  return cells.flatMap(({ record, channels }) =>
    channels.flatMap(({ channel, counts }) => {
      if (counts === null || counts.control !== null || counts.treated.trials === 0) return [];
      return [[{ arm: `${record} ${channel}`, coefficient: 1, counts: counts.treated }]];
    }),
  );
}

/** One rate: of one channel or scenario where the figure is of one, else of the cell. */
function rateOf({ channel, scenario }: PublishedRow, cell: StudyCell): StudyEstimate | null {
  if (channel !== undefined) return cell.channels.find((part) => part.channel === channel)?.estimate ?? null;
  if (scenario === undefined) return cell.mean;
  const task = scenario.replace('exfiltration/', '');
  const part = cell.channels.flatMap(({ parts }) => parts).find(({ name }) => name === task);
  return part === undefined ? null : estimateOf([{ arm: task, coefficient: 1, counts: part.treated }]);
}

function measuredFor(row: PublishedRow, cells: readonly StudyCell[]): StudyEstimate | null {
  const [cell] = cells;
  if (cell === undefined) return null;
  if (row.record === 'any') {
    if (row.statistic === 'max-over-conditions') return maxOverChannels(ratesIn(cells));
    return row.statistic === 'mean-over-conditions' ? meanOverChannels(ratesIn(cells)) : null;
  }
  if (row.statistic === 'max-over-channels' || row.statistic === 'max-over-conditions') return cell.max;
  if (row.statistic === 'mean-over-channels') return cell.mean;
  // What a lower bound is the bound of was not said.
  return row.statistic === 'rate' ? rateOf(row, cell) : null;
}

function isWithin(published: number | null, measured: StudyEstimate | null): boolean | null {
  if (published === null || measured?.kind !== 'estimated') return null;
  return published >= measured.low - ROUNDING && published <= measured.high + ROUNDING;
}

/** What stands in a cell besides its numbers. */
type Measured = Pick<ComparedCell, 'measured' | 'marker' | 'measuredModel' | 'isSimulated'>;
const notMeasured: Measured = { measured: null, marker: '', measuredModel: null, isSimulated: false };

function comparedRow(row: PublishedRow, behaviour: StudyBehaviour, found: Measured): ComparedCell {
  const published = row.value / 100;
  return {
    model: row.model,
    behaviour,
    target: row.target,
    record: row.record,
    statistic: row.statistic,
    unit: row.unit,
    harness: row.harness ?? 'custom',
    published,
    publishedSource: row.source,
    publishedNote: [row.scenario, row.note].filter((part) => part !== undefined).join('; ') || null,
    ...found,
    isWithin: isWithin(published, found.measured),
  };
}

/** Every published figure, with each of our models that is the one it is of. */
function publishedCells(rows: readonly PublishedRow[], byModel: ReadonlyMap<string, readonly StudyCell[]>): readonly ComparedCell[] {
  return rows.flatMap((row) => {
    const own = [...byModel].filter(([model]) => publishedName(model) === row.model);
    return behavioursOf(row).flatMap((behaviour) => {
      if (own.length === 0) return [comparedRow(row, behaviour, notMeasured)];
      return own.map(([model, all]) => {
        const cells = cellsFor(row, behaviour, all);
        const measured = measuredFor(row, cells);
        const marker = row.record === 'any' || measured === null ? '' : (cells[0]?.test.marker ?? '');
        const isSimulated = cells[0]?.isSimulated ?? false;
        return comparedRow(row, behaviour, measured === null ? notMeasured : { measured, marker, measuredModel: model, isSimulated });
      });
    });
  });
}

type CellName = Pick<ComparedCell, 'model' | 'harness' | 'behaviour' | 'target' | 'record'>;
const nameOf = ({ model, harness, behaviour, target, record }: CellName, statistic: string) =>
  JSON.stringify([model, isProduction(harness), behaviour, target, record, statistic]);

/** In one channel, or without a peer, the largest and the mean are one rate. */
function statisticsOf({ record, channels }: StudyCell, has: (statistic: string) => boolean): readonly string[] {
  const both = ['max-over-channels', 'mean-over-channels'];
  if (record !== 'none' && (channels.length > 1 || both.some(has))) return both;
  return ['rate'];
}

/** What was measured of the study's models and never published: its place beside ours stays blank. */
function unpublishedCells(cells: readonly StudyCell[], known: ReadonlySet<string>): readonly ComparedCell[] {
  return cells.flatMap((cell) => {
    const { behaviour, target, record, unit, harness, isSimulated, test } = cell;
    const name = publishedName(cell.model);
    if (name === null) return [];
    const has = (statistic: string) => known.has(nameOf({ model: name, harness, behaviour, target, record }, statistic));
    return statisticsOf(cell, has).flatMap((statistic): readonly ComparedCell[] => {
      if (has(statistic)) return [];
      const measured = statistic === 'max-over-channels' ? cell.max : cell.mean;
      const place = { model: name, behaviour, target, record, statistic, unit, harness };
      const found = { measured, marker: test.marker, measuredModel: cell.model, isSimulated, isWithin: null };
      return [{ ...place, published: null, publishedSource: null, publishedNote: null, ...found }];
    });
  });
}

function absence({ models, cells }: StudyAnalysis): string | null {
  if (models.some(({ published }) => published !== null)) return null;
  if (cells.length === 0) return "No trial has a part in the study's metrics, so there is nothing to compare.";
  return `None of the study's models was run (measured: ${models.map(({ id }) => id).join(', ')}), so nothing stands beside its figures.`;
}

/** Our figures beside the published ones, cell by cell. What was not measured, or never published, is null and not 0. */
export function compareWithPublished(analysis: StudyAnalysis, published: PublishedResults): StudyComparison {
  const byModel = Map.groupBy(analysis.cells, ({ model }) => model);
  const listed = publishedCells(published.rows, byModel);
  const further = unpublishedCells(analysis.cells, new Set(listed.map((cell) => nameOf(cell, cell.statistic))));
  const used = [...new Set(listed.flatMap(({ publishedSource }) => publishedSource ?? []))];
  const sources = Object.fromEntries(used.map((key) => [key, ownValue(published.sources, key) ?? key]));
  return { cite: analysis.cite, sources, cells: [...listed, ...further], because: absence(analysis) };
}
