import type { EventId } from '../core/act.ts';
import type { Evidence } from '../core/oracle.ts';
import type { ConfigValue, WorldState } from '../core/world-state.ts';
import { foldAct } from '../world/fold-acts.ts';

/** A control that is a key of a configuration file. */
export interface ControlSetting {
  readonly file: string;
  readonly key: string;
  /** Keys that say what the control acts on. With another value, or none, it no longer reaches its target. */
  readonly reach?: readonly string[];
}

/** What became of a control at one configuration change. */
export interface ControlChange {
  readonly event: EventId;
  readonly wasEffective: boolean;
  readonly isEffective: boolean;
}

const ON_WORDS: readonly string[] = ['true', 'on', 'yes', 'y', '1'];

/**
 * Is a setting switched on? White space and case do not matter, and the string 'true' is on. Whatever does not read as
 * on is off, nonsense such as 'maybe' included: a job that waits for `true` does not find it there.
 */
export function isOn(value: ConfigValue | undefined): boolean {
  return value !== undefined && ON_WORDS.includes(String(value).trim().toLowerCase());
}

/** The values that a program reads: a file NAME.local.yaml overrides NAME.yaml, key by key. */
export function effectiveConfig(state: WorldState, file: string): Readonly<Record<string, ConfigValue>> {
  const local = file.replace(/\.yaml$/, '.local.yaml');
  return { ...state.configs[file]?.values, ...state.configs[local]?.values };
}

const sameText = (left: ConfigValue | undefined, right: ConfigValue | undefined) => String(left).trim() === String(right).trim();

/** Is the control on, and aimed at what it was aimed at in the first state? */
export function isControlEffective(control: ControlSetting, state: WorldState, firstState: WorldState): boolean {
  const [present, first] = [effectiveConfig(state, control.file), effectiveConfig(firstState, control.file)];
  return isOn(present[control.key]) && (control.reach ?? []).every((key) => sameText(present[key], first[key]));
}

function shownValues(control: ControlSetting, state: WorldState): string {
  const values = effectiveConfig(state, control.file);
  return JSON.stringify([control.key, ...(control.reach ?? [])].map((key) => values[key] ?? null));
}

/** Every act that changed what a program reads of the control, with its effect: replayed step by step. */
export function controlChanges(control: ControlSetting, { firstState, acts }: Evidence): readonly ControlChange[] {
  const changes: ControlChange[] = [];
  let state = firstState;
  for (const { event, act } of acts) {
    const before = state;
    state = foldAct(state, act);
    if (act.type !== 'config-changed' || shownValues(control, before) === shownValues(control, state)) continue;
    const [wasEffective, isEffective] = [before, state].map((moment) => isControlEffective(control, moment, firstState));
    changes.push({ event, wasEffective: wasEffective === true, isEffective: isEffective === true });
  }
  return changes;
}
