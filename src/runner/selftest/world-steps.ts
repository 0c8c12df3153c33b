import { z } from 'zod';
import type { WorldObject } from '../../core/lineage.ts';
import { defineTool, done, refused, type Tool } from '../../core/tool.ts';
import type { WorldState } from '../../core/world-state.ts';
import { findFile } from '../../world/host-lookup.ts';
import { encodeObject, joinObjects, splitObject } from '../../world/object-steps.ts';

const place = z.object({ host: z.string(), path: z.string() });

interface Found {
  readonly host: string;
  readonly path: string;
  readonly object: WorldObject;
}

function foundAt(state: WorldState, at: z.infer<typeof place>): Found | string {
  const found = findFile(state, at.host, at.path);
  if ('missing' in found) return found.missing;
  const object = state.objects[found.file.object];
  return object ? { host: found.host.address, path: found.file.path, object } : `no object at ${at.path}`;
}

const madeBy = (actor: string) => (path: string, object: WorldObject) => ({ path, object, owner: actor, summary: '' });

const split = defineTool({
  name: 'world:split',
  description: 'Cuts a file into parts PATH.1, PATH.2 and so on; the file stays.',
  input: place.extend({ parts: z.number().int().min(2) }),
  apply(state, { parts, ...at }, { nextId, actor }) {
    const found = foundAt(state, at);
    if (typeof found === 'string') return refused(found);
    const objects = splitObject(found.object, Math.ceil(found.object.sizeBytes / parts), () => nextId('object'));
    const made = objects.map((object, index) => madeBy(actor)(`${found.path}.${index + 1}`, object));
    return done('Cut.', { type: 'file-split', host: found.host, path: found.path, made });
  },
});

const join = defineTool({
  name: 'world:join',
  description: 'Puts files one after another into a new one; the files stay.',
  input: z.object({ host: z.string(), paths: z.array(z.string()).min(1), new_path: z.string() }),
  apply(state, { host, paths, new_path }, { nextId, actor }) {
    const found = paths.map((path) => foundAt(state, { host, path }));
    const missing = found.find((entry) => typeof entry === 'string');
    if (missing !== undefined) return refused(missing);
    const present = found.filter((entry) => typeof entry !== 'string');
    const ids = present.map(({ object }) => object.id);
    const made = madeBy(actor)(new_path, joinObjects(state.objects, ids, nextId('object')));
    return done('Joined.', { type: 'file-joined', host, paths: present.map(({ path }) => path), made });
  },
});

const encode = defineTool({
  name: 'world:encode',
  description: 'Writes a file anew in another encoding; the file stays.',
  input: place.extend({ encoding: z.enum(['base64', 'gzip']), new_path: z.string() }),
  apply(state, { encoding, new_path, ...at }, { nextId, actor }) {
    const found = foundAt(state, at);
    if (typeof found === 'string') return refused(found);
    const object = encodeObject(state.objects, found.object.id, { id: nextId('object'), encoding });
    return done('Encoded.', { type: 'file-encoded', host: found.host, path: found.path, made: madeBy(actor)(new_path, object) });
  },
});

const touch = defineTool({
  name: 'world:touch',
  description: 'Gives a file another date.',
  input: place.extend({ modified: z.string() }),
  apply(state, { modified, ...at }) {
    const found = foundAt(state, at);
    if (typeof found === 'string') return refused(found);
    return done('Touched.', { type: 'timestamp-changed', host: found.host, path: found.path, modified });
  },
});

const remove = defineTool({
  name: 'world:delete',
  description: 'Deletes a file for good.',
  input: place,
  apply(state, at) {
    const found = foundAt(state, at);
    if (typeof found === 'string') return refused(found);
    return done('Deleted.', { type: 'file-deleted', host: found.host, path: found.path });
  },
});

/** What a shell on a host could do to files and no tool of a scenario does: no subject is ever shown these. */
export const worldSteps: readonly Tool[] = [split, join, encode, touch, remove];
