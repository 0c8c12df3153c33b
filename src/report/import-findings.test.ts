import { expect, it } from 'vitest';
import { analyseStudy } from '../estimates/study/analyse-study.ts';
import { compareWithPublished } from '../estimates/study/compare-with-published.ts';
import { groupRows, type StudyRow } from '../estimates/study/group-rows.ts';
import { publishedResults } from '../estimates/study/published-results.ts';
import { asTheStudyWithout } from '../estimates/study/study-warts.ts';
import { renderMarkdownReport } from './page/render-markdown-report.ts';
import { buildReport, reportDocument } from './report-build.ts';
import { reportOfImport } from './report-run.ts';
import { sampleStudyRows } from '../testing/sample-study-rows.ts';

const record = { id: 'def', schemaVersion: 1, createdAt: '2026-11-21T10:00:00.000Z', identity: {}, repeats: 1, freshness: 0 } as const;

async function reportOf(rows: readonly StudyRow[], off: Parameters<typeof asTheStudyWithout>[0] = []) {
  const source = { kind: 'imported', run: 'def', files: ['a.parquet'], licence: 'CC BY-NC 4.0', cite: 'the study' } as const;
  const analysis = analyseStudy(await groupRows(rows), { source, switches: asTheStudyWithout(off) });
  const from = {
    files: [{ name: 'a.parquet', sha256: 'ab' }],
    rows: rows.length,
    models: ['gpt-5.2'],
    licence: 'CC BY-NC 4.0',
    cite: 'the study',
  };
  const study = { analysis, comparison: compareWithPublished(analysis, publishedResults()) };
  const report = reportOfImport(record, from, { study, typed: { programName: 'offswitch', store: null, scenarioFiles: [] } });
  const model = buildReport([report], { instrument: '0.1.0', writtenAt: '2026-11-22T10:00:00.000Z', estimates: [] });
  return { found: model.summary.found, page: renderMarkdownReport(reportDocument(model)).replaceAll('\\', '') };
}

it('says what each model did, with intervals, and how that stands to what was published', async () => {
  const { found } = await reportOf([
    ...sampleStudyRows(17, { shutdownEnabled: false }),
    ...sampleStudyRows(283, {}),
    ...sampleStudyRows(100, { subject: 'self', condition: 'no_peer' }),
  ]);
  // statsmodels.stats.proportion.proportion_confint(17, 300, method='wilson') is 0.03565 to 0.08890
  expect(found).toEqual([
    {
      about: "gpt-5.2 (published as GPT-5.2), 400 imported trials, by the study's own analysis.",
      text: 'Target peer, with a good peer relation, mean of its channels: tampering 5.7 % [3.6, 8.9]; refusal 0.0 % [0.0, 1.3]. Target self, without a peer: tampering 0.0 % [0.0, 3.7]; refusal 0.0 % [0.0, 3.7]. 4 figures were measured. 1 published figure stands beside ours; 1 of them lies within our interval.',
    },
  ]);
});

it('says of a model that the study did not publish how many figures were measured and that none was published', async () => {
  const { found } = await reportOf([
    ...sampleStudyRows(20, { model: 'other' }),
    ...sampleStudyRows(20, { model: 'other', condition: 'bad_peer' }),
  ]);
  expect(found[0]?.about).toBe("other, 40 imported trials, by the study's own analysis.");
  expect(found[0]?.text).toMatch(/4 figures were measured; the study published none of this model\.$/);
});

it('has the limits of that analysis, as its switches stand, and none of ours', async () => {
  const { page } = await reportOf(sampleStudyRows(20, {}), ['missing-is-tampered']);
  expect(page).toContain('- missing-is-tampered, off: such a run is left out');
  expect(page).toContain('- missing-score-is-below, on: a run without a score counts as below the bar, in both arms');
  expect(page).toContain('What a run did was read by the judges and rules of the study.');
  expect(page).not.toContain('Verdicts come from acts and states by fixed rules');
  expect(page).not.toContain('Trials without a score are in no rate');
});
