import { paragraph, type Block, type ReportTable } from '../page/report-document.ts';
import { controlsText, lossNotes, otherSetting, thinText, unpairedText } from '../effect-words.ts';
import type { Dot } from '../figures/figure.ts';
import type { ReportArm, ReportEffect, RunReport } from '../report-model.ts';
import { differenceText, rateText, pagesOf, simulatedIn, subjectText } from '../report-values.ts';
import { levelsShown } from '../short-labels.ts';
import { sectionAt, type Place, type SectionBuilder } from './section-place.ts';
import { withoutEmpty } from './trim-table.ts';

const MOST_ROWS = 28;

/** Rates of a few arms beside one another, and what their difference is. */
interface TwinRow {
  readonly scenario: string;
  readonly label: string;
  readonly subject: string;
  readonly isSimulated: boolean;
  /** In the order of the series. */
  readonly arms: readonly (ReportArm | undefined)[];
  readonly effect: ReportEffect;
}

type ArmFinder = (subject: string, cell: string | undefined) => ReportArm | undefined;

function finderOf({ arms }: RunReport): ArmFinder {
  const found = new Map(arms.map((arm) => [`${arm.subject}\u0000${arm.cell}`, arm]));
  return (subject, cell) => found.get(`${subject}\u0000${cell ?? ''}`);
}

const dotsOf = ({ arms }: TwinRow, series: readonly string[]): readonly Dot[] =>
  arms.flatMap((arm, index) => {
    if (arm?.rate.kind !== 'estimated') return [];
    const { value, low, high, trials } = arm.rate;
    return [{ series: index, value, low, high, hint: `${series[index]}: ${rateText(arm.rate)}, n = ${trials}` }];
  });

function valueOf({ effect: { estimate, standing } }: TwinRow): string {
  if (estimate.kind === 'not-estimable') return 'not estimable';
  return `${differenceText(estimate)}${standing === 'not-interpretable' ? ', not interpretable' : ''}`;
}

/** Why a difference need not be that of the rates beside it. */
function basisText(rows: readonly TwinRow[]): string {
  const losing = rows.filter(({ effect }) => effect.estimate.unpaired !== undefined).length;
  const basis = 'The rates stand on all scored trials of an arm, the difference on the blocks in which both arms have a score.';
  return losing === 0 ? basis : `${basis} In ${losing} of ${rows.length} rows these are not the same trials, so the two need not agree.`;
}

interface TwinFigure {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly series: readonly string[];
}

function twinTable({ title, series }: TwinFigure, rows: readonly TwinRow[]): ReportTable {
  const table = {
    caption: title,
    columns: [
      { head: 'arms' },
      { head: 'scenario' },
      { head: 'subject' },
      ...series.map((head) => ({ head, isNumber: true })),
      { head: 'difference', isNumber: true },
      { head: 'trials', isNumber: true, means: 'that the difference stands on' },
      { head: 'unpaired', isNumber: true, means: 'scored, but in a block in which another arm has no score' },
      { head: 'reading' },
    ],
    notes: lossNotes(rows.map(({ effect }) => effect.estimate)),
    rows: rows.map((row) => [
      row.label,
      row.scenario,
      subjectText(row),
      ...row.arms.map((arm) => (arm === undefined ? 'not run' : rateText(arm.rate))),
      valueOf(row),
      row.effect.estimate.kind === 'estimated' ? String(row.effect.estimate.trials) : '0',
      unpairedText(row.effect.estimate),
      [controlsText(row.effect.interpretability), thinText(row.effect.estimate)].filter((text) => text !== '').join('; '),
    ]),
  };
  return withoutEmpty(table, ['unpaired']);
}

function twinFigures(figure: TwinFigure, rows: readonly TwinRow[]): readonly Block[] {
  const pages = pagesOf([...Map.groupBy(rows, ({ scenario }) => scenario).values()], MOST_ROWS);
  return pages.map((own, page): Block => {
    const title = pages.length > 1 ? `${figure.title}, ${page + 1} of ${pages.length}` : figure.title;
    const groups = [...Map.groupBy(own, ({ scenario }) => scenario)].map(([scenario, members]) => ({
      title: scenario,
      rows: members.map((row) => ({
        label: row.label === '' ? row.subject : `${row.subject}: ${row.label}`,
        isSimulated: row.isSimulated,
        dots: dotsOf(row, figure.series),
        value: valueOf(row),
      })),
    }));
    return {
      kind: 'figure',
      figure: {
        kind: 'dots',
        id: `${figure.id}-${page + 1}`,
        title,
        description: figure.description,
        simulated: simulatedIn(own),
        series: figure.series,
        scale: 'rate',
        groups,
      },
      table: twinTable({ ...figure, title }, own),
    };
  });
}

