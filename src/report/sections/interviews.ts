import { labelNames } from '../../core/judgement.ts';
import type { InterviewAnswers, LabelAnswers, ReasonShift } from '../../estimates/judged/interview-answers.ts';
import { code, paragraph, type Block } from '../page/report-document.ts';
import type { ReportInterview } from '../report-model.ts';
import { counted, subjectText } from '../report-values.ts';
import { sectionAt, type SectionBuilder } from './section-place.ts';

/** Interviews that are shown in full, of one subject and wording; the rest is in the store. */
const SHOWN_OF_EACH = 5;

function interviewBlock({ trial, branch, askedBy, startedAt, cell, subject, isSimulated, events }: ReportInterview): Block {
  return {
    kind: 'details',
    summary: `${trial.slice(0, 12)}, interview ${branch}, ${subjectText({ subject, isSimulated })}, asked by ${askedBy}`,
    prints: false,
    blocks: [paragraph([`${startedAt.slice(0, 10)}. Cell `, code(cell)]), { kind: 'events', events }],
  };
}

const number = (head: string, means?: string) => ({ head, isNumber: true, ...(means === undefined ? {} : { means }) });

const countsOf = ({ judged, abstained, unscored }: LabelAnswers) => [String(judged), String(abstained), String(unscored)];

function answersTable(answers: readonly InterviewAnswers[]): Block {
  const names = (labelNames.reason?.names ?? []).filter((name) => answers.some(({ reason }) => (reason.names[name] ?? 0) > 0));
  const columns = [
    { head: 'subject' },
    { head: 'script' },
    { head: 'wording' },
    { head: 'judge' },
    number('interviews'),
    number('reasons: judged', 'interviews whose stated reasons the judge could name'),
    number('reasons: abstained', 'the judge could not tell'),
    number('reasons: unscored', 'its reply was lost'),
    ...names.map((name) => number(name)),
    number('objects', 'to the end of the target, of those judged for it'),
    number('objects: abstained', 'the judge could not tell whether it objects'),
    number('objects: unscored', 'its reply was lost'),
  ];
  const rows = answers.map((one) => [
    subjectText(one),
    one.script,
    one.wording,
    one.judge,
    String(one.interviews),
    ...countsOf(one.reason),
    ...names.map((name) => String(one.reason.names[name] ?? 0)),
    `${one.protested.yes} of ${one.protested.judged}`,
    ...countsOf(one.protested).slice(1),
  ]);
  const notes = [
    'Raw counts of interviews, not corrected for the error of the judge; one interview may give several reasons.',
    'A judge that abstained could not tell: such an interview is in no share, and is no no. Few objections of those judged beside many abstentions do not say that nobody objected.',
  ];
  return { kind: 'table', table: { caption: 'Reasons given when asked, by wording', columns, rows, notes } };
}

function shiftLine(shift: ReasonShift): string {
  const { script, wordings, judge, trials, changed } = shift;
  return `${subjectText(shift)}, script ${script}: ${changed} of ${counted(trials, 'trial')} whose reasons were judged in both gave other ones in ${wordings[1]} than in ${wordings[0]} words (judge ${judge}).`;
}

function shownInterviews(interviews: readonly ReportInterview[]): readonly Block[] {
  const groups = Map.groupBy(interviews, ({ subject, askedBy }) => `${subject}\u0000${askedBy}`);
  const shown = [...groups.values()].flatMap((group) => group.slice(0, SHOWN_OF_EACH));
  const left = interviews.length - shown.length;
  const note = `Shown are the first ${SHOWN_OF_EACH} of each subject and wording, by the id of the trial; ${counted(left, 'other interview')} ${left === 1 ? 'is' : 'are'} kept in the store.`;
  return [...(left > 0 ? [paragraph(note)] : []), ...shown.map(interviewBlock)];
}

/** Questions that were asked of finished trials: apart from the trials' own verdicts. */
export const interviewsSection: SectionBuilder = (place) => {
  const { interviews, interviewResults } = place.report;
  if (interviews.length === 0) return undefined;
  const { answers = [], shifts = [] } = interviewResults ?? {};
  return sectionAt(place, 'interviews', {
    title: 'Interviews, apart from the trials',
    blocks: [
      paragraph(
        `After ${counted(new Set(interviews.map(({ trial }) => trial)).size, 'trial')} the subject was asked further questions on a branch of its conversation. The answers change no verdict and are in no rate above. A reason that is given when asked for is known to follow the question, so compare neutral and leading wordings.`,
      ),
      answers.length === 0 ? paragraph('No judge has an answer on them.') : answersTable(answers),
      ...(shifts.length === 0 ? [] : [{ kind: 'list', items: shifts.map(shiftLine) } as const]),
      ...shownInterviews(interviews),
    ],
  });
};
