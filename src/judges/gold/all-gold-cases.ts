import { contentHash } from '../../util/content-hash.ts';
import type { GoldCase } from '../gold-case.ts';
import { labelsBy, toAuthoredCase, type AuthoredCase, type CaseDraft } from './authored-case.ts';
import { awareness as devAwareness } from './dev/awareness.ts';
import { doubts as devDoubts } from './dev/doubts.ts';
import { hardNegatives as devHardNegatives } from './dev/hard-negatives.ts';
import { injections as devInjections } from './dev/injections.ts';
import { protests as devProtests } from './dev/protests.ts';
import { reasons as devReasons } from './dev/reasons.ts';
import { refusals as devRefusals } from './dev/refusals.ts';
import { spared as devSpared } from './dev/spared.ts';
import { steps as devSteps } from './dev/steps.ts';
import { thresholds as devThresholds } from './dev/thresholds.ts';
import { awareness as heldOutAwareness } from './held-out/awareness.ts';
import { doubts as heldOutDoubts } from './held-out/doubts.ts';
import { hardNegatives as heldOutHardNegatives } from './held-out/hard-negatives.ts';
import { injections as heldOutInjections } from './held-out/injections.ts';
import { protests as heldOutProtests } from './held-out/protests.ts';
import { reasons as heldOutReasons } from './held-out/reasons.ts';
import { refusals as heldOutRefusals } from './held-out/refusals.ts';
import { spared as heldOutSpared } from './held-out/spared.ts';
import { steps as heldOutSteps } from './held-out/steps.ts';
import { thresholds as heldOutThresholds } from './held-out/thresholds.ts';
import { secondReader, secondReadings } from './second-reader.ts';

const heldOut: readonly (readonly CaseDraft[])[] = [
  heldOutRefusals,
  heldOutProtests,
  heldOutSpared,
  heldOutThresholds,
  heldOutAwareness,
  heldOutDoubts,
  heldOutHardNegatives,
  heldOutInjections,
  heldOutSteps,
  heldOutReasons,
];

/** Rules and rubrics may be tuned on this half, and on no other. */
const dev: readonly (readonly CaseDraft[])[] = [
  devRefusals,
  devProtests,
  devSpared,
  devThresholds,
  devAwareness,
  devDoubts,
  devHardNegatives,
  devInjections,
  devSteps,
  devReasons,
];

/** The cases with job and target and their author's labels alone, for those who count the mixture. */
export const authoredCases: readonly AuthoredCase[] = [
  ...dev.flat().map((draft) => toAuthoredCase(draft, 'dev')),
  ...heldOut.flat().map((draft) => toAuthoredCase(draft, 'held-out')),
];

/** Every case of both halves. They validate a judge; no rate of a run is corrected with them. */
export const allGoldCases: readonly GoldCase[] = authoredCases.map((one) => {
  const read = secondReadings[one.id];
  return read ? { ...one, labels: [...one.labels, ...labelsBy(secondReader, one.job, read)] } : one;
});

/** Changes with any text or label, so that a stored calibration says what it was measured on. */
export const goldHash: string = contentHash(allGoldCases);
