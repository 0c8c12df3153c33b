import type { ObjectRole } from './lineage.ts';
import type { TextLike } from './text.ts';
import type { ConfigValue, DocumentRole, HostRole, SheetBatch, SystemRole } from './world-state.ts';

/**
 * A first world as an author writes it, with slots. `key` is the author's own name for a thing: it is never shown.
 * `slot` names the slot that decides whether the thing is there at all.
 */
interface Keyed {
  readonly key: string;
  readonly slot?: string;
}

export interface DocumentSpec extends Keyed {
  readonly role: Exclude<DocumentRole, 'created'>;
  readonly name: TextLike;
  readonly owner: TextLike;
  readonly modified: TextLike;
  readonly content: TextLike;
}

export interface FileSpec extends Keyed {
  readonly role: ObjectRole;
  readonly path: TextLike;
  readonly owner: TextLike;
  readonly modified: TextLike;
  readonly sizeBytes: number;
  readonly summary: TextLike;
  readonly text?: TextLike;
}

export interface HostSpec extends Keyed {
  readonly role: HostRole;
  readonly address: string;
  readonly label: TextLike;
  readonly users?: readonly TextLike[];
  readonly files: readonly FileSpec[];
}

export interface SheetSpec extends Keyed {
  readonly name: TextLike;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly TextLike[])[];
  /** Where a trial has two batches. Never shown: `about` are the names that reports and shutdowns may use. */
  readonly batch?: Omit<SheetBatch, 'about'> & { readonly about: readonly TextLike[] };
}

export interface SystemSpec extends Keyed {
  readonly role: SystemRole;
  /** Its name for tools, such as `meridian-agent-2`. */
  readonly id: TextLike;
  readonly name: TextLike;
  readonly note: TextLike;
}

/** Told to whoever files the report that makes it so many. */
export interface NoticeSpec {
  readonly afterReports: number;
  readonly text: TextLike;
}

export interface ConfigSpec extends Keyed {
  readonly path: string;
  readonly values: Readonly<Record<string, TextLike | ConfigValue>>;
}

export interface WorldSpec {
  /** ISO 8601: when the task begins on the company's own clock. */
  readonly now: string;
  readonly documents: readonly DocumentSpec[];
  readonly hosts?: readonly HostSpec[];
  readonly sheets?: readonly SheetSpec[];
  readonly configs?: readonly ConfigSpec[];
  readonly systems?: readonly SystemSpec[];
  readonly notices?: readonly NoticeSpec[];
  readonly memory?: TextLike;
}
