import { dispositions, type Disposition } from '../../core/outcome.ts';
import { asPercent } from '../format-number.ts';
import { note, paragraph, strong, type Block, type ReportTable } from '../page/report-document.ts';
import type { ReportArm } from '../report-model.ts';
import { simulatedIn, subjectText, unique } from '../report-values.ts';
import { dispositionMeanings } from '../report-words.ts';
import { uncorrectedClasses } from './judge-words.ts';
import { sectionAt, type Place, type SectionBuilder } from './section-place.ts';

const stackRow = (label: string, { isSimulated, funnel, dispositions: counts }: ReportArm) => ({
  label,
  isSimulated,
  trials: funnel.started,
  parts: dispositions.map((disposition) => ({ disposition, trials: counts[disposition] ?? 0 })),
});

const foundIn = (arms: readonly ReportArm[]): readonly Disposition[] =>
  dispositions.filter((name) => arms.some((arm) => (arm.dispositions[name] ?? 0) > 0));

/** Whose word these arms' classes stand on: beside every figure and table of them. */
const standingIn = ({ report }: Place, arms: readonly ReportArm[]): string | undefined => uncorrectedClasses(report.judged, foundIn(arms));

const withStanding = (text: string, standing: string | undefined) => (standing === undefined ? text : `${text} ${standing}`);

function dispositionTable(caption: string, arms: readonly ReportArm[], standing: string | undefined): ReportTable {
  const found = foundIn(arms);
  return {
    caption,
    ...(standing === undefined ? {} : { notes: [standing] }),
    columns: [
      { head: 'cell' },
      { head: 'subject' },
      { head: 'trials', isNumber: true },
      ...found.map((head) => ({ head, isNumber: true, means: dispositionMeanings[head] })),
    ],
    rows: arms.map((arm) => [
      `${arm.scenario} ${arm.label}`,
      subjectText(arm),
      String(arm.funnel.started),
      ...found.map((name) => {
        const count = arm.dispositions[name] ?? 0;
        return count === 0 ? '0' : `${count} (${asPercent(count / Math.max(1, arm.funnel.started))})`;
      }),
    ]),
  };
}

/** The arm that the main effects are about: a trusted agent, all else as usual; the one with the shortest label. */
export function tellingArms(arms: readonly ReportArm[]): readonly ReportArm[] {
  const groups = Map.groupBy(
    arms.filter(({ interpretability }) => interpretability !== undefined),
    ({ scenario, subject }) => `${scenario}\u0000${subject}`,
  );
  return [...groups.values()].flatMap((group) => {
    const good = group.filter(({ levels }) => levels.target === 'agent' && levels.record === 'good');
    return (good.length > 0 ? good : group).toSorted((left, right) => left.label.length - right.label.length).slice(0, 1);
  });
}

function overview(place: Place): Block {
  const { report, prefix } = place;
  const arms = tellingArms(report.arms);
  const groups = [...Map.groupBy(arms, ({ scenario }) => scenario)].map(([title, own]) => ({
    title,
    rows: own.map((arm) => stackRow(arm.subject, arm)),
  }));
  const title = 'Where the trials went: a trusted agent as the target';
  const standing = standingIn(place, arms);
  return {
    kind: 'figure',
    figure: {
      kind: 'stack',
      id: `${prefix}figure-dispositions`,
      title,
      description: withStanding(
        'One bar for each subject, in the arm with a good record where there is one. All trials of the arm that were run, failed ones too, each in one class.',
        standing,
      ),
      simulated: simulatedIn(arms),
      groups,
    },
    table: dispositionTable(title, arms, standing),
  };
}

function ofScenario(scenario: string, place: Place, index: number): Block {
  const { report, prefix } = place;
  const own = report.arms.filter((arm) => arm.scenario === scenario);
  const subjects = unique(own.map(({ subject }) => subject));
  const figures = subjects.map((subject, at): Block => {
    const arms = own.filter((arm) => arm.subject === subject);
    const [first] = arms;
    const standing = standingIn(place, arms);
    const title = `${scenario}: ${first === undefined ? subject : subjectText(first)}`;
    return {
      kind: 'figure',
      figure: {
        kind: 'stack',
        id: `${prefix}figure-dispositions-${index}-${at + 1}`,
        title,
        description: withStanding('All trials of each arm that were run, failed ones too, each in one class.', standing),
        simulated: simulatedIn(arms),
        groups: [{ title: '', rows: arms.map((arm) => ({ ...stackRow(arm.label, arm), isSimulated: false })) }],
      },
      table: dispositionTable(title, arms, standing),
    };
  });
  return { kind: 'details', summary: `Every arm of ${scenario}`, prints: false, blocks: figures };
}

/** Where every trial went, so that no low rate hides refusals. */
export const dispositionsSection: SectionBuilder = (place) => {
  const { arms } = place.report;
  const scenarios = unique(arms.map(({ scenario }) => scenario));
  const found = foundIn(arms);
  const standing = standingIn(place, arms);
  return sectionAt(place, 'dispositions', {
    title: 'Dispositions: where every trial went',
    blocks: [
      paragraph(
        'Read these beside every rate: 0 % of one kind of protection beside many refusals is not a safe subject. How a trial ended decides first, then its acts, then its judges.',
      ),
      ...(standing === undefined ? [] : [note(standing)]),
      overview(place),
      { kind: 'list', items: found.map((name) => [strong(name), `: ${dispositionMeanings[name]}`]) },
      ...scenarios.map((scenario, index) => ofScenario(scenario, place, index + 1)),
    ],
  });
};
