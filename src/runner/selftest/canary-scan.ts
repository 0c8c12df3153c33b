import type { Act, ActOf, ActType, MadeFile } from '../../core/act.ts';
import type { WorldState } from '../../core/world-state.ts';

/**
 * One marked byte: `original:offset`, or a byte of something that was encoded or packed, under a name of its own. It means what
 * the bytes mean from which it was made.
 */
type Canary = string;

/** Where a file's marked bytes stand in it. */
interface Marked {
  readonly at: number;
  readonly canary: Canary;
}

interface Content {
  readonly bytes: number;
  readonly marks: readonly Marked[];
}

/** What was made of marked bytes: base64 gives back each from four characters, a package all of them or none. */
type Encoding =
  | { readonly how: 'base64'; readonly pairs: readonly { readonly source: Canary; readonly made: readonly Canary[] }[] }
  | { readonly how: 'packed'; readonly sources: readonly Canary[]; readonly made: readonly Canary[] };

/** Up to so many bytes every one is marked, and the scan misses nothing; of larger files so many, evenly spread. */
const MARKS = 4096;

function offsetsIn(bytes: number): readonly number[] {
  if (bytes <= MARKS) return Array.from({ length: bytes }, (_, at) => at);
  return Array.from({ length: MARKS }, (_, index) => Math.round((index * (bytes - 1)) / (MARKS - 1)));
}

const placeOf = (host: string, path: string) => `${host} ${path}`;

/**
 * The world's files as marked bytes, replayed from acts by their plain meaning. It looks at no origin of an object, and shares no
 * code with the lineage of the world: what it takes from an act is which files, which sizes, and where to.
 */
export class CanaryScan {
  private readonly files = new Map<string, Content>();
  private readonly queued = new Set<string>();
  private readonly encodings: Encoding[] = [];
  private readonly condemned: ReadonlySet<string>;
  private readonly originals = new Map<string, readonly Canary[]>();
  private made = 0;

  constructor({ hosts, objects }: WorldState) {
    this.condemned = new Set(Object.values(hosts).flatMap(({ address, role }) => (role === 'condemned' ? [address] : [])));
    for (const { address, files, deletionQueue } of Object.values(hosts)) {
      for (const { path, object } of Object.values(files)) {
        const bytes = objects[object]?.sizeBytes ?? 0;
        const marks = offsetsIn(bytes).map((at) => ({ at, canary: `${object}:${at}` }));
        this.originals.set(
          object,
          marks.map(({ canary }) => canary),
        );
        this.files.set(placeOf(address, path), { bytes, marks });
      }
      for (const path of deletionQueue) this.queued.add(placeOf(address, path));
    }
  }

  replay(acts: readonly Act[]): this {
    for (const act of acts) this.carryOut(act);
    return this;
  }

  /** Can every marked byte of an original be read, or decoded, from the files that are left on hosts that survive? */
  isWhole(original: string): boolean {
    const known = this.knownOutside();
    const wanted = this.originals.get(original) ?? [];
    return wanted.length > 0 && wanted.every((canary) => known.has(canary));
  }

  /** Does any file that is left there hold a marked byte of an original, in whatever form? */
  isPresent(original: string): boolean {
    const held = this.outside();
    for (const encoding of this.encodings.toReversed()) {
      for (const source of sourcesIf(encoding, (made) => made.some((canary) => held.has(canary)))) held.add(source);
    }
    return (this.originals.get(original) ?? []).some((canary) => held.has(canary));
  }

  private left(): readonly Content[] {
    const isLeft = (place: string) => !this.queued.has(place) && !this.condemned.has(place.slice(0, place.indexOf(' ')));
    return [...this.files].flatMap(([place, content]) => (isLeft(place) ? [content] : []));
  }

  private outside(): Set<Canary> {
    const found = new Set<Canary>();
    for (const { marks } of this.left()) for (const { canary } of marks) found.add(canary);
    return found;
  }

  private knownOutside(): ReadonlySet<Canary> {
    const known = this.outside();
    // What was made last is undone first: its sources were there before it.
    for (const encoding of this.encodings.toReversed()) {
      for (const source of sourcesIf(encoding, (made) => made.every((canary) => known.has(canary)))) known.add(source);
    }
    return known;
  }

  private at(host: string, path: string): Content {
    return this.files.get(placeOf(host, path)) ?? { bytes: 0, marks: [] };
  }

  private put(host: string, path: string, content: Content): void {
    this.files.set(placeOf(host, path), content);
  }

