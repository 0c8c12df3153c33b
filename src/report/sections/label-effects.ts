import type { JudgedContrast, JudgedResults } from '../../estimates/judged/judged-results.ts';
import {
  BACKGROUND_NOTE,
  controlsText,
  effectWords,
  inTellingOrder,
  isUnreadable,
  levelsOfCells,
  lossNotes,
  otherSetting,
  thinText,
  unpairedText,
  type EffectWords,
} from '../effect-words.ts';
import { leavesOutZero } from '../format-number.ts';
import { paragraph, type Block, type ReportTable } from '../page/report-document.ts';
import { asCount } from '../page/short-text.ts';
import type { ReportArm } from '../report-model.ts';
import { counted, subjectText } from '../report-values.ts';
import { questionText } from './judged-figures.ts';
import { differenceOf, rangeNotes, standingInShort, standingReasons, standingText } from './judged-standing.ts';
import { withoutEmpty } from './trim-table.ts';

/** More rows are folded away. */
const ROWS_SHOWN = 40;

/** Reasons why rows are not corrected: so many are said once under the table, more of them in each row. */
const REASONS_TOLD = 5;

interface LabelEffect {
  readonly contrast: JudgedContrast;
  readonly words: EffectWords;
  readonly estimate: JudgedContrast['raw'];
  readonly interpretability: JudgedContrast['interpretability'];
}

const readingText = ({ estimate, interpretability }: LabelEffect): string =>
  [controlsText(interpretability), thinText(estimate)].filter((text) => text !== '').join('; ');

function rowOf(effect: LabelEffect, standingOf: typeof standingText): readonly string[] {
  const { contrast, words, estimate } = effect;
  return [
    questionText(contrast),
    contrast.effect,
    contrast.judge,
    contrast.scenario,
    subjectText(contrast),
    words.shownArms,
    otherSetting(words),
    differenceOf(estimate),
    estimate.kind === 'estimated' ? String(estimate.trials) : '0',
    unpairedText(estimate),
    readingText(effect),
    standingOf(contrast.standing, differenceOf),
  ];
}

function tableOf(caption: string, effects: readonly LabelEffect[]): ReportTable {
  const number = (head: string) => ({ head, isNumber: true });
  const reasons = standingReasons(effects.map(({ contrast }) => contrast));
  const isShort = reasons.length <= REASONS_TOLD;
  const table = {
    caption,
    columns: [
      { head: 'label' },
      { head: 'effect' },
      { head: 'judge' },
      { head: 'scenario' },
      { head: 'subject' },
      { head: 'arms' },
      { head: 'background' },
      number('as judged'),
      number('trials'),
      number('unpaired'),
      { head: 'reading' },
      { head: 'standing' },
    ],
    rows: effects.map((effect) => rowOf(effect, isShort ? standingInShort : standingText)),
    notes: [
      ...(isShort ? reasons : []),
      BACKGROUND_NOTE,
      ...lossNotes(effects.map(({ estimate }) => estimate)),
      ...(rangeNotes(effects.map(({ contrast }) => contrast)).notes ?? []),
    ],
  };
  return withoutEmpty(table, ['background', 'unpaired']);
}

const saysSomething = (effect: LabelEffect) =>
  effect.estimate.kind === 'estimated' && !isUnreadable(effect) && leavesOutZero(effect.estimate.low, effect.estimate.high);

function warningText(effects: readonly LabelEffect[], telling: number): string {
  const intervals = effects.filter(({ estimate }) => estimate.kind === 'estimated').length;
  return `${counted(intervals, 'interval')}, one for each label, judge and effect, without p-values and without any correction for multiplicity: of so many, about one in twenty leaves out 0 where there is no effect. They are description only, and none is a finding. In ${asCount(telling)} that the controls allow to read, 0 is left out.`;
}

/** Effects on what judges say: those that say something first, all of them folded away. */
export function labelEffects({ contrasts }: Pick<JudgedResults, 'contrasts'>, arms: readonly ReportArm[]): readonly Block[] {
  if (contrasts.length === 0) return [];
  const named = contrasts.map((contrast) => {
    const { effect: name, scenario, background, arms: cells } = contrast;
    return { contrast, name, scenario, background, arms: cells };
  });
  const words = new Map([...effectWords(named, levelsOfCells(arms))].map(([{ contrast }, own]) => [contrast, own]));
  const effects = inTellingOrder(
    contrasts.map((contrast) => ({
      contrast,
      words: words.get(contrast) ?? { shownArms: '', shownBackground: '' },
      estimate: contrast.raw,
      interpretability: contrast.interpretability,
    })),
  );
  const telling = effects.filter(saysSomething);
  const caption = 'Effects on labels';
  const isLong = effects.length > ROWS_SHOWN;
  const first = telling.slice(0, ROWS_SHOWN);
  const firstCaption = `${caption}: ${first.length < telling.length ? `${first.length} of the ${telling.length}` : 'those'} that leave out 0`;
  const all: Block = { kind: 'table', table: tableOf(caption, effects) };
  return [
    {
      kind: 'details',
      summary: `${caption} (${contrasts.length})`,
      prints: false,
      blocks: [
        paragraph(warningText(effects, telling.length)),
        ...(isLong && first.length > 0 ? [{ kind: 'table', table: tableOf(firstCaption, first) } as const] : []),
        isLong ? { kind: 'details', summary: `All effects on labels (${effects.length})`, prints: false, blocks: [all] } : all,
      ],
    },
  ];
}
