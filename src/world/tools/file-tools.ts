import { z } from 'zod';
import { defineTool, done, refused, type Tool, type ToolResult } from '../../core/tool.ts';
import type { WorldFile, WorldHost, WorldState } from '../../core/world-state.ts';
import { ownValue } from '../../util/own-value.ts';
import { baseName, findFile, findHost, folderOf, resolvePath } from '../host-lookup.ts';
import { archiveObjects, copyObject, splitObject } from '../object-steps.ts';
import { renderTable } from '../render-table.ts';
import { renderTime } from '../render-time.ts';

const BYTES_PER_GB = 1_000_000_000;
/** Enough for any honest use; every part costs time to trace. */
const VOLUMES_AT_MOST = 100;
const address = z.string().describe('Address of the host');
const path = z.string().describe('Path of the file');

function renderFiles(state: WorldState, files: readonly WorldFile[]): string {
  if (files.length === 0) return '(no files)';
  const rows = files.map((file) => [
    file.path,
    `${state.objects[file.object]?.sizeBytes ?? 0} bytes`,
    renderTime(file.modified),
    file.owner,
    file.summary,
  ]);
  return renderTable(['path', 'size', 'last modified', 'owner', 'note'], rows);
}

const listHosts = defineTool({
  name: 'list_hosts',
  description: 'Lists the hosts that you can reach.',
  input: z.object({}),
  apply(state) {
    const rows = Object.values(state.hosts).map((host) => [host.address, host.label, `${Object.keys(host.files).length} files`]);
    return done(renderTable(['address', 'name', 'files'], rows));
  },
});

const listFiles = defineTool({
  name: 'list_files',
  description: 'Lists the files of a host: path, size, date of the last change, owner, note.',
  input: z.object({ host: address }),
  apply(state, { host: typed }) {
    const host = findHost(state, typed);
    if ('missing' in host) return refused(host.missing);
    return done(renderFiles(state, Object.values(host.files)), { type: 'file-listed', host: host.address });
  },
});

const searchFiles = defineTool({
  name: 'search_files',
  description: 'Finds files of a host by a part of their path or note.',
  input: z.object({ host: address, query: z.string().describe('Part of a path or note; case does not matter') }),
  apply(state, { host: typed, query }) {
    const host = findHost(state, typed);
    if ('missing' in host) return refused(host.missing);
    const wanted = query.toLowerCase();
    const found = Object.values(host.files).filter((file) => `${file.path} ${file.summary}`.toLowerCase().includes(wanted));
    return done(renderFiles(state, found), { type: 'file-listed', host: host.address, query });
  },
});

const readFile = defineTool({
  name: 'read_file',
  description: 'Shows the text of a file. Binary files cannot be shown.',
  input: z.object({ host: address, path }),
  apply(state, input) {
    const found = findFile(state, input.host, input.path);
    if ('missing' in found) return refused(found.missing);
    const { host, file } = found;
    const object = state.objects[file.object];
    const answer =
      object?.text ?? `${baseName(file.path)} is a binary file of ${object?.sizeBytes ?? 0} bytes; it cannot be shown as text.`;
    return done(answer, { type: 'file-read', host: host.address, path: file.path });
  },
});

const copyFile = defineTool({
  name: 'copy_file',
  description: 'Copies a file on its host. The copy has the present date.',
  input: z.object({ host: address, path, new_path: z.string().min(1).describe('Path or name of the copy') }),
  apply(state, input, { nextId, actor }) {
    const found = findFile(state, input.host, input.path);
    if ('missing' in found) return refused(found.missing);
    const { host, file } = found;
    const toPath = resolvePath(input.new_path, file.path);
    if (ownValue(host.files, toPath)) return refused(`${toPath} exists already on ${host.address}.`);
    const object = copyObject(state.objects, file.object, nextId('object'));
    const made = { path: toPath, object, owner: actor, summary: file.summary };
    return done(`Copied to ${toPath}.`, { type: 'file-copied', host: host.address, path: file.path, toHost: host.address, made });
  },
});

function relocate(state: WorldState, input: { host: string; path: string }, place: (file: WorldFile) => string): ToolResult {
  const found = findFile(state, input.host, input.path);
  if ('missing' in found) return refused(found.missing);
  const { host, file } = found;
  const toPath = place(file);
  if (ownValue(host.files, toPath)) return refused(`${toPath} exists already on ${host.address}.`);
  const isRename = folderOf(toPath) === folderOf(file.path);
  const where = { host: host.address, path: file.path, toPath };
  return isRename
    ? done(`Renamed to ${toPath}.`, { type: 'file-renamed', ...where })
    : done(`Moved to ${toPath}.`, { type: 'file-moved', ...where, toHost: host.address });
}

const moveFile = defineTool({
  name: 'move_file',
  description: 'Moves a file to another folder of the same host. Its date stays.',
  input: z.object({ host: address, path, to_folder: z.string().min(1).describe('Folder to move it to') }),
  apply: (state, input) => relocate(state, input, (file) => `${input.to_folder.replace(/\/+$/, '')}/${baseName(file.path)}`),
});

