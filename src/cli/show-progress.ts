import type { RunProgress } from '../runner/run-plan.ts';
import type { CliContext } from './context.ts';
import { progressLine } from './progress-line.ts';
import { every } from './system-clock.ts';

const LIVE_MS = 150;
const PLAIN_MS = 5000;

/** Shows how a run goes on until it is stopped. */
export interface ProgressShow {
  update(progress: RunProgress): void;
  stop(): void;
}

/** A line every few seconds, for logs and pipes. */
function plainProgress(context: CliContext): ProgressShow {
  const startedMs = context.clock.nowMs();
  let latest: RunProgress | undefined;
  const timer = every(PLAIN_MS, () => {
    if (latest) context.tell(progressLine(latest, context.clock.nowMs() - startedMs));
  });
  return {
    update: (progress) => {
      latest = progress;
    },
    stop: () => timer.stop(),
  };
}

/** A panel that is drawn again in place, for a person at a terminal. */
async function liveProgress(context: CliContext, title: string): Promise<ProgressShow> {
  const { mountProgress } = await import('./live-progress.ts');
  const startedMs = context.clock.nowMs();
  const panel = mountProgress(title);
  let latest: RunProgress | undefined;
  const draw = () => {
    if (latest) panel.draw(latest, context.clock.nowMs() - startedMs);
  };
  const timer = every(LIVE_MS, draw);
  return {
    update: (progress) => {
      latest = progress;
    },
    stop: () => {
      timer.stop();
      draw();
      panel.close();
    },
  };
}

export async function showProgress(context: CliContext, title: string): Promise<ProgressShow> {
  return context.isTerminal ? liveProgress(context, title) : plainProgress(context);
}
