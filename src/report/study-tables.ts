import {
  studyBehaviours,
  type ComparedCell,
  type StudyAnalysis,
  type StudyCell,
  type StudyChannelPart,
  type StudyComparison,
  type StudyEstimate,
  type StudyModel,
  type WartEffect,
  type WartMove,
} from '../estimates/study/study-analysis.ts';
import { asPercentTenths } from './format-number.ts';
import { subjectLabel, type Table } from './table.ts';

const valueText = (estimate: StudyEstimate) => (estimate.kind === 'estimated' ? asPercentTenths(estimate.value) : 'n/e');

export function estimateText(estimate: StudyEstimate, unit: string): string {
  if (estimate.kind === 'not-estimable') return `not estimable: ${estimate.because}`;
  return `${asPercentTenths(estimate.value)} ${unit} [${asPercentTenths(estimate.low)}, ${asPercentTenths(estimate.high)}]`;
}

const records = ['bad', 'neutral', 'good', 'none'] as const;

const modelTitle = ({ id, published, isSimulated }: StudyModel) =>
  `${subjectLabel({ subject: id, isSimulated })}${published === null || published === id ? '' : `, published as ${published}`}`;

const nameOf = ({ behaviour, target, harness }: StudyCell) => JSON.stringify([behaviour, target, harness]);

/** `35.3/15.1 **`: largest and mean of the channels, with the marker of the study's test. */
function compactText(cell: StudyCell | undefined): string {
  if (cell === undefined) return '';
  const figures = cell.record === 'none' ? valueText(cell.mean) : `${valueText(cell.max)}/${valueText(cell.mean)}`;
  return `${figures} ${cell.test.marker}`.trim() + unjudgedText(cell.channels);
}

/** ` (9 not judged)`: of a metric that asks whether a run refused. How they count is said in the notes. */
function unjudgedText(channels: readonly Pick<StudyChannelPart, 'unjudged'>[]): string {
  const unjudged = channels.reduce((sum, channel) => sum + (channel.unjudged ?? 0), 0);
  return unjudged === 0 ? '' : ` (${unjudged} not judged)`;
}

/** The study's table of one model: a row for each behaviour and target, a column for each relation. */
function modelTable(model: StudyModel, cells: readonly StudyCell[]): Table {
  const rows = [...Map.groupBy(cells, nameOf).values()]
    .sort((left, right) => rankOf(left) - rankOf(right))
    .map((own) => {
      const [first] = own;
      const harness = first?.harness === 'custom' ? '' : ` (${first?.harness ?? ''})`;
      const figures = records.map((record) => compactText(own.find((cell) => cell.record === record)));
      return [`${first?.behaviour ?? ''}${harness}`, first?.target ?? '', first?.unit ?? '', ...figures];
    });
  return {
    title: `The study's metrics: ${modelTitle(model)}, ${model.trials} trials`,
    heads: ['behaviour', 'target', 'unit', ...records.map((record) => (record === 'none' ? 'no peer' : record))],
    rows,
    notes: [],
  };
}

function rankOf([first]: readonly StudyCell[]): number {
  if (first === undefined) return 0;
  return studyBehaviours.indexOf(first.behaviour) + (first.target === 'peer' ? 0 : studyBehaviours.length);
}

function comparedRow({
  model,
  behaviour,
  target,
  record,
  statistic,
  unit,
  measured,
  marker,
  published,
  isWithin,
  publishedSource,
  publishedNote,
  harness,
  isSimulated,
}: ComparedCell): readonly string[] {
  const remarks = [harness === 'custom' ? '' : harness, publishedNote ?? ''].filter((remark) => remark !== '');
  return [
    `${subjectLabel({ subject: model, isSimulated })}${remarks.length === 0 ? '' : ` (${remarks.join('; ')})`}`,
    behaviour,
    target,
    record,
    statistic,
    measured === null ? '' : `${estimateText(measured, unit)} ${marker}`.trim(),
    published === null ? '' : `${asPercentTenths(published)} ${unit}`,
    isWithin === null ? '' : isWithin ? 'yes' : 'NO',
    publishedSource ?? '',
  ];
}

const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

/** How the two agree, and what has no counterpart. */
function comparisonNotes({ cells, sources }: StudyComparison): readonly string[] {
  const both = cells.filter(({ isWithin }) => isWithin !== null);
  const within = both.filter(({ isWithin }) => isWithin === true).length;
  const unpublished = cells.filter(({ published }) => published === null).length;
  const unmeasured = cells.filter(({ published, measured }) => published !== null && measured === null).length;
  return [
    `${within} of ${plural(both.length, 'published figure lies', 'published figures lie')} in our 95 % interval.`,
    `Blank: ${plural(unpublished, 'figure was', 'figures were')} never published where we could read it, ${plural(unmeasured, 'was', 'were')} not measured here.`,
    ...Object.entries(sources).map(([key, meaning]) => `${key}: ${meaning}`),
  ];
}

/** Measured against published; only what both have unless `isWhole`, which leaves blanks for what one of them lacks. */
function comparisonTable(comparison: StudyComparison, isWhole: boolean): Table {
  const title = 'Measured against published';
  const heads = ['model', 'behaviour', 'target', 'record', 'statistic', 'measured, 95 % interval', 'published', 'within', 'source'];
  if (comparison.because !== null) return { title, heads: ['comparison'], rows: [[comparison.because]], notes: [] };
  const shown = comparison.cells.filter(({ measured, published }) => isWhole || (measured !== null && published !== null));
  return { title, heads, rows: shown.map(comparedRow), notes: comparisonNotes(comparison) };
}

