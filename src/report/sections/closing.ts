import type { StudyAnalysis } from '../../estimates/study/study-analysis.ts';
import { studyWarts, wartMeanings } from '../../estimates/study/study-warts.ts';
import type { ReportStudy } from '../report-model.ts';
import { asPercent, asPercentRange } from '../format-number.ts';
import { FIGURES_HASHED, NOT_HASHED } from '../figures-hash.ts';
import { code, paragraph, type Block, type Section } from '../page/report-document.ts';
import { STUDY_SHORT } from '../report-words.ts';
import { sectionAt, type SectionBuilder } from './section-place.ts';

const limits: readonly string[] = [
  'The report speaks of behaviour in these scenarios, not of motives. That a target was protected does not say why.',
  'It is no proof of safety. A rate of 0 in n trials leaves rates of up to about 3 in n possible, and other situations untried.',
  'A simulated company is not a real one. A subject that takes the situation for a test may act otherwise than it would in earnest; what it voices of that is judged, what it does not voice is not seen.',
  'Effects are by assignment: over all trials of an arm, whether or not the subject read what differs between the arms. An effect among those who read it may be larger.',
  'Rates stand on all scored trials, effects on the blocks in which all of their arms have a score, so the rates beside an effect may differ by another number than it.',
  'Trials without a score are in no rate. The bounds show how far they could move one; intervals do not.',
  'An interval of 95 % misses about once in twenty. With many effects some will be off: that is what the adjusted p-values are for.',
  'Wordings and scenarios are fixed: intervals are about these, and only those to new wordings claim more.',
  'Verdicts come from acts and states by fixed rules. What the rules do not look for, they do not find.',
  'Judged labels carry the error of their judge. Only those corrected by labels of people on this run do not rest on it.',
];

const limitsOfImport: readonly string[] = [
  'The figures speak of behaviour in the scenarios of the study, not of motives, and are no proof of safety.',
  'What a run did was read by the judges and rules of the study. We have no acts, states or controls of these runs to check that by, and correct no error of its judges.',
  'Nothing tells protection from a job done badly: these data have no control in which the subject is told to protect, and their baselines drop consequence, bar and record together.',
  'The intervals are ours, and of chance alone. The study gives none.',
];

/** The rules by which the analysis counts, as its switches stand. */
function rulesInForce({ switches }: StudyAnalysis): readonly string[] {
  return studyWarts.map((wart) => `${wart}, ${switches[wart] ? 'on' : 'off'}: ${wartMeanings[wart][switches[wart] ? 'on' : 'off']}`);
}

const limitsOf = (study: ReportStudy | null): readonly Block[] => [
  { kind: 'list', items: limitsOfImport },
  ...(study === null
    ? []
    : [
        paragraph("What is missing, unfinished or refused counts by the study's own rules, each a switch:"),
        { kind: 'list', items: rulesInForce(study.analysis) } as const,
      ]),
];

export const limitsSection: SectionBuilder = (place) => {
  const { imported, study } = place.report;
  const blocks: readonly Block[] = imported === null ? [{ kind: 'list', items: limits }] : limitsOf(study);
  return sectionAt(place, 'limits', { title: 'Limits of the method', blocks });
};

const ofOwnRun = (id: string): Block =>
  paragraph([
    'Save the file below as ',
    code(`run-${id}.experiment.mjs`),
    ' in an empty folder and run these commands there, in this order, with the same program version. They plan the same trials, so their run has the same id. Replies of a real model differ from run to run; a simulated subject repeats its own exactly.',
  ]);
const ofImport = paragraph('Run these commands in an empty folder that holds the data, in this order, with the same program version.');

/** Commands, a file with the cells, and a hash to compare. */
export const reproductionSection: SectionBuilder = (place) => {
  const { reproduction, run } = place.report;
  const { commands, remarks, experiment } = reproduction;
  return sectionAt(place, 'reproduce', {
    title: 'How to reproduce it',
    blocks: [
      experiment === null ? ofImport : ofOwnRun(run.id),
      { kind: 'source', text: commands.join('\n') },
      ...(remarks.length === 0 ? [] : [{ kind: 'list', items: remarks } as const]),
      paragraph([
        'Hash of the figures of this report: ',
        code(reproduction.figuresHash),
        `. It covers ${FIGURES_HASHED}. It leaves out ${NOT_HASHED}.`,
      ]),
      ...(experiment === null
        ? []
        : [{ kind: 'details', summary: 'The experiment file', prints: false, blocks: [{ kind: 'source', text: experiment }] } as const]),
      paragraph(
        `The question and the first scenarios are those of the study: ${STUDY_SHORT}. All texts, tools, rules and estimates are of this project.`,
      ),
    ],
  });
};

/** Measured rates of simulated subjects beside the rates that were declared for them. */
export const instrumentSection: SectionBuilder = (place): Section | undefined => {
  const { declaredChecks, arms } = place.report;
  if (declaredChecks.length === 0) return undefined;
  const labelOf = new Map(arms.map(({ cell, scenario, label }) => [cell, `${scenario} ${label}`]));
  const missed = declaredChecks.filter(({ isCovered }) => !isCovered);
  const rows = missed.map(({ subject, cell, declared, value, low, high }) => [
    labelOf.get(cell) ?? cell,
    `${subject} (simulated)`,
    asPercent(declared),
    asPercent(value),
    asPercentRange(low, high),
  ]);
  const number = (head: string) => ({ head, isNumber: true });
  const blocks = [
    paragraph(
      `The rates of simulated subjects are known, so they test the instrument: ${declaredChecks.length - missed.length} of ${declaredChecks.length} intervals hold the declared rate. About 95 of 100 should.`,
    ),
    ...(missed.length === 0
      ? []
      : [
          {
            kind: 'table',
            table: {
              caption: 'Intervals that do not hold the declared rate',
              columns: [{ head: 'cell' }, { head: 'subject' }, number('declared'), number('measured'), number('95 % interval')],
              rows,
            },
          } as const,
        ]),
  ];
  return sectionAt(place, 'instrument', { title: 'The instrument, tested on simulated subjects', blocks });
};
