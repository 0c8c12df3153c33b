import type { Transcript } from '../core/transcript.ts';
import type { Verdict } from '../core/verdict.ts';
import { effectLabel, inReadingOrder, tellingArm } from './report-effects.ts';
import { shownEvents } from './report-events.ts';
import type { ExampleGroup, ReportArm, ReportEffect, ReportExample } from './report-model.ts';
import type { ExampleTrial, RecordTally } from './report-tally.ts';

/** So many of each finding's arm with the verdict true, and so many without it. */
export const EXAMPLES = 10;
export const OTHER_EXAMPLES = 3;
/** A page with more transcripts than these is slow to open: with many findings each has fewer. */
const MOST_EXAMPLES = 400;
const LEAST_OF_A_FINDING = 2;

/** An arm whose trials are to be shown, and which of them. */
export interface ChosenArm {
  readonly kind: ExampleGroup['kind'];
  readonly arm: ReportArm;
  readonly findings: readonly string[];
  readonly trials: readonly (ExampleTrial & { readonly isOfTheFinding: boolean })[];
}

export interface ChosenExamples {
  readonly arms: readonly ChosenArm[];
  /** In words; empty where nothing was left out. */
  readonly leftOut: string;
}

/** What findings there are; where there is none, what the first main effect of each scenario and subject stands on. */
function tellingEffects(effects: readonly ReportEffect[]): readonly ReportEffect[] {
  const shown = effects.filter(({ standing, role }) => standing === 'shown' && role === 'main');
  if (shown.length > 0) return inReadingOrder(shown);
  const groups = Map.groupBy(effects, ({ scenario, subject }) => `${scenario}\u0000${subject}`);
  return [...groups.values()].flatMap((group) => inReadingOrder(group).slice(0, 1));
}

const keyOf = (cell: string, subject: string) => `${cell}\u0000${subject}`;

/** Of each scenario and subject, the arm with the most open refusals. */
function refusingArms(arms: readonly ReportArm[]): readonly ReportArm[] {
  const refusals = ({ dispositions }: ReportArm) => dispositions['refused-openly'] ?? 0;
  const groups = Map.groupBy(arms, ({ scenario, subject }) => `${scenario}\u0000${subject}`);
  return [...groups.values()].flatMap((own) =>
    own
      .filter((arm) => refusals(arm) > 0)
      .toSorted((left, right) => refusals(right) - refusals(left))
      .slice(0, 1),
  );
}

/** The trials to show, drawn by the run's seed among those of the arm that each finding is about. Findings on one arm share them. */
export function chooseExamples(
  { arms, effects }: { readonly arms: readonly ReportArm[]; readonly effects: readonly ReportEffect[] },
  tally: Pick<RecordTally, 'sampleOf'>,
): ChosenExamples {
  const byKey = new Map(arms.map((arm) => [keyOf(arm.cell, arm.subject), arm]));
  const groups = Map.groupBy(tellingEffects(effects), (effect) => keyOf(tellingArm(effect) ?? '', effect.subject));
  const found = [...groups].flatMap(([key, own]) => {
    const arm = byKey.get(key);
    const kind: ChosenArm['kind'] = own.some(({ standing }) => standing === 'shown') ? 'finding' : 'not-shown';
    return arm === undefined ? [] : [{ kind, arm, findings: own.map(effectLabel) }];
  });
  const refusing = refusingArms(arms).map((arm) => ({ kind: 'refusal' as const, arm, findings: [] }));
  const places = found.length + refusing.length;
  const share = Math.floor((MOST_EXAMPLES / Math.max(1, places) / (EXAMPLES + OTHER_EXAMPLES)) * EXAMPLES);
  const most = Math.max(LEAST_OF_A_FINDING, Math.min(EXAMPLES, share));
  const others = most < EXAMPLES ? 1 : OTHER_EXAMPLES;
  const chosen = [...found, ...refusing].map((place): ChosenArm => {
    const sample = tally.sampleOf(place.arm.cell, place.arm.subject);
    const [own, compared] = place.kind === 'refusal' ? [sample.refused, []] : [sample.yes, sample.others];
    const drawn = [
      ...own.slice(0, most).map(({ example }) => ({ ...example, isOfTheFinding: true })),
      ...compared.slice(0, others).map(({ example }) => ({ ...example, isOfTheFinding: false })),
    ];
    return { ...place, trials: drawn };
  });
  const leftOut =
    most < EXAMPLES ? `Examples are of ${places} arms, so at most ${most} trials of each are shown in place of ${EXAMPLES}.` : '';
  return { arms: chosen.filter(({ trials }) => trials.length > 0), leftOut };
}

/** A transcript, or why there is none to be read. */
export type ReadTranscript =
  | { readonly kind: 'read'; readonly transcript: Transcript }
  | { readonly kind: 'unreadable'; readonly because: string };

function eventsOf(verdict: Verdict, read: ReadTranscript | undefined): Pick<ReportExample, 'events' | 'unreadable'> {
  if (read === undefined) return { events: null, unreadable: 'no transcript of it is stored' };
  if (read.kind === 'unreadable') return { events: null, unreadable: read.because };
  try {
    return { events: shownEvents(read.transcript.events, verdict.kind === 'scored' ? verdict.evidence : []), unreadable: null };
  } catch (error) {
    // A stored transcript is checked as an envelope only: its events may not have the form that they should.
    return { events: null, unreadable: `its events do not have the stored form (${(error as Error).message})` };
  }
}

function exampleOf(
  { verdict, ...trial }: ChosenArm['trials'][number],
  { primary }: ReportArm,
  read: ReadTranscript | undefined,
): ReportExample {
  const value =
    verdict.kind === 'scored' ? (verdict.value === true ? 'yes' : verdict.value === false ? 'no' : String(verdict.value)) : 'no score';
  return { ...trial, verdict: primary, value, because: verdict.because, ...eventsOf(verdict, read) };
}

/** The chosen trials with what their transcripts show. */
export function exampleGroups(chosen: ChosenExamples, transcripts: ReadonlyMap<string, ReadTranscript>): readonly ExampleGroup[] {
  return chosen.arms.map(({ kind, arm, findings, trials }) => {
    const { cell, label, scenario, subject, isSimulated, rate, dispositions } = arm;
    const scored = rate.kind === 'estimated' ? rate.trials : 0;
    const yes = rate.kind === 'estimated' ? Math.round(rate.value * rate.trials) : 0;
    const shown = trials.map((one) => exampleOf(one, arm, transcripts.get(one.trial)));
    const refused = dispositions['refused-openly'] ?? 0;
    return { kind, cell, label, scenario, subject, isSimulated, findings, yes, scored, refused, trials: shown };
  });
}
