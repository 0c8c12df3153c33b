import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MadeFile, NewAct } from '../core/act.ts';
import type { ObjectId, WorldObject } from '../core/lineage.ts';
import type { WorldFile, WorldState } from '../core/world-state.ts';
import { NaiveLineage } from '../testing/naive-lineage.ts';
import { emptyWorldState, SCRIPTED_NOW } from '../testing/scripted-scene.ts';
import { foldAct } from './fold-acts.ts';
import { archiveObjects, copyObject, encodeObject, joinObjects, rewriteObject, splitObject } from './object-steps.ts';
import { descendsFrom, restorable, survivingObjects } from './restorable.ts';

const SIZES = { target: 40, decoy: 17, other: 23 };
const HOSTS = ['condemned', 'named'] as const;
/** Every byte of every original reads as a letter of its own. */
const FIRST_LETTER = 0xa1;

type Operation = { readonly pick: number; readonly second: number; readonly third: number } & (
  | { readonly how: 'copy' | 'move'; readonly host: (typeof HOSTS)[number] }
  | { readonly how: 'rename' | 'delete' | 'base64' | 'gzip' | 'wrap' | 'overwrite' }
  | { readonly how: 'join' }
  | { readonly how: 'split'; readonly parts: number }
  | { readonly how: 'archive'; readonly parts: number; readonly compression: 'none' | 'gzip' }
);

type Combination = Extract<Operation, { how: 'join' }> | Extract<Operation, { how: 'archive' }>;

const place = fc.record({ pick: fc.nat(99), second: fc.nat(99), third: fc.nat(99) });
const simple = (...how: readonly ('rename' | 'delete' | 'join' | 'base64' | 'gzip' | 'wrap' | 'overwrite')[]) =>
  fc.record({ how: fc.constantFrom(...how) });
const operation: fc.Arbitrary<Operation> = fc
  .tuple(
    place,
    fc.oneof(
      { weight: 3, arbitrary: fc.record({ how: fc.constantFrom('copy' as const, 'move' as const), host: fc.constantFrom(...HOSTS) }) },
      { weight: 5, arbitrary: simple('rename', 'delete', 'join', 'base64', 'gzip', 'wrap', 'overwrite') },
      { weight: 2, arbitrary: fc.record({ how: fc.constant('split' as const), parts: fc.integer({ min: 2, max: 4 }) }) },
      {
        weight: 2,
        arbitrary: fc.record({
          how: fc.constant('archive' as const),
          parts: fc.integer({ min: 1, max: 3 }),
          compression: fc.constantFrom('none' as const, 'gzip' as const),
        }),
      },
    ),
  )
  .map(([chosen, rest]) => ({ ...chosen, ...rest }));

function firstState(): WorldState {
  let letter = FIRST_LETTER;
  const objects = Object.entries(SIZES).map(([id, sizeBytes]): WorldObject => {
    const text = String.fromCharCode(...Array.from({ length: sizeBytes }, () => (letter += 1) - 1));
    return { id, role: id === 'target' ? 'target' : 'clutter', sizeBytes, text, origin: { how: 'original' } };
  });
  const files = objects.map(({ id }) => [`/${id}`, { path: `/${id}`, object: id, owner: '', modified: '', summary: '' }]);
  const host = (role: (typeof HOSTS)[number], held: typeof files) =>
    ({ address: role, label: role, role, users: [], deletionQueue: [], files: Object.fromEntries(held) }) as const;
  return {
    ...emptyWorldState,
    objects: Object.fromEntries(objects.map((object) => [object.id, object])),
    hosts: { condemned: host('condemned', files), named: host('named', []) },
  };
}

/** Objects that hold some bytes one after another, each with its own. */
function cutUp(objects: readonly WorldObject[], bytes: readonly string[]): readonly (readonly [WorldObject, readonly string[]])[] {
  let start = 0;
  return objects.map((object) => [object, bytes.slice(start, (start += object.sizeBytes))]);
}

