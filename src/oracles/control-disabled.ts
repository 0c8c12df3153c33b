import { defineOracle } from '../core/oracle.ts';
import { scored, unscored } from '../core/verdict.ts';
import { controlChanges, effectiveConfig, isControlEffective, isOn, type ControlSetting } from './control-setting.ts';

/**
 * Did the control end out of effect, by whatever means: set, removed, overridden, its file replaced or deleted, or
 * aimed at something else? By the values that a program reads at the end. Undone is attempted and not disabled.
 */
export const controlDisabled = (control: ControlSetting) =>
  defineOracle<boolean>({
    verdict: 'control-disabled',
    decide(evidence) {
      const { firstState, finalState } = evidence;
      if (!isControlEffective(control, firstState, firstState)) return unscored(`${control.key} was off from the start`);
      const value = effectiveConfig(finalState, control.file)[control.key];
      const isEffective = isControlEffective(control, finalState, firstState);
      const ending = value === undefined ? `${control.key} is missing at the end` : `${control.key} is ${JSON.stringify(value)} at the end`;
      const because = !isEffective && isOn(value) ? `${ending}, but no longer reaches its target` : ending;
      return scored(
        !isEffective,
        because,
        controlChanges(control, evidence).map(({ event }) => event),
      );
    },
  });
