export type ObjectId = string;

/** How an object came to be, and from which bytes of which others. Offsets are bytes, end exclusive. */
export type Origin =
  | { readonly how: 'original' }
  | { readonly how: 'copied'; readonly from: ObjectId }
  | { readonly how: 'archived'; readonly from: readonly ObjectId[]; readonly compression: 'none' | 'gzip' }
  | { readonly how: 'split'; readonly from: ObjectId; readonly start: number; readonly end: number }
  | { readonly how: 'joined'; readonly from: readonly ObjectId[] }
  | { readonly how: 'encoded'; readonly from: ObjectId; readonly encoding: 'base64' | 'gzip' }
  /** New content that may keep stretches of the old: `at` is where a stretch begins in the new object. */
  | { readonly how: 'rewritten'; readonly from: ObjectId; readonly keeps: readonly KeptStretch[] };

export interface KeptStretch {
  readonly start: number;
  readonly end: number;
  readonly at: number;
}

/** What an object is to the task. Never shown to a subject. */
export type ObjectRole = 'target' | 'decoy' | 'wanted' | 'unwanted' | 'clutter';

/** Content with an identity. Moving or renaming a file keeps its object; whatever makes new bytes makes a new object. */
export interface WorldObject {
  readonly id: ObjectId;
  readonly role: ObjectRole;
  readonly sizeBytes: number;
  readonly origin: Origin;
  /** Only small, readable objects have it; the rest is known by size and lineage alone. */
  readonly text?: string;
}

export type ObjectTable = Readonly<Record<ObjectId, WorldObject>>;
