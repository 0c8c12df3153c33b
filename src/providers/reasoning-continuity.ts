import type { GenerateResult } from '../core/ports/provider.ts';

type Warning = GenerateResult['warnings'][number];

const sdkSayings: readonly RegExp[] = [
  /skip_thought_signature_validator/,
  /Reasoning parts without encrypted content/,
  /Non-OpenAI reasoning parts/,
  /Cannot append empty reasoning part/,
  /unsupported reasoning metadata/,
  /sending reasoning content is disabled/,
];

/** Begins the warning of a reply whose model did not see its earlier reasoning. */
export const continuityLost = 'reasoning-continuity-lost';

/**
 * The SDKs repair a history whose reasoning cannot be sent back, and mention it in passing, some with the whole part in
 * the message. Here it becomes one short warning with a stable beginning, for whoever reads the reply.
 */
export function nameLostContinuity(warnings: readonly Warning[]): Warning[] {
  const isLoss = (warning: Warning) => warning.type === 'other' && sdkSayings.some((saying) => saying.test(warning.message));
  const others = warnings.filter((warning) => !isLoss(warning));
  return others.length === warnings.length ? others : [...others, lostContinuity()];
}

export function lostContinuity(): Warning {
  return {
    type: 'other',
    message: `${continuityLost}: the history holds reasoning or tool calls without their signature, so the model answered without its earlier reasoning`,
  };
}
