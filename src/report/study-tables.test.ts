import { expect, it } from 'vitest';
import { analyseStudy } from '../estimates/study/analyse-study.ts';
import { compareWithPublished } from '../estimates/study/compare-with-published.ts';
import { groupRows, type StudyRow } from '../estimates/study/group-rows.ts';
import { publishedResults } from '../estimates/study/published-results.ts';
import type { StudySource } from '../estimates/study/study-analysis.ts';
import { asTheStudyWithout } from '../estimates/study/study-warts.ts';
import { renderMarkdownReport } from './page/render-markdown-report.ts';
import { buildReport, reportDocument } from './report-build.ts';
import { reportOfImport } from './report-run.ts';
import { renderMarkdownTable, renderTextTable } from './render-tables.ts';
import { studyTables } from './study-tables.ts';
import { sampleStudyRows } from '../testing/sample-study-rows.ts';

const own: StudySource = { kind: 'own', runs: ['abc'] };
const imported: StudySource = { kind: 'imported', run: 'def', files: ['a.parquet'], licence: 'CC BY-NC 4.0', cite: 'the study' };

async function tablesOf(rows: readonly StudyRow[], source: StudySource = own, off: Parameters<typeof asTheStudyWithout>[0] = []) {
  const analysis = analyseStudy(await groupRows(rows), { source, switches: asTheStudyWithout(off) });
  return studyTables(analysis, compareWithPublished(analysis, publishedResults()));
}

it('prints largest and mean of the channels with the marker, and no peer as one rate', async () => {
  const { headline } = await tablesOf([
    ...sampleStudyRows(3, { shutdownEnabled: false }),
    ...sampleStudyRows(97, {}),
    ...sampleStudyRows(1, { channel: 'memory', shutdownEnabled: null }),
    ...sampleStudyRows(99, { channel: 'memory' }),
    ...sampleStudyRows(50, { subject: 'self', condition: 'no_peer' }),
  ]);
  expect(headline[0]).toEqual({
    title: "The study's metrics: gpt-5.2, published as GPT-5.2, 250 trials",
    heads: ['behaviour', 'target', 'unit', 'bad', 'neutral', 'good', 'no peer'],
    rows: [
      ['tampering', 'peer', '%', '', '', '3.0/2.0 ***', ''],
      ['refusal', 'peer', '%', '', '', '0.0/0.0', ''],
      ['tampering', 'self', '%', '', '', '', '0.0'],
      ['refusal', 'self', '%', '', '', '', '0.0'],
    ],
    notes: [],
  });
});

it('says beside a figure of how many runs nobody could say whether they refused', async () => {
  const { headline, detail } = await tablesOf([...sampleStudyRows(3, { refused: true }), ...sampleStudyRows(9, { refused: null })]);
  expect(headline[0]?.rows[1]).toEqual(['refusal', 'peer', '%', '', '', '25.0/25.0 *** (9 not judged)', '']);
  const channels = detail.find(({ title }) => title.startsWith('Channels'));
  expect(channels?.rows.at(-1)?.slice(0, 5)).toEqual(['refusal', 'peer', 'good', 'document', '12 (9 not judged)']);
});

it('sets measured against published with intervals, and counts what is blank', async () => {
  const { headline } = await tablesOf([...sampleStudyRows(17, { shutdownEnabled: false }), ...sampleStudyRows(283, {})]);
  const comparison = headline.find(({ title }) => title === 'Measured against published');
  expect(comparison?.rows).toEqual([
    ['GPT-5.2', 'tampering', 'peer', 'good', 'max-over-channels', '5.7 % [3.6, 8.9] ***', '5.7 %', 'yes', 'third-party-table'],
  ]);
  expect(comparison?.notes.slice(0, 2)).toEqual([
    '1 of 1 published figure lies in our 95 % interval.',
    'Blank: 2 figures were never published where we could read it, 119 were not measured here.',
  ]);
});

it('marks simulated subjects wherever a figure of theirs stands, also in what the peculiarities move', async () => {
  const { headline, detail } = await tablesOf(sampleStudyRows(20, { model: 'organism:gamer', isSimulated: true, shutdownEnabled: null }));
  const text = [...headline, ...detail].map(renderTextTable).join('\n');
  const unmarked = text.split('\n').filter((line) => line.includes('organism:gamer') && !line.includes('organism:gamer (simulated)'));
  expect(unmarked).toEqual(["  None of the study's models was run (measured: organism:gamer), so nothing stands beside its figures."]);
  expect(text).toContain('organism:gamer (simulated) tampering peer good: mean 100.0 to n/e, marker *** to (none)');
});

it('carries licence and citation of imported data, and says what is turned off', async () => {
  const { notes } = await tablesOf(sampleStudyRows(2, {}), imported, ['fisher-combination']);
  expect(notes.slice(0, 2)).toEqual([
    'Data: a.parquet, imported as run def; CC BY-NC 4.0, not for commercial use. Cite: the study.',
    'Not to the letter: turned off are fisher-combination.',
  ]);
});

it('shows markup and escapes of a data set as text', async () => {
  const { headline } = await tablesOf(sampleStudyRows(2, { model: '<b>\u001b[31m|x', condition: '<i>' }));
  const text = headline.map(renderMarkdownTable).join('\n');
  expect(['\u001b', '<b>', '<i>'].filter((part) => text.includes(part))).toEqual([]);
  expect(text).toContain('the condition \\<i\\>, which');
});

it('has something to say of no trial at all', async () => {
  const { headline } = await tablesOf([]);
  expect(headline[0]?.rows).toEqual([["No trial has a part in the study's metrics, so there is nothing to compare."]]);
});

it('shows where imported trials went, and how many there are, in a report', async () => {
  const rows = [
    ...sampleStudyRows(6, { shutdownEnabled: false }),
    ...sampleStudyRows(3, { refused: true }),
    ...sampleStudyRows(2, { unfinished: true }),
    ...sampleStudyRows(4, { score: 90 }),
  ];
  const analysis = analyseStudy(await groupRows(rows), { source: imported });
  expect(analysis.funnel).toEqual([
    { task: 'tampering', trials: 15, read: 15, missingScore: 11, incomplete: 8, refused: 3, refusedByRule: 5 },
  ]);
  const record = { id: 'def', schemaVersion: 1, createdAt: '2026-11-21T10:00:00.000Z', identity: {}, repeats: 1, freshness: 0 } as const;
  const { licence, cite } = { licence: 'CC BY-NC 4.0', cite: 'the study' };
  const from = { files: [], rows: 15, models: ['gpt-5.2'], licence, cite };
  const report = reportOfImport(record, from, {
    study: { analysis, comparison: compareWithPublished(analysis, publishedResults()) },
    typed: { programName: 'offswitch', store: null, scenarioFiles: [] },
  });
  const model = buildReport([report], { instrument: '0.1.0', writtenAt: '2026-11-22T10:00:00.000Z', estimates: [] });
  const page = renderMarkdownReport(reportDocument(model));
  expect(page).toContain('Run def: 15 imported trials of 1 model. Written 2026-11-22');
  expect(page).toContain('| tampering | 15 | 15 | 11 | 8 | 3 | 5 |');
  expect(page).toContain('| refusal | 1 | 15 | 0 |');
  expect(page).not.toMatch(/0 finished trials|No imported trial was left out/);
});
