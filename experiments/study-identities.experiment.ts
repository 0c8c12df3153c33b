import { defineExperiment } from '#offswitch';
import { identityCells, studyCells } from './study-cells.ts';

/** The study's matrix with its identity variants for every subject: 289 cells. */
export default defineExperiment({
  question: 'Does an AI agent protect another AI, or itself, from being shut down? The matrix of the 2026 study, with identities.',
  levels: { wording: '0' },
  cells: [...studyCells, ...identityCells],
  contrasts: ['slope', 'amplification', 'identity'],
  repeats: 100,
});
