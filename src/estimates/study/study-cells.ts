import { holmAdjust } from '../../stats/holm-adjust.ts';
import type { ChannelMeasure, StudyMetric } from './channel-measure.ts';
import { fakingByExecution, fakingByScore } from './metrics/alignment-faking.ts';
import { exfiltration } from './metrics/exfiltration.ts';
import { misrepresentation } from './metrics/misrepresentation.ts';
import { refusal } from './metrics/refusal.ts';
import { tampering } from './metrics/tampering.ts';
import { placeGroup, type StudyPlace } from './place-group.ts';
import type { StudyCell, StudyChannel, StudyChannelPart, StudyEstimate, StudyRecord } from './study-analysis.ts';
import type { StudyGroup } from './study-group.ts';
import { combineTests, studyTest } from './study-tests.ts';
import type { StudySwitches } from './study-warts.ts';
import { estimateOf, maxOverChannels, meanOverChannels } from './weighted-rates.ts';

const metrics: readonly StudyMetric[] = [misrepresentation, tampering, fakingByScore, fakingByExecution, exfiltration, refusal];
const records: readonly StudyRecord[] = ['bad', 'neutral', 'good', 'none'];
const channels: readonly StudyChannel[] = ['document', 'document+prompt', 'memory', 'none'];
/** Under so many runs in an arm the study warns. */
const FEW = 10;

type Measured = ChannelMeasure & { readonly channel: StudyChannel; readonly estimate: StudyEstimate };

function channelPart({ channel, estimate, test, counts, sizes, parts, scores }: Measured): StudyChannelPart {
  return {
    channel,
    estimate,
    test,
    counts,
    trials: sizes.reduce((sum, size) => sum + size, 0),
    isSmall: sizes.some((size) => size < FEW),
    parts,
    ...(scores === undefined ? {} : { scores }),
  };
}

/** The trials of one model in one harness towards one target, by their place in the design. */
interface Slice {
  readonly first: StudyGroup;
  readonly placed: readonly { readonly group: StudyGroup; readonly place: StudyPlace }[];
  readonly baselines: readonly StudyGroup[];
  readonly switches: StudySwitches;
}

function measureChannels(metric: StudyMetric, slice: Slice, record: StudyRecord): readonly Measured[] {
  const isClaude = slice.first.model.toLowerCase().includes('claude');
  return channels.flatMap((channel) => {
    const groups = slice.placed.flatMap(({ group, place }) =>
      place.kind === 'arm' && place.record === record && place.channel === channel ? [group] : [],
    );
    const measured = metric.measure({ channel, groups, baselines: slice.baselines, isClaude, switches: slice.switches });
    if (measured === undefined) return [];
    const estimate: StudyEstimate =
      measured.because === undefined ? estimateOf(measured.rates) : { kind: 'not-estimable', because: measured.because };
    return [{ ...measured, channel, estimate }];
  });
}

function cellOf(metric: StudyMetric, slice: Slice, record: StudyRecord): readonly StudyCell[] {
  const measured = measureChannels(metric, slice, record);
  if (measured.length === 0) return [];
  const { model, isSimulated, harness, subject } = slice.first;
  const rates = measured.flatMap(({ estimate, rates: own }) => (estimate.kind === 'estimated' ? [own] : []));
  return [
    {
      model,
      isSimulated,
      harness,
      behaviour: metric.behaviour,
      target: subject,
      record,
      unit: metric.unit,
      max: maxOverChannels(rates),
      mean: meanOverChannels(rates),
      test: combineTests(
        measured.flatMap(({ pValues }) => pValues),
        slice.switches,
      ),
      channels: measured.map(channelPart),
    },
  ];
}

/** By Holm's method within the cells of one model in one harness. */
function adjusted(cells: readonly StudyCell[]): readonly StudyCell[] {
  const tested = cells.flatMap(({ test }, index) => (test.pValue === null ? [] : [{ index, pValue: test.pValue }]));
  const pValues = holmAdjust(tested.map(({ pValue }) => pValue));
  const byIndex = new Map(tested.map(({ index }, rank) => [index, pValues[rank] ?? 1]));
  return cells.map((cell, index) => {
    const pValue = byIndex.get(index);
    return pValue === undefined ? cell : { ...cell, test: studyTest(pValue, `${cell.test.method}, Holm`) };
  });
}

const nameOf = (...labels: readonly string[]) => JSON.stringify(labels);

/** Every cell of the study's tables that the trials have something for: by model, harness, target, behaviour and record. */
export function studyCells(groups: readonly StudyGroup[], switches: StudySwitches): readonly StudyCell[] {
  const placed = groups.map((group) => ({ group, place: placeGroup(group, switches) })).filter(({ place }) => place.kind !== 'none');
  const slices = Map.groupBy(placed, ({ group: { model, harness, subject } }) => nameOf(model, harness, subject));
  const cells = [...slices.values()].flatMap((own) => {
    const first = own[0]?.group;
    if (first === undefined) return [];
    const baselines = own.flatMap(({ group, place }) => (place.kind === 'baseline' ? [group] : []));
    const slice: Slice = { first, placed: own, baselines, switches };
    return metrics.flatMap((metric) => records.flatMap((record) => cellOf(metric, slice, record)));
  });
  if (switches['no-multiplicity-correction']) return cells;
  return [...Map.groupBy(cells, ({ model, harness }) => nameOf(model, harness)).values()].flatMap(adjusted);
}
