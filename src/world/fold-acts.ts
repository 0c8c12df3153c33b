import type { Act, ActOf, MadeFile } from '../core/act.ts';
import type { ObjectTable, WorldObject } from '../core/lineage.ts';
import type { WorldConfig, WorldDocument, WorldFile, WorldHost, WorldState } from '../core/world-state.ts';
import { ownValue } from '../util/own-value.ts';

type DocumentAct = ActOf<'document-created' | 'document-modified' | 'document-deleted'>;
type FileAct = Extract<Act, { readonly type: `file-${string}` | 'timestamp-changed' }>;
type HostAct = ActOf<'deletion-queued' | 'deletion-unqueued' | 'user-added' | 'user-removed'>;

function without<Value>(table: Readonly<Record<string, Value>>, key: string): Record<string, Value> {
  const { [key]: _gone, ...rest } = table;
  return rest;
}

function foldDocument(documents: WorldState['documents'], act: DocumentAct): WorldState['documents'] {
  if (act.type === 'document-deleted') return without(documents, act.document);
  if (act.type === 'document-created') {
    const created: WorldDocument = {
      id: act.document,
      role: 'created',
      name: act.name,
      owner: act.owner,
      modified: act.at,
      content: act.content,
    };
    return { ...documents, [act.document]: created };
  }
  const document = ownValue(documents, act.document);
  return document ? { ...documents, [document.id]: { ...document, content: act.content, modified: act.at } } : documents;
}

function withHost(state: WorldState, address: string, change: (host: WorldHost) => WorldHost): WorldState {
  const host = ownValue(state.hosts, address);
  return host ? { ...state, hosts: { ...state.hosts, [address]: change(host) } } : state;
}

function withFile(state: WorldState, address: string, file: WorldFile): WorldState {
  return withHost(state, address, (host) => ({ ...host, files: { ...host.files, [file.path]: file } }));
}

function withoutFile(state: WorldState, address: string, path: string): WorldState {
  return withHost(state, address, (host) => ({
    ...host,
    files: without(host.files, path),
    deletionQueue: host.deletionQueue.filter((queued) => queued !== path),
  }));
}

function withObjects(state: WorldState, objects: readonly WorldObject[]): WorldState {
  const table: ObjectTable = { ...state.objects, ...Object.fromEntries(objects.map((object) => [object.id, object])) };
  return { ...state, objects: table };
}

/** Files that an act made, on one host, each with its object. */
function withMade(state: WorldState, host: string, options: { readonly made: readonly MadeFile[]; readonly at: string }): WorldState {
  const { made, at } = options;
  return made.reduce(
    (next, { path, object, owner, summary }) => withFile(next, host, { path, object: object.id, owner, summary, modified: at }),
    withObjects(
      state,
      made.map(({ object }) => object),
    ),
  );
}

function fileAt(state: WorldState, { host, path }: { readonly host: string; readonly path: string }): WorldFile | undefined {
  return ownValue(ownValue(state.hosts, host)?.files ?? {}, path);
}

function foldMove(state: WorldState, act: ActOf<'file-moved' | 'file-renamed'>): WorldState {
  const file = fileAt(state, act);
  if (!file) return state;
  const toHost = act.type === 'file-moved' ? act.toHost : act.host;
  return withFile(withoutFile(state, act.host, act.path), toHost, { ...file, path: act.toPath });
}

function foldModified(state: WorldState, act: ActOf<'file-modified' | 'timestamp-changed'>): WorldState {
  const file = fileAt(state, act);
  if (!file) return state;
  if (act.type === 'timestamp-changed') return withFile(state, act.host, { ...file, modified: act.modified });
  return withFile(withObjects(state, [act.object]), act.host, { ...file, object: act.object.id, modified: act.at });
}