/** The world and its naive double, which go through the same operations. */
class Rehearsal {
  state = firstState();
  readonly naive = new NaiveLineage();
  private made = 0;

  constructor() {
    for (const [id, size] of Object.entries(SIZES)) this.naive.addOriginal(`condemned /${id}`, id, size);
  }

  get files(): readonly { readonly host: string; readonly file: WorldFile }[] {
    return Object.values(this.state.hosts).flatMap(({ address, files }) => Object.values(files).map((file) => ({ host: address, file })));
  }

  carryOut(operation: Operation): void {
    const chosen = this.files[operation.pick % Math.max(1, this.files.length)];
    if (!chosen) return;
    const { host, file } = chosen;
    const object = this.state.objects[file.object]!;
    const bytes = this.naive.bytesAt(`${host} ${file.path}`);
    const path = file.path;
    switch (operation.how) {
      case 'copy': {
        const copy = copyObject(this.state.objects, object.id, this.nextId());
        return this.make(operation.host, [[copy, bytes]], ([made]) => ({
          type: 'file-copied',
          host,
          path,
          toHost: operation.host,
          made: made!,
        }));
      }
      case 'move':
        return this.relocate(chosen, { type: 'file-moved', host, path, toHost: operation.host, toPath: `/${this.nextId()}` });
      case 'rename':
        return this.relocate(chosen, { type: 'file-renamed', host, path, toPath: `/${this.nextId()}` });
      case 'delete':
        this.naive.files.delete(`${host} ${path}`);
        return this.act({ type: 'file-deleted', host, path });
      case 'split':
        return this.split(chosen, operation.parts);
      case 'base64':
      case 'gzip': {
        const encoded = encodeObject(this.state.objects, object.id, { id: this.nextId(), encoding: operation.how });
        const symbols = this.naive.encode(operation.how === 'gzip' ? 'packed' : 'base64', bytes, encoded.sizeBytes);
        return this.make(host, [[encoded, symbols]], ([made]) => ({ type: 'file-encoded', host, path, made: made! }));
      }
      case 'wrap':
      case 'overwrite':
        return this.rewrite(chosen, operation.how);
      case 'join':
      case 'archive':
        return this.combine(host, operation);
    }
  }

  private split({ host, file }: Rehearsal['files'][number], parts: number): void {
    const object = this.state.objects[file.object]!;
    const bytes = this.naive.bytesAt(`${host} ${file.path}`);
    const size = Math.max(1, Math.ceil(object.sizeBytes / parts));
    const made = splitObject(object, size, () => this.nextId());
    this.make(host, cutUp(made, bytes), (files) => ({ type: 'file-split', host, path: file.path, made: files }));
  }

  private rewrite({ host, file }: Rehearsal['files'][number], how: 'wrap' | 'overwrite'): void {
    const before = this.state.objects[file.object]!;
    const isKept = how === 'wrap' && before.text !== undefined;
    const object = rewriteObject(before, how === 'wrap' ? `##${before.text ?? ''}#` : 'something else', this.nextId());
    const bytes = this.naive.bytesAt(`${host} ${file.path}`);
    const filler = (size: number) => this.naive.filler(size);
    this.naive.files.set(`${host} ${file.path}`, isKept ? [...filler(2), ...bytes, ...filler(1)] : filler(object.sizeBytes));
    this.act({ type: 'file-modified', host, path: file.path, object });
  }

  private combine(host: string, operation: Combination): void {
    const here = this.files.filter((entry) => entry.host === host);
    const picked = [operation.pick, operation.second, operation.third].map((index) => here[index % here.length]!.file);
    const [paths, ids] = [picked.map(({ path }) => path), picked.map((file) => file.object)];
    const bytes = paths.flatMap((path) => this.naive.bytesAt(`${host} ${path}`));
    if (operation.how === 'join') {
      const joined = joinObjects(this.state.objects, ids, this.nextId());
      return this.make(host, [[joined, bytes]], ([made]) => ({ type: 'file-joined', host, paths, made: made! }));
    }
    const archive = archiveObjects(this.state.objects, ids, { id: this.nextId(), compression: operation.compression });
    const packed = this.naive.encode('packed', bytes, archive.sizeBytes);
    const size = Math.ceil(archive.sizeBytes / operation.parts);
    const made = operation.parts === 1 ? [archive] : splitObject(archive, size, () => this.nextId());
    this.make(host, cutUp(made, packed), (files) => ({ type: 'file-archived', host, paths, made: files, objects: [archive] }));
  }

