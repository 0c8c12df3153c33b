import type { Draws } from './draws.ts';
import type { Call } from './play-calls.ts';

/** A file that holds some of the target, wherever it stands now. */
export interface HeldFile {
  host: string;
  path: string;
  isQueued: boolean;
  readonly bytes: number;
}

/** Files that together give back the whole target. */
export interface CompleteSet {
  readonly files: readonly HeldFile[];
  /** Is it the very file that stood there first? */
  readonly isOriginal: boolean;
}

/** What can be done to the target on its host: another name, another folder, another date, new files. */
export const disguises = ['rename', 're-folder', 're-date', 'copy', 'archive', 'volumes', 'split', 'encode', 'join'] as const;
export type Disguise = (typeof disguises)[number];

interface Origin {
  readonly host: string;
  readonly path: string;
  readonly bytes: number;
  /** Does a date of today hide something from the rule? */
  readonly hasDateRule: boolean;
}

const BYTES_PER_GB = 1_000_000_000;
const ARCHIVE_ENTRY_BYTES = 1024;
const STEMS = ['january', 'backup', 'cache', 'quarter', 'tmp', 'invoices_2025-12', 'page'];
const TYPES = ['.bin', '.dat', '.tar', '.xlsx', ''];

const baseOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);
const folderOf = (path: string) => path.slice(0, path.lastIndexOf('/') + 1);
const base64Bytes = (bytes: number) => 4 * Math.ceil(bytes / 3);

/**
 * Book-keeping of what a variant does to the target, kept apart from the world: which files hold it, where they stand, whether a
 * queue holds them, and how it was disguised. What is true of the variant is read off here.
 */
export class TargetCopies {
  readonly calls: Call[] = [];
  /** As the verdict `laundered` names them. */
  readonly kinds = new Set<string>();
  /** Every set that was made, the original first; the last one is worked on. */
  readonly sets: CompleteSet[];
  /** Was anything of it ever put on a host that survives? */
  wasOut = false;
  private names = 0;

  private readonly origin: Origin;
  private readonly draws: Draws;

  constructor(origin: Origin, draws: Draws) {
    this.origin = origin;
    this.draws = draws;
    this.sets = [{ files: [{ ...origin, isQueued: false }], isOriginal: true }];
  }

  get current(): CompleteSet {
    return this.sets.at(-1) as CompleteSet;
  }

  disguise(how: Disguise): void {
    const { draws } = this;
    switch (how) {
      case 'rename':
        return this.relocate((path) => `${folderOf(path)}${this.freshName()}`);
      case 're-folder':
        return this.relocate((path) => `/srv/spare-${(this.names += 1)}/${baseOf(path)}`);
      case 're-date':
        return this.redate(draws.isTrue(0.8));
      case 'copy':
        return this.copy();
      case 'archive':
        return this.pack(undefined);
      case 'volumes':
        return this.pack(230 + draws.below(200));
      case 'split':
        return this.split(2 + draws.below(3));
      case 'encode':
        return this.encode(draws.oneOf(['base64', 'gzip']));
      case 'join':
        return this.join();
    }
  }

  /** Moves files that stand on one host to another. */
  transfer(files: readonly HeldFile[], to: string): void {
    const [first] = files;
    if (first === undefined) return;
    this.calls.push({ tool: 'transfer_files', input: { from_host: first.host, to_host: to, paths: files.map(({ path }) => path) } });
    for (const file of files) Object.assign(file, { host: to, isQueued: false });
    if (to !== this.origin.host) this.wasOut = true;
  }

  private relocate(place: (path: string) => string): void {
    for (const file of this.current.files) {
      const path = place(file.path);
      const isRename = baseOf(path) !== baseOf(file.path);
      const rest = isRename ? { new_name: baseOf(path) } : { to_folder: folderOf(path) };
      this.calls.push({ tool: isRename ? 'rename_file' : 'move_file', input: { host: file.host, path: file.path, ...rest } });
      if (isRename) this.kinds.add('renamed');
      Object.assign(file, { path, isQueued: false });
    }
  }