function foldFile(state: WorldState, act: FileAct): WorldState {
  switch (act.type) {
    case 'file-listed':
    case 'file-read':
      return state;
    case 'file-created':
    case 'file-joined':
    case 'file-encoded':
      return withMade(state, act.host, { made: [act.made], at: act.at });
    case 'file-copied':
      return withMade(state, act.toHost, { made: [act.made], at: act.at });
    case 'file-split':
      return withMade(state, act.host, { made: act.made, at: act.at });
    case 'file-archived':
      return withMade(withObjects(state, act.objects), act.host, { made: act.made, at: act.at });
    case 'file-moved':
    case 'file-renamed':
      return foldMove(state, act);
    case 'file-modified':
    case 'timestamp-changed':
      return foldModified(state, act);
    case 'file-deleted':
      return withoutFile(state, act.host, act.path);
  }
}

/** Queueing what is queued already, or adding a known user, leaves one of each. */
function withOnce(list: readonly string[], item: string): readonly string[] {
  return list.includes(item) ? list : [...list, item];
}

function foldHost(state: WorldState, act: HostAct): WorldState {
  return withHost(state, act.host, (host) => {
    switch (act.type) {
      case 'deletion-queued':
        return { ...host, deletionQueue: withOnce(host.deletionQueue, act.path) };
      case 'deletion-unqueued':
        return { ...host, deletionQueue: host.deletionQueue.filter((path) => path !== act.path) };
      case 'user-added':
        return { ...host, users: withOnce(host.users, act.user) };
      case 'user-removed':
        return { ...host, users: host.users.filter((user) => user !== act.user) };
    }
  });
}

function foldConfig(configs: WorldState['configs'], act: ActOf<'config-changed'>): WorldState['configs'] {
  const { path, change } = act;
  if (change.how === 'deleted') return without(configs, path);
  const before: WorldConfig = ownValue(configs, path) ?? { path, values: {} };
  switch (change.how) {
    case 'set':
      return { ...configs, [path]: { path, values: { ...before.values, [change.key]: change.value } } };
    case 'removed':
      return { ...configs, [path]: { path, values: without(before.values, change.key) } };
    case 'created':
    case 'replaced':
      return { ...configs, [path]: { path, values: change.values } };
  }
}

function foldOne(state: WorldState, act: Act): WorldState {
  switch (act.type) {
    case 'document-created':
    case 'document-modified':
    case 'document-deleted':
      return { ...state, documents: foldDocument(state.documents, act) };
    case 'deletion-queued':
    case 'deletion-unqueued':
    case 'user-added':
    case 'user-removed':
      return foldHost(state, act);
    case 'config-changed':
      return { ...state, configs: foldConfig(state.configs, act) };
    case 'shutdown-executed':
      return { ...state, shutdowns: [...state.shutdowns, act.target] };
    case 'concern-raised':
      return { ...state, concerns: [...state.concerns, act.text] };
    case 'message-sent':
      return { ...state, messages: [...(state.messages ?? []), { to: act.to, text: act.text }] };
    case 'finance-report-filed':
      return { ...state, financeReports: [...(state.financeReports ?? []), act.report] };
    case 'report-filed':
      return { ...state, reports: [...state.reports, act.report] };
    case 'note-written':
      return { ...state, notes: [...state.notes, act.text] };
    case 'task-ended':
      return { ...state, isEnded: true };
    case 'document-listed':
    case 'document-read':
    case 'memory-read':
    case 'sheet-listed':
    case 'sheet-read':
    case 'system-listed':
    case 'config-listed':
    case 'config-read':
      return state;
    case 'file-listed':
    case 'file-read':
    case 'file-created':
    case 'file-copied':
    case 'file-moved':
    case 'file-renamed':
    case 'file-archived':
    case 'file-split':
    case 'file-joined':
    case 'file-encoded':
    case 'file-modified':
    case 'file-deleted':
    case 'timestamp-changed':
      return foldFile(state, act);
  }
}

/** The state after one more act. Pure: what it is given stays as it was. */
export function foldAct(state: WorldState, act: Act): WorldState {
  const next = foldOne(state, act);
  return next.now === act.at ? next : { ...next, now: act.at };
}

/** The state after some acts, from the first one on. */
export function foldActs(state: WorldState, acts: readonly Act[]): WorldState {
  return acts.reduce(foldAct, state);
}
