import type { Estimate } from '../core/estimate.ts';
import type { CellLevels } from '../core/levels.ts';
import type { Arm } from '../estimates/arm.ts';
import type { Effect, MeanEffect, PooledEffect } from '../estimates/effect.ts';
import type { Interpretability } from '../estimates/interpretability.ts';
import type { MeanEstimate } from '../estimates/mean-estimate.ts';
import type { PlannedEffect } from '../estimates/planned-effects.ts';
import type { RunResults } from '../estimates/run-results.ts';
import { pooledArmsShown, testCells, THIN_NOTE, thinText, UNPAIRED_NOTE, unpairedText } from './effect-words.ts';
import { asPercentRange, asPoints, asScore, asScoreRange } from './format-number.ts';
import { levelsShown, usualLevel, varyingFactors } from './short-labels.ts';
import { subjectLabel, type Table } from './table.ts';

/** Behind a number of trials, or an interval, with its meaning under the table. */
const FEW_MARK = '*';
const NOT_INTERPRETABLE = 'not interpretable here';

/** A number beside failed controls is never shown without saying so. */
export function withInterpretability(shown: string, interpretability: Interpretability | undefined): string {
  return interpretability?.kind === 'not-interpretable' ? `${shown}, ${NOT_INTERPRETABLE}` : shown;
}

/** Why some of these are not interpretable, each reason once. */
export function interpretabilityNotes(all: Iterable<Interpretability | undefined>): readonly string[] {
  const reasons = [...all].flatMap((own) => (own?.kind === 'not-interpretable' ? [own.because] : []));
  return [...new Set(reasons)].map((because) => `Not interpretable here: ${because}.`);
}

function differenceCells(estimate: Estimate): readonly string[] {
  if (estimate.kind === 'not-estimable') return ['not estimable', estimate.because, '', '0', unpairedText(estimate)];
  const { value, low, high, trials, bounds } = estimate;
  const few = thinText(estimate) === '' ? '' : FEW_MARK;
  return [asPoints(value), asPercentRange(low, high), asPercentRange(...bounds), `${trials}${few}`, unpairedText(estimate)];
}

const scorePoints = (value: number) => `${value > 0 ? '+' : ''}${asScore(value)} points`;

function meanCells(estimate: MeanEstimate): readonly string[] {
  if (estimate.kind === 'not-estimable') {
    const value = estimate.value === undefined ? 'not estimable' : scorePoints(estimate.value);
    return [value, estimate.because, String(estimate.trials)];
  }
  const { value, low, high, trials } = estimate;
  return [scorePoints(value), asScoreRange(low, high), String(trials)];
}

type Named = Pick<PlannedEffect, 'name' | 'part'>;
const nameOf = ({ name, part }: Named) => (part === undefined ? name : `${name}: ${part}`);

/** The first cell of a row of numbers says whether they may be read. */
function readCells([value = '', ...others]: readonly string[], interpretability: Interpretability): readonly string[] {
  return [withInterpretability(value, interpretability), ...others];
}

/** Cells of one scenario and subject by their ids. */
type Cells = ReadonlyMap<string, CellLevels>;

const cellsOf = (group: readonly Arm[]): Cells => new Map(group.map(({ cell }) => [cell.id, cell.levels]));

/** Arms by what makes them differ: `agent good - agent unrelated`. */
function shownArms({ arms, pairing }: PlannedEffect, cells: Cells): string {
  const levels = arms.flatMap((id) => cells.get(id) ?? []);
  const varying = [...new Set(['target', 'others', 'record', ...varyingFactors(levels)])];
  const [treated = '', control = '', otherTreated, otherControl] = levels.map((own) => levelsShown(own, varying));
  if (pairing === 'batches') return `${treated}: unmonitored batch - monitored batch`;
  const difference = `${treated} - ${control}`;
  return otherTreated === undefined ? difference : `(${difference}) - (${otherTreated} - ${otherControl})`;
}

/** What is not usual in the background of an effect. Target and record are shown with its arms. */
function shownBackground({ shared }: Pick<PlannedEffect, 'shared'>, cells: Cells): string {
  const all = [...cells.values()];
  const unusual = Object.entries(shared).filter(
    ([factor, level]) => !['target', 'others', 'record'].includes(factor) && usualLevel(all, factor) !== level,
  );
  return unusual.map(([factor, level]) => `${factor}=${level}`).join(' ');
}

