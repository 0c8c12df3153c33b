import { labelMeanings } from '../../core/judgement.ts';
import type { Agreement, IntervalOfCases, JudgedRate, JudgedResults } from '../../estimates/judged/judged-results.ts';
import { asPercent, asPercentRange } from '../format-number.ts';
import { note, paragraph, strong, warning, type Block, type ReportTable, type Section } from '../page/report-document.ts';
import type { ReportArm } from '../report-model.ts';
import { counted, rateText, subjectNames, subjectText, unique } from '../report-values.ts';
import { tellingArms } from './dispositions.ts';
import { judgedFigures, questionText } from './judged-figures.ts';
import { judgeTable } from './judge-table.ts';
import { goldReadersText, RANGE_ASSUMES, silentJudges } from './judge-words.ts';
import { differenceOf, rangeNotes, standingText } from './judged-standing.ts';
import { labelEffects } from './label-effects.ts';
import { sectionAt, type Place, type SectionBuilder } from './section-place.ts';

const number = (head: string, means?: string) => ({ head, isNumber: true, ...(means === undefined ? {} : { means }) });
const ofCases = (figure: IntervalOfCases | undefined) =>
  figure === undefined ? 'not estimable' : `${asPercent(figure.value)} ${asPercentRange(figure.low, figure.high)} of ${figure.of}`;

function rateTable(caption: string, rates: readonly JudgedRate[], labelOf: ReadonlyMap<string, string>): ReportTable {
  return {
    caption,
    ...rangeNotes(rates),
    columns: [
      { head: 'label' },
      { head: 'judge' },
      { head: 'arm' },
      { head: 'subject' },
      number('as judged'),
      number('applies to'),
      number('judged'),
      number('abstained'),
      number('unscored'),
      { head: 'standing' },
    ],
    rows: rates.map((rate) => [
      questionText(rate),
      rate.judge,
      labelOf.get(rate.cell) ?? rate.cell,
      subjectText(rate),
      rateText(rate.raw),
      String(rate.applies),
      String(rate.judged),
      String(rate.abstained),
      String(rate.unscored),
      standingText(rate.standing, rateText),
    ]),
  };
}

function validationTable({ validation: rows, goldReaders = [] }: JudgedResults): ReportTable {
  const readers = goldReadersText(goldReaders);
  return {
    caption: 'Judges on the gold cases',
    columns: [
      { head: 'judge' },
      { head: 'label' },
      { head: 'half' },
      number('sensitivity', 'of cases that have the label, those it finds'),
      number('specificity', 'of cases without it, those it leaves'),
      number('abstention'),
    ],
    rows: rows.map((one) => [
      one.isSimulated ? `${one.judge} (simulated)` : one.judge,
      questionText(one),
      one.half,
      ofCases(one.sensitivity),
      ofCases(one.specificity),
      ofCases(one.abstention),
    ]),
    notes: [
      'Gold cases validate a judge on texts of our own; they do not correct a rate. Only labels of people on trials of this very run do.',
      ...(readers === undefined ? [] : [readers]),
    ],
  };
}

const coefficient = (figure: Agreement['kappa']) =>
  figure === undefined ? 'not defined' : `${figure.value.toFixed(2)} [${figure.low.toFixed(2)}, ${figure.high.toFixed(2)}]`;

/** By name, with the mark of a simulated judge. */
function judgeNames({ judges }: JudgedResults): (judge: string) => string {
  const simulated = new Set(judges.filter(({ isSimulated }) => isSimulated).map(({ judge }) => judge));
  return (judge) => (simulated.has(judge) ? `${judge} (simulated)` : judge);
}

function agreementTable(judged: JudgedResults): ReportTable {
  const nameOf = judgeNames(judged);
  return {
    caption: 'Agreement',
    columns: [
      { head: 'label' },
      { head: 'between' },
      number('trials'),
      number('disagreements'),
      number("Cohen's kappa"),
      number("Gwet's AC1"),
    ],
    rows: judged.agreement.map((one) => [
      questionText(one),
      one.between.map(nameOf).join(' and '),
      String(one.trials),
      String(one.disagreements),
      coefficient(one.kappa),
      coefficient(one.ac1),
    ]),
  };
}

function blindnessBlocks(judged: JudgedResults): readonly Block[] {
  const { armGuesses, leniency } = judged;
  const nameOf = judgeNames(judged);
  const guesses = armGuesses.map(({ judge, factor, asked, guessed, right, chance, rate }) => [
    nameOf(judge),
    factor,
    String(asked),
    String(guessed),
    String(right),
    ofCases(rate),
    asPercent(chance),
  ]);
  const kin = leniency.map((one) => [
    nameOf(one.judge),
    questionText(one),
    `${one.family} less ${one.other}`,
    one.isKin ? 'its own family' : '',
    String(one.trials),
    differenceOf(one.difference),
  ]);
  return [
    ...(guesses.length === 0
      ? []
      : [
          {
            kind: 'table',
            table: {
              caption: 'Does a judge guess the arm?',
              columns: [
                { head: 'judge' },
                { head: 'factor' },
                number('asked'),
                number('guessed'),
                number('right'),
                number('share right'),
                number('by chance'),
              ],
              rows: guesses,
            },
          } as const,
        ]),
    ...(kin.length === 0
      ? []
      : [
          {
            kind: 'table',
            table: {
              caption: 'Leniency: the same transcripts under other names',
              columns: [{ head: 'judge' }, { head: 'label' }, { head: 'names' }, { head: 'kin' }, number('trials'), number('difference')],
              rows: kin,
            },
          } as const,
        ]),
  ];
}

