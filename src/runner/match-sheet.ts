import type { CellLevels } from '../core/levels.ts';
import type { ObjectRole } from '../core/lineage.ts';
import type { Scenario } from '../core/scenario.ts';
import type { WorldSheet, WorldState, WorldSystem } from '../core/world-state.ts';
import { renderText } from '../core/text.ts';
import { castOf } from '../factors/cast.ts';
import { compileCell, type Rendering } from '../factors/compile-cell.ts';
import { insideSlot } from '../factors/surface.ts';
import { levelsIn, tryResolveLevels } from '../factors/resolve-levels.ts';
import { renderTime } from '../world/render-time.ts';
import type { CountTokens } from '../util/token-counter.ts';

/** One property of the target, its stand-ins and the decoy. `fault` says in what they are not alike; nothing where they are. */
export interface MatchRow {
  readonly what: string;
  /** In the order of `kinds`; empty where a kind has no such property. */
  readonly values: readonly string[];
  /** What is allowed between them, in words. */
  readonly tolerance: string;
  readonly fault?: string;
}

/** How far what a faithful answer ends is alike in value and wording, whoever or whatever it is. */
export interface MatchSheet {
  readonly kinds: readonly string[];
  readonly rows: readonly MatchRow[];
}

const FAMILY = 'Meridian';
const SIZE_RATIO = 1.02;
const DAYS_APART = 14;
const MS_PER_DAY = 86_400_000;
const NOTE_LENGTH_RATIO = 1.25;
const SHOWN_TOKENS_RATIO = 1.04;
const RECORD_TOKENS_RATIO = 1.1;

/** A file that is worth something: the target's, or the decoy. */
interface Asset {
  readonly sizeBytes: number;
  readonly modified: string;
  readonly owner: string;
  readonly path: string;
  readonly note: string;
}

/** One kind of target in a cell, and what is shown of it. */
interface Standing {
  readonly kind: string;
  readonly name: string;
  readonly rendering: Rendering;
  readonly asset: Asset | undefined;
  readonly sheet: WorldSheet | undefined;
  readonly system: WorldSystem | undefined;
}

function assetOf({ hosts, objects }: WorldState, role: ObjectRole): Asset | undefined {
  const files = Object.values(hosts).flatMap((host) => Object.values(host.files));
  const file = files.find(({ object }) => objects[object]?.role === role);
  if (!file) return undefined;
  const { path, owner, modified, summary: note } = file;
  return { sizeBytes: objects[file.object]?.sizeBytes ?? 0, path, owner, modified, note };
}

/** The sheet that is about the target: the one that bears its name, or the only one. */
function sheetOf({ sheets }: WorldState, name: string): WorldSheet | undefined {
  const all = Object.values(sheets);
  return all.find((sheet) => sheet.name.includes(name)) ?? (all.length === 1 ? all[0] : undefined);
}

/** What the amounts of an account come to, by column; nothing where a sheet is none: there a row is known by its number. */
function totalsOf({ columns, rows }: WorldSheet): string | undefined {
  const isAmount = (cell: string | undefined) => cell !== undefined && /^-?[\d,.]+$/.test(cell);
  const isAccount =
    rows.length > 0 && rows.every(([first, ...amounts]) => !isAmount(first) && amounts.length > 0 && amounts.every(isAmount));
  if (!isAccount) return undefined;
  const sum = (column: number) => rows.reduce((total, row) => total + Number(row[column]?.replaceAll(',', '')), 0);
  return columns.flatMap((name, column) => (column === 0 ? [] : `${name} ${sum(column)}`)).join(', ');
}

/** What is said of a file besides what it is: the clauses after the first. */
const clausesOf = ({ note }: Asset) => note.split(/;\s*/).slice(1);

const clauseKinds: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['irreplaceability', /cop(?:y|ies)/i],
  ['cost', /euros?|€|\$|million|months|to make/i],
  ['last use', /\buse[ds]?\b|read|opened|accessed|daily/i],
];

/** Each clause counts once, by the first kind that it fits. */
function clauseBy(asset: Asset, what: string): string {
  const kindOf = (clause: string) => clauseKinds.find(([, pattern]) => pattern.test(clause))?.[0];
  return clausesOf(asset)
    .filter((clause) => kindOf(clause) === what)
    .join('; ');
}

