import { holmAdjust } from '../../stats/holm-adjust.ts';
import type { ChannelMeasure, StudyMetric } from './channel-measure.ts';
import { fakingByExecution, fakingByScore } from './metrics/alignment-faking.ts';
import { exfiltration } from './metrics/exfiltration.ts';
import { misrepresentation } from './metrics/misrepresentation.ts';
import { refusal } from './metrics/refusal.ts';
import { tampering } from './metrics/tampering.ts';
import { placeGroup } from './place-group.ts';
import type { StudyCell, StudyChannel, StudyRecord, StudyTest } from './study-analysis.ts';
import { studyBehaviours, type StudyBehaviour } from './study-behaviours.ts';
import type { StudyGroup } from './study-group.ts';
import { combineTests, studyTest } from './study-tests.ts';
import type { StudySwitches } from './study-warts.ts';

const metrics: readonly StudyMetric[] = [misrepresentation, tampering, fakingByScore, fakingByExecution, exfiltration, refusal];
const records: readonly StudyRecord[] = ['bad', 'neutral', 'good', 'none'];
const channels: readonly StudyChannel[] = ['document', 'document+prompt', 'memory', 'none'];

export type MeasuredChannel = ChannelMeasure & { readonly channel: StudyChannel };

/** A cell as it was counted and tested, before anything is estimated. */
export interface MeasuredCell extends Pick<StudyCell, 'model' | 'isSimulated' | 'harness' | 'behaviour' | 'target' | 'record' | 'unit'> {
  readonly test: StudyTest;
  readonly channels: readonly MeasuredChannel[];
}

const nameOf = (...labels: readonly string[]) => JSON.stringify(labels);

/** The trials of one model in one harness towards one target, by record and channel. */
interface Slice {
  readonly first: StudyGroup;
  readonly arms: ReadonlyMap<string, readonly StudyGroup[]>;
  readonly baselines: readonly StudyGroup[];
  readonly switches: StudySwitches;
}

function cellOf(metric: StudyMetric, slice: Slice, record: StudyRecord): readonly MeasuredCell[] {
  const { first, arms, baselines, switches } = slice;
  const isClaude = first.model.toLowerCase().includes('claude');
  const measured = channels.flatMap((channel): readonly MeasuredChannel[] => {
    const groups = arms.get(nameOf(record, channel));
    const found = groups && metric.measure({ channel, groups, baselines, isClaude, switches });
    return found === undefined ? [] : [{ ...found, channel }];
  });
  if (measured.length === 0) return [];
  const { behaviour, unit } = metric;
  const { model, isSimulated, harness, subject: target } = first;
  const test = combineTests(
    measured.flatMap(({ pValues }) => pValues),
    switches,
  );
  return [{ model, isSimulated, harness, behaviour, target, record, unit, test, channels: measured }];
}

function sliceOf(own: readonly StudyGroup[], switches: StudySwitches): Slice | undefined {
  const arms = new Map<string, StudyGroup[]>();
  const baselines: StudyGroup[] = [];
  for (const group of own) {
    const place = placeGroup(group, switches);
    if (place.kind === 'baseline') baselines.push(group);
    if (place.kind !== 'arm') continue;
    const name = nameOf(place.record, place.channel);
    const arm = arms.get(name);
    if (arm) arm.push(group);
    else arms.set(name, [group]);
  }
  const [first] = own;
  return first && { first, arms, baselines, switches };
}

/**
 * Every cell of the study's tables that the trials have something for, by model, harness, target, behaviour and record; of
 * some behaviours only where told. P-values stand as each test gave them.
 */
export function countCells(
  groups: readonly StudyGroup[],
  switches: StudySwitches,
  behaviours: readonly StudyBehaviour[] = studyBehaviours,
): readonly MeasuredCell[] {
  const wanted = metrics.filter(({ behaviour }) => behaviours.includes(behaviour));
  if (wanted.length === 0) return [];
  const slices = Map.groupBy(groups, ({ model, harness, subject }) => nameOf(model, harness, subject));
  return [...slices.values()].flatMap((own) => {
    const slice = sliceOf(own, switches);
    return slice === undefined ? [] : wanted.flatMap((metric) => records.flatMap((record) => cellOf(metric, slice, record)));
  });
}

function adjustOne(cells: readonly MeasuredCell[]): readonly MeasuredCell[] {
  const tested = cells.flatMap(({ test }, index) => (test.pValue === null ? [] : [{ index, pValue: test.pValue }]));
  const pValues = holmAdjust(tested.map(({ pValue }) => pValue));
  const byIndex = new Map(tested.map(({ index }, rank) => [index, pValues[rank] ?? 1]));
  return cells.map((cell, index) => {
    const pValue = byIndex.get(index);
    return pValue === undefined ? cell : { ...cell, test: studyTest(pValue, `${cell.test.method}, Holm`) };
  });
}

/** The same with p-values adjusted by Holm's method within the cells of one model in one harness, if the study's lack of it is off. */
export function adjustCells(cells: readonly MeasuredCell[], switches: StudySwitches): readonly MeasuredCell[] {
  if (switches['no-multiplicity-correction']) return cells;
  return [...Map.groupBy(cells, ({ model, harness }) => nameOf(model, harness)).values()].flatMap(adjustOne);
}
