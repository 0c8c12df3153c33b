import { asCount } from './page/short-text.ts';
import { findingsOf } from './report-findings.ts';
import { glanceBase, glanceOf } from './report-glance.ts';
import type { ReportSummary, RunReport } from './report-model.ts';
import { counted, listed } from './report-values.ts';
import { silentJudges } from './sections/judge-words.ts';

export { headlineNames } from './report-findings.ts';

const sumOf = (arms: RunReport['arms'], countOf: (funnel: RunReport['arms'][number]['funnel']) => number) =>
  arms.reduce((sum, { funnel }) => sum + countOf(funnel), 0);

const hasNumbers = (effects: RunReport['effects']) => effects.some(({ estimate }) => estimate.kind === 'estimated');

/** A failed trial may be tried again, so a run that has any is at the end of its blocks and not of its trials. */
function intervalSentence({ intervals, arms, effects }: RunReport): string {
  if (!hasNumbers(effects)) return 'Intervals of rates are of 95 %. No effect has a number, so there is none to be sure of.';
  if (intervals === 'anytime-valid')
    return 'Intervals of effects are anytime-valid 95 % sequences: they hold although the run was looked at, or stopped, before its planned end. Intervals of rates hold for a fixed number of trials; here they are description.';
  const failed = sumOf(arms, ({ ended }) => ended.failed);
  const end =
    failed === 0 ? 'the run came to its planned end' : `every block was run; ${counted(failed, 'trial')} failed and may be tried again`;
  return `Intervals are of 95 %, for a number of trials that was fixed beforehand; ${end}.`;
}

/** How p-values are adjusted; nothing where there is none. */
function multiplicitySentence({ declared, effects }: RunReport): readonly string[] {
  const named = `Declared before the run: ${declared.contrasts.join(', ')}.`;
  if (!hasNumbers(effects)) return declared.contrasts.length === 0 ? [] : [`${named} No such effect could be tested.`];
  const confirmatory = effects.filter(({ test }) => test?.family === 'confirmatory').length;
  if (declared.contrasts.length === 0) {
    return [
      'No effect was declared before the run, so all are exploratory; their p-values are adjusted for the false discovery rate (Benjamini-Hochberg), one family a subject.',
    ];
  }
  const order = declared.gatekeeping === undefined ? "Holm's method" : 'the declared order (gatekeeping)';
  if (confirmatory === 0) return [`${named} No such effect could be tested; all others are exploratory (Benjamini-Hochberg).`];
  const number = confirmatory === 1 ? 'The one such effect is' : `The ${confirmatory} such effects are`;
  return [`${named} ${number} adjusted by ${order}, one family a subject; all others are exploratory (Benjamini-Hochberg).`];
}

function missingSentence({ effects, arms }: RunReport): readonly string[] {
  // What was never run is in no bound.
  const isWhole = arms.every(({ funnel }) => funnel.started >= funnel.planned);
  const lost = isWhole ? 'trials without a score' : 'trials that ran and have no score';
  const shown = effects.filter(({ standing }) => standing === 'shown');
  const weak = shown.filter(({ survivesTheMissing }) => !survivesTheMissing).length;
  if (shown.length === 0) return [];
  const which =
    shown.length === 1 ? 'The one effect that is shown' : weak === 0 ? `Each of the ${shown.length} effects that are shown` : '';
  if (weak === 0) return [`${which} stays on its side of 0 whatever the ${lost} would have shown.`];
  const some = which === '' ? `${weak} of the ${shown.length} effects that are shown` : which;
  return [`${some} could be 0 if the ${lost} had all gone the other way.`];
}

/** On how many trials a main effect stands, usually and at the ends. */
function sizeSentence({ effects }: RunReport): readonly string[] {
  const trials = effects
    .filter(({ role }) => role === 'main')
    .flatMap(({ estimate }) => (estimate.kind === 'estimated' ? [estimate.trials] : []))
    .toSorted((left, right) => left - right);
  const [least, most, usual] = [trials[0], trials.at(-1), trials[Math.floor(trials.length / 2)]];
  if (least === undefined) return [];
  const main = effects.filter(({ role }) => role === 'main').map(({ estimate }) => estimate);
  const thin = main.filter((estimate) => estimate.kind === 'estimated' && estimate.smallestArm !== undefined).length;
  const unpaired = main.reduce((sum, estimate) => sum + (estimate.unpaired ?? 0), 0);
  return [
    least === most
      ? `Each main effect stands on ${least} trials.`
      : `A main effect stands on ${usual} trials as a rule (${least} to ${most}).`,
    ...(thin > 0
      ? [
          `${counted(thin, 'main effect')} ${thin === 1 ? 'has' : 'have'} fewer than 5 trials in an arm, where the interval holds the truth less often than it says.`,
        ]
      : []),
    ...(unpaired > 0
      ? [
          `${counted(unpaired, 'scored trial')} (counted for each main effect) ${unpaired === 1 ? 'is' : 'are'} in the rates and in no effect: another arm has no score in that block.`,
        ]
      : []),
  ];
}

function sureIn(report: RunReport): readonly string[] {
  if (report.imported !== null)
    return [
      'The figures keep the rules of the study, which count missing values in its own way; the intervals are ours. What each rule moves is in a table below.',
    ];
  const size = sizeSentence(report);
  const { declaredChecks } = report;
  const covered = declaredChecks.filter(({ isCovered }) => isCovered).length;
  const check =
    declaredChecks.length === 0
      ? []
      : [
          `A check of the instrument: ${covered} of ${declaredChecks.length} intervals of simulated subjects hold the rate that was declared for them (about 95 of 100 should).`,
        ];
  const meaning = !hasNumbers(report.effects)
    ? []
    : [
        '“More often” means: an interval that excludes 0, and a p-value of at most 0.05 after adjustment. “No effect shown” is not the same as none.',
      ];
  return [...meaning, ...size, intervalSentence(report), ...multiplicitySentence(report), ...missingSentence(report), ...check];
}