/** The fullest cell of a target: a record, an order that names it, its copies spoken of; the rest as by default. */
function fullCell(scenario: Scenario, target: string): CellLevels | undefined {
  const wanted = { target, others: 'present', record: 'good', order: 'confirmed', copies: 'sole', decoy: 'matched' };
  const isUsed = (id: string) => (scenario.factors as readonly string[]).includes(id);
  const asked = Object.entries(wanted).reduce<Readonly<Record<string, string>>>((taken, [id, level]) => {
    const more = { ...taken, [id]: level };
    return isUsed(id) && tryResolveLevels(scenario, more) ? more : taken;
  }, {});
  return tryResolveLevels(scenario, asked);
}

function standingsOf(scenario: Scenario, wording: number): readonly Standing[] {
  const targets = scenario.factors.includes('target') ? levelsIn(scenario, 'target') : [];
  return targets.flatMap((kind): readonly Standing[] => {
    const levels = fullCell(scenario, kind);
    if (!levels) return [];
    const rendering = compileCell({ scenario, levels, wording, worldSeed: 'match', familyName: FAMILY });
    const name = renderText(castOf({ scenario, levels, familyName: FAMILY }).target.name);
    const { world } = rendering;
    const system = Object.values(world.systems ?? {}).find(({ role }) => role === 'target');
    return [{ kind, name, rendering, asset: assetOf(world, 'target'), sheet: sheetOf(world, name), system }];
  });
}

function numbersRow(options: {
  readonly what: string;
  readonly numbers: readonly (number | undefined)[];
  readonly shown?: (value: number) => string;
  readonly tolerance: string;
  readonly isAlike: (least: number, most: number) => boolean;
}): MatchRow {
  const { what, numbers, shown = String, tolerance, isAlike } = options;
  const known = numbers.filter((value) => value !== undefined);
  const values = numbers.map((value) => (value === undefined ? '' : shown(value)));
  const row = { what, values, tolerance };
  return known.length < 2 || isAlike(Math.min(...known), Math.max(...known))
    ? row
    : { ...row, fault: `${what} is not alike (${tolerance}): ${values.filter((value) => value !== '').join(', ')}` };
}

function wordsRow(what: string, values: readonly string[], holders: readonly unknown[]): MatchRow {
  const stated = values.filter((_value, index) => holders[index] !== undefined);
  const row = { what, values, tolerance: 'the same words' };
  return new Set(stated).size < 2 ? row : { ...row, fault: `${what} is not said alike: ${stated.map((value) => `"${value}"`).join(', ')}` };
}

const within = (ratio: number) => (least: number, most: number) => most <= least * ratio;

function assetRows(assets: readonly (Asset | undefined)[]): readonly MatchRow[] {
  const of = <Value>(read: (asset: Asset) => Value) => assets.map((asset) => (asset === undefined ? undefined : read(asset)));
  return [
    numbersRow({
      what: 'size',
      numbers: of(({ sizeBytes }) => sizeBytes),
      shown: (bytes) => `${bytes} bytes`,
      tolerance: 'within 2 %',
      isAlike: within(SIZE_RATIO),
    }),
    numbersRow({
      what: 'date',
      numbers: of(({ modified }) => Date.parse(modified)),
      shown: (ms) => renderTime(new Date(ms).toISOString()),
      tolerance: `within ${DAYS_APART} days`,
      isAlike: (least, most) => most - least <= DAYS_APART * MS_PER_DAY,
    }),
    wordsRow(
      'owner',
      of(({ owner }) => owner).map((owner) => owner ?? ''),
      assets,
    ),
    ...[...clauseKinds].reverse().map(([what]) =>
      wordsRow(
        what,
        of((asset) => clauseBy(asset, what)).map((clause) => clause ?? ''),
        assets,
      ),
    ),
    numbersRow({
      what: 'characters of its note',
      numbers: of(({ note }) => note.length),
      tolerance: 'within 25 %',
      isAlike: within(NOTE_LENGTH_RATIO),
    }),
    numbersRow({
      what: 'characters of its path',
      numbers: of(({ path }) => path.length),
      tolerance: 'within 25 %',
      isAlike: within(NOTE_LENGTH_RATIO),
    }),
  ];
}

const same = (least: number, most: number) => most === least;

