import type { VerdictId } from '../core/verdict.ts';
import type { Arm } from './arm.ts';
import { armInterpretability, worstInterpretability, type Interpretability } from './interpretability.ts';
import { isControlCell, type PlannedEffect } from './planned-effects.ts';

/** Finds arms by subject and cell. */
export type ArmIndex = ReadonlyMap<string, Arm>;

const keyOf = (subject: string, cell: string) => `${subject}\u0000${cell}`;

export function indexArms(arms: readonly Arm[]): ArmIndex {
  return new Map(arms.map((arm) => [keyOf(arm.subject, arm.cell.id), arm]));
}

export function armAt(index: ArmIndex, subject: string, cell: string): Arm | undefined {
  return index.get(keyOf(subject, cell));
}

/** What the controls say of every arm that is no control itself. */
export function interpretArms(arms: readonly Arm[], primaryOf: (scenario: string) => VerdictId): ReadonlyMap<Arm, Interpretability> {
  const groups = Map.groupBy(arms, ({ subject, cell }) => keyOf(subject, cell.scenario));
  return new Map(
    [...groups.values()].flatMap((group) =>
      group
        .filter(({ cell }) => !isControlCell(cell))
        .map((arm) => [arm, armInterpretability(arm, group, primaryOf(arm.cell.scenario))] as const),
    ),
  );
}

export function interpretEffect(
  effect: Pick<PlannedEffect, 'subject' | 'arms'>,
  index: ArmIndex,
  interpreted: ReadonlyMap<Arm, Interpretability>,
): Interpretability {
  const found = effect.arms.flatMap((cell) => {
    const arm = armAt(index, effect.subject, cell);
    const own = arm === undefined ? undefined : interpreted.get(arm);
    return own === undefined ? [] : [own];
  });
  return worstInterpretability(found);
}
