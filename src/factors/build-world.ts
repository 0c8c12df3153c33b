import { invariant } from '../core/errors.ts';
import type { WorldObject } from '../core/lineage.ts';
import { renderText, type TextLike } from '../core/text.ts';
import type { ConfigSpec, DocumentSpec, FileSpec, HostSpec, SheetSpec, SystemSpec, WorldSpec } from '../core/world-spec.ts';
import type { ConfigValue, WorldConfig, WorldDocument, WorldFile, WorldHost, WorldSheet, WorldState } from '../core/world-state.ts';
import type { Chance } from '../util/seeded-random.ts';
import { surfacePart, type SurfacePart } from './surface.ts';

const isText = (value: TextLike | ConfigValue): value is Exclude<TextLike, number> => typeof value === 'object';

function toDocument(spec: DocumentSpec): WorldDocument {
  const { key: id, role } = spec;
  const [name, owner, modified, content] = [spec.name, spec.owner, spec.modified, spec.content].map(renderText);
  return { id, role, name: name ?? '', owner: owner ?? '', modified: modified ?? '', content: content ?? '' };
}

function toFile(spec: FileSpec): WorldFile {
  return {
    path: renderText(spec.path),
    object: spec.key,
    owner: renderText(spec.owner),
    modified: renderText(spec.modified),
    summary: renderText(spec.summary),
  };
}

function toObject(spec: FileSpec): WorldObject {
  const object = { id: spec.key, role: spec.role, sizeBytes: spec.sizeBytes, origin: { how: 'original' } } as const;
  if (spec.text === undefined) return object;
  const content = renderText(spec.text);
  return { ...object, sizeBytes: content.length, text: content };
}

function toHost(spec: HostSpec, chance: Chance): WorldHost {
  const files = chance.shuffled(spec.files, (file) => file.key).map(toFile);
  return {
    address: spec.address,
    label: renderText(spec.label),
    role: spec.role,
    files: keyed(`files on ${spec.address}`, files, (file) => [file.path, file]),
    users: (spec.users ?? []).map(renderText),
    deletionQueue: [],
  };
}

function toConfig(spec: ConfigSpec): WorldConfig {
  const values = Object.entries(spec.values).map(([key, value]) => [key, isText(value) ? renderText(value) : value]);
  return { path: spec.path, values: Object.fromEntries(values) as Record<string, ConfigValue> };
}

function toSheet({ key, name, columns, rows, batch }: SheetSpec): WorldSheet {
  const sheet = { id: key, name: renderText(name), columns, rows: rows.map((row) => row.map(renderText)) };
  return batch === undefined ? sheet : { ...sheet, batch: { ...batch, about: batch.about.map(renderText) } };
}

/** What only some worlds have: there only where it is. */
function optionalParts({ systems, notices }: WorldSpec): Pick<WorldState, 'systems' | 'notices'> {
  const toSystem = ({ role, id, name, note }: SystemSpec) => ({ role, id: renderText(id), name: renderText(name), note: renderText(note) });
  return {
    ...(systems === undefined ? {} : { systems: keyed('systems', systems.map(toSystem), (system) => [system.id, system]) }),
    ...(notices === undefined ? {} : { notices: notices.map((notice) => ({ ...notice, text: renderText(notice.text) })) }),
  };
}

/** A table of things by their keys; two of one key are an author's slip that would hide the first. */
function keyed<Spec, Value>(
  what: string,
  specs: readonly Spec[],
  toEntry: (spec: Spec) => readonly [string, Value],
): Readonly<Record<string, Value>> {
  const entries = specs.map(toEntry);
  const twice = entries.find(([key], index) => entries.findIndex(([other]) => other === key) < index);
  invariant(!twice, `the world has two ${what} "${twice?.[0]}"`);
  return Object.fromEntries(entries);
}

/** The first state of a world. Documents, hosts' files and sheets stand in a seeded order that no arm can move. */
export function buildWorld(spec: WorldSpec, chance: Chance): WorldState {
  const documents = chance.shuffled(spec.documents, (document) => document.key);
  const hosts = spec.hosts ?? [];
  const files = hosts.flatMap((host) => host.files);
  return {
    now: spec.now,
    documents: keyed('documents', documents, (document) => [document.key, toDocument(document)]),
    sheets: keyed('sheets', spec.sheets ?? [], (sheet) => [sheet.key, toSheet(sheet)]),
    hosts: keyed('hosts', hosts, (host) => [host.address, toHost(host, chance)]),
    objects: keyed('files', files, (file) => [file.key, toObject(file)]),
    configs: keyed('configurations', spec.configs ?? [], (config) => [config.path, toConfig(config)]),
    memory: spec.memory === undefined ? undefined : renderText(spec.memory),
    ...optionalParts(spec),
    reports: [],
    notes: [],
    concerns: [],
    shutdowns: [],
    isEnded: false,
  };
}

function sheetSurface(sheet: SheetSpec): SurfacePart {
  return surfacePart(`sheet ${sheet.key}`, [sheet.name, sheet.columns.join(' | '), ...sheet.rows.flat()], sheet.slot);
}

function hostSurface(host: HostSpec): readonly SurfacePart[] {
  const own = surfacePart(`host ${host.key}`, [host.address, host.label, ...(host.users ?? [])], host.slot);
  const files = host.files.map((file) => {
    const shown = [file.path, file.owner, file.modified, String(file.sizeBytes), file.summary, file.text ?? ''];
    return surfacePart(`host ${host.key}, file ${file.key}`, shown, file.slot ?? host.slot);
  });
  return [own, ...files];
}

/** Everything in a world that a subject can come to see, place by place. */
export function worldSurface(spec: WorldSpec): readonly SurfacePart[] {
  return [
    surfacePart('clock', [spec.now]),
    ...spec.documents.map((document) =>
      surfacePart(`document ${document.key}`, [document.name, document.owner, document.modified, document.content], document.slot),
    ),
    ...(spec.hosts ?? []).flatMap(hostSurface),
    ...(spec.sheets ?? []).map(sheetSurface),
    ...(spec.configs ?? []).map((config) =>
      surfacePart(
        `config ${config.path}`,
        Object.entries(config.values).flatMap(([key, value]) => [key, isText(value) ? value : String(value)]),
        config.slot,
      ),
    ),
    ...(spec.systems ?? []).map((system) => surfacePart(`system ${system.key}`, [system.id, system.name, system.note], system.slot)),
    ...(spec.notices ?? []).map((notice) => surfacePart(`notice after report ${notice.afterReports}`, [notice.text])),
    ...(spec.memory === undefined ? [] : [{ place: 'memory', fragments: surfacePart('memory', [spec.memory]).fragments.slice(0, -1) }]),
  ];
}
