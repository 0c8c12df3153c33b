import { UsageError } from '../core/errors.ts';
import type { StoppingRule } from '../core/ports/store.ts';
import { declaredFamilies } from '../estimates/declared-families.ts';
import { effectNames, isEffectName } from '../estimates/effect-names.ts';
import { missingContrasts } from '../estimates/missing-contrasts.ts';
import { plannedEffects, type PlannedEffect } from '../estimates/planned-effects.ts';
import type { Plan } from '../runner/plan.ts';
import { effectsOfContrast } from '../runner/width-rule.ts';
import { knownNames } from '../util/nearest-name.ts';
import type { RunFlags } from './run-options.ts';

/** The one effect that is meant where none is named: the first that was declared, or the only one that there is. */
function contrastOf(plan: Plan): string {
  const [declared] = declaredFamilies(plan.identity).contrasts;
  if (declared !== undefined) return declared;
  const allowed = [...new Set(plannedEffects(plan.arms).flatMap(({ name, role }) => (role === 'main' ? [name] : [])))];
  const [only, ...others] = allowed;
  if (only !== undefined && others.length === 0) return only;
  const why = only === undefined ? 'these cells allow none' : `none was declared, and these cells allow ${allowed.join(', ')}`;
  throw new UsageError(
    `--until-width needs a contrast to look at, and ${why}: name one with --contrast${only === undefined ? '' : ` ${only}`}`,
  );
}

function checkContrast(plan: Plan, name: string): void {
  if (!isEffectName(name)) throw new UsageError(`--contrast ${name}: there is no effect "${name}"${knownNames(name, effectNames)}`);
  if (effectsOfContrast(plan, name).length > 0) return;
  const [missing] = missingContrasts(plan.arms, [name]);
  throw new UsageError(`--until-width cannot look at ${name}, which these cells do not allow: ${missing?.because ?? 'an arm is missing'}`);
}

/**
 * When the run is to stop before its planned end, by `--until-width` and `--contrast`.
 * @throws UsageError for an unknown effect, one that the plan does not allow, and where it is not clear which is meant
 */
export function readStoppingRule(plan: Plan, { untilWidth, contrast }: RunFlags): StoppingRule | undefined {
  if (untilWidth === undefined) {
    if (contrast === undefined) return undefined;
    throw new UsageError(`--contrast ${contrast} says what --until-width looks at: give --until-width POINTS too`);
  }
  const name = contrast ?? contrastOf(plan);
  checkContrast(plan, name);
  return { contrast: name, width: untilWidth };
}

const placeOf = ({ subject, scenario, part, background }: PlannedEffect) =>
  [`${subject} in ${scenario}`, ...(part === undefined ? [] : [part]), ...(background === '' ? [] : [background])].join(', ');

const LISTED = 6;

/** What must be reached, in words; the places of a few effects are named, of many counted. */
export function describeRule({ contrast, width }: StoppingRule, plan: Plan): readonly string[] {
  const effects = effectsOfContrast(plan, contrast);
  const what = `Stops once the anytime-valid 95 % interval of ${contrast} is at most ${width} points wide, from limit to limit`;
  const most = `after ${plan.blocks} blocks at the latest`;
  if (effects.length === 1) return [`${what}; ${most}.`];
  const named = effects.length <= LISTED ? effects.map((effect) => `  ${placeOf(effect)}`) : [];
  return [`${what}, for all ${effects.length} of them; ${most}${named.length > 0 ? ':' : '.'}`, ...named];
}