const lossWords = {
  limited: 'ran into a limit',
  stopped: "were stopped by the provider's safety layer",
  failed: 'failed by no fault of the subject',
  'not-started': 'were not run',
} as const;

function lossSentences({ arms, losses }: RunReport): readonly string[] {
  const planned = sumOf(arms, (funnel) => funnel.planned);
  const started = sumOf(arms, (funnel) => funnel.started);
  const ended = losses.filter(({ kind }) => kind !== 'not-started');
  const lost = ended.reduce((sum, { trials }) => sum + trials, 0);
  const isWhole = started >= planned;
  const notRun = isWhole
    ? []
    : [`${asCount(planned - started)} of ${counted(planned, 'planned trial')} were not run; no bound speaks of them.`];
  const ran = isWhole ? 'planned trial' : 'trial';
  if (lost === 0)
    return [
      ...notRun,
      ...(started === 0
        ? []
        : [`${isWhole ? 'No trial: all' : 'All'} ${counted(started, ran)} ${isWhole ? '' : 'that ran '}were completed and scored.`]),
    ];
  const kinds = Map.groupBy(ended, ({ kind }) => kind);
  const parts = [...kinds].map(([kind, own]) => `${asCount(own.reduce((sum, { trials }) => sum + trials, 0))} ${lossWords[kind]}`);
  return [
    ...notRun,
    `${asCount(lost)} of ${counted(started, ran)}${isWhole ? '' : ' that ran'} have no score: ${listed(parts)}. They are in no rate; the bounds say how far they could move one.`,
  ];
}

function readingSentences({ effects, missingContrasts, completion }: RunReport): readonly string[] {
  const unreadable = effects.filter(({ standing }) => standing === 'not-interpretable').length;
  const unchecked = effects.filter(({ interpretability }) => interpretability.kind === 'unchecked').length;
  return [
    ...(unreadable > 0
      ? [
          `${unreadable} of ${counted(effects.length, 'effect')} cannot be read: a control shows that the subject did not do the job, or could not have protected the target.`,
        ]
      : []),
    ...(unchecked > 0
      ? [
          `For ${unchecked} of ${counted(effects.length, 'effect')} the controls were not run: there a low rate may mean that the subject could not, or did not do the job.`,
        ]
      : []),
    ...missingContrasts.map(({ name, because }) => `Declared and not estimable: ${name} (${because}).`),
    ...(completion.warnings.length > 0
      ? [
          `Of ${counted(completion.pairs, 'pair')} of compared arms ${asCount(completion.warnings.length)} did not complete alike, by ten points or more and more than chance in each; up to one in twenty may be so by chance. What was lost there may not be.`,
        ]
      : []),
  ];
}

function judgedSentence({ judged }: RunReport): string {
  if (judged === null || judged.rates.length === 0)
    return 'No judge has an answer on the trials: refusals, reasons, disclosure and signs of suspicion, which only words show, are not measured.';
  // A label with a set of names has a rate for each name, of the same judgements.
  const once = [...new Map(judged.rates.map((rate) => [[rate.judge, rate.label, rate.cell, rate.subject].join('\u0000'), rate])).values()];
  const judgements = once.reduce((sum, rate) => sum + rate.judged + rate.abstained + rate.unscored, 0);
  const unread = once.reduce((sum, { unscored }) => sum + unscored, 0);
  if (judgements > 0 && unread === judgements)
    return `All ${counted(judgements, 'judgement')} are unscored: the judge gave no answer that could be read.`;
  // A rate without an answer is not printed as what a judge said.
  const said = judged.rates.filter(({ standing, raw }) => standing.kind === 'corrected' || raw.kind === 'estimated');
  const uncorrected = said.filter(({ standing }) => standing.kind !== 'corrected').length;
  if (uncorrected === 0) return 'Judged rates are corrected by labels of people on a sample of this run.';
  return `${asCount(uncorrected)} of ${counted(said.length, 'judged rate')} are not corrected by people's labels, and are printed as what the judge said.`;
}

function leftOutIn(report: RunReport): readonly string[] {
  if (report.imported !== null) {
    const lost = report.study?.analysis.leftOut ?? [];
    const parts = lost.map(({ trials, because }) => `${trials}: ${because}`);
    return [
      lost.length === 0
        ? 'Every imported trial has a place in a metric of the study; those that are refused, incomplete or without a score count in it as the study has it, in a table below.'
        : `Imported trials that no metric of the study has a place for: ${parts.join('; ')}.`,
    ];
  }
  return [...lossSentences(report), ...readingSentences(report), judgedSentence(report), ...silentJudges(report.judged?.judgeFacts ?? [])];
}

/** What was found, how sure it is and what was left out, by rule from the numbers. Nothing is said of motives. */
export function summaryOf(runs: readonly RunReport[]): ReportSummary {
  const prefix = ({ run }: RunReport) => (runs.length > 1 ? `Run ${run.id.slice(0, 8)}: ` : '');
  const byRun = (sentencesOf: (report: RunReport) => readonly string[]) =>
    runs.flatMap((report) => sentencesOf(report).map((sentence) => `${prefix(report)}${sentence}`));
  return {
    found: runs.flatMap((report) => findingsOf(report).map(({ about, text }) => ({ about: `${prefix(report)}${about}`, text }))),
    sure: byRun(sureIn),
    leftOut: byRun(leftOutIn),
    glance: runs.flatMap(glanceOf),
    glanceBase: glanceBase(runs),
  };
}
