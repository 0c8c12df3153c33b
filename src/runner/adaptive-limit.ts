/**
 * How many requests to one model may be under way: additive increase with every full round of successes, halved when the
 * model says that it is too much, never over `most`.
 */
export interface AdaptiveLimit {
  run<Value>(work: () => Promise<Value>): Promise<Value>;
  /** The model asked for less. */
  throttle(): void;
  readonly current: number;
}

export function createAdaptiveLimit(most: number): AdaptiveLimit {
  let current = most;
  let active = 0;
  let succeeded = 0;
  const queue: (() => void)[] = [];

  const startNext = () => {
    while (active < current && queue.length > 0) {
      active += 1;
      queue.shift()?.();
    }
  };
  const acquire = () =>
    new Promise<void>((resolve) => {
      queue.push(resolve);
      startNext();
    });
  const onSuccess = () => {
    succeeded += 1;
    if (succeeded < current) return;
    succeeded = 0;
    current = Math.min(most, current + 1);
  };

  return {
    get current() {
      return current;
    },
    throttle() {
      current = Math.max(1, Math.floor(current / 2));
      succeeded = 0;
    },
    async run(work) {
      await acquire();
      try {
        const value = await work();
        onSuccess();
        return value;
      } finally {
        active -= 1;
        startNext();
      }
    },
  };
}