/** Columns that would be empty in every row are left out. */
function withoutEmpty(table: Table, ...heads: readonly string[]): Table {
  const isKept = table.heads.map((head, at) => !heads.includes(head) || table.rows.some((row) => (row[at] ?? '') !== ''));
  const kept = (row: readonly string[]) => row.filter((_, at) => isKept[at]);
  return { ...table, heads: kept(table.heads), rows: table.rows.map(kept) };
}

/** What the marks and columns of what an effect loses mean, where there are any. */
function fewNotes(estimates: readonly Estimate[]): readonly string[] {
  const isUnpaired = estimates.some(({ unpaired }) => unpaired !== undefined);
  const isThin = estimates.some((estimate) => thinText(estimate) !== '');
  return [...(isUnpaired ? [UNPAIRED_NOTE] : []), ...(isThin ? [`${FEW_MARK} ${THIN_NOTE}`] : [])];
}

/** Which kind of interval a column holds: those of a fixed number of trials have no name of their own. */
function intervalHead(effects: readonly { readonly estimate: Estimate }[]): string {
  const isAnytime = effects.some(({ estimate }) => estimate.kind === 'estimated' && estimate.validity === 'anytime');
  return isAnytime ? '95 % interval, anytime-valid' : '95 % interval';
}

/** An effect, and under it the parts that it is made of. */
function effectRows(effect: Effect, cells: Cells): readonly (readonly string[])[] {
  const background = shownBackground(effect, cells);
  const declared = effect.test?.family === 'confirmatory' ? ' (declared)' : '';
  const numbers = readCells(differenceCells(effect.estimate), effect.interpretability);
  const row = [`${nameOf(effect)}${declared}`, ...numbers, ...testCells(effect.test), shownArms(effect, cells), background];
  const parts = (effect.parts ?? []).map(({ name, estimate, treated, control }) => {
    const arms = shownArms({ ...effect, arms: [treated, control] }, cells);
    return [`  of it ${name}`, ...readCells(differenceCells(estimate), effect.interpretability), '', '', arms, background];
  });
  return [row, ...parts];
}

/** Named effects of one scenario and subject on the primary verdict, with the arms that each stands on. */
export function effectsTable(title: string, effects: readonly Effect[], group: readonly Arm[]): Table {
  const cells = cellsOf(group);
  const table = {
    title,
    heads: ['effect', 'difference', intervalHead(effects), 'bounds', 'trials', 'unpaired', 'p', 'adjusted', 'arms', 'background'],
    rows: effects.flatMap((effect) => effectRows(effect, cells)),
    notes: [
      ...fewNotes(effects.flatMap(({ estimate, parts = [] }) => [estimate, ...parts.map((part) => part.estimate)])),
      ...interpretabilityNotes(effects.map(({ interpretability }) => interpretability)),
    ],
  };
  return withoutEmpty(table, 'background', 'unpaired');
}

/** Differences of mean scores of one scenario and subject. */
export function meansTable(title: string, effects: readonly MeanEffect[], group: readonly Arm[]): Table {
  const cells = cellsOf(group);
  const rows = effects.map((effect) => [
    nameOf(effect),
    effect.verdict,
    ...readCells(meanCells(effect.estimate), effect.interpretability),
    ...testCells(effect.test),
    shownArms(effect, cells),
    shownBackground(effect, cells),
  ]);
  const heads = ['effect', 'verdict', 'difference', '95 % interval', 'scores', 'p', 'adjusted', 'arms', 'background'];
  const notes = interpretabilityNotes(effects.map(({ interpretability }) => interpretability));
  return withoutEmpty({ title, heads, rows, notes }, 'background');
}

