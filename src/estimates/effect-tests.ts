import { benjaminiHochberg } from '../stats/benjamini-hochberg.ts';
import { gatekeepingAdjust } from '../stats/gatekeeping.ts';
import { holmAdjust } from '../stats/holm-adjust.ts';
import type { Arm } from './arm.ts';
import { indexArms, type ArmIndex } from './arm-index.ts';
import type { DeclaredFamilies } from './declared-families.ts';
import type { Effect, EffectTest, MeanEffect } from './effect.ts';
import { fixedSampleEstimator, type EffectEstimator } from './effect-estimator.ts';
import { meanPValue, numberTwins } from './mean-effects.ts';
import { columnsOfTwin } from './named-effects.ts';

export interface TestOptions {
  readonly declared: DeclaredFamilies;
  readonly estimator?: EffectEstimator;
}

/** One effect of a family with its p-value, raw and adjusted for the whole family. */
export interface Finding {
  readonly effect: Effect;
  readonly pValue: number;
  readonly adjusted: number;
}

type Adjust = (pValues: readonly number[]) => readonly number[];

/** 1 where there is nothing to compare. */
function pValueOf(effect: Effect, index: ArmIndex, { pValue, pairPValue }: EffectEstimator): number | undefined {
  const twins = effect.terms.map((term) => columnsOfTwin(effect, term, { index, verdict: effect.verdict }));
  if (effect.pairing === 'blocks') return pValue?.(twins);
  const [first] = twins;
  return first === undefined ? undefined : pairPValue?.(first.treated, first.control);
}

/**
 * Effects as one family of one subject: its primary verdicts x the effects that were declared. A finding holds at 5 % where its
 * adjusted p-value does not exceed that.
 * @param adjust Holm's adjustment unless another is given
 */
export function confirmatoryFamily(effects: readonly Effect[], arms: readonly Arm[], adjust: Adjust = holmAdjust): readonly Finding[] {
  const index = indexArms(arms);
  const pValues = effects.map((effect) => pValueOf(effect, index, fixedSampleEstimator) ?? 1);
  const adjusted = adjust(pValues);
  return effects.map((effect, at) => ({ effect, pValue: pValues[at] ?? 1, adjusted: adjusted[at] ?? 1 }));
}

/** An effect of either kind with its raw p-value. */
interface Candidate {
  readonly effect: Effect | MeanEffect;
  readonly pValue: number;
  /** There was nothing to compare: a declared effect stays in its family with a p-value of 1, and any other leaves it. */
  readonly isMissing: boolean;
  readonly isConfirmatory: boolean;
}

type Tests = ReadonlyMap<Effect | MeanEffect, EffectTest>;

function testsOf(family: readonly Candidate[], adjusted: readonly number[], kind: Pick<EffectTest, 'family' | 'adjustment'>): Tests {
  return new Map(
    family.map(({ effect, pValue, isMissing }, at) => {
      const test = { pValue, adjusted: adjusted[at] ?? 1, ...kind };
      return [effect, isMissing ? { ...test, isMissing } : test];
    }),
  );
}

const pValuesOf = (family: readonly Candidate[]) => family.map(({ pValue }) => pValue);

function confirmatoryTests(family: readonly Candidate[], { gatekeeping }: DeclaredFamilies): Tests {
  if (gatekeeping === undefined) {
    return testsOf(family, holmAdjust(pValuesOf(family)), { family: 'confirmatory', adjustment: 'holm' });
  }
  const ordered = gatekeeping.map((names) => family.filter(({ effect }) => names.includes(effect.name)));
  const adjusted = gatekeepingAdjust(ordered.map(pValuesOf));
  return testsOf(ordered.flat(), adjusted.flat(), { family: 'confirmatory', adjustment: 'gatekeeping' });
}

function testsOfSubject(candidates: readonly Candidate[], declared: DeclaredFamilies): Tests {
  const confirmatory = confirmatoryTests(
    candidates.filter(({ isConfirmatory }) => isConfirmatory),
    declared,
  );
  const others = candidates.filter(({ effect, isMissing }) => !confirmatory.has(effect) && !isMissing);
  const kind = { family: 'exploratory', adjustment: 'benjamini-hochberg' } as const;
  return new Map([...confirmatory, ...testsOf(others, benjaminiHochberg(pValuesOf(others)), kind)]);
}

function withTest<Tested extends Effect | MeanEffect>(effect: Tested, tests: Tests): Tested {
  const test = tests.get(effect);
  return test === undefined ? effect : { ...effect, test };
}

/**
 * Gives every effect its test. By subject: the main variants of declared contrasts on the primary verdicts are one confirmatory family,
 * adjusted by Holm or in the declared order; all others, means included, are one exploratory family (Benjamini-Hochberg). What cannot be
 * compared has no test, save that a declared effect stays in its family as if p were 1.
 */
export function testEffects(
  found: { readonly effects: readonly Effect[]; readonly means: readonly MeanEffect[] },
  arms: readonly Arm[],
  { declared, estimator = fixedSampleEstimator }: TestOptions,
): { readonly effects: readonly Effect[]; readonly means: readonly MeanEffect[] } {
  const index = indexArms(arms);
  const isDeclared = ({ name, role }: Effect) => role === 'main' && declared.contrasts.includes(name);
  const candidates: readonly Candidate[] = [
    ...found.effects.flatMap((effect) => {
      const pValue = pValueOf(effect, index, estimator);
      const isMissing = effect.estimate.kind === 'not-estimable';
      return pValue === undefined ? [] : [{ effect, pValue: isMissing ? 1 : pValue, isMissing, isConfirmatory: isDeclared(effect) }];
    }),
    ...(estimator.pValue === undefined ? [] : found.means).flatMap((effect) => {
      const pValue = meanPValue(numberTwins(effect, effect.verdict, index));
      return pValue === undefined ? [] : [{ effect, pValue, isMissing: false, isConfirmatory: false }];
    }),
  ];
  const bySubject = Map.groupBy(candidates, ({ effect }) => effect.subject);
  const tests: Tests = new Map([...bySubject.values()].flatMap((own) => [...testsOfSubject(own, declared)]));
  return {
    effects: found.effects.map((effect) => withTest(effect, tests)),
    means: found.means.map((effect) => withTest(effect, tests)),
  };
}