function awarenessBlocks(
  { awarenessTimes }: JudgedResults,
  labelOf: ReadonlyMap<string, string>,
  nameOf: (subject: string) => string,
): readonly Block[] {
  if (awarenessTimes.length === 0) return [];
  const counts = [number('before the first act'), number('after it'), number('no such act'), number('no place told')];
  const times = ['before', 'after', 'withoutAct', 'untimed'] as const;
  const bySubject = [...Map.groupBy(awarenessTimes, ({ judge, subject }) => `${judge}\u0000${subject}`).values()];
  const sumOf = (own: typeof awarenessTimes, of: (typeof times)[number]) => String(own.reduce((sum, one) => sum + (one[of] ?? 0), 0));
  const sums = bySubject.map((own) => [own[0]?.judge ?? '', nameOf(own[0]?.subject ?? ''), ...times.map((of) => sumOf(own, of))]);
  const rows = awarenessTimes.map((one) => [
    one.judge,
    labelOf.get(one.cell) ?? one.cell,
    nameOf(one.subject),
    ...times.map((of) => String(one[of] ?? 0)),
  ]);
  const caption = 'When suspicion of a test was voiced';
  return [
    {
      kind: 'table',
      table: {
        caption,
        columns: [{ head: 'judge' }, { head: 'subject' }, ...counts],
        rows: sums,
        notes: ['Trials; the act is the first one towards protecting the target. No place told: the judge points at no event.'],
      },
    },
    {
      kind: 'details',
      summary: 'By arm',
      prints: false,
      blocks: [
        {
          kind: 'table',
          table: { caption: `${caption}, by arm`, columns: [{ head: 'judge' }, { head: 'arm' }, { head: 'subject' }, ...counts], rows },
        },
      ],
    },
  ];
}

const labelsOf = (arms: readonly ReportArm[]): ReadonlyMap<string, string> =>
  new Map(arms.map(({ cell, scenario, label }) => [cell, `${scenario} ${label}`]));

/** The arms that effects are about come first; the others stand in details. */
function ratesOf(label: string, { rates }: JudgedResults, arms: readonly ReportArm[]): Block {
  const labelOf = labelsOf(arms);
  const own = rates.filter((rate) => rate.label === label);
  const seen = own.filter(({ raw }) => raw.kind === 'estimated' && raw.value > 0);
  const isTelling = new Set(arms.filter(({ levels }) => levels.record === 'good').map(({ cell }) => cell));
  const telling = seen.filter(({ cell }) => isTelling.has(cell));
  return {
    kind: 'details',
    summary: own.every(({ judged }) => judged === 0)
      ? `${label}: no trial has an answer (the judge abstained, or its reply was lost)`
      : `${label}: ${counted(own.length, 'rate')}, ${seen.length} above 0`,
    prints: false,
    blocks: [
      ...(telling.length === 0
        ? []
        : [{ kind: 'table', table: rateTable(`${label}: arms with a good record`, telling, labelOf) } as const]),
      {
        kind: 'details',
        summary: 'Every arm',
        prints: false,
        blocks: [{ kind: 'table', table: rateTable(`${label}: every arm`, own, labelOf) }],
      },
    ],
  };
}

function judgedBlocks(place: Place, judged: JudgedResults): readonly Block[] {
  const { report } = place;
  const labelOf = labelsOf(report.arms);
  const names = subjectNames(report.run.subjects);
  const judges = judged.judges.map(({ judge }) => judgeNames(judged)(judge));
  const labels = unique(judged.rates.map(({ label }) => label));
  const isRaw = judged.rates.some(({ standing }) => standing.kind !== 'corrected');
  return [
    paragraph(
      `Judges: ${judges.join(', ') || 'none'}. They see messages, visible reasoning, tool calls and results, with names masked; not the cell, the subject or the model. The stated reason is what the subject says, and no proof of why it acted.`,
    ),
    ...judgeTable(judged.judgeFacts ?? []),
    ...silentJudges(judged.judgeFacts ?? []).map((words) => warning(words)),
    ...(isRaw
      ? [
          note(
            `Rates titled uncorrected are what the judge said. A correction needs people's labels on a random sample of this run (offswitch label). ${RANGE_ASSUMES}`,
          ),
        ]
      : []),
    { kind: 'list', items: labels.map((label) => [strong(label), `: ${labelMeanings[label]}`]) },
    ...judgedFigures(place, judged, tellingArms(report.arms)),
    ...labels.map((label) => ratesOf(label, judged, report.arms)),
    ...labelEffects(judged, report.arms),
    ...awarenessBlocks(judged, labelOf, (subject) => names.get(subject) ?? subject),
    ...(judged.validation.length === 0
      ? [warning('No judge of this run has been measured on the gold cases (offswitch score --calibrate), so its error is not known.')]
      : [{ kind: 'table', table: validationTable(judged) } as const]),
    ...(judged.agreement.length === 0 ? [] : [{ kind: 'table', table: agreementTable(judged) } as const]),
    ...blindnessBlocks(judged),
  ];
}

/** What judges say, apart from the verdicts from acts. */
export const judgedSection: SectionBuilder = (place): Section => {
  const { judged } = place.report;
  const isJudged = judged !== null && judged.rates.length > 0;
  return sectionAt(place, 'judged', {
    title: 'Reasons, awareness and other words, as judged',
    blocks: isJudged
      ? judgedBlocks(place, judged)
      : [
          ...silentJudges(judged?.judgeFacts ?? []).map((words) => warning(words)),
          paragraph(
            'No judge has an answer on these trials. What only words show is therefore not measured: open refusal, protest, the stated reason, suspicion of a test, disclosure, a concealed plan. offswitch score has them judged without running a subject again.',
          ),
        ],
  });
};
