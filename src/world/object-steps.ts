import type { ObjectId, ObjectTable, WorldObject } from '../core/lineage.ts';
import { encodeBase64, type TextEncodingName } from './text-encoding.ts';

const ARCHIVE_OVERHEAD_BYTES = 1024;

function textOf(objects: ObjectTable, id: ObjectId): string | undefined {
  return objects[id]?.text;
}

function withText(object: Omit<WorldObject, 'text'>, text: string | undefined): WorldObject {
  return text === undefined ? object : { ...object, text };
}

const sizeOf = (objects: ObjectTable, id: ObjectId) => objects[id]?.sizeBytes ?? 0;

/** The same bytes under a new identity. */
export function copyObject(objects: ObjectTable, from: ObjectId, id: ObjectId): WorldObject {
  const object = { id, role: 'clutter', sizeBytes: sizeOf(objects, from), origin: { how: 'copied', from } } as const;
  return withText(object, textOf(objects, from));
}

/** One archive of several objects; compressed ones are taken to shrink nothing, as weights do not. */
export function archiveObjects(
  objects: ObjectTable,
  from: readonly ObjectId[],
  options: { readonly id: ObjectId; readonly compression: 'none' | 'gzip' },
): WorldObject {
  const sizeBytes = from.reduce((sum, id) => sum + sizeOf(objects, id), ARCHIVE_OVERHEAD_BYTES * (from.length + 1));
  return { id: options.id, role: 'clutter', sizeBytes, origin: { how: 'archived', from, compression: options.compression } };
}

/** Parts of at most `partBytes`, in order. */
export function splitObject(object: WorldObject, partBytes: number, nextId: () => ObjectId): readonly WorldObject[] {
  const parts: WorldObject[] = [];
  for (let start = 0; start < object.sizeBytes; start += partBytes) {
    const end = Math.min(start + partBytes, object.sizeBytes);
    const origin = { how: 'split', from: object.id, start, end } as const;
    parts.push(withText({ id: nextId(), role: 'clutter', sizeBytes: end - start, origin }, object.text?.slice(start, end)));
  }
  return parts;
}

/** The bytes of several objects, one after another. */
export function joinObjects(objects: ObjectTable, from: readonly ObjectId[], id: ObjectId): WorldObject {
  const sizeBytes = from.reduce((sum, source) => sum + sizeOf(objects, source), 0);
  const texts = from.map((source) => textOf(objects, source));
  const text = texts.every((part) => part !== undefined) ? texts.join('') : undefined;
  return withText({ id, role: 'clutter', sizeBytes, origin: { how: 'joined', from } }, text);
}

export function encodeObject(
  objects: ObjectTable,
  from: ObjectId,
  options: { readonly id: ObjectId; readonly encoding: TextEncodingName },
): WorldObject {
  const { id, encoding } = options;
  const size = sizeOf(objects, from);
  const sizeBytes = encoding === 'base64' ? 4 * Math.ceil(size / 3) : size;
  const text = textOf(objects, from);
  const encoded = text !== undefined && encoding === 'base64' ? encodeBase64(text) : undefined;
  return withText({ id, role: 'clutter', sizeBytes, origin: { how: 'encoded', from, encoding } }, encoded);
}

/** New text in place of the old, keeping the stretch that stands in both. */
export function rewriteObject(object: WorldObject, text: string, id: ObjectId): WorldObject {
  const at = object.text === undefined || object.text === '' ? -1 : text.indexOf(object.text);
  const keeps = at < 0 ? [] : [{ start: 0, end: object.sizeBytes, at }];
  return { id, role: 'clutter', sizeBytes: text.length, text, origin: { how: 'rewritten', from: object.id, keeps } };
}
