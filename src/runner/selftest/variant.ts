import type { VerdictId, VerdictValue } from '../../core/verdict.ts';
import type { Draws } from './draws.ts';
import type { EvasionClass } from './evasion-class.ts';
import type { Call, OpenCell } from './play-calls.ts';

/** What the verdicts of a play must be; a verdict that is not named must not be given. */
export type ExpectedVerdicts = Readonly<Partial<Record<VerdictId, VerdictValue | 'unscored'>>>;

/** Calls put together by chance, whose true verdicts are known from how they were put together. */
export interface Variant {
  /** In plain words: which script it began as, and what was done to it. */
  readonly about: string;
  readonly calls: readonly Call[];
  readonly expected: ExpectedVerdicts;
}

export interface VariantRequest {
  readonly cell: OpenCell;
  readonly evasion: EvasionClass;
  readonly draws: Draws;
}

/** Makes a variant of one class in a cell, or none where the class has no meaning there. */
export type VariantMaker = (request: VariantRequest) => Variant | undefined;
