import { BudgetSpentError, ProviderError } from '../../core/errors.ts';
import { judgeLabels, type Calibration, type JudgeLabel } from '../../core/judgement.ts';
import type { Judge } from '../../core/ports/judge.ts';
import type { Store } from '../../core/ports/store.ts';
import { judgeValidation } from '../../estimates/judged/judge-validation.ts';
import type { IntervalOfCases } from '../../estimates/judged/judged-results.ts';
import { allGoldCases, goldHash } from '../../judges/gold/all-gold-cases.ts';
import { goldReaders } from '../../judges/gold-readers.ts';
import { countGold, disputedLabels, readGold, type GoldReading } from '../../judges/calibrate-judge.ts';
import { asPercent, asPercentRange } from '../../report/format-number.ts';
import { goldReadersText } from '../../report/sections/judge-words.ts';
import { renderTextTable } from '../../report/render-tables.ts';
import type { Table } from '../../report/table.ts';
import { giveUpJudge } from '../../runner/give-up-judge.ts';
import { exitCodes, type CliContext } from '../context.ts';
import { judgeName, openJudges } from './open-judges.ts';
import type { ScoreFlags } from './score-options.ts';

const asShare = (share: IntervalOfCases | undefined): string =>
  share === undefined ? 'not estimable' : `${asPercent(share.value)} (${asPercentRange(share.low, share.high)}) of ${share.of}`;

const labelsAsked = ({ label }: ScoreFlags): readonly JudgeLabel[] => (label.length === 0 ? judgeLabels : label);
const casesOf = ({ half }: ScoreFlags) => allGoldCases.filter((one) => one.half === half);

/** How many answers count for nothing because the readers of the gold cases differ, by label. */
function leftOut(flags: ScoreFlags): Partial<Record<JudgeLabel, number>> {
  const disputed = casesOf(flags).flatMap(disputedLabels);
  const counts = labelsAsked(flags).map((label) => [label, disputed.filter((one) => one === label).length] as const);
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}

function calibrationTable(calibration: Calibration, flags: ScoreFlags): Table {
  const disputed = Object.entries(leftOut(flags)).map(([label, count]) => `${label} ${count}`);
  const unscored = new Map(calibration.labels.map(({ label, name, unscored: count }) => [`${label} ${name ?? ''}`, count]));
  return {
    title: `${judgeName(calibration.judge)} on the ${calibration.half} gold cases`,
    heads: ['label', 'sensitivity', 'specificity', 'abstained', 'unscored'],
    rows: judgeValidation([calibration], [calibration]).map(({ label, name, sensitivity, specificity, abstention }) => [
      name === undefined ? label : `${label}: ${name}`,
      asShare(sensitivity),
      asShare(specificity),
      asShare(abstention),
      String(unscored.get(`${label} ${name ?? ''}`) ?? 0),
    ]),
    notes: [
      'Intervals: 95 %, Wilson. Sensitivity and specificity over the cases that were answered; these validate a judge and correct no rate.',
      ...[goldReadersText(goldReaders(casesOf(flags), labelsAsked(flags)))].filter((words) => words !== undefined),
      ...(disputed.length === 0 ? [] : [`Left out, since the two readers of the gold cases differ: ${disputed.join(', ')}.`]),
    ],
  };
}

interface Calibrated {
  readonly judge: string;
  readonly calibration?: Calibration;
  readonly isStored: boolean;
  /** Why there is none. */
  readonly because?: string;
  readonly exitCode: number;
}

async function readAll(judge: Judge, flags: ScoreFlags, options: { readonly concurrency: number; readonly signal: AbortSignal }) {
  try {
    return { readings: await readGold(giveUpJudge(judge), casesOf(flags), { labels: labelsAsked(flags), ...options }) };
  } catch (error) {
    if (options.signal.aborted) return { because: 'interrupted', exitCode: exitCodes.interrupted };
    if (error instanceof BudgetSpentError) return { because: error.message, exitCode: exitCodes.done };
    if (error instanceof ProviderError) return { because: `it never answered: ${error.message}`, exitCode: exitCodes.infrastructure };
    throw error;
  }
}

function toCalibration(
  judge: Judge,
  readings: readonly GoldReading[],
  given: { half: Calibration['half']; measuredAt: string },
): Calibration {
  const { judge: id, version, isSimulated } = judge;
  return { judge: id, version, isSimulated, gold: goldHash, ...given, labels: countGold(readings) };
}

function tell({ judge, calibration, because, isStored }: Calibrated, flags: ScoreFlags, context: CliContext): void {
  if (flags.json) {
    context.out(JSON.stringify({ schemaVersion: 1, type: 'calibration', judge, isStored, because, calibration, leftOut: leftOut(flags) }));
    return;
  }
  if (calibration) context.out(renderTextTable(calibrationTable(calibration, flags)));
  else context.tell(`${judgeName(judge)} was not calibrated: ${because ?? ''}`);
  if (calibration && !isStored) context.tell('Not kept: only some of the labels were asked for.');
}

/** Puts the gold cases to each judge and keeps how often it is right: an exit code. */
export async function calibrateJudges(store: Store, flags: ScoreFlags, context: CliContext): Promise<number> {
  const { judges, concurrency } = openJudges(flags, context);
  const signal = context.catchInterrupts();
  const codes: number[] = [];
  for (const judge of judges) {
    if (!flags.json) context.tell(`Putting ${casesOf(flags).length} ${flags.half} gold cases to ${judgeName(judge.judge)}.`);
    const read = await readAll(judge, flags, { concurrency, signal });
    const measuredAt = new Date(context.clock.nowMs()).toISOString();
    const calibration = read.readings && toCalibration(judge, read.readings, { half: flags.half, measuredAt });
    const isStored = calibration !== undefined && flags.label.length === 0;
    if (isStored) await store.appendCalibration(calibration);
    const exitCode = read.exitCode ?? exitCodes.done;
    tell({ judge: judge.judge, isStored, exitCode, ...(calibration ? { calibration } : { because: read.because ?? '' }) }, flags, context);
    codes.push(exitCode);
    if (signal.aborted) break;
  }
  return Math.max(...codes, exitCodes.done);
}