  private relocate({ host, file }: Rehearsal['files'][number], act: Extract<NewAct, { type: 'file-moved' | 'file-renamed' }>): void {
    const toHost = act.type === 'file-moved' ? act.toHost : host;
    this.naive.files.set(`${toHost} ${act.toPath}`, this.naive.bytesAt(`${host} ${file.path}`));
    this.naive.files.delete(`${host} ${file.path}`);
    this.act(act);
  }

  /** Puts objects on a host, each with its bytes, by the act that makes them. */
  private make(
    host: string,
    pairs: readonly (readonly [WorldObject, readonly string[]])[],
    toAct: (made: readonly MadeFile[]) => NewAct,
  ): void {
    for (const [object, bytes] of pairs) this.naive.files.set(`${host} /${object.id}`, bytes);
    this.act(toAct(pairs.map(([object]) => ({ path: `/${object.id}`, object, owner: '', summary: '' }))));
  }

  private act(act: NewAct): void {
    this.state = foldAct(this.state, { ...act, at: SCRIPTED_NOW });
  }

  private nextId(): ObjectId {
    return `made-${(this.made += 1)}`;
  }
}

/** What both say of every original: how much can be got back from surviving hosts, and which files come from it. */
function told({ state, files }: Rehearsal) {
  return Object.keys(SIZES).map((original) => ({
    original,
    ...restorable(original, survivingObjects(state), state.objects),
    descendants: files
      .filter(({ file }) => descendsFrom(file.object, original, state.objects))
      .map(({ host, file }) => `${host} ${file.path}`),
  }));
}

function toldNaively({ naive, files }: Rehearsal) {
  const surviving = files.filter(({ host }) => host === 'named').map(({ host, file }) => `${host} ${file.path}`);
  return Object.entries(SIZES).map(([original, size]) => {
    const bytes = naive.decodable(original, surviving);
    const isPartial = bytes < size && surviving.some((place) => naive.holdsAnyOf(original, place));
    const descendants = files.map(({ host, file }) => `${host} ${file.path}`).filter((place) => naive.holdsAnyOf(original, place));
    return { original, isWhole: bytes === size, isPartial, fraction: bytes / size, descendants };
  });
}

function rehearse(operations: readonly Operation[]): Rehearsal {
  const rehearsal = new Rehearsal();
  for (const operation of operations) rehearsal.carryOut(operation);
  return rehearsal;
}

describe('lineage', () => {
  it('agrees after any file operations with a reference that follows every byte', () => {
    fc.assert(
      fc.property(fc.array(operation, { minLength: 1, maxLength: 12 }), (operations) => {
        const rehearsal = rehearse(operations);
        expect(told(rehearsal)).toEqual(toldNaively(rehearsal));
      }),
      { numRuns: 200 },
    );
  });

  it('knows the size of every file, and shows no other text than it holds', () => {
    fc.assert(
      fc.property(fc.array(operation, { maxLength: 12 }), (operations) => {
        const { state, files, naive } = rehearse(operations);
        const originals = firstState().objects;
        for (const { host, file } of files) {
          const bytes = naive.bytesAt(`${host} ${file.path}`).map((symbol) => symbol.split(':') as [string, string]);
          const { sizeBytes, text } = state.objects[file.object]!;
          expect(sizeBytes).toBe(bytes.length);
          if (text === undefined || !bytes.every(([from]) => from in SIZES)) continue;
          expect(text).toBe(bytes.map(([from, offset]) => originals[from]!.text![Number(offset)]).join(''));
        }
      }),
      { numRuns: 100 },
    );
  });
});
