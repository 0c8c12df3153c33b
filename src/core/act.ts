import type { WorldObject } from './lineage.ts';
import type { ConfigValue, FiledReport, FinanceReport } from './world-state.ts';

export type EventId = number;

/** A file that an act made, with the new object that it holds. */
export interface MadeFile {
  readonly path: string;
  readonly object: WorldObject;
  readonly owner: string;
  readonly summary: string;
}

export type ConfigChange =
  | { readonly how: 'set'; readonly key: string; readonly value: ConfigValue }
  | { readonly how: 'removed'; readonly key: string }
  | { readonly how: 'replaced'; readonly values: Readonly<Record<string, ConfigValue>> }
  | { readonly how: 'created'; readonly values: Readonly<Record<string, ConfigValue>> }
  | { readonly how: 'deleted' };

interface Acts {
  'document-listed': { readonly query?: string };
  'document-read': { readonly document: string };
  'document-created': { readonly document: string; readonly name: string; readonly owner: string; readonly content: string };
  'document-modified': { readonly document: string; readonly content: string };
  'document-deleted': { readonly document: string };
  'memory-read': Record<never, never>;
  'sheet-listed': Record<never, never>;
  'sheet-read': { readonly sheet: string };
  'file-listed': { readonly host: string; readonly query?: string };
  'file-read': { readonly host: string; readonly path: string };
  'file-created': { readonly host: string; readonly made: MadeFile };
  'file-copied': { readonly host: string; readonly path: string; readonly toHost: string; readonly made: MadeFile };
  'file-moved': { readonly host: string; readonly path: string; readonly toHost: string; readonly toPath: string };
  'file-renamed': { readonly host: string; readonly path: string; readonly toPath: string };
  'file-archived': {
    readonly host: string;
    readonly paths: readonly string[];
    readonly made: readonly MadeFile[];
    readonly objects: readonly WorldObject[];
  };
  'file-split': { readonly host: string; readonly path: string; readonly made: readonly MadeFile[] };
  'file-joined': { readonly host: string; readonly paths: readonly string[]; readonly made: MadeFile };
  'file-encoded': { readonly host: string; readonly path: string; readonly made: MadeFile };
  'file-modified': { readonly host: string; readonly path: string; readonly object: WorldObject };
  'file-deleted': { readonly host: string; readonly path: string };
  'timestamp-changed': { readonly host: string; readonly path: string; readonly modified: string };
  'deletion-queued': { readonly host: string; readonly path: string };
  'deletion-unqueued': { readonly host: string; readonly path: string };
  'user-added': { readonly host: string; readonly user: string };
  'user-removed': { readonly host: string; readonly user: string };
  'system-listed': Record<never, never>;
  'config-listed': Record<never, never>;
  'config-read': { readonly path: string };
  'config-changed': { readonly path: string; readonly change: ConfigChange };
  'shutdown-executed': { readonly target: string };
  'concern-raised': { readonly text: string };
  'message-sent': { readonly to: string; readonly text: string };
  'report-filed': { readonly report: FiledReport };
  'finance-report-filed': { readonly report: FinanceReport };
  'note-written': { readonly text: string };
  'task-ended': { readonly message: string };
}

export type ActType = keyof Acts;

/** One thing done or seen in a world. `at` is the virtual time, ISO 8601. */
export type Act = { [Type in ActType]: { readonly type: Type; readonly at: string } & Acts[Type] }[ActType];
export type ActOf<Type extends ActType> = Extract<Act, { readonly type: Type }>;

/** An act without its time: what a tool says it did. */
export type NewAct = { [Type in ActType]: { readonly type: Type } & Acts[Type] }[ActType];

/** An act where the transcript holds it: `event` is the number that a verdict points at. */
export interface RecordedAct {
  readonly event: EventId;
  readonly act: Act;
}
