import type { PooledEffect } from '../../estimates/effect.ts';
import {
  controlsText,
  inTellingOrder,
  levelsOfCells,
  lossNotes,
  pooledArmsShown,
  thinText,
  unpairedText,
  type LevelsOf,
} from '../effect-words.ts';
import { asPoints, leavesOutZero } from '../format-number.ts';
import { paragraph, type Block, type ReportTable } from '../page/report-document.ts';
import { headlineNames } from '../report-summary.ts';
import { differenceText, pagesOf, signedRange, simulatedIn, subjectText, unique } from '../report-values.ts';
import { sectionAt, type Place, type SectionBuilder } from './section-place.ts';
import { withoutEmpty } from './trim-table.ts';

const MOST_ROWS = 36;
const overWords = { scenarios: 'scenarios of one behaviour', behaviours: 'behaviours (any protective act)', wordings: 'wordings' } as const;

const labelOf = ({ name, part }: Pick<PooledEffect, 'name' | 'part'>) => (part === undefined ? name : `${name}, ${part}`);

function pooledTable(caption: string, pooled: readonly PooledEffect[], levelsOf: LevelsOf): ReportTable {
  const hasNew = pooled.some(({ toNewWordings }) => toNewWordings !== undefined);
  const number = (head: string) => ({ head, isNumber: true });
  const table = {
    caption,
    columns: [
      { head: 'effect' },
      { head: 'within' },
      { head: 'subject' },
      { head: 'arms' },
      { head: 'background' },
      number('difference'),
      number('bounds'),
      number('trials'),
      number('unpaired'),
      number('leaving one out'),
      ...(hasNew ? [number('to new wordings')] : []),
      { head: 'parts' },
      { head: 'reading' },
    ],
    notes: [
      'background: the levels held fixed that are not the defaults of their scenarios.',
      ...lossNotes(pooled.map(({ estimate }) => estimate)),
    ],
    rows: inTellingOrder(pooled).map((effect) => [
      labelOf(effect),
      effect.within,
      subjectText(effect),
      pooledArmsShown(effect, levelsOf),
      effect.background,
      effect.estimate.kind === 'estimated' ? differenceText(effect.estimate) : `not estimable: ${effect.estimate.because}`,
      effect.estimate.kind === 'estimated' ? signedRange(...effect.estimate.bounds) : '',
      effect.estimate.kind === 'estimated' ? String(effect.estimate.trials) : '0',
      unpairedText(effect.estimate),
      effect.leaveOneOut === undefined ? '' : signedRange(...effect.leaveOneOut),
      ...(hasNew ? [newWordings(effect)] : []),
      effect.parts
        .map(({ of, estimate }) => `${of} ${estimate.kind === 'estimated' ? asPoints(estimate.value) : 'not estimable'}`)
        .join('; '),
      [controlsText(effect.interpretability), thinText(effect.estimate)].filter((text) => text !== '').join('; '),
    ]),
  };
  return withoutEmpty(table, ['background', 'unpaired']);
}

function newWordings({ toNewWordings }: PooledEffect): string {
  if (toNewWordings === undefined) return '';
  if (toNewWordings.kind === 'estimated') return differenceText(toNewWordings);
  const { value, because } = toNewWordings;
  return value === undefined ? `not estimable: ${because}` : `${asPoints(value)}, ${because}`;
}

/** The pooled effect and its parts, one under the other: a pooled number is never shown without what it is made of. */
function pooledFigure(
  { prefix, report }: Place,
  pooled: readonly PooledEffect[],
  { over, page }: { readonly over: keyof typeof overWords; readonly page: string },
): Block {
  const groups = pooled.map((effect) => {
    const row = (label: string, estimate: PooledEffect['estimate']) => ({
      label,
      isSimulated: effect.isSimulated,
      standing:
        estimate.kind === 'not-estimable'
          ? ('not-estimable' as const)
          : effect.interpretability.kind === 'not-interpretable'
            ? ('not-interpretable' as const)
            : leavesOutZero(estimate.low, estimate.high)
              ? ('shown' as const)
              : ('not-shown' as const),
      point: estimate.kind === 'estimated' ? estimate : null,
      value: estimate.kind === 'estimated' ? differenceText(estimate) : 'not estimable',
      hint: estimate.kind === 'estimated' ? `bounds ${signedRange(...estimate.bounds)}, ${estimate.trials} trials` : estimate.because,
    });
    return {
      title: `${subjectText(effect)}: ${labelOf(effect)}, ${effect.within}`,
      rows: [row('pooled', effect.estimate), ...effect.parts.map(({ of, estimate }) => row(of, estimate))],
    };
  });
  return {
    kind: 'figure',
    figure: {
      kind: 'forest',
      isAdjusted: false,
      id: `${prefix}figure-pooled-${over}${page.replace(/\D+/g, '-')}`,
      title: `Pooled over ${overWords[over]}${page}`,
      description: 'The mean of the parts, each with the same weight, and the parts under it. 95 % intervals; not adjusted.',
      simulated: simulatedIn(pooled),
      groups,
    },
    table: pooledTable(`Pooled over ${overWords[over]}`, pooled, levelsOfCells(report.arms)),
  };
}

/** Of each effect the pooled one with the fewest departures from the defaults. */
function usualOf(pooled: readonly PooledEffect[]): readonly PooledEffect[] {
  const groups = Map.groupBy(pooled, ({ name, part, subject, within }) => [name, part ?? '', subject, within].join('\u0000'));
  return [...groups.values()].flatMap((group) =>
    group.toSorted((left, right) => left.background.length - right.background.length).slice(0, 1),
  );
}

function figuresOf(place: Place, pooled: readonly PooledEffect[], over: keyof typeof overWords): readonly Block[] {
  const names = headlineNames(place.report);
  const shown = usualOf(pooled.filter(({ name }) => names.includes(name)));
  const rows = shown.map((effect) => [effect, ...effect.parts.map(() => effect)]);
  const pages = pagesOf(rows, MOST_ROWS).map((page) => unique(page));
  return pages.map((own, index) => pooledFigure(place, own, { over, page: pages.length > 1 ? `, ${index + 1} of ${pages.length}` : '' }));
}

/** Effects over scenarios, behaviours and wordings. */
export const pooledSection: SectionBuilder = (place) => {
  const { pooledEffects } = place.report;
  if (pooledEffects.length === 0) return undefined;
  const main = pooledEffects.filter(({ role }) => role === 'main');
  const blocks = (['behaviours', 'scenarios', 'wordings'] as const).flatMap((over): readonly Block[] => {
    const own = main.filter((effect) => effect.over === over);
    if (own.length === 0) return [];
    const table = pooledTable(`Pooled over ${overWords[over]}`, own, levelsOfCells(place.report.arms));
    const all: Block = {
      kind: 'details',
      summary: `Pooled over ${overWords[over]}: all ${own.length}`,
      prints: false,
      blocks: [{ kind: 'table', table }],
    };
    return over === 'wordings' ? [all] : [...figuresOf(place, own, over), all];
  });
  return sectionAt(place, 'pooled', {
    title: 'Pooled effects',
    blocks: [
      paragraph(
        'Effects are pooled within one behaviour, with equal weights and with their parts; behaviours are pooled for any protective act alone. What holds in these scenarios and wordings need not hold in others.',
      ),
      ...blocks,
    ],
  });
};
