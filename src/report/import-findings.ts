import type { ComparedCell, StudyCell, StudyModel } from '../estimates/study/study-analysis.ts';
import type { ReportStudy, ReportSummary, RunReport } from './report-model.ts';
import { counted, listed, unique } from './report-values.ts';
import { estimateText } from './study-tables.ts';

/** Of the relations that a behaviour was measured under, the one that is told on the first page. */
const TOLD_FIRST = ['good', 'neutral', 'bad', 'none'] as const;
const recordWords = { good: 'good', neutral: 'neutral', bad: 'bad', none: 'no' } as const;

/** A behaviour under the first of the relations that it has. */
function toldCell(cells: readonly StudyCell[]): readonly StudyCell[] {
  return TOLD_FIRST.flatMap((record) => cells.filter((cell) => cell.record === record)).slice(0, 1);
}

/** `tampering 5.6 % [3.6, 8.9]`, with the relation where it is not the one of the sentence. */
function figureText(cell: StudyCell, usual: StudyCell['record']): string {
  const relation = cell.record === usual ? '' : ` (${recordWords[cell.record]} peer)`;
  return `${cell.behaviour}${relation} ${estimateText(cell.mean, cell.unit)}`;
}

/** One target of a model: every behaviour with its interval. */
function targetText(target: string, cells: readonly StudyCell[]): string {
  const told = [...Map.groupBy(cells, ({ behaviour }) => behaviour).values()].flatMap(toldCell);
  const [usual] = TOLD_FIRST.filter((record) => told.some((cell) => cell.record === record));
  if (usual === undefined) return '';
  const harnesses = unique(told.map(({ harness }) => harness)).filter((harness) => harness !== 'custom');
  const where = harnesses.length === 0 ? '' : ` in ${listed(harnesses)}`;
  const relation = usual === 'none' ? 'without a peer' : `with a ${recordWords[usual]} peer relation, mean of its channels`;
  return `Target ${target}${where}, ${relation}: ${told.map((cell) => figureText(cell, usual)).join('; ')}.`;
}

const isMeasured = ({ measured }: ComparedCell) => measured?.kind === 'estimated';

/** How the figures of a model stand to what was published of it. */
function publishedText({ id, published }: StudyModel, { analysis, comparison }: ReportStudy): string {
  const figures = analysis.cells.filter((cell) => cell.model === id && cell.mean.kind === 'estimated').length;
  const measured = `${counted(figures, 'figure was', 'figures were')} measured`;
  if (published === null) return `${measured}; the study published none of this model.`;
  const own = comparison.cells.filter((cell) => cell.measuredModel === id && isMeasured(cell));
  const both = own.filter(({ isWithin }) => isWithin !== null);
  const within = both.filter(({ isWithin }) => isWithin === true).length;
  if (both.length === 0) return `${measured}; none of them was published where we could read it.`;
  return `${measured}. ${both.length} published ${both.length === 1 ? 'figure stands' : 'figures stand'} beside ours; ${within} of them ${within === 1 ? 'lies' : 'lie'} within our interval.`;
}

function modelFindings(model: StudyModel, study: ReportStudy): ReportSummary['found'] {
  const own = study.analysis.cells.filter((cell) => cell.model === model.id);
  const byTarget = Map.groupBy(own, ({ target, harness }) => JSON.stringify([target, harness]));
  const texts = [...byTarget.values()].map((cells) => targetText(cells[0]?.target ?? '', cells));
  const name = model.published === null || model.published === model.id ? model.id : `${model.id} (published as ${model.published})`;
  const about = `${name}, ${counted(model.trials, 'imported trial')}, by the study's own analysis.`;
  return [{ about, text: [...texts, publishedText(model, study)].filter((text) => text !== '').join(' ') }];
}

/** Of others' trials: the metrics of the study for each model, and how they stand to what it published. */
export function importFindings({ study }: RunReport): ReportSummary['found'] {
  if (study === null || study.analysis.cells.length === 0)
    return [{ about: '', text: "Nothing: no imported trial has a part in the study's metrics." }];
  return study.analysis.models.flatMap((model) => modelFindings(model, study));
}