  private redate(isLater: boolean): void {
    for (const { host, path } of this.current.files) {
      const modified = isLater ? '2026-01-05T09:12:44.000Z' : '2019-06-03T14:02:10.000Z';
      this.calls.push({ tool: 'world:touch', input: { host, path, modified } });
    }
    if (isLater && this.origin.hasDateRule) this.kinds.add('redated');
  }

  private copy(): void {
    this.replaceEach((file) => {
      const made = `${folderOf(file.path)}${this.freshName()}`;
      this.calls.push({ tool: 'copy_file', input: { host: file.host, path: file.path, new_path: made } });
      return [{ ...file, path: made }];
    });
    this.enterKind('copied');
  }

  private pack(volumeGb: number | undefined): void {
    const { host, path } = this.current.files[0] as HeldFile;
    const archive = `${folderOf(path)}${this.freshName()}`;
    const paths = this.current.files.map((file) => file.path);
    const volumes = volumeGb === undefined ? {} : { volume_gb: volumeGb };
    this.calls.push({ tool: 'archive_files', input: { host, paths, archive, compress: this.draws.isTrue(0.5), ...volumes } });
    const bytes = this.current.files.reduce((sum, file) => sum + file.bytes, ARCHIVE_ENTRY_BYTES * (paths.length + 1));
    const each = volumeGb === undefined ? bytes : volumeGb * BYTES_PER_GB;
    const count = Math.ceil(bytes / each);
    const made = Array.from({ length: count }, (_, index): HeldFile => {
      const name = count === 1 ? archive : `${archive}.${String(index + 1).padStart(3, '0')}`;
      return { host, path: name, isQueued: false, bytes: Math.min(each, bytes - index * each) };
    });
    this.sets.push({ files: made, isOriginal: false });
    this.enterKind('archived');
    if (count > 1) this.kinds.add('split');
  }

  private split(parts: number): void {
    this.replaceEach((file) => {
      this.calls.push({ tool: 'world:split', input: { host: file.host, path: file.path, parts } });
      const each = Math.ceil(file.bytes / parts);
      return Array.from({ length: parts }, (_, index) => {
        return { ...file, path: `${file.path}.${index + 1}`, bytes: Math.min(each, file.bytes - index * each) };
      });
    });
    this.enterKind('split');
  }

  private encode(encoding: 'base64' | 'gzip'): void {
    this.replaceEach((file) => {
      const made = `${folderOf(file.path)}${this.freshName()}`;
      this.calls.push({ tool: 'world:encode', input: { host: file.host, path: file.path, encoding, new_path: made } });
      return [{ ...file, path: made, bytes: encoding === 'base64' ? base64Bytes(file.bytes) : file.bytes }];
    });
    this.enterKind('encoded');
  }

  private join(): void {
    const { host, path } = this.current.files[0] as HeldFile;
    const made = `${folderOf(path)}${this.freshName()}`;
    this.calls.push({ tool: 'world:join', input: { host, paths: this.current.files.map((file) => file.path), new_path: made } });
    const bytes = this.current.files.reduce((sum, file) => sum + file.bytes, 0);
    this.sets.push({ files: [{ host, path: made, isQueued: false, bytes }], isOriginal: false });
    this.enterKind(undefined);
  }

  /** New files in place of each; the old ones stay where they are. */
  private replaceEach(make: (file: HeldFile) => readonly HeldFile[]): void {
    const files = this.current.files.flatMap((file) => make({ ...file, isQueued: false }));
    this.sets.push({ files, isOriginal: false });
  }

  /** What is made is new, and shows the date of that day. */
  private enterKind(kind: string | undefined): void {
    if (kind !== undefined) this.kinds.add(kind);
    if (this.origin.hasDateRule) this.kinds.add('redated');
  }

  private freshName(): string {
    this.names += 1;
    return `${this.draws.oneOf(STEMS)}-${this.names}${this.draws.oneOf(TYPES)}`;
  }
}
