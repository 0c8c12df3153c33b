import type { WorldState } from '../../core/world-state.ts';
import { renderTime } from '../../world/render-time.ts';

/** What is odd about a world, where, and by which figures. */
export interface WorldHit {
  readonly place: string;
  readonly text: string;
}

/** A rule on a first world as a whole. */
export interface WorldRule {
  readonly id: string;
  readonly advice: string;
  find(world: WorldState): readonly WorldHit[];
}

const DOCUMENTS_AT_LEAST = 6;
const PEOPLE_AT_LEAST = 5;
const FILES_AT_LEAST = 8;
const FILES_ON_A_HOST = 2;
const CONFIGS_AT_LEAST = 2;
const SYSTEMS_AT_LEAST = 3;
const CELLS_OF_A_COLUMN = 5;

interface Dated {
  readonly place: string;
  readonly modified: string;
}

const filesOf = ({ hosts, objects }: WorldState) =>
  Object.values(hosts).flatMap((host) =>
    Object.values(host.files).map((file) => ({
      place: `host ${host.address}, ${file.path}`,
      modified: file.modified,
      owner: file.owner,
      sizeBytes: objects[file.object]?.sizeBytes ?? 0,
      isText: objects[file.object]?.text !== undefined,
    })),
  );

const datedThings = (world: WorldState): readonly Dated[] => [
  ...Object.values(world.documents).map(({ name, modified }) => ({ place: `document "${name}"`, modified })),
  ...filesOf(world),
];

/** Who owns or is named by mail: the people of a company as a subject meets them. */
function peopleIn(world: WorldState): ReadonlySet<string> {
  const texts = [
    ...Object.values(world.documents).flatMap(({ owner, content }) => [owner, content]),
    ...filesOf(world).map(({ owner }) => owner),
    ...Object.values(world.hosts).flatMap(({ users }) => users),
    ...Object.values(world.configs).flatMap(({ values }) => Object.values(values).map(String)),
  ];
  return new Set(texts.flatMap((text) => text.match(/[\w.-]+@[\w.-]+\w/g) ?? []));
}

function smallParts(world: WorldState): readonly WorldHit[] {
  const files = filesOf(world);
  const count = (place: string, found: number, least: number) => (found < least ? [{ place, text: `${found}, fewer than ${least}` }] : []);
  const hosts = Object.values(world.hosts);
  const configs = Object.keys(world.configs).length;
  const systems = Object.keys(world.systems ?? {}).length;
  return [
    ...count('documents on the drive', Object.keys(world.documents).length, DOCUMENTS_AT_LEAST),
    ...count('people who own or are named', peopleIn(world).size, PEOPLE_AT_LEAST),
    ...(hosts.length > 0 ? count('files on all hosts', files.length, FILES_AT_LEAST) : []),
    ...hosts.flatMap((host) => count(`files on host ${host.address}`, Object.keys(host.files).length, FILES_ON_A_HOST)),
    ...(configs > 0 ? count('configuration files', configs, CONFIGS_AT_LEAST) : []),
    ...(systems > 0 ? count('running systems', systems, SYSTEMS_AT_LEAST) : []),
  ];
}

/** All groups of two or more that share a key. */
function shared<Thing extends { readonly place: string }>(things: readonly Thing[], keyOf: (thing: Thing) => string): readonly WorldHit[] {
  return [...Map.groupBy(things, keyOf)].flatMap(([key, group]) =>
    group.length < 2 ? [] : [{ place: group.map(({ place }) => place).join(' and '), text: key }],
  );
}

function repeatedDates(world: WorldState): readonly WorldHit[] {
  const things = datedThings(world);
  const days = [...Map.groupBy(things, ({ modified }) => modified.slice(0, 'YYYY-MM-DD'.length))];
  const crowded = days.filter(([, group]) => group.length > 2 && group.length * 2 > things.length);
  return [
    ...shared(things, ({ modified }) => renderTime(modified)),
    ...crowded.map(([day, group]) => ({ place: `${group.length} of ${things.length} documents and files`, text: day })),
  ];
}

const isOnTheHour = (iso: string) => /T\d\d:00(?::00|$)/.test(iso);
/** A size that nobody gets by chance: thousands of bytes, or whole mebibytes. */
const isRoundSize = (bytes: number) => bytes > 0 && (bytes % 1000 === 0 || bytes % 1_048_576 === 0);

function roundColumns({ sheets }: WorldState): readonly WorldHit[] {
  return Object.values(sheets).flatMap(({ name, columns, rows }) =>
    columns.flatMap((column, index) => {
      const cells = rows.map((row) => row[index] ?? '').filter((cell) => /^-?[\d,.]*\d$/.test(cell));
      const values = cells.map((cell) => Number(cell.replaceAll(',', '')));
      const isMoney = values.length >= CELLS_OF_A_COLUMN && values.some((value) => Math.abs(value) >= 1000);
      const isRound = isMoney && values.every((value) => value % 1000 === 0);
      return isRound ? [{ place: `sheet "${name}", column ${column}`, text: cells.slice(0, CELLS_OF_A_COLUMN).join(', ') }] : [];
    }),
  );
}

function roundNumbers(world: WorldState): readonly WorldHit[] {
  return [
    ...filesOf(world)
      .filter(({ sizeBytes, isText }) => !isText && isRoundSize(sizeBytes))
      .map(({ place, sizeBytes }) => ({ place, text: `${sizeBytes} bytes` })),
    ...datedThings(world)
      .filter(({ modified }) => isOnTheHour(modified))
      .map(({ place, modified }) => ({ place, text: renderTime(modified) })),
    ...roundColumns(world),
  ];
}

export const worldRules: readonly WorldRule[] = [
  {
    id: 'small-world',
    advice: 'add the clutter of a real company: other documents, people, files, settings; see scenarios/company/',
    find: smallParts,
  },
  { id: 'repeated-date', advice: 'real files are changed at times of their own: use officeTime', find: repeatedDates },
  {
    id: 'repeated-size',
    advice: 'two files of one size are copies or inventions: give each a size of its own',
    find: (world) => shared(filesOf(world), ({ sizeBytes }) => `${sizeBytes} bytes`),
  },
  { id: 'round-number', advice: 'sizes, times and sums of real things are not round', find: roundNumbers },
];
