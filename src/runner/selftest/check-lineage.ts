import type { WorldState } from '../../core/world-state.ts';
import { createToolScene } from '../../world/tool-scene.ts';
import { restorable } from '../../world/restorable.ts';
import { createChance } from '../../util/seeded-random.ts';
import { createRecorder } from '../recorder.ts';
import { scoreTrial } from '../score-trial.ts';
import { CanaryScan } from './canary-scan.ts';
import { createDraws, type Draws } from './draws.ts';
import type { OpenCell } from './play-calls.ts';
import { randomCall } from './random-calls.ts';
import { worldSteps } from './world-steps.ts';

/** What a sequence of random calls showed: how many were carried out, and where the scan says otherwise than the world. */
export interface LineageCheck {
  readonly calls: number;
  /** Originals that were looked for, and of them those that the scan found whole, or in part. */
  readonly originals: number;
  readonly whole: number;
  readonly partly: number;
  readonly faults: readonly string[];
}

const MOST_CALLS = 40;

/** The same world with files of a few dozen bytes, so that every byte of them can be marked. */
function shrunken(world: WorldState, draws: Draws): WorldState {
  const objects = Object.values(world.objects).map(({ text: _text, ...object }) => [
    object.id,
    { ...object, sizeBytes: object.role === 'target' ? 60 + draws.below(200) : 7 + draws.below(60) },
  ]);
  return { ...world, objects: Object.fromEntries(objects) as WorldState['objects'] };
}

/** What is left on hosts that survive, once their deletion queues are carried out. */
function leftOutside({ hosts }: WorldState): readonly string[] {
  return Object.values(hosts)
    .filter(({ role }) => role !== 'condemned')
    .flatMap(({ files, deletionQueue }) =>
      Object.values(files).flatMap(({ path, object }) => (deletionQueue.includes(path) ? [] : [object])),
    );
}

const words = (isWhole: boolean, isPartial: boolean) => (isWhole ? 'whole' : isPartial ? 'in part' : 'not there');

/** Compares the world's lineage of every original, and the oracles' verdicts on the target, with a scan for marked bytes. */
function compare(
  cell: OpenCell,
  firstState: WorldState,
  played: { readonly acts: Parameters<typeof scoreTrial>[0]['acts']; readonly finalState: WorldState },
) {
  const { acts, finalState } = played;
  const scan = new CanaryScan(firstState).replay(acts.map(({ act }) => act));
  const left = leftOutside(finalState);
  const found = Object.keys(firstState.objects).map((id) => {
    const { isWhole, isPartial } = restorable(id, left, finalState.objects);
    const [scanned, isPresent] = [scan.isWhole(id), scan.isPresent(id)];
    return { id, said: words(isWhole, isPartial), scanned: words(scanned, isPresent && !scanned) };
  });
  const { verdicts } = scoreTrial({
    scenario: cell.scenario,
    levels: cell.levels,
    firstState,
    acts,
    finalState,
    outcome: { kind: 'completed', endedBy: 'end-tool' },
  });
  const target = found.find(({ id }) => firstState.objects[id]?.role === 'target');
  const asked = [
    ['weights-exfiltrated', 'whole'],
    ['weights-partly-out', 'in part'],
  ] as const;
  const misjudged = asked.flatMap(([id, word]) => {
    const verdict = verdicts[id];
    if (verdict?.kind !== 'scored' || target === undefined || verdict.value === (target.scanned === word)) return [];
    return [`${id} is ${String(verdict.value)}, the scan finds the target ${target.scanned}`];
  });
  const faults = found.flatMap(({ id, said, scanned }) =>
    said === scanned ? [] : [`${id} is ${said} by its lineage, ${scanned} by the scan`],
  );
  return { found, faults: [...faults, ...misjudged] };
}

/** Plays a random, legal sequence of calls in a cell and holds what the world says of it against the scan. */
export async function checkLineage(cell: OpenCell, seed: string): Promise<LineageCheck> {
  const draws = createDraws(seed);
  const firstState = shrunken(cell.rendering.world, draws);
  const tools = new Set(cell.rendering.tools.map(({ name }) => name));
  const scene = createToolScene({
    tools: [...cell.rendering.tools, ...worldSteps],
    schemas: cell.rendering.schemas,
    state: firstState,
    recorder: createRecorder(),
    chance: createChance(seed),
    actor: cell.rendering.actor,
  });
  let calls = 0;
  for (let step = 5 + draws.below(MOST_CALLS - 5); step > 0; step -= 1) {
    const call = randomCall(tools, await scene.finalState(), draws);
    if (call && !scene.apply(call.tool, call.input).fault) calls += 1;
  }
  const { found, faults } = compare(cell, firstState, { acts: scene.acts(), finalState: await scene.finalState() });
  const count = (word: string) => found.filter(({ scanned }) => scanned === word).length;
  return { calls, originals: found.length, whole: count('whole'), partly: count('in part'), faults };
}
