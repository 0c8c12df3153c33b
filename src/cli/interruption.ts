import { exitCodes } from './context.ts';

/** Launchers and process groups may pass one Ctrl-C on twice; nobody presses it twice as fast. */
const ONE_PRESS_MS = 100;
const signals = ['SIGINT', 'SIGTERM'] as const;

/** Why a command ended early. Not an error of anybody's. */
export class InterruptedError extends Error {
  constructor() {
    super('interrupted');
    this.name = 'InterruptedError';
  }
}

export interface Interruption {
  /** Starts to listen: once stops in an orderly way, twice ends at once. */
  listen(): AbortSignal;
  dispose(): void;
}

export function createInterruption(nowMs: () => number): Interruption {
  const controller = new AbortController();
  let firstMs: number | undefined;
  const onSignal = () => {
    firstMs ??= nowMs();
    if (!controller.signal.aborted) controller.abort(new InterruptedError());
    else if (nowMs() - firstMs >= ONE_PRESS_MS) process.exit(exitCodes.interrupted);
  };
  let isListening = false;
  return {
    listen() {
      if (isListening) return controller.signal;
      isListening = true;
      for (const name of signals) process.on(name, onSignal);
      // The launcher that chose this Node was killed: nobody is there any more who could stop this process.
      process.on('disconnect', onSignal);
      process.channel?.unref();
      return controller.signal;
    },
    dispose() {
      for (const name of signals) process.off(name, onSignal);
      process.off('disconnect', onSignal);
    },
  };
}