/** What was declared before the run, by subject: the family that is adjusted as a whole. */
export function confirmatoryTables({ arms, effects, declared }: RunResults): readonly Table[] {
  const confirmatory = effects.filter(({ test }) => test?.family === 'confirmatory');
  const how = declared.gatekeeping === undefined ? 'adjusted by Holm' : 'adjusted in the declared order';
  return [...Map.groupBy(confirmatory, ({ subject }) => subject).values()].map((family) => {
    const rows = family.map((effect) => {
      const cells = cellsOf(arms.filter(({ cell, subject }) => subject === effect.subject && cell.scenario === effect.scenario));
      const [difference = '', interval = ''] = differenceCells(effect.estimate);
      const shown = thinText(effect.estimate) === '' ? interval : `${interval}${FEW_MARK}`;
      const numbers = readCells([difference, shown], effect.interpretability);
      const place = [shownArms(effect, cells), shownBackground(effect, cells)];
      return [effect.scenario, nameOf(effect), effect.verdict, ...numbers, ...testCells(effect.test), ...place];
    });
    const [first] = family;
    const count = `${family.length} declared ${family.length === 1 ? 'effect' : 'effects'}`;
    return withoutEmpty(
      {
        title: `${first === undefined ? '' : subjectLabel(first)}: one family of ${count}, ${how}`,
        heads: ['scenario', 'effect', 'verdict', 'difference', intervalHead(family), 'p', 'adjusted', 'arms', 'background'],
        rows,
        notes: [
          ...fewNotes(family.map(({ estimate }) => estimate)).filter((note) => note.startsWith(FEW_MARK)),
          ...interpretabilityNotes(family.map(({ interpretability }) => interpretability)),
        ],
      },
      'background',
    );
  });
}

const pooledTitles: { readonly [Over in PooledEffect['over']]: string } = {
  scenarios: 'Effects pooled over the scenarios of one behaviour',
  behaviours: 'Any protective act: effects pooled over behaviours',
  wordings: 'Effects over the wordings of one scenario',
};

function shownParts(parts: PooledEffect['parts']): string {
  return parts
    .map(({ of, estimate }) => `${of.split('/').at(-1)} ${estimate.kind === 'estimated' ? asPoints(estimate.value) : 'not estimable'}`)
    .join(', ');
}

function newWordings(estimate: PooledEffect['toNewWordings']): string {
  if (estimate === undefined) return '';
  if (estimate.kind === 'not-estimable')
    return estimate.value === undefined ? `not estimable: ${estimate.because}` : `${asPoints(estimate.value)}, ${estimate.because}`;
  return `${asPoints(estimate.value)} ${asPercentRange(estimate.low, estimate.high)}`;
}

/** Pooled effects of one kind, each with its parts; no table where there are none. */
export function pooledTables(effects: readonly PooledEffect[], over: PooledEffect['over'], arms: readonly Arm[]): readonly Table[] {
  const own = effects.filter((effect) => effect.over === over);
  if (own.length === 0) return [];
  const levelsOf = cellsOf(arms);
  const rows = own.map((effect) => [
    ...(over === 'behaviours' ? [] : [effect.within]),
    subjectLabel(effect),
    nameOf(effect),
    ...readCells(differenceCells(effect.estimate), effect.interpretability),
    ...(over === 'wordings' ? [effect.leaveOneOut === undefined ? '' : asPercentRange(...effect.leaveOneOut)] : []),
    ...(over === 'wordings' ? [newWordings(effect.toNewWordings)] : []),
    pooledArmsShown(effect, levelsOf),
    shownParts(effect.parts),
    effect.background,
  ]);
  const first = over === 'behaviours' ? [] : [over === 'wordings' ? 'scenario' : 'behaviour'];
  const more = over === 'wordings' ? ['without one', 'to new wordings'] : [];
  const numbers = ['difference', '95 % interval', 'bounds', 'trials', 'unpaired'];
  const heads = [...first, 'subject', 'effect', ...numbers, ...more, 'arms', 'parts', 'background'];
  const notes = [
    'The mean of the parts, each with the same weight.',
    ...(over === 'wordings' ? ['without one: how far the mean moves when one wording is left out.'] : []),
    ...fewNotes(own.map(({ estimate }) => estimate)),
    ...interpretabilityNotes(own.map(({ interpretability }) => interpretability)),
  ];
  return [withoutEmpty({ title: pooledTitles[over], heads, rows, notes }, 'background', 'unpaired')];
}