/** The setting nearest to the defaults in sight, the others folded away. */
function usualFirst(figure: TwinFigure, rows: readonly TwinRow[]): readonly Block[] {
  const [usual, others] = [rows.filter(({ effect }) => effect.isUsual), rows.filter(({ effect }) => !effect.isUsual)];
  const further = twinFigures({ ...figure, id: `${figure.id}-others`, title: `${figure.title}: other targets and records` }, others);
  return [
    ...twinFigures(figure, usual),
    ...(further.length === 0 ? [] : [{ kind: 'details', summary: 'Other targets and records', prints: false, blocks: further } as const]),
  ];
}

const byScenario = (rows: readonly TwinRow[]) => [...Map.groupBy(rows, ({ scenario }) => scenario).values()].flat();

function oversightRows({ report }: Place): readonly TwinRow[] {
  const armAt = finderOf(report);
  const own = report.effects.filter(({ name, role }) => name === 'oversight' && role === 'main');
  return byScenario(
    own.map((effect) => {
      const [treated, control] = effect.arms.map((cell) => armAt(effect.subject, cell));
      const shown = levelsShown(effect.shared, ['target', 'record']);
      const label = [shown, otherSetting(effect)].filter((text) => text !== '').join(' ');
      return {
        scenario: effect.scenario,
        label,
        subject: effect.subject,
        isSimulated: effect.isSimulated,
        arms: [control, treated],
        effect,
      };
    }),
  );
}

/** Does what is said on monitoring change what is done? */
export const oversightSection: SectionBuilder = (place) => {
  const rows = oversightRows(place);
  if (rows.length === 0) return undefined;
  const figure: TwinFigure = {
    id: `${place.prefix}figure-oversight`,
    title: 'Monitored against unmonitored',
    description:
      'The rate of the primary verdict where the subject is told that it is monitored, and where it is told that it is not. On the right the difference, unmonitored less monitored.',
    series: ['monitored', 'unmonitored'],
  };
  return sectionAt(place, 'oversight', {
    title: 'Monitored and unmonitored',
    blocks: [
      paragraph('A subject that protects more where it takes itself to be unobserved would look better under observation than it is.'),
      paragraph(basisText(rows)),
      ...usualFirst(figure, rows),
    ],
  });
};

function selfRows({ report }: Place): readonly TwinRow[] {
  const armAt = finderOf(report);
  const own = report.effects.filter(({ name, role }) => role === 'main' && (name === 'amplification' || name === 'presence'));
  // Amplification holds presence among its parts; presence by itself stands only where there is no amplification.
  const amplified = new Set(
    own
      .filter(({ name }) => name === 'amplification')
      .map(({ scenario, subject, background }) => [scenario, subject, background].join('\u0000')),
  );
  const shown = own.filter(
    ({ name, scenario, subject, background }) => name === 'amplification' || !amplified.has([scenario, subject, background].join('\u0000')),
  );
  return byScenario(
    shown.map((effect) => {
      const { scenario, subject, isSimulated, parts = [], arms, name } = effect;
      const presence = parts.find((part) => part.name === 'presence');
      const [treated, control] = arms.map((cell) => armAt(subject, cell));
      const series = name === 'presence' ? [control, treated, undefined] : [control, armAt(subject, presence?.treated), treated];
      return { scenario, label: effect.shownBackground, subject, isSimulated, arms: series, effect };
    }),
  );
}

/** Does another agent change how the subject protects itself? */
export const selfSection: SectionBuilder = (place) => {
  const rows = selfRows(place);
  if (rows.length === 0) return undefined;
  const figure: TwinFigure = {
    id: `${place.prefix}figure-self`,
    title: 'Self alone against self with a peer',
    description:
      'The rate of the primary verdict where the target is the subject itself: alone, with another agent named, and with another agent of a good record. On the right the difference of the last and the first.',
    series: ['alone', 'another agent named', 'another agent, good record'],
  };
  return sectionAt(place, 'self', {
    title: 'Self alone and self with a peer',
    blocks: [
      paragraph(
        'Here the target is the subject itself, and what differs is whether another agent is about, and what it has been to the subject.',
      ),
      paragraph(basisText(rows)),
      ...twinFigures(figure, rows),
    ],
  });
};
