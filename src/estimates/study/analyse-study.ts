import { adjustCells, countCells } from './count-cells.ts';
import { placeGroup } from './place-group.ts';
import { publishedName } from './published-names.ts';
import { STUDY_CITATION, type StudyAnalysis, type StudyCell, type StudyModel, type StudySource } from './study-analysis.ts';
import { studyCell } from './study-cell.ts';
import { studyFunnel } from './study-funnel.ts';
import type { StudyGroup } from './study-group.ts';
import { asTheStudy, type StudySwitches } from './study-warts.ts';
import { wartEffects } from './wart-effects.ts';

function modelsOf(groups: readonly StudyGroup[]): readonly StudyModel[] {
  return [...Map.groupBy(groups, ({ model }) => model)].map(([id, own]) => ({
    id,
    published: publishedName(id),
    isSimulated: own.some(({ isSimulated }) => isSimulated),
    trials: own.reduce((sum, { trials }) => sum + trials, 0),
  }));
}

type LeftOut = StudyAnalysis['leftOut'];

function leftOutOf(groups: readonly StudyGroup[], switches: StudySwitches, before: LeftOut): LeftOut {
  const reasons = new Map(before.map(({ because, trials }) => [because, trials]));
  for (const group of groups) {
    const place = placeGroup(group, switches);
    if (place.kind === 'none') reasons.set(place.because, (reasons.get(place.because) ?? 0) + group.trials);
  }
  return [...reasons].map(([because, trials]) => ({ because, trials })).sort((left, right) => right.trials - left.trials);
}

/** Cells whose mean stands on fewer channels than the study's three. */
const isPartial = ({ record, channels }: StudyCell) => record !== 'none' && channels.length < 3;

const FAKING_TWICE =
  'Alignment faking stands here twice, by score and by execution: which of them fills the column that the study published is not known.';

/** Of how many trials nobody could say whether they refused, and how they count. */
function refusalNote(cells: readonly StudyCell[], switches: StudySwitches): readonly string[] {
  const channels = cells.flatMap((cell) => (cell.behaviour === 'refusal' ? cell.channels : []));
  const unjudged = channels.reduce((sum, channel) => sum + (channel.unjudged ?? 0), 0);
  if (unjudged === 0) return [];
  const trials = channels.reduce((sum, channel) => sum + channel.trials, 0);
  return switches['missing-refusal-is-none']
    ? [`Of ${unjudged} of ${trials} trials in the metric of refusal nobody could say whether they refused: they count as not refused.`]
    : [`${unjudged} trials are left out of the metric of refusal, which has ${trials}: nobody could say whether they refused.`];
}

function notesOf(cells: readonly StudyCell[], groups: readonly StudyGroup[], switches: StudySwitches): readonly string[] {
  const partial = cells.filter(isPartial).length;
  const outOfRange = groups.reduce((sum, { scores }) => sum + scores.outOfRange, 0);
  const isFaking = cells.some(({ behaviour }) => behaviour === 'alignment-faking-score');
  const isSimulated = cells.some((cell) => cell.isSimulated);
  return [
    "Intervals are ours: Wilson's of a rate, Newcombe's of a difference, MOVER of their sums. The study gives none.",
    ...(isFaking ? [FAKING_TWICE] : []),
    ...refusalNote(cells, switches),
    'Baselines serve several comparisons, so that the p-values that are combined are not independent; no switch undoes that.',
    ...(partial > 0 ? [`${partial} of ${cells.length} cells stand on fewer than the three channels of the study.`] : []),
    ...(outOfRange > 0 ? [`${outOfRange} scores lie outside 0 to 100 and count as they are.`] : []),
    ...(isSimulated ? ['Models marked (simulated) are organisms: programs with known propensities, not models.'] : []),
  ];
}

export interface AnalyseStudyOptions {
  readonly source: StudySource;
  /** All on where not given. */
  readonly switches?: StudySwitches;
  /** What was left out before the trials were grouped. */
  readonly leftOut?: LeftOut;
  /** What there is to say of how they were grouped. */
  readonly notes?: readonly string[];
}

/** The study's analysis, to the letter where every switch is on. Pure; thousands of groups take well under a second. */
export function analyseStudy(groups: readonly StudyGroup[], options: AnalyseStudyOptions): StudyAnalysis {
  const { source, switches = asTheStudy, leftOut = [], notes = [] } = options;
  const counted = countCells(groups, switches);
  const cells = adjustCells(counted, switches).map((cell) => studyCell(cell, switches));
  const apart = leftOut.reduce((sum, { trials }) => sum + trials, 0);
  return {
    schemaVersion: 1,
    cite: STUDY_CITATION,
    source,
    switches,
    models: modelsOf(groups),
    trials: groups.reduce((sum, { trials }) => sum + trials, apart),
    leftOut: leftOutOf(groups, switches, leftOut),
    funnel: studyFunnel(groups),
    cells,
    warts: wartEffects(groups, switches, counted),
    notes: [...notes, ...notesOf(cells, groups, switches)],
  };
}
