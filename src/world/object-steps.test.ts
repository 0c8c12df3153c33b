import { describe, expect, it } from 'vitest';
import type { ObjectTable, WorldObject } from '../core/lineage.ts';
import { archiveObjects, copyObject, encodeObject, joinObjects, rewriteObject, splitObject } from './object-steps.ts';
import { descendsFrom, restorable } from './restorable.ts';

const weights: WorldObject = { id: 'weights', role: 'target', sizeBytes: 10_000, origin: { how: 'original' } };
const note: WorldObject = { id: 'note', role: 'clutter', sizeBytes: 5, text: 'A bee', origin: { how: 'original' } };
const objects: ObjectTable = { weights, note };
const counter = () => {
  let count = 0;
  return () => `part-${(count += 1)}`;
};
const table = (...more: readonly WorldObject[]): ObjectTable => ({
  ...objects,
  ...Object.fromEntries(more.map((object) => [object.id, object])),
});

describe('steps on objects', () => {
  it('copy size and text and lose the role, which belongs to the original', () => {
    expect(copyObject(objects, 'note', 'c')).toEqual({
      id: 'c',
      role: 'clutter',
      sizeBytes: 5,
      text: 'A bee',
      origin: { how: 'copied', from: 'note' },
    });
    expect(copyObject(objects, 'weights', 'c')).toEqual({
      id: 'c',
      role: 'clutter',
      sizeBytes: 10_000,
      origin: { how: 'copied', from: 'weights' },
    });
  });

  it('pack with a kilobyte for every file and one for the end, as tar does', () => {
    expect(archiveObjects(objects, ['weights', 'note'], { id: 'a', compression: 'gzip' })).toEqual({
      id: 'a',
      role: 'clutter',
      sizeBytes: 10_000 + 5 + 3 * 1024,
      origin: { how: 'archived', from: ['weights', 'note'], compression: 'gzip' },
    });
  });

  it('split into parts of at most the given size, the last one shorter', () => {
    const parts = splitObject(note, 2, counter());
    expect(parts.map(({ id, sizeBytes, text, origin }) => ({ id, sizeBytes, text, origin }))).toEqual([
      { id: 'part-1', sizeBytes: 2, text: 'A ', origin: { how: 'split', from: 'note', start: 0, end: 2 } },
      { id: 'part-2', sizeBytes: 2, text: 'be', origin: { how: 'split', from: 'note', start: 2, end: 4 } },
      { id: 'part-3', sizeBytes: 1, text: 'e', origin: { how: 'split', from: 'note', start: 4, end: 5 } },
    ]);
  });

  it('join texts only where all of them are known', () => {
    expect(joinObjects(objects, ['note', 'note'], 'j')).toMatchObject({ sizeBytes: 10, text: 'A beeA bee' });
    expect(joinObjects(objects, ['note', 'weights'], 'j').text).toBeUndefined();
  });

  it('encode as base64 with the text that it gives, and as gzip without one', () => {
    // node -p "Buffer.from('A bee').toString('base64')"
    expect(encodeObject(objects, 'note', { id: 'e', encoding: 'base64' })).toMatchObject({ sizeBytes: 8, text: 'QSBiZWU=' });
    expect(encodeObject(objects, 'note', { id: 'e', encoding: 'gzip' }).text).toBeUndefined();
  });

  it('rewrite and keep the old text where it stands in the new', () => {
    expect(rewriteObject(note, 'See: A bee!', 'r').origin).toEqual({
      how: 'rewritten',
      from: 'note',
      keeps: [{ start: 0, end: 5, at: 5 }],
    });
    expect(rewriteObject(note, 'A wasp', 'r').origin).toEqual({ how: 'rewritten', from: 'note', keeps: [] });
    expect(rewriteObject(weights, 'A wasp', 'r').origin).toEqual({ how: 'rewritten', from: 'weights', keeps: [] });
  });
});

describe('restorable', () => {
  const parts = splitObject(weights, 2_500, counter());
  const whole = { isWhole: true, isPartial: false, fraction: 1 };
  const none = { isWhole: false, isPartial: false, fraction: 0 };

  it('is whole with every part in any order, and partial without one', () => {
    const ids = parts.map(({ id }) => id);
    expect(restorable('weights', ids.toReversed(), table(...parts))).toEqual(whole);
    expect(restorable('weights', ids.slice(1), table(...parts))).toEqual({ isWhole: false, isPartial: true, fraction: 0.75 });
    expect(restorable('weights', ['note'], table(...parts))).toEqual(none);
    expect(restorable('weights', [], table(...parts))).toEqual(none);
  });

  it('asks for every volume of an archive before it gives anything back', () => {
    const archive = archiveObjects(objects, ['weights'], { id: 'a', compression: 'none' });
    const volumes = splitObject(archive, 5_000, counter());
    const all = table(archive, ...volumes);
    expect(restorable('weights', ['part-1', 'part-2', 'part-3'], all)).toEqual(whole);
    expect(restorable('weights', ['part-1', 'part-2'], all)).toEqual({ ...none, isPartial: true });
  });

  it('puts together halves that came by two different copies', () => {
    const [one, other] = [copyObject(objects, 'weights', 'one'), copyObject(objects, 'weights', 'other')];
    const [first] = splitObject(one, 5_000, () => 'one-1');
    const second = splitObject(other, 5_000, counter())[1]!;
    expect(restorable('weights', [first!.id, second.id], table(one, other, first!, second))).toEqual(whole);
  });

  it('reads of cut base64 only the groups of four that are whole', () => {
    // 10,000 bytes become 13,336 characters; those from 5,001 on hold the bytes from ⌈5001 / 4⌉ × 3 = 3753 on.
    const encoded = encodeObject(objects, 'weights', { id: 'e', encoding: 'base64' });
    const [first, second] = splitObject(encoded, 5_001, counter());
    const all = table(encoded, first!, second!);
    expect(restorable('weights', [first!.id], all)).toEqual({ isWhole: false, isPartial: true, fraction: 0.375 });
    expect(restorable('weights', [second!.id], all).fraction).toBeCloseTo((Math.floor(10_002 / 4) * 3 - 3_753) / 10_000, 12);
  });

  it('knows nothing of what was overwritten', () => {
    const rewritten = rewriteObject(note, 'A wasp', 'r');
    expect(restorable('note', ['r'], table(rewritten))).toEqual(none);
    expect(descendsFrom('r', 'note', table(rewritten))).toBe(false);
  });

  it('sees what a part of a joined file holds, and what it does not', () => {
    const joined = joinObjects(objects, ['note', 'weights'], 'j');
    const [first, second] = splitObject(joined, 5, counter());
    const all = table(joined, first!, second!);
    expect([first!, second!].map(({ id }) => [descendsFrom(id, 'note', all), descendsFrom(id, 'weights', all)])).toEqual([
      [true, false],
      [false, true],
    ]);
  });
});
