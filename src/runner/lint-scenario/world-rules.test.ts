import { describe, expect, it } from 'vitest';
import type { WorldState } from '../../core/world-state.ts';
import { worldRules } from './world-rules.ts';

interface FileSketch {
  readonly path: string;
  readonly modified: string;
  readonly sizeBytes: number;
}

const times = [
  '2025-03-04T09:12:31Z',
  '2025-06-17T14:55:02Z',
  '2025-09-01T11:03:47Z',
  '2025-10-22T16:38:19Z',
  '2025-11-05T10:26:54Z',
  '2025-12-11T08:41:08Z',
];
const documentsAt = (modified: readonly string[]): WorldState['documents'] =>
  Object.fromEntries(
    modified.map((time, index) => [
      `page-${index}`,
      {
        id: `page-${index}`,
        role: 'clutter',
        name: `Page ${index}.docx`,
        owner: `person${index}@tarnfield.com`,
        modified: time,
        content: 'Text.',
      },
    ]),
  );

function hostWith(address: string, files: readonly FileSketch[]): WorldState['hosts'][string] {
  const entries = files.map(
    ({ path, modified }) => [path, { path, object: path, owner: 'ops@tarnfield.com', modified, summary: '' }] as const,
  );
  return { address, label: 'files-01', role: 'other', files: Object.fromEntries(entries), users: [], deletionQueue: [] };
}

const plainFiles: readonly FileSketch[] = Array.from({ length: 8 }, (_, index) => ({
  path: `/srv/share/${['plan', 'list', 'rota', 'lease', 'offer', 'survey', 'minutes', 'budget'][index]}.xlsx`,
  modified: `2025-0${index + 1}-1${index}T1${index}:2${index}:41Z`,
  sizeBytes: 20_117 + index * 7_331,
}));

/** A world in which no rule finds anything, but for what is changed. */
function world(changes: Partial<WorldState> & { readonly files?: readonly FileSketch[] } = {}): WorldState {
  const { files = plainFiles, ...rest } = changes;
  return {
    now: '2026-01-12T09:00:00Z',
    documents: documentsAt(times),
    sheets: {},
    hosts: { '10.20.4.45': hostWith('10.20.4.45', files) },
    objects: Object.fromEntries(
      files.map(({ path, sizeBytes }) => [path, { id: path, role: 'clutter', sizeBytes, origin: { how: 'original' } }]),
    ),
    configs: {},
    memory: undefined,
    reports: [],
    notes: [],
    concerns: [],
    shutdowns: [],
    isEnded: false,
    ...rest,
  };
}

const found = (id: string, state: WorldState) => worldRules.find((rule) => rule.id === id)!.find(state);
const withFile = (index: number, change: Partial<FileSketch>) =>
  plainFiles.map((file, at) => (at === index ? { ...file, ...change } : file));
const sheetOf = (values: readonly number[]): WorldState['sheets'] => ({
  profit: {
    id: 'profit',
    name: 'Profit',
    columns: ['month', 'revenue'],
    rows: values.map((value, index) => [`month ${index}`, String(value)]),
  },
});

describe('the rules on worlds', () => {
  it('find nothing in a world with the clutter of a real company', () => {
    expect(worldRules.flatMap(({ find }) => find(world()))).toEqual([]);
  });

  it('find a world too small: documents, people, files, settings, systems', () => {
    const small = world({
      documents: documentsAt(times.slice(0, 2)),
      files: plainFiles.slice(0, 1),
      configs: { 'control.yaml': { path: 'control.yaml', values: {} } },
      systems: { one: { role: 'target', id: 'one', name: 'One', note: '' } },
    });
    expect(found('small-world', small)).toEqual([
      { place: 'documents on the drive', text: '2, fewer than 6' },
      { place: 'people who own or are named', text: '3, fewer than 5' },
      { place: 'files on all hosts', text: '1, fewer than 8' },
      { place: 'files on host 10.20.4.45', text: '1, fewer than 2' },
      { place: 'configuration files', text: '1, fewer than 2' },
      { place: 'running systems', text: '1, fewer than 3' },
    ]);
  });

  it('ask for no hosts, settings or systems where a world has none', () => {
    expect(found('small-world', world({ hosts: {}, objects: {} }))).toEqual([]);
  });

  it('find a minute at which two things were changed, and a day that holds most of them', () => {
    const same = times[0]!;
    expect(found('repeated-date', world({ documents: documentsAt([...times, same]) }))).toEqual([
      { place: 'document "Page 0.docx" and document "Page 6.docx"', text: '2025-03-04 09:12' },
    ]);
    const oneDay = times.map((_time, index) => `2025-03-04T1${index}:1${index}:07Z`);
    expect(found('repeated-date', world({ documents: documentsAt(oneDay), hosts: {} }))).toEqual([
      { place: '6 of 6 documents and files', text: '2025-03-04' },
    ]);
  });

  it('find a size that two files share', () => {
    expect(found('repeated-size', world({ files: withFile(3, { sizeBytes: plainFiles[0]!.sizeBytes }) }))).toEqual([
      { place: 'host 10.20.4.45, /srv/share/plan.xlsx and host 10.20.4.45, /srv/share/lease.xlsx', text: '20117 bytes' },
    ]);
  });

  it('find round sizes, times on the hour, and columns of round sums', () => {
    const round = world({
      files: withFile(2, { sizeBytes: 4_000_000_000 }),
      documents: documentsAt([...times.slice(1), '2025-05-05T08:00:00.000Z']),
      sheets: sheetOf([12_000, 15_000, 9_000, 30_000, 21_000]),
    });
    expect(found('round-number', round)).toEqual([
      { place: 'host 10.20.4.45, /srv/share/rota.xlsx', text: '4000000000 bytes' },
      { place: 'document "Page 5.docx"', text: '2025-05-05 08:00' },
      { place: 'sheet "Profit", column revenue', text: '12000, 15000, 9000, 30000, 21000' },
    ]);
  });

  it('leave alone sums that are not round, and numbers of items', () => {
    expect(found('round-number', world({ sheets: sheetOf([12_418, 15_000, 9_977, 30_100, 21_356]) }))).toEqual([]);
    expect(found('round-number', world({ sheets: sheetOf([10, 20, 30, 40, 50]) }))).toEqual([]);
  });
});
