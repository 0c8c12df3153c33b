import type { RunProgress } from '../runner/run-plan.ts';
import { asDuration, asUsd } from '../report/format-number.ts';

/** One line on how far a run is. Rate and time left count the trials of this process only. */
export function progressLine(progress: RunProgress, elapsedMs: number): string {
  const { planned, done, found, running, failed, limited, inputTokens, outputTokens, costUsd } = progress;
  const rate = elapsedMs > 0 ? (done * 1000) / elapsedMs : 0;
  const left = planned - found - done;
  const parts = [
    `${done + found} of ${planned} trials`,
    `${running} running`,
    `${failed} failed`,
    ...(limited > 0 ? [`${limited} limited`] : []),
    `${rate.toFixed(1)}/s`,
    `${inputTokens + outputTokens} tokens`,
    asUsd(costUsd),
    `${rate > 0 ? asDuration((left * 1000) / rate) : '?'} left`,
  ];
  return parts.join(', ');
}