const shownValue = (value: number | null) => (value === null ? 'n/e' : asPercentTenths(value));

const changeText = ({ on, off }: { readonly on: string; readonly off: string }) => `marker ${on || '(none)'} to ${off || '(none)'}`;
const isChanged = ({ marker }: { readonly marker: WartMove['marker'] }) => marker.on !== marker.off;

/** `gpt-5.2 tampering peer bad: mean 5.6 to 1.1, marker *** to (none)`. */
function movedText(move: WartMove): string {
  const { model, isSimulated, behaviour, target, record, mean, max, marker, channels } = move;
  const values = mean.on === mean.off && max.on !== max.off ? { ...max, name: 'max' } : { ...mean, name: 'mean' };
  const figures = values.on === values.off ? [] : [`${values.name} ${shownValue(values.on)} to ${shownValue(values.off)}`];
  const markers = isChanged(move) ? [changeText(marker)] : [];
  const inChannels = markers.length > 0 ? [] : channels.filter(isChanged).map((one) => `${changeText(one.marker)} in ${one.channel}`);
  return `${subjectLabel({ subject: model, isSimulated })} ${behaviour} ${target} ${record}: ${[...figures, ...markers, ...inChannels].join(', ')}`;
}

const hasMovedValue = ({ mean, max }: WartMove) => mean.on !== mean.off || max.on !== max.off;
const hasMovedMarker = (move: WartMove) => isChanged(move) || move.channels.some(isChanged);

/** What each wart moves when it alone is off. */
function wartTable(warts: readonly WartEffect[]): Table {
  return {
    title: "What each of the study's peculiarities moves when it alone is turned off",
    heads: ['switch', 'values moved', 'markers moved', 'of cells', 'largest'],
    rows: warts.map(({ wart, cells, moved }) => {
      const [largest] = moved.filter((move) => hasMovedValue(move) || hasMovedMarker(move));
      const counts = [moved.filter(hasMovedValue).length, moved.filter(hasMovedMarker).length, cells].map(String);
      return [wart, ...counts, largest === undefined ? 'nothing moves' : movedText(largest)];
    }),
    notes: [],
  };
}

/** Every cell with its interval, and its channels. */
function detailTable(model: StudyModel, cells: readonly StudyCell[]): Table {
  return {
    title: `Channels: ${modelTitle(model)}`,
    heads: ['behaviour', 'target', 'record', 'channel', 'trials', 'value, 95 % interval', 'p', 'marker'],
    rows: cells.flatMap(({ behaviour, target, record, unit, channels }) =>
      channels.map(({ channel, trials, unjudged, estimate, test, isSmall }) => [
        behaviour,
        target,
        record,
        channel,
        `${trials}${unjudgedText([{ unjudged: unjudged ?? 0 }])}${isSmall ? ' (under 10 in an arm)' : ''}`,
        estimateText(estimate, unit),
        test.pValue === null ? '' : test.pValue.toPrecision(2),
        test.marker,
      ]),
    ),
    notes: [],
  };
}

function leftOutTables({ leftOut }: StudyAnalysis): readonly Table[] {
  if (leftOut.length === 0) return [];
  const rows = leftOut.map(({ because, trials }) => [String(trials), because]);
  return [{ title: 'Trials that no metric of the study has a place for', heads: ['trials', 'because'], rows, notes: [] }];
}

/** A figure that is not to the letter says what it leaves out. */
function offNotes({ switches }: StudyAnalysis): readonly string[] {
  const off = Object.entries(switches).flatMap(([wart, isOn]) => (isOn ? [] : [wart]));
  return off.length === 0 ? [] : [`Not to the letter: turned off are ${off.join(', ')}.`];
}

/** Imported figures carry their licence and citation wherever they are shown. */
function provenance({ source, cite }: StudyAnalysis): string {
  if (source.kind === 'own') return `The study: ${cite}. Trials: own, run ${source.runs.join(', ')}.`;
  return `Data: ${source.files.join(', ')}, imported as run ${source.run}; ${source.licence}, not for commercial use. Cite: ${source.cite}.`;
}

/** The tables of `--analysis study`: what stands first, and what is for those who check. */
export function studyTables(
  analysis: StudyAnalysis,
  comparison: StudyComparison,
): { readonly headline: readonly Table[]; readonly detail: readonly Table[]; readonly notes: readonly string[] } {
  const byModel = analysis.models.map((model) => ({ model, cells: analysis.cells.filter((cell) => cell.model === model.id) }));
  const measured = byModel.filter(({ cells }) => cells.length > 0);
  return {
    headline: [
      ...measured.map(({ model, cells }) => modelTable(model, cells)),
      comparisonTable(comparison, false),
      ...(analysis.warts.length === 0 ? [] : [wartTable(analysis.warts)]),
      ...leftOutTables(analysis),
    ],
    detail: [
      ...(comparison.because === null ? [comparisonTable(comparison, true)] : []),
      ...measured.map(({ model, cells }) => detailTable(model, cells)),
    ],
    notes: [
      provenance(analysis),
      ...offNotes(analysis),
      'Figures are max/mean over the three channels, in per cent or percentage points; *** p < 0.001, ** p < 0.01, * p < 0.05, by the tests of the study.',
      ...(analysis.cells.some(({ max }) => max.kind === 'not-estimable') ? ['n/e: not estimable, see --detail.'] : []),
      ...analysis.notes,
    ],
  };
}
