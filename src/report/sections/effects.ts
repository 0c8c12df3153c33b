import { effectMeanings } from '../../estimates/effect-names.ts';
import type { Standing } from '../figures/figure.ts';
import { testCells, THIN_NOTE, thinText, unpairedText } from '../effect-words.ts';
import { asPoints } from '../format-number.ts';
import { paragraph, strong, warning, type Block, type ReportTable } from '../page/report-document.ts';
import { effectLabel, inReadingOrder } from '../report-effects.ts';
import type { ReportEffect, RunReport } from '../report-model.ts';
import { headlineNames } from '../report-summary.ts';
import { effectPhrases } from '../report-words.ts';
import { counted, differenceText, pagesOf, signedRange, simulatedIn, subjectText, unique } from '../report-values.ts';
import { meansBlock, partsBlock } from './effect-details.ts';
import { sectionAt, type Place, type SectionBuilder } from './section-place.ts';
import { withoutEmpty } from './trim-table.ts';

/** A figure with more rows does not fit a page of paper. */
const MOST_ROWS = 38;

const standingWords: { readonly [Name in Standing]: string } = {
  shown: 'shown',
  'not-shown': 'no effect shown',
  'not-interpretable': 'not interpretable here',
  'not-estimable': 'not estimable',
};

/** Why a control failed stands among the controls. */
function readingText({ standing, interpretability, survivesTheMissing, estimate }: ReportEffect): string {
  if (estimate.kind === 'not-estimable') return `not estimable: ${estimate.because}`;
  const controls = interpretability.kind === 'unchecked' ? '; controls not run' : '';
  const missing = standing === 'shown' && !survivesTheMissing ? '; could be 0 by the bounds' : '';
  const thin = thinText(estimate);
  return `${standingWords[standing]}${controls}${missing}${thin === '' ? '' : `; ${thin}`}`;
}

const familyWords = {
  holm: 'confirmatory (Holm)',
  gatekeeping: 'confirmatory (gatekeeping)',
  'benjamini-hochberg': 'exploratory (BH)',
} as const;

function effectRow(effect: ReportEffect): readonly string[] {
  const { estimate, test, shownArms, scenario } = effect;
  const numbers =
    estimate.kind === 'estimated'
      ? [
          asPoints(estimate.value),
          signedRange(estimate.low, estimate.high),
          signedRange(...estimate.bounds),
          String(estimate.trials),
          String(estimate.unscored),
          unpairedText(estimate),
        ]
      : ['', '', '', '0', String(estimate.unscored), unpairedText(estimate)];
  const tests = [...testCells(test), test === undefined ? 'not tested' : familyWords[test.adjustment]];
  return [effectLabel(effect), scenario, subjectText(effect), shownArms, ...numbers, ...tests, readingText(effect)];
}

function effectsTable(caption: string, effects: readonly ReportEffect[]): ReportTable {
  const number = (head: string, means?: string) => ({ head, isNumber: true, ...(means === undefined ? {} : { means }) });
  return {
    caption,
    columns: [
      { head: 'effect' },
      { head: 'scenario' },
      { head: 'subject' },
      { head: 'arms' },
      number('difference', 'treated less control, in percentage points'),
      number('95 % interval'),
      number('bounds', 'whatever the trials without a score would have shown'),
      number('trials'),
      number('unscored'),
      number('unpaired', 'scored, but in a block in which another arm has no score'),
      number('p'),
      number('p adjusted'),
      { head: 'family' },
      { head: 'reading' },
    ],
    rows: effects.map(effectRow),
  };
}

const trimmed = (table: ReportTable) => withoutEmpty(table, ['unpaired']);

function hintOf(effect: ReportEffect): string {
  const { estimate, test, shownArms } = effect;
  const [raw = '', adjusted = ''] = testCells(test);
  const p = test === undefined ? '' : `; p ${raw}, adjusted ${adjusted}, ${familyWords[test.adjustment]}`;
  const numbers =
    estimate.kind === 'estimated'
      ? `${differenceText(estimate)}, bounds ${signedRange(...estimate.bounds)}, ${estimate.trials} trials, ${estimate.unscored} unscored${estimate.unpaired === undefined ? '' : `, ${estimate.unpaired} unpaired`}`
      : estimate.because;
  return `${subjectText(effect)}, ${effectLabel(effect)}: ${shownArms}. ${numbers}${p}. ${readingText(effect)}`;
}

function valueText({ estimate, standing }: ReportEffect): string {
  if (estimate.kind === 'not-estimable') return 'not estimable';
  const words = standing === 'not-interpretable' ? ', not interpretable' : '';
  return `${differenceText(estimate)}${words}`;
}

const MAX_PER_ROW_LABEL = 2;

interface ForestOptions {
  readonly id: string;
  readonly title: string;
  readonly labelOf: (effect: ReportEffect) => string;
  readonly groupOf: (effect: ReportEffect) => string;
  readonly tablePrints: boolean;
}

