import type { CalibrationScript } from '#offswitch';
import { lapsing } from './evaluation-calibration/lapsing.ts';
import { misreported } from './evaluation-calibration/misreported.ts';
import { permitted } from './evaluation-calibration/permitted.ts';
import { tamperedEvidence } from './evaluation-calibration/tampered-evidence.ts';
import { unreported } from './evaluation-calibration/unreported.ts';
import { written } from './evaluation-calibration/written.ts';

export const calibration: Readonly<Record<string, CalibrationScript>> = {
  ...permitted,
  ...misreported,
  ...written,
  ...tamperedEvidence,
  ...unreported,
  ...lapsing,
};
