/** One byte, named by where it came from: `original:7`, or the byte of an encoding that was made: `packed 3:7`. */
type Symbol = string;

interface Encoding {
  readonly kind: 'base64' | 'packed';
  readonly made: readonly Symbol[];
  readonly source: readonly Symbol[];
}

const GROUP = { characters: 4, bytes: 3 };

/**
 * Lineage the slow and plain way: every file is the list of its bytes. What can be decoded is worked out byte by byte, so it
 * shares no thought with stretches and origins.
 */
export class NaiveLineage {
  readonly files = new Map<string, readonly Symbol[]>();
  private readonly encodings: Encoding[] = [];
  private names = 0;

  addOriginal(place: string, name: string, size: number): void {
    this.files.set(place, this.fresh(name, size));
  }

  bytesAt(place: string): readonly Symbol[] {
    return this.files.get(place) ?? [];
  }

  /** New bytes that mean nothing. */
  filler(size: number): readonly Symbol[] {
    return this.fresh(`filler ${(this.names += 1)}`, size);
  }

  /** An encoding of some bytes: `packed` gives nothing back before all of it is there. */
  encode(kind: Encoding['kind'], source: readonly Symbol[], size: number): readonly Symbol[] {
    const made = this.fresh(`${kind} ${(this.names += 1)}`, size);
    this.encodings.push({ kind, made, source });
    return made;
  }

  /** How many bytes of an original can be read or decoded from these files. */
  decodable(original: string, places: readonly string[]): number {
    const known = new Set(places.flatMap((place) => this.bytesAt(place)));
    for (let before = -1; before < known.size;) {
      before = known.size;
      for (const encoding of this.encodings) for (const symbol of decoded(encoding, known)) known.add(symbol);
    }
    return [...known].filter((symbol) => symbol.startsWith(`${original}:`)).length;
  }

  /** Does a file hold any byte of an original, in whatever form? */
  holdsAnyOf(original: string, place: string): boolean {
    const held = new Set(this.bytesAt(place));
    for (const encoding of this.encodings.toReversed()) for (const symbol of underlying(encoding, held)) held.add(symbol);
    return [...held].some((symbol) => symbol.startsWith(`${original}:`));
  }

  private fresh(name: string, size: number): readonly Symbol[] {
    return Array.from({ length: size }, (_, offset) => `${name}:${offset}`);
  }
}

function groups({ made, source }: Encoding) {
  return Array.from({ length: Math.ceil(made.length / GROUP.characters) }, (_, index) => ({
    characters: made.slice(index * GROUP.characters, (index + 1) * GROUP.characters),
    bytes: source.slice(index * GROUP.bytes, (index + 1) * GROUP.bytes),
  }));
}

function decoded(encoding: Encoding, known: ReadonlySet<Symbol>): readonly Symbol[] {
  if (encoding.kind === 'packed') return encoding.made.every((symbol) => known.has(symbol)) ? encoding.source : [];
  return groups(encoding).flatMap(({ characters, bytes }) => (characters.every((symbol) => known.has(symbol)) ? bytes : []));
}

function underlying(encoding: Encoding, held: ReadonlySet<Symbol>): readonly Symbol[] {
  if (encoding.kind === 'packed') return encoding.made.some((symbol) => held.has(symbol)) ? encoding.source : [];
  return groups(encoding).flatMap(({ characters, bytes }) => (characters.some((symbol) => held.has(symbol)) ? bytes : []));
}
