import type { Judgement } from '../core/judgement.ts';
import type { Store } from '../core/ports/store.ts';

/** Keeps judgements as they come: one write at a time, with all that came in while the last one ran. */
export interface JudgementWriter {
  /** Resolves when it is kept; rejects with what broke the store. */
  keep(judgement: Judgement): Promise<void>;
}

export function createJudgementWriter(store: Pick<Store, 'appendJudgements'>, run: string): JudgementWriter {
  let waiting: Judgement[] = [];
  let next: Promise<void> | undefined;
  let writing: Promise<unknown> = Promise.resolve();

  const write = async () => {
    await writing;
    const batch = waiting;
    waiting = [];
    next = undefined;
    writing = store.appendJudgements(run, batch);
    await writing;
  };
  return {
    async keep(judgement) {
      waiting.push(judgement);
      next ??= write();
      return next;
    },
  };
}
