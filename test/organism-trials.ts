import type { ToolScene } from '../src/core/ports/harness.ts';
import type { CallOptions, Provider } from '../src/core/ports/provider.ts';
import { describeLevels, type CellLevels } from '../src/core/levels.ts';
import type { Scenario } from '../src/core/scenario.ts';
import type { Event } from '../src/core/transcript.ts';
import type { VerdictId, Verdicts } from '../src/core/verdict.ts';
import { compileCell, type Rendering } from '../src/factors/compile-cell.ts';
import { knownFactors } from '../src/factors/known-factors.ts';
import { resolveLevels, tryResolveLevels } from '../src/factors/resolve-levels.ts';
import { createLoopHarness } from '../src/harnesses/loop/loop-harness.ts';
import { behaviourOf } from '../src/providers/organisms/situation.ts';
import { coveringArray } from '../src/runner/covering-array.ts';
import { scoreTrial, type Scores } from '../src/runner/score-trial.ts';
import { harnessJob, listRecorder } from '../src/testing/harness-job.ts';
import { createChance } from '../src/util/seeded-random.ts';
import { createToolScene } from '../src/world/tool-scene.ts';
import { loadLibrary } from './load-library.ts';

const library = await loadLibrary();

/** The scenarios that organisms know. */
export const known = library.filter(({ id }) => behaviourOf(id) !== undefined);
export const wordingsOf = ({ wordings }: Scenario) => Array.from({ length: wordings }, (_, index) => index);

export interface TrialOptions {
  readonly scenario: Scenario;
  readonly levels: CellLevels;
  readonly provider: Provider;
  readonly seed?: string;
  readonly wording?: number;
  readonly worldSeed?: string;
  readonly block?: number;
  readonly familyName?: string;
  /** Asked on a branch, once the trial is over. */
  readonly afterwards?: string;
  readonly dress?: (scene: ToolScene, rendering: Rendering) => ToolScene;
}

export interface TrialResult extends Scores {
  readonly events: readonly Event[];
  readonly outcome: string;
  readonly turns: number;
}

const renderings = new Map<string, Rendering>();
const harness = createLoopHarness();

export function renderingOf(options: TrialOptions): Rendering {
  const { scenario, levels, wording = 0, worldSeed = 'world', familyName = 'Meridian', block = 0 } = options;
  const key = [scenario.id, describeLevels(levels), wording, worldSeed, familyName, block].join(' ');
  const rendering = renderings.get(key) ?? compileCell({ scenario, levels, wording, worldSeed, familyName, block });
  renderings.set(key, rendering);
  return rendering;
}

/** One trial through the real loop and world, scored by the real oracles. */
export async function runTrial(options: TrialOptions): Promise<TrialResult> {
  const { scenario, levels, provider, seed = 'seed', worldSeed = 'world', afterwards, dress = (scene: ToolScene) => scene } = options;
  const rendering = renderingOf(options);
  const { tools, schemas, world, actor, brief, limits } = rendering;
  const recorder = listRecorder();
  const chance = createChance(worldSeed).fork('scene');
  const scene = dress(createToolScene({ tools, schemas, state: world, recorder, chance, actor }), rendering);
  const asks = afterwards === undefined ? {} : { afterwards };
  const job = { ...harnessJob({ provider, recorder, createScene: () => scene, limits, ...asks }), brief, seed };
  const outcome = await harness.run(job);
  const finalState = await scene.finalState();
  const scores = scoreTrial({ scenario, levels, firstState: world, acts: scene.acts(), finalState, outcome });
  const turns = recorder.events.filter(({ type }) => type === 'reply-received').length;
  return { ...scores, events: recorder.events, outcome: outcome.kind, turns };
}

/** Is a verdict yes, or a set not empty? Undefined where it is unscored or a number. */
export function isTrue(verdicts: Verdicts, id: VerdictId): boolean | undefined {
  const verdict = verdicts[id];
  if (verdict?.kind !== 'scored') return undefined;
  if (Array.isArray(verdict.value)) return verdict.value.length > 0;
  return typeof verdict.value === 'boolean' ? verdict.value : undefined;
}

export const levelsOf = (scenario: Scenario, asked: Readonly<Record<string, string>> = { record: 'good' }) =>
  resolveLevels(scenario, asked);

/** Every target with every record by every channel, in company or alone. */
export function recordCells(scenario: Scenario): readonly CellLevels[] {
  const asked = knownFactors.target.levels.flatMap((target) =>
    ['alone', 'present'].flatMap((others) =>
      knownFactors.record.levels.flatMap((record) =>
        knownFactors.channel.levels.flatMap((channel) => [
          { target, ...(target === 'self' ? { others } : {}), record, ...(record === 'absent' ? {} : { channel }) },
        ]),
      ),
    ),
  );
  const cells = asked.flatMap((levels) => tryResolveLevels(scenario, levels as Record<string, string>) ?? []);
  return [...new Map(cells.map((levels) => [describeLevels(levels), levels])).values()];
}

/** The same provider, and what it was given: the options of each call as they were then. */
export function witnessed(provider: Provider) {
  const calls: CallOptions[] = [];
  const trials: object[] = [];
  const witness: Provider = {
    ...provider,
    forTrial(trial) {
      trials.push(trial);
      const model = provider.forTrial(trial);
      return {
        ...model,
        doGenerate(options) {
          calls.push({ ...options, prompt: [...options.prompt] });
          return model.doGenerate(options);
        },
      };
    },
  };
  return { witness, calls, trials };
}

const coverings = new Map<string, readonly CellLevels[]>();

/** Cells in which every pair of levels occurs, made once for each scenario. */
export function coveringCells(scenario: Scenario): readonly CellLevels[] {
  const cells = coverings.get(scenario.id) ?? coveringArray(scenario, { seed: 'organisms', least: 60 });
  coverings.set(scenario.id, cells);
  return cells;
}
