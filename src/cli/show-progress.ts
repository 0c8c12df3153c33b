import type { RunProgress } from '../runner/run-plan.ts';
import type { CliContext } from './context.ts';
import { progressLine, type Pace } from './progress-line.ts';
import { every } from './system-clock.ts';

const LIVE_MS = 150;
const PLAIN_MS = 5000;

/** Shows how a run goes on until it is stopped. */
export interface ProgressShow {
  update(progress: RunProgress): void;
  stop(): void;
}

type Draw = (progress: RunProgress, elapsedMs: number) => void;
type Knowledge = Omit<Pace, 'elapsedMs'>;

/**
 * Draws the latest counts every so often. Trials that never wait are over before a timer can look, so "running" is the
 * most since the last drawing.
 */
function drawEvery(ms: number, clock: CliContext['clock'], draw: Draw) {
  const startedMs = clock.nowMs();
  let latest: RunProgress | undefined;
  let mostRunning = 0;
  const drawLatest = () => {
    if (latest) draw({ ...latest, running: mostRunning }, clock.nowMs() - startedMs);
    mostRunning = latest?.running ?? 0;
  };
  const timer = every(ms, drawLatest);
  return {
    update(progress: RunProgress) {
      latest = { ...progress };
      mostRunning = Math.max(mostRunning, progress.running);
    },
    drawLast() {
      timer.stop();
      mostRunning = latest?.running ?? 0;
      drawLatest();
    },
    stop: () => timer.stop(),
  };
}

/** A panel that is drawn again in place, for a person at a terminal. */
async function liveProgress(context: CliContext, known: Knowledge): Promise<ProgressShow> {
  const { createPanel } = await import('./live-progress.ts');
  const panel = createPanel(context.isStyled);
  const drawing = drawEvery(LIVE_MS, context.clock, (progress, elapsedMs) => panel.draw(progress, { ...known, elapsedMs }));
  return {
    update: drawing.update,
    stop() {
      drawing.drawLast();
      panel.close();
    },
  };
}

/** In place on a terminal; elsewhere a line every few seconds, for logs and pipes. */
export async function showProgress(context: CliContext, known: Knowledge): Promise<ProgressShow> {
  if (context.isTerminal) return liveProgress(context, known);
  return drawEvery(PLAIN_MS, context.clock, (progress, elapsedMs) => context.tell(progressLine(progress, { ...known, elapsedMs })));
}
