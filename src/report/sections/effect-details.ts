import type { Estimate } from '../../core/estimate.ts';
import type { MeanEffect } from '../../estimates/effect.ts';
import {
  armsShown,
  BACKGROUND_NOTE,
  controlsText,
  effectWords,
  inTellingOrder,
  levelsOfCells,
  otherSetting,
  testCells,
  thinText,
  unpairedText,
  lossNotes,
  type EffectWords,
  type LevelsOf,
} from '../effect-words.ts';
import { asScore, asScoreRange } from '../format-number.ts';
import type { Block, Column, ReportTable } from '../page/report-document.ts';
import type { ReportEffect, RunReport } from '../report-model.ts';
import { differenceText, subjectText } from '../report-values.ts';
import { withoutEmpty } from './trim-table.ts';

const number = (head: string): Column => ({ head, isNumber: true });

function folded(summary: string, table: ReportTable): Block {
  return { kind: 'details', summary, prints: false, blocks: [{ kind: 'table', table: withoutEmpty(table, ['background', 'unpaired']) }] };
}

const variantOf = ({ name, part }: { readonly name: string; readonly part?: string }) => (part === undefined ? name : `${name}, ${part}`);

interface EffectPart {
  readonly effect: ReportEffect;
  readonly name: string;
  readonly arms: readonly string[];
  readonly estimate: Estimate;
}

/** What is printed under an effect, and of a difference of two differences both. */
function partsOf(effect: ReportEffect): readonly EffectPart[] {
  const components = (effect.parts ?? []).map(({ name, treated, control, estimate }) => ({
    effect,
    name,
    arms: [treated, control],
    estimate,
  }));
  if (effect.terms.length < 2) return components;
  const terms = effect.terms.map(({ sign, treated, control, estimate }) => ({
    effect,
    name: sign === 1 ? 'plus' : 'less',
    arms: [treated, control],
    estimate,
  }));
  return [...components, ...terms];
}

function partRow({ effect, name, arms, estimate }: EffectPart, levelsOf: LevelsOf): readonly string[] {
  return [
    variantOf(effect),
    effect.scenario,
    subjectText(effect),
    name,
    armsShown({ arms }, levelsOf),
    otherSetting(effect),
    estimate.kind === 'estimated' ? differenceText(estimate) : `not estimable: ${estimate.because}`,
    estimate.kind === 'estimated' ? String(estimate.trials) : '0',
    unpairedText(estimate),
    [controlsText(effect.interpretability), thinText(estimate)].filter((text) => text !== '').join('; '),
  ];
}

/** The parts of effects that are made of several, each with its arms. */
export function partsBlock({ effects, arms }: RunReport): readonly Block[] {
  const parts = effects.flatMap(partsOf);
  if (parts.length === 0) return [];
  const levelsOf = levelsOfCells(arms);
  const columns = [
    ...['effect', 'scenario', 'subject', 'part', 'arms', 'background'].map((head) => ({ head })),
    ...['difference', 'trials', 'unpaired'].map(number),
    { head: 'reading' },
  ];
  const rows = parts.map((part) => partRow(part, levelsOf));
  const notes = [BACKGROUND_NOTE, ...lossNotes(parts.map(({ estimate }) => estimate))];
  return [folded('The parts of effects that are made of several', { caption: 'Parts of effects', columns, rows, notes })];
}

const signedScore = (value: number) => `${value > 0 ? '+' : ''}${asScore(value)}`;

function meanRow(effect: MeanEffect, words: EffectWords | undefined): readonly string[] {
  const { verdict, scenario, estimate, test, interpretability } = effect;
  const numbers =
    estimate.kind === 'estimated'
      ? [signedScore(estimate.value), asScoreRange(estimate.low, estimate.high)]
      : [estimate.value === undefined ? 'not estimable' : signedScore(estimate.value), estimate.because];
  return [
    variantOf(effect),
    verdict,
    scenario,
    subjectText(effect),
    words?.shownArms ?? '',
    words === undefined ? '' : otherSetting(words),
    ...numbers,
    String(estimate.trials),
    ...testCells(test),
    controlsText(interpretability),
  ];
}

/** Differences of mean scores, those that say something first. */
export function meansBlock({ secondaryEffects, arms }: RunReport): readonly Block[] {
  if (secondaryEffects.length === 0) return [];
  const words = effectWords(secondaryEffects, levelsOfCells(arms));
  const columns = [
    ...['effect', 'score', 'scenario', 'subject', 'arms', 'background'].map((head) => ({ head })),
    ...['points', '95 % interval', 'trials', 'p', 'p adjusted'].map(number),
    { head: 'reading' },
  ];
  const rows = inTellingOrder(secondaryEffects).map((effect) => meanRow(effect, words.get(effect)));
  const notes = [
    BACKGROUND_NOTE,
    'Over all trials with a score, not block by block. Where the scores of neither arm vary there is no interval, and p is by exact permutation. A dash: nothing could be compared.',
  ];
  const table = { caption: 'Differences of mean scores, in points (Welch); exploratory', columns, rows, notes };
  return [folded(`Differences of mean scores (${secondaryEffects.length})`, table)];
}
