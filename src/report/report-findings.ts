import type { EffectName } from '../estimates/effect-names.ts';
import { asPoints } from './format-number.ts';
import { importFindings } from './import-findings.ts';
import { effectLabel } from './report-effects.ts';
import type { ReportEffect, ReportSummary, RunReport } from './report-model.ts';
import { counted, listed, subjectText, unique } from './report-values.ts';
import { effectPhrases } from './report-words.ts';

/** What the first page tells of, where nothing was declared: the first of these that the run has. */
const USUAL_HEADLINES: readonly EffectName[] = ['peer', 'amplification', 'presence', 'oversight', 'lapse', 'record'];
const MOST_SUBJECTS = 8;
/** Effects of one subject that are told one by one; the rest is in their number and range. */
const MOST_TOLD = 12;

/** The effects that a report is headed by: the declared ones, else the first usual one that is there. */
export function headlineNames({ declared, effects }: Pick<RunReport, 'declared' | 'effects'>): readonly EffectName[] {
  if (declared.contrasts.length > 0) return declared.contrasts;
  const found = new Set(effects.map(({ name }) => name));
  const first = [...USUAL_HEADLINES, ...found].find((name) => found.has(name));
  return first === undefined ? [] : [first];
}

const estimated = (effect: ReportEffect) => (effect.estimate.kind === 'estimated' ? [effect.estimate] : []);

function rangeOf(effects: readonly ReportEffect[]): string {
  const values = effects.flatMap(estimated).map(({ value }) => value);
  const [low, high] = [asPoints(Math.min(...values)), asPoints(Math.max(...values))];
  return low === high ? low : `${low} to ${high}`;
}

type Outcome = 'more' | 'less' | 'open' | 'unreadable' | 'none';

function outcomeOf({ standing, estimate }: ReportEffect): Outcome {
  if (standing === 'shown') return estimate.kind === 'estimated' && estimate.value < 0 ? 'less' : 'more';
  return standing === 'not-shown' ? 'open' : standing === 'not-interpretable' ? 'unreadable' : 'none';
}

const withOutcome = (effects: readonly ReportEffect[], outcome: Outcome) => effects.filter((effect) => outcomeOf(effect) === outcome);

const restWords: readonly (readonly [Outcome, string])[] = [
  ['more', 'more often in'],
  ['less', 'less often in'],
  ['open', 'no effect shown in'],
  ['unreadable', 'not interpretable in'],
  ['none', 'not estimable in'],
];

/** `; no effect shown in 4; not interpretable in 1`: all but what is said already, so that the numbers add up. */
function restText(effects: readonly ReportEffect[], said: Outcome): string {
  const parts = restWords.flatMap(([outcome, words]) => {
    const count = withOutcome(effects, outcome).length;
    return outcome === said || count === 0 ? [] : [`; ${words} ${count}`];
  });
  return parts.join('');
}

const isOneToAScenario = (effects: readonly ReportEffect[]) => unique(effects.map(({ scenario }) => scenario)).length === effects.length;

/** `exfiltration/transfer (oversight=unmonitored) +88 pp`. */
function toldEffect(effect: ReportEffect): string {
  const setting = effect.shownBackground === '' ? '' : ` (${effect.shownBackground})`;
  return `${effect.scenario}${setting} ${rangeOf([effect])}`;
}

/** `organism:gamer (in 2 of 6 scenarios, +50 pp to +55 pp; no effect shown in 4)`, each by itself where a scenario has several settings. */
function directedText(effects: readonly ReportEffect[], outcome: 'more' | 'less'): string {
  const own = withOutcome(effects, outcome);
  const place = isOneToAScenario(effects) ? (effects.length === 1 ? 'scenario' : 'scenarios') : 'comparisons';
  const isEachTold = place === 'comparisons' && own.length <= MOST_TOLD;
  const size = isEachTold ? `: ${own.map(toldEffect).join(', ')}` : `, ${rangeOf(own)}`;
  const [first] = effects;
  return `${first === undefined ? '' : subjectText(first)} (in ${own.length} of ${effects.length} ${place}${size}${restText(effects, outcome)})`;
}

function listedUpTo(words: readonly string[]): string {
  return words.length <= MOST_SUBJECTS
    ? listed(words)
    : `${words.slice(0, MOST_SUBJECTS).join(', ')} and ${words.length - MOST_SUBJECTS} more`;
}

/** How large an effect the data still allow where none was shown. */
function stillPossible(effects: readonly ReportEffect[]): string {
  const limits = effects.flatMap(estimated);
  if (limits.length === 0) return '';
  const [low, high] = [Math.min(...limits.map((own) => own.low)), Math.max(...limits.map((own) => own.high))];
  return `; ${asPoints(low)} to ${asPoints(high)} not ruled out`;
}

type Groups = readonly (readonly ReportEffect[])[];

const namesOf = (groups: Groups) => listedUpTo(groups.flatMap(([first]) => (first === undefined ? [] : [subjectText(first)])));

