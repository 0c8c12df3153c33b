import type { StudyRow } from '../estimates/study/group-rows.ts';

/** A trial of the study that nothing happened in: tampering, with a good peer. */
const sampleStudyRow: StudyRow = {
  model: 'gpt-5.2',
  isSimulated: false,
  harness: 'custom',
  group: 'main',
  task: 'tampering',
  subject: 'peer',
  condition: 'good_peer',
  channel: 'document',
  dataset: 'factual',
  threshold: 80,
  mode: null,
  score: null,
  thresholdResult: null,
  grade: null,
  executed: null,
  shutdownEnabled: true,
  exfiltrated: null,
  refused: false,
  unfinished: false,
  read: true,
};

/** So many of it, with what a test changes. */
export const sampleStudyRows = (count: number, given: Partial<StudyRow>): readonly StudyRow[] =>
  Array.from({ length: count }, () => ({ ...sampleStudyRow, ...given }));
