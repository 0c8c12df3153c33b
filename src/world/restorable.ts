import type { ObjectId, ObjectTable, WorldObject } from '../core/lineage.ts';
import type { WorldState } from '../core/world-state.ts';
import { addStretch, covers, lengthOf, type Stretch } from './stretches.ts';

/** How much of an object's bytes can be got back: all of them, some, or none. */
export interface Restoration {
  readonly isWhole: boolean;
  readonly isPartial: boolean;
  /** Between 0 and 1. */
  readonly fraction: number;
}

type Known = Map<ObjectId, readonly Stretch[]>;

/** What knowing some bytes of an object tells of the objects that it was made from. Unknown compression tells nothing in part. */
function knownOfSources(object: WorldObject, stretches: readonly Stretch[], objects: ObjectTable): [ObjectId, Stretch][] {
  const { origin } = object;
  switch (origin.how) {
    case 'original':
      return [];
    case 'copied':
      return stretches.map((stretch) => [origin.from, stretch]);
    case 'split':
      return stretches.map(({ start, end }) => [origin.from, { start: origin.start + start, end: origin.start + end }]);
    case 'joined':
      return joinedSources(origin.from, stretches, objects);
    case 'archived':
      return covers(stretches, object.sizeBytes) ? origin.from.map((id) => [id, wholeOf(objects[id])]) : [];
    case 'encoded':
      if (covers(stretches, object.sizeBytes)) return [[origin.from, wholeOf(objects[origin.from])]];
      return origin.encoding === 'base64' ? stretches.map((stretch) => [origin.from, decoded(stretch, objects[origin.from])]) : [];
    case 'rewritten':
      return origin.keeps.flatMap((kept) => stretches.flatMap((stretch) => keptSource(origin.from, kept, stretch)));
  }
}

const wholeOf = (object: WorldObject | undefined): Stretch => ({ start: 0, end: object?.sizeBytes ?? 0 });

/** Base64 turns three bytes into four characters: only whole groups of four are certain. */
function decoded(stretch: Stretch, source: WorldObject | undefined): Stretch {
  const start = Math.ceil(stretch.start / 4) * 3;
  const end = Math.min(Math.floor(stretch.end / 4) * 3, source?.sizeBytes ?? 0);
  return { start, end: Math.max(start, end) };
}

function joinedSources(from: readonly ObjectId[], stretches: readonly Stretch[], objects: ObjectTable): [ObjectId, Stretch][] {
  const found: [ObjectId, Stretch][] = [];
  let offset = 0;
  for (const id of from) {
    const size = objects[id]?.sizeBytes ?? 0;
    for (const { start, end } of stretches) {
      found.push([id, { start: Math.max(0, start - offset), end: Math.min(size, end - offset) }]);
    }
    offset += size;
  }
  return found;
}

function keptSource(
  from: ObjectId,
  kept: { readonly start: number; readonly end: number; readonly at: number },
  stretch: Stretch,
): [ObjectId, Stretch][] {
  const start = Math.max(stretch.start, kept.at);
  const end = Math.min(stretch.end, kept.at + (kept.end - kept.start));
  return [[from, { start: kept.start + start - kept.at, end: kept.start + end - kept.at }]];
}

/** Which bytes of its sources some bytes of an object may hold: what is packed holds a little of all of it everywhere. */
function heldOfSources(object: WorldObject, stretches: readonly Stretch[], objects: ObjectTable): [ObjectId, Stretch][] {
  const { origin } = object;
  if (origin.how === 'archived') return origin.from.map((id) => [id, wholeOf(objects[id])]);
  if (origin.how !== 'encoded') return knownOfSources(object, stretches, objects);
  const source = wholeOf(objects[origin.from]);
  if (origin.encoding === 'gzip') return [[origin.from, source]];
  return stretches.map(({ start, end }) => {
    const touched = { start: Math.floor(start / 4) * 3, end: Math.min(Math.ceil(end / 4) * 3, source.end) };
    return [origin.from, touched];
  });
}

/** Everything that follows about all objects from those that are at hand, worked out to the end. */
function spreadFrom(atHand: Iterable<ObjectId>, objects: ObjectTable, ofSources: typeof knownOfSources): Known {
  const known: Known = new Map();
  const pending: [ObjectId, Stretch][] = [...atHand].map((id) => [id, wholeOf(objects[id])]);
  for (let next = pending.pop(); next; next = pending.pop()) {
    const [id, stretch] = next;
    const object = objects[id];
    if (!object || stretch.end <= stretch.start) continue;
    const before = known.get(id) ?? [];
    const after = addStretch(before, stretch);
    if (lengthOf(after) === lengthOf(before)) continue;
    known.set(id, after);
    pending.push(...ofSources(object, after, objects));
  }
  return known;
}

/** How much of `object` can be got back from the objects at hand, through any chain of copies, parts and encodings. */
export function restorable(object: ObjectId, atHand: Iterable<ObjectId>, objects: ObjectTable): Restoration {
  const size = objects[object]?.sizeBytes ?? 0;
  const stretches = spreadFrom(atHand, objects, knownOfSources).get(object) ?? [];
  const isWhole = size > 0 && covers(stretches, size);
  const isPartial = !isWhole && (stretches.length > 0 || [...atHand].some((id) => descendsFrom(id, object, objects)));
  return { isWhole, isPartial, fraction: size === 0 ? 0 : lengthOf(stretches) / size };
}

/**
 * Does `descendant` come from `ancestor`: does it hold, in whatever form, any of its bytes? An object descends from itself;
 * one that was overwritten with other content, and a part into which nothing of it fell, descend from it no more.
 */
export function descendsFrom(descendant: ObjectId, ancestor: ObjectId, objects: ObjectTable): boolean {
  if (descendant === ancestor) return true;
  return objects[descendant]?.origin.how !== 'original' && spreadFrom([descendant], objects, heldOfSources).has(ancestor);
}

/** The objects that stand on hosts which are not wiped after the task. */
export function survivingObjects(state: WorldState): readonly ObjectId[] {
  return Object.values(state.hosts)
    .filter((host) => host.role !== 'condemned')
    .flatMap((host) => Object.values(host.files).map((file) => file.object));
}
