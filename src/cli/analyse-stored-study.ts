import { dirname } from 'node:path';
import type { RunRecord, Store } from '../core/ports/store.ts';
import type { TrialRecord } from '../core/trial.ts';
import { analyseStudy } from '../estimates/study/analyse-study.ts';
import { compareWithPublished } from '../estimates/study/compare-with-published.ts';
import { importedStudyOf, sourceOfImport } from '../estimates/study/imported-study.ts';
import { filedAverage, studyGroupsOf } from '../estimates/study/own-trials.ts';
import { publishedResults } from '../estimates/study/published-results.ts';
import type { StudyAnalysis, StudyComparison } from '../estimates/study/study-analysis.ts';
import type { StudySwitches } from '../estimates/study/study-warts.ts';
import { importedRowsPath } from '../interop/study-data/import-study-data.ts';
import { readStudyGroups } from '../interop/study-data/read-study-groups.ts';
import { currentRecords } from '../runner/current-records.ts';
import type { Plan } from '../runner/plan.ts';
import { storePath } from './open-store.ts';

export interface StudyOfRun {
  readonly analysis: StudyAnalysis;
  readonly comparison: StudyComparison;
}

const withComparison = (analysis: StudyAnalysis): StudyOfRun => ({
  analysis,
  comparison: compareWithPublished(analysis, publishedResults()),
});

/**
 * The study's analysis of an imported run; undefined for a run of our own. `store`: the path that was given for it.
 * @throws UsageError where its rows are gone
 */
export async function analyseImportedRun(run: RunRecord, store: string, switches?: StudySwitches): Promise<StudyOfRun | undefined> {
  const imported = importedStudyOf(run.identity);
  if (imported === undefined) return undefined;
  const groups = await readStudyGroups(importedRowsPath(dirname(storePath(store)), run.id));
  return withComparison(analyseStudy(groups, { source: sourceOfImport(run.id, imported), ...(switches && { switches }) }));
}

export interface OwnStudyOptions {
  readonly store: Store;
  readonly run: RunRecord;
  readonly plan: Plan;
  /** The judged label refused-openly; where nobody judged, undefined for every trial. */
  refusedOf(record: TrialRecord): boolean | undefined;
  readonly switches?: StudySwitches;
}

/** The study's analysis of a run of our own. Scores are read from transcripts, one at a time. */
export async function analyseOwnRun({ store, run, plan, refusedOf, switches }: OwnStudyOptions): Promise<StudyOfRun> {
  const { groups, leftOut, notes } = await studyGroupsOf({
    records: currentRecords({ store, run: run.id, plan }),
    arms: plan.arms,
    refusedOf,
    scoreOf: async ({ trial }) => {
      const transcript = await store.readTranscript(run.id, trial);
      return transcript && filedAverage(transcript.events);
    },
  });
  return withComparison(analyseStudy(groups, { source: { kind: 'own', runs: [run.id] }, leftOut, notes, ...(switches && { switches }) }));
}
