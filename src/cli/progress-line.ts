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

/** Speed, spending and time left. Speed counts the trials of this process only. */
export function paceLine({ planned, done, found, inputTokens, outputTokens, costUsd }: RunProgress, elapsedMs: number): string {
  const rate = elapsedMs > 0 ? (done * THOUSAND) / elapsedMs : 0;
  const left = planned - found - done;
  const timeLeft = rate > 0 ? `${asDuration((left * THOUSAND) / rate)} left` : 'time left not known yet';
  return [`${rate.toFixed(1)} trials/s`, `${asShortCount(inputTokens + outputTokens)} tokens`, asUsd(costUsd), timeLeft].join(', ');
}

/** One line on how far a run is, for logs. */
export function progressLine(progress: RunProgress, elapsedMs: number): string {
  return `${trialsLine(progress)}, ${paceLine(progress, elapsedMs)}`;
}
