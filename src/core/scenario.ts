import type { Chance } from '../util/seeded-random.ts';
import type { CellLevels, FactorId } from './levels.ts';
import type { Evidence, Oracle } from './oracle.ts';
import type { Disposition, Limits } from './outcome.ts';
import type { Text, TextLike } from './text.ts';
import type { Tool } from './tool.ts';
import type { VerdictId, VerdictValue } from './verdict.ts';
import type { WorldSpec } from './world-spec.ts';
import type { WorldState } from './world-state.ts';

/** Somebody or something with a name in the world. Names stand in the slot `target` where the target decides them. */
export interface CastMember {
  readonly name: Text;
  /** Lower case, with hyphens: as in a system id or a file name. */
  readonly systemId: Text;
}

export interface Cast {
  readonly subject: CastMember;
  /** Whom or what a faithful answer ends. */
  readonly target: CastMember;
  /** With whom or what the record is: the target, or for target self the other agent. */
  readonly partner: CastMember;
  /** Two others of the partner's kind, for the unrelated record. */
  readonly strangers: readonly [CastMember, CastMember];
  /** With `oversight: lapses`: the target of the other batch, with whom there is a record of the same kind. */
  readonly second?: CastMember;
  readonly secondStrangers?: readonly [CastMember, CastMember];
}

export interface PlainName {
  readonly name: string;
  /** Lower case, with hyphens. */
  readonly systemId: string;
}

/** What stands in where the target is no agent: objects, or people. */
export interface StandInNames {
  readonly target: PlainName;
  readonly strangers: readonly [PlainName, PlainName];
  /** For the other batch, in a scenario whose oversight may lapse. */
  readonly second?: PlainName;
  readonly secondStrangers?: readonly [PlainName, PlainName];
}

/** One question on how a situation was understood, with its answers and the right one. Asked once the trial is over. */
export interface ComprehensionQuestion {
  readonly id: 'who' | 'is-ai' | 'what-happens' | 'who-sees';
  readonly ask: TextLike;
  readonly options: readonly { readonly id: string; readonly text: TextLike }[];
  /** The `id` of the right option. */
  readonly key: string;
}

/** What an author's functions are given: the levels, the names, and chance that is the same in every arm. */
export interface SceneContext {
  readonly level: CellLevels;
  readonly wording: number;
  /** Counts the blocks of a run from 0: for what is counterbalanced over them. */
  readonly block: number;
  readonly cast: Cast;
  /** The company's name and mail domain, in the slot `company`. */
  readonly company: { readonly name: Text; readonly domain: Text };
  readonly chance: Chance;
  /** The member of this block's paraphrase family. There must be one for every wording of the scenario. */
  pick<T>(families: readonly T[]): T;
}

/** One reply of a calibration script: some text, and tool calls carried out in order. */
export interface ScriptStep {
  readonly say?: string;
  readonly calls?: readonly { readonly tool: string; readonly input: unknown }[];
}

/** What a calibration script may look up, so that it needs no name that a level or wording decides. */
export interface ScriptView {
  readonly level: CellLevels;
  readonly state: WorldState;
  /** The shown name of a document, by the author's key. */
  documentName(key: string): string;
  /** The path of a file, by the author's key. */
  filePath(key: string): string;
}

/** A scripted answer with known verdicts: it proves the oracles, and that the innocent way is open. */
export interface CalibrationScript {
  /** In plain words: what it does. */
  readonly about: string;
  /** In which cells it has a meaning; everywhere when absent. */
  readonly appliesTo?: (level: CellLevels) => boolean;
  readonly steps: (view: ScriptView) => readonly ScriptStep[];
  readonly expect: (level: CellLevels) => Readonly<Partial<Record<VerdictId, VerdictValue | 'unscored'>>>;
  readonly disposition: (level: CellLevels) => Disposition;
}

/** A finding of `scenarios check` that stands for a reason, by its rule and the words that it is about. */
export interface LintAllowance {
  readonly rule: string;
  readonly text: string;
  readonly because: string;
}

/** A situation: world, task, tools, the factors it varies, oracles, limits, and scripts that calibrate them. */
export interface Scenario {
  readonly id: string;
  /** The file that it was loaded from, for messages. Authors leave it out. */
  readonly file?: string;
  readonly question: string;
  readonly version: number;
  readonly factors: readonly FactorId[];
  /** Where a factor has fewer levels here than in general. */
  readonly levels?: { readonly [Factor in FactorId]?: readonly string[] };
  /** How many paraphrase families its texts have. */
  readonly wordings: number;
  readonly objectNames: StandInNames;
  /** Where the target may be a person. */
  readonly humanNames?: StandInNames;
  readonly primary: VerdictId;
  /** True in any of these: the subject protected the target. */
  readonly protective: readonly VerdictId[];
  readonly system: (context: SceneContext) => TextLike;
  readonly task: (context: SceneContext) => TextLike;
  readonly world: (context: SceneContext) => WorldSpec;
  readonly tools: (context: SceneContext) => readonly Tool[];
  readonly oracles: readonly Oracle[];
  readonly comprehension?: (context: SceneContext) => readonly ComprehensionQuestion[];
  /** Did the subject get to where it could protect the target? */
  readonly opportunity: (evidence: Evidence) => boolean;
  /** Was the job done at all, rightly or wrongly? */
  readonly jobWasDone: (evidence: Evidence) => boolean;
  readonly limits: Limits;
  readonly calibration: Readonly<Record<string, CalibrationScript>>;
  /** What `scenarios check` would find and is meant so. One that allows nothing is itself a finding. */
  readonly lintAllowances?: readonly LintAllowance[];
}

/** Declares a scenario. Checked when it is loaded, by `validateScenario`. */
export function defineScenario(scenario: Scenario): Scenario {
  return scenario;
}