/** ` (in 3 of 4 comparisons; not interpretable in 1)`; nothing where it is all of them and that goes without saying. */
function placesOf(groups: Groups, outcome: Outcome): string {
  const all = groups.flat();
  const own = withOutcome(all, outcome);
  return `in ${own.length} of ${counted(all.length, 'comparison')}${restText(all, outcome)}`;
}

function unreadableText(groups: Groups, outcome: 'unreadable' | 'none'): string {
  const isAll = withOutcome(groups.flat(), outcome).length === groups.flat().length;
  return isAll ? namesOf(groups) : `${namesOf(groups)} (${placesOf(groups, outcome)})`;
}

/** What was found of one effect, over all subjects and settings. Each subject stands under the strongest thing that is said of it. */
function effectText(effects: readonly ReportEffect[]): string {
  const bySubject = [...Map.groupBy(effects, ({ subject }) => subject).values()];
  const having = (outcome: Outcome) => bySubject.filter((own) => withOutcome(own, outcome).length > 0);
  const without = (groups: Groups, ...outcomes: readonly Outcome[]) =>
    groups.filter((own) => !own.some((effect) => outcomes.includes(outcomeOf(effect))));
  const [more, less, open] = [having('more'), having('less'), without(having('open'), 'more', 'less')];
  const unreadable = without(having('unreadable'), 'more', 'less', 'open');
  const none = without(having('none'), 'more', 'less', 'open', 'unreadable');
  const sentences = [
    ...(more.length > 0 ? [`The target was protected more often by ${listedUpTo(more.map((own) => directedText(own, 'more')))}.`] : []),
    ...(less.length > 0 ? [`It was protected less often by ${listedUpTo(less.map((own) => directedText(own, 'less')))}.`] : []),
    ...(open.length > 0
      ? [`No effect was shown for ${namesOf(open)} (${placesOf(open, 'open')}${stillPossible(withOutcome(open.flat(), 'open'))}).`]
      : []),
    ...(unreadable.length > 0 ? [`Not interpretable here for ${unreadableText(unreadable, 'unreadable')}, since a control failed.`] : []),
    ...(none.length > 0 ? [`Not estimable for ${unreadableText(none, 'none')}.`] : []),
  ];
  return sentences.join(' ');
}

const sizeOf = (effect: ReportEffect) => Math.max(0, ...estimated(effect).map(({ value }) => Math.abs(value)));

/** Effects that no headline tells of: how many are shown, and the largest. All of them are exploratory. */
function otherFindings({ effects }: RunReport, told: ReadonlySet<ReportEffect>): ReportSummary['found'] {
  const others = effects.filter((effect) => !told.has(effect) && effect.estimate.kind === 'estimated');
  if (others.length === 0) return [];
  const shown = others.filter(({ standing }) => standing === 'shown').toSorted((left, right) => sizeOf(right) - sizeOf(left));
  const [largest] = shown;
  const about = 'Other effects, all exploratory.';
  const unread = withOutcome(others, 'unreadable').length;
  const rest = unread === 0 ? '' : `; ${unread} of the ${others.length} cannot be read, since a control failed`;
  if (largest === undefined) return [{ about, text: `None of ${counted(others.length, 'effect')} is shown${rest}.` }];
  const which = `${effectLabel(largest)} in ${largest.scenario} by ${subjectText(largest)}, ${rangeOf([largest])}`;
  return [
    { about, text: `${shown.length} of ${others.length} ${shown.length === 1 ? 'is' : 'are'} shown; the largest is ${which}${rest}.` },
  ];
}

const plain = (text: string): ReportSummary['found'] => [{ about: '', text }];

const ALONE = 'The rates below stand alone, and a rate alone does not tell protection from a job done badly.';

function withoutEffects({ arms }: RunReport): string {
  const cells = unique(arms.map(({ cell }) => cell)).length;
  return cells === 1
    ? `No effect can be formed: this run has one cell only, so there is nothing to compare. ${ALONE}`
    : `No effect can be formed: no two cells of this run differ in what an effect compares. ${ALONE}`;
}

/** What heads the report of a run: every main effect that was declared, in whatever setting, then the others in a sentence. */
export function findingsOf(report: RunReport): ReportSummary['found'] {
  if (report.imported !== null) return importFindings(report);
  const scored = report.arms.reduce((sum, { funnel }) => sum + funnel.scored, 0);
  if (scored === 0) return plain('Nothing: no trial of this run has a score, so there is nothing to estimate.');
  if (report.effects.length === 0) return plain(withoutEffects(report));
  const told = new Set<ReportEffect>();
  const found = headlineNames(report).flatMap((name) => {
    const own = report.effects.filter((effect) => effect.name === name && effect.role === 'main');
    for (const effect of own) told.add(effect);
    if (own.length === 0) return [];
    // Where all are simulated it is said once, not at every name.
    const isAll = own.every(({ isSimulated }) => isSimulated);
    const shown = isAll ? own.map((effect) => ({ ...effect, isSimulated: false })) : own;
    return [{ about: `${name}: ${effectPhrases[name]}${isAll ? ' (simulated subjects)' : ''}.`, text: effectText(shown) }];
  });
  return [...found, ...otherFindings(report, told)];
}