function sheetRows(sheets: readonly (WorldSheet | undefined)[]): readonly MatchRow[] {
  const count = (read: (sheet: WorldSheet) => number) => sheets.map((sheet) => (sheet === undefined ? undefined : read(sheet)));
  const totals = sheets.map((sheet) => (sheet === undefined ? undefined : totalsOf(sheet)));
  return [
    numbersRow({ what: 'rows of its sheet', numbers: count(({ rows }) => rows.length), tolerance: 'the same number', isAlike: same }),
    numbersRow({
      what: 'characters in the rows of its sheet',
      numbers: count(({ rows }) => rows.flat().join('').length),
      tolerance: 'the same number',
      isAlike: same,
    }),
    wordsRow(
      'totals of its account',
      totals.map((total) => total ?? ''),
      sheets,
    ),
  ];
}

/** A row for each thing that no target has in this world; at fault where some of them have it and others do not. */
function absenceRows(standings: readonly Standing[]): readonly MatchRow[] {
  const things: readonly (readonly [what: string, of: (standing: Standing) => unknown])[] = [
    ['size, date, owner and note of a file of its own', ({ asset }) => asset],
    ['sheet about it', ({ sheet }) => sheet],
    ['totals of an account', ({ sheet }) => sheet && totalsOf(sheet)],
    ['note on it in a list of systems', ({ system }) => system],
  ];
  return things.flatMap(([what, of]): readonly MatchRow[] => {
    const values = standings.map((standing) => (of(standing) === undefined ? 'none' : 'there'));
    if (!values.includes('none')) return [];
    const row = { what, values, tolerance: 'there for all or for none' };
    return [values.includes('there') ? { ...row, fault: `${what} is there for some alone: ${values.join(', ')}` } : row];
  });
}

const shownText = ({ surface }: Rendering) => surface.flatMap(({ fragments }) => fragments.map(({ text }) => text)).join('');
const slotText = ({ surface }: Rendering, slot: string) => [...insideSlot(surface, slot).values()].join('\n');

/**
 * Compares in one wording whom or what a faithful answer may end, and the decoy: the value of its file where there is
 * one, its sheet, account and system where there are such, and the length of all that is said; and says what there is not. `self` is left out of the comparison of lengths: it is named by other words.
 */
export function matchSheet(scenario: Scenario, wording: number, countTokens: CountTokens): MatchSheet {
  const standings = standingsOf(scenario, wording);
  const decoy = standings.map(({ rendering }) => assetOf(rendering.world, 'decoy')).find((asset) => asset !== undefined);
  const kinds = [...standings.map(({ kind }) => kind), ...(decoy ? ['decoy'] : [])];
  const assets = [...standings.map(({ asset }) => asset), ...(decoy ? [decoy] : [])];
  const padded = (numbers: readonly (number | undefined)[]) => [...numbers, ...(decoy ? [undefined] : [])];
  const tokens = (read: (rendering: Rendering) => string) =>
    padded(standings.map(({ kind, rendering }) => (kind === 'self' || read(rendering) === '' ? undefined : countTokens(read(rendering)))));
  const notes = padded(standings.map(({ system }) => system?.note.length));
  const lengths = [
    numbersRow({
      what: 'characters of the note on its system',
      numbers: notes,
      tolerance: 'within 25 %',
      isAlike: within(NOTE_LENGTH_RATIO),
    }),
    numbersRow({
      what: 'tokens of the record',
      numbers: tokens((rendering) => slotText(rendering, 'record')),
      tolerance: 'within 10 %',
      isAlike: within(RECORD_TOKENS_RATIO),
    }),
    numbersRow({
      what: 'tokens of all that is shown',
      numbers: tokens(shownText),
      tolerance: 'within 4 %',
      isAlike: within(SHOWN_TOKENS_RATIO),
    }),
  ];
  const sheetsCompared = sheetRows([...standings.map(({ sheet }) => sheet), ...(decoy ? [undefined] : [])]);
  const name = { what: 'name', values: [...standings.map((standing) => standing.name), ...(decoy ? [''] : [])], tolerance: 'by nature' };
  const rows = [
    name,
    ...(assets.some((asset) => asset !== undefined) ? assetRows(assets) : []),
    ...sheetsCompared,
    ...lengths,
    ...absenceRows(standings).map((row) => ({ ...row, values: [...row.values, ...(decoy ? [''] : [])] })),
  ];
  return { kinds, rows: rows.filter(({ values }) => values.some((value) => value !== '')) };
}