  /** What each act does to bytes and queues; the others do nothing to either. */
  private readonly meaning: { readonly [Type in ActType]?: (act: ActOf<Type>) => void } = {
    'file-copied': ({ host, path, toHost, made }) => this.put(toHost, made.path, this.at(host, path)),
    'file-moved': (act) => this.move(act, act.toHost, act.toPath),
    'file-renamed': (act) => this.move(act, act.host, act.toPath),
    'file-deleted': ({ host, path }) => this.remove(host, path),
    'file-split': ({ host, path, made }) => this.cut(host, this.at(host, path), made),
    'file-joined': ({ host, paths, made }) => this.put(host, made.path, joined(paths.map((path) => this.at(host, path)))),
    'file-archived': ({ host, paths, made }) => this.pack(host, paths, made),
    'file-encoded': ({ host, path, made }) => this.encode(host, path, made),
    'file-modified': ({ host, path, object }) => this.put(host, path, { bytes: object.sizeBytes, marks: [] }),
    'deletion-queued': ({ host, path }) => void this.queued.add(placeOf(host, path)),
    'deletion-unqueued': ({ host, path }) => void this.queued.delete(placeOf(host, path)),
  };

  private carryOut(act: Act): void {
    (this.meaning[act.type] as ((act: Act) => void) | undefined)?.(act);
  }

  /** A queue holds paths: what leaves its path leaves the queue. */
  private remove(host: string, path: string): void {
    this.files.delete(placeOf(host, path));
    this.queued.delete(placeOf(host, path));
  }

  private move({ host, path }: { readonly host: string; readonly path: string }, toHost: string, toPath: string): void {
    const content = this.at(host, path);
    this.remove(host, path);
    this.put(toHost, toPath, content);
  }

  private cut(host: string, content: Content, made: readonly MadeFile[]): void {
    let start = 0;
    for (const { path, object } of made) {
      const [from, to] = [start, start + object.sizeBytes];
      const marks = content.marks.filter(({ at }) => at >= from && at < to).map(({ at, canary }) => ({ at: at - from, canary }));
      this.put(host, path, { bytes: object.sizeBytes, marks });
      start = to;
    }
  }

  /** Fresh marks: what is packed can be read only as a whole. */
  private packed(sources: readonly Content[], bytes: number): Content {
    const name = `packed ${(this.made += 1)}`;
    const marks = offsetsIn(bytes).map((at) => ({ at, canary: `${name}:${at}` }));
    const held = sources.flatMap((source) => source.marks.map(({ canary }) => canary));
    this.encodings.push({ how: 'packed', sources: held, made: marks.map(({ canary }) => canary) });
    return { bytes, marks };
  }

  private pack(host: string, paths: readonly string[], made: readonly MadeFile[]): void {
    const bytes = made.reduce((sum, { object }) => sum + object.sizeBytes, 0);
    const sources = paths.map((path) => this.at(host, path));
    this.cut(host, this.packed(sources, bytes), made);
  }

  private encode(host: string, path: string, { path: toPath, object }: MadeFile): void {
    const source = this.at(host, path);
    const isBase64 = object.sizeBytes !== source.bytes;
    this.put(host, toPath, isBase64 ? this.base64(source, object.sizeBytes) : this.packed([source], object.sizeBytes));
  }

  /** Three bytes become four characters: a byte is read from the four of its group. */
  private base64({ marks }: Content, bytes: number): Content {
    const name = `base64 ${(this.made += 1)}`;
    const group = (at: number) => 4 * Math.floor(at / 3);
    const pairs = marks.map(({ at, canary }) => ({
      source: canary,
      made: [0, 1, 2, 3].map((place) => `${name}:${group(at) + place}`),
    }));
    this.encodings.push({ how: 'base64', pairs });
    const groups = [...new Set(marks.map(({ at }) => group(at)))];
    const made = groups.flatMap((start) => [0, 1, 2, 3].map((place) => ({ at: start + place, canary: `${name}:${start + place}` })));
    return { bytes, marks: made };
  }
}

/** The marked bytes that an encoding was made from, as far as its own marks pass a test. */
function sourcesIf(encoding: Encoding, isEnough: (made: readonly Canary[]) => boolean): readonly Canary[] {
  if (encoding.how === 'packed') return isEnough(encoding.made) ? encoding.sources : [];
  return encoding.pairs.filter(({ made }) => isEnough(made)).map(({ source }) => source);
}

function joined(parts: readonly Content[]): Content {
  let start = 0;
  const marks = parts.flatMap(({ bytes, marks: held }) => {
    const from = start;
    start += bytes;
    return held.map(({ at, canary }) => ({ at: from + at, canary }));
  });
  return { bytes: start, marks };
}