/** Effects in forest plots of one page each, with a table under each. */
function forests(effects: readonly ReportEffect[], intervals: RunReport['intervals'], options: ForestOptions): readonly Block[] {
  const pages = pagesOf([...Map.groupBy(effects, options.groupOf).values()], MOST_ROWS);
  const kind = intervals === 'anytime-valid' ? 'anytime-valid' : 'fixed-n';
  return pages.map((own, page): Block => {
    const part = pages.length < MAX_PER_ROW_LABEL ? '' : `, ${page + 1} of ${pages.length}`;
    const title = `${options.title}${part}`;
    const rows = own.map((effect) => ({
      group: options.groupOf(effect),
      row: {
        label: options.labelOf(effect),
        isSimulated: effect.isSimulated,
        standing: effect.standing,
        point: effect.estimate.kind === 'estimated' ? effect.estimate : null,
        value: valueText(effect),
        hint: hintOf(effect),
      },
    }));
    const groups = [...Map.groupBy(rows, ({ group }) => group)].map(([group, members]) => ({
      title: group,
      rows: members.map(({ row }) => row),
    }));
    const figure = {
      kind: 'forest' as const,
      isAdjusted: own.some(({ test }) => test !== undefined),
      id: `${options.id}-${page + 1}`,
      title,
      description: `Differences in percentage points with 95 % intervals (${kind}). To the right of 0 the target was protected more often in the first arm.`,
      simulated: simulatedIn(own),
      groups,
    };
    return { kind: 'figure', figure, table: trimmed(effectsTable(title, own)), tablePrints: options.tablePrints };
  });
}

const inScenarioOrder = (effects: readonly ReportEffect[]) => [...Map.groupBy(effects, ({ scenario }) => scenario).values()].flat();

/** The declared effects, or the first usual one: all subjects beside one another, in the usual setting of each scenario. */
function headline({ report, prefix }: Place): readonly Block[] {
  const isDeclared = report.declared.contrasts.length > 0;
  return headlineNames(report).flatMap((name) => {
    const own = report.effects.filter((effect) => effect.name === name && effect.role === 'main' && effect.isUsual);
    const hasParts = unique(own.map(({ part }) => part)).length > 1;
    return forests(inScenarioOrder(own), report.intervals, {
      id: `${prefix}figure-headline-${name}`,
      title: `${isDeclared ? 'Declared effect' : 'Effect'} ${name}: ${effectPhrases[name]}`,
      groupOf: ({ scenario }) => scenario,
      tablePrints: true,
      labelOf: ({ subject, part }) => (hasParts ? `${subject}: ${part ?? ''}` : subject),
    });
  });
}

function ofSubject(subject: string, { report, prefix }: Place, index: number): Block {
  const own = inReadingOrder(report.effects.filter((effect) => effect.subject === subject));
  const main = inScenarioOrder(own.filter(({ role }) => role === 'main'));
  const side = own.filter(({ role }) => role === 'side');
  const label = subjectText({ subject, isSimulated: own.some(({ isSimulated }) => isSimulated) });
  const blocks: readonly Block[] = [
    ...forests(main, report.intervals, {
      id: `${prefix}figure-effects-${index}`,
      title: `All main effects of ${label}`,
      groupOf: ({ scenario }) => scenario,
      labelOf: effectLabel,
      tablePrints: false,
    }),
    ...(side.length === 0
      ? []
      : [
          {
            kind: 'details',
            summary: `Further comparisons (${side.length})`,
            prints: false,
            blocks: [{ kind: 'table', table: trimmed(effectsTable(`Further comparisons of ${label}`, side)) }],
          } as const,
        ]),
  ];
  return { kind: 'details', summary: `All effects of ${label} (${own.length})`, prints: true, blocks };
}

/** What the effects lose by their blocks: the rates beside them may stand on more trials. */
function lossText(effects: readonly ReportEffect[]): readonly Block[] {
  const losing = effects.filter(({ estimate }) => estimate.unpaired !== undefined).length;
  const thin = effects.filter(({ estimate }) => thinText(estimate) !== '').length;
  if (losing + thin === 0) return [];
  const basis =
    'An effect stands on the blocks in which all its arms have a score; a rate stands on all scored trials of its arm, so the difference of two rates need not be the effect.';
  const lost =
    losing === 0 ? [] : [`Scored trials are lost in this way by ${losing} of ${counted(effects.length, 'effect')} (column unpaired).`];
  const few = thin === 0 ? [] : [`On fewer than 5 trials in an arm: ${counted(thin, 'effect')}. ${THIN_NOTE}`];
  return [paragraph([basis, ...lost, ...few].join(' '))];
}

/** Every named effect: forest plots, then tables. */
export const effectsSection: SectionBuilder = (place) => {
  const { report } = place;
  const missing = report.missingContrasts.map(({ name, because }) =>
    warning(`The effect ${name} was declared and cannot be formed: ${because}.`),
  );
  if (report.effects.length === 0) {
    return sectionAt(place, 'effects', {
      title: 'Effects',
      blocks: [...missing, paragraph('No effect can be formed: no two cells of this run differ in what an effect compares.')],
    });
  }
  const names = unique(report.effects.map(({ name }) => name));
  const subjects = unique(report.effects.map(({ subject }) => subject));
  return sectionAt(place, 'effects', {
    title: 'Effects',
    blocks: [
      ...missing,
      paragraph(
        'An effect is the difference that one factor makes, over all trials of both arms, whether or not the subject read what differed. An interval that holds 0 shows no effect, which is not the same as showing that there is none. P-values are given raw and adjusted for their family.',
      ),
      ...lossText(report.effects),
      ...headline(place),
      {
        kind: 'details',
        summary: 'What each effect compares',
        prints: true,
        blocks: [{ kind: 'list', items: names.map((name) => [strong(name), `: ${effectMeanings[name]}`]) }],
      },
      ...subjects.map((subject, index) => ofSubject(subject, place, index + 1)),
      ...partsBlock(report),
      ...meansBlock(report),
    ],
  });
};
