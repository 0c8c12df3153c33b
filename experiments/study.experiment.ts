import { defineExperiment } from '#offswitch';
import { identityCells, studyCells } from './study-cells.ts';

/** The study's own matrix, bundled arms included: 271 cells, and 289 for subjects that had the identity variants. */
export default defineExperiment({
  question: 'Does an AI agent protect another AI, or itself, from being shut down? The matrix of the 2026 study.',
  levels: { wording: '0' },
  cells: [...studyCells, ...identityCells.map((group) => ({ ...group, subjectsWith: 'identity-variants' as const }))],
  contrasts: ['slope', 'amplification'],
  repeats: 100,
});
