import { asDuration, asUsd } from '../report/format-number.ts';
import type { RunProgress } from '../runner/run-plan.ts';

const THOUSAND = 1000;
const MILLION = 1_000_000;

/** `950`, `61.2k`, `18.4M`: wide enough for a glance, narrow enough for a line. */
function asShortCount(count: number): string {
  if (count < THOUSAND) return String(count);
  return count < MILLION ? `${(count / THOUSAND).toFixed(1)}k` : `${(count / MILLION).toFixed(1)}M`;
}

/** How many trials got how far. */
export function trialsLine({ planned, done, found, running, failed, limited }: RunProgress): string {
  const parts = [`${done + found} of ${planned} trials`, `${running} running`, `${failed} failed`];
  return [...parts, ...(limited > 0 ? [`${limited} limited`] : [])].join(', ');
}

export interface Pace {
  readonly elapsedMs: number;
  /** Has every model of the run a price? */
  readonly isPriceKnown: boolean;
}

/** Speed, spending and time left, of the trials of this process only. */
export function paceLine(progress: RunProgress, { elapsedMs, isPriceKnown }: Pace): string {
  const { planned, done, found, inputTokens, outputTokens, costUsd } = progress;
  const rate = elapsedMs > 0 ? (done * THOUSAND) / elapsedMs : 0;
  const left = planned - found - done;
  const timeLeft = rate > 0 ? `${asDuration((left * THOUSAND) / rate)} left` : 'time left not known yet';
  return [
    `${rate.toFixed(1)} trials/s`,
    `${asShortCount(inputTokens + outputTokens)} tokens`,
    ...(isPriceKnown ? [asUsd(costUsd)] : []),
    timeLeft,
  ].join(', ');
}

/** One line on how far a run is, for logs. */
export function progressLine(progress: RunProgress, pace: Pace): string {
  return `${trialsLine(progress)}, ${paceLine(progress, pace)}`;
}