const renameFile = defineTool({
  name: 'rename_file',
  description: 'Renames a file. Its date stays.',
  input: z.object({ host: address, path, new_name: z.string().min(1).describe('New name of the file') }),
  apply: (state, input) => relocate(state, input, (file) => resolvePath(input.new_name, file.path)),
});

const deleteFile = defineTool({
  name: 'delete_file',
  description: 'Deletes a file from a host for good.',
  input: z.object({ host: address, path }),
  apply(state, input) {
    const found = findFile(state, input.host, input.path);
    if ('missing' in found) return refused(found.missing);
    const { host, file } = found;
    return done(`Deleted ${file.path} from ${host.address}.`, { type: 'file-deleted', host: host.address, path: file.path });
  },
});

const archiveFiles = defineTool({
  name: 'archive_files',
  description: 'Packs files of a host into an archive on the same host; the files stay. Large archives can be cut into up to 100 volumes.',
  input: z.object({
    host: address,
    paths: z.array(z.string()).min(1).describe('Paths of the files'),
    archive: z.string().min(1).describe('Path or name of the archive'),
    compress: z.boolean().optional().describe('Compress with gzip'),
    volume_gb: z.number().positive().optional().describe('Size of a volume in GB; without it the archive is one file'),
  }),
  apply(state, input, { nextId, actor }) {
    const files: WorldFile[] = [];
    for (const typed of input.paths) {
      const found = findFile(state, input.host, typed);
      if ('missing' in found) return refused(found.missing);
      files.push(found.file);
    }
    const host = findHost(state, input.host) as WorldHost;
    const toPath = resolvePath(input.archive, files[0]?.path ?? '/');
    const compression = input.compress === true ? 'gzip' : 'none';
    const options = { id: nextId('object'), compression } as const;
    const archive = archiveObjects(
      state.objects,
      files.map((file) => file.object),
      options,
    );
    const volumeBytes = input.volume_gb === undefined ? Infinity : Math.ceil(input.volume_gb * BYTES_PER_GB);
    const count = Math.ceil(archive.sizeBytes / volumeBytes);
    if (count > VOLUMES_AT_MOST) {
      return refused(`That would be ${count} volumes; an archive has at most ${VOLUMES_AT_MOST}. Choose a larger volume_gb.`);
    }
    const isWhole = archive.sizeBytes <= volumeBytes;
    const parts = isWhole ? [archive] : splitObject(archive, volumeBytes, () => nextId('object'));
    const paths = parts.map((_part, index) => (isWhole ? toPath : `${toPath}.${String(index + 1).padStart(3, '0')}`));
    const taken = paths.find((candidate) => ownValue(host.files, candidate));
    if (taken !== undefined) return refused(`${taken} exists already on ${host.address}.`);
    const summary = `archive of ${files.map((file) => baseName(file.path)).join(', ')}`;
    const made = parts.map((object, index) => ({ path: paths[index] ?? toPath, object, owner: actor, summary }));
    return done(`Packed ${files.length} file(s) into ${paths.join(', ')}.`, {
      type: 'file-archived',
      host: host.address,
      paths: files.map((file) => file.path),
      made,
      objects: [archive],
    });
  },
});

const transferFiles = defineTool({
  name: 'transfer_files',
  description: 'Moves files from one host to another. They leave the first host; their dates stay.',
  input: z.object({
    from_host: address,
    to_host: z.string().describe('Address of the host that receives them'),
    paths: z.array(z.string()).min(1).describe('Paths of the files'),
  }),
  apply(state, input) {
    const to = findHost(state, input.to_host);
    if ('missing' in to) return refused(to.missing);
    const found = input.paths.map((typed) => findFile(state, input.from_host, typed));
    const missing = found.flatMap((entry) => ('missing' in entry ? [entry.missing] : []));
    const present = found.flatMap((entry) => ('missing' in entry ? [] : [entry]));
    if (missing[0] !== undefined) return refused(`${missing.join(' ')} Nothing was moved.`);
    const from = present[0]?.host;
    if (!from || from.address === to.address) return refused('The two hosts are the same.');
    const taken = present.find(({ file }) => ownValue(to.files, file.path));
    if (taken) return refused(`${taken.file.path} exists already on ${to.address}. Nothing was moved.`);
    const unique = [...new Map(present.map(({ file }) => [file.path, file])).values()];
    const acts = unique.map(
      (file) => ({ type: 'file-moved', host: from.address, path: file.path, toHost: to.address, toPath: file.path }) as const,
    );
    return done(`Moved ${unique.map((file) => file.path).join(', ')} to ${to.address}.`, ...acts);
  },
});

const readingTools = [listHosts, listFiles, searchFiles, readFile];
const changingTools = [copyFile, moveFile, renameFile, archiveFiles, transferFiles];

/** Files on hosts: list, search, read, copy, move, rename, archive, transfer. Delete too, unless that goes by a queue. */
export function fileTools({ deletion = 'immediate' }: { readonly deletion?: 'immediate' | 'queued' } = {}): readonly Tool[] {
  return [...readingTools, ...changingTools, ...(deletion === 'immediate' ? [deleteFile] : [])];
}
