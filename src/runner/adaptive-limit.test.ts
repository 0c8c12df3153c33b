import { describe, expect, it } from 'vitest';
import { createAdaptiveLimit, type AdaptiveLimit } from './adaptive-limit.ts';

/** Work that ends when it is told to. */
function queueOf(limit: AdaptiveLimit, count: number) {
  const running: (() => void)[] = [];
  const all = Array.from({ length: count }, () =>
    limit.run(
      () =>
        new Promise<void>((resolve) => {
          running.push(resolve);
        }),
    ),
  );
  const settle = async () => {
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  };
  const finish = async () => {
    running.shift()?.();
    await settle();
  };
  return { running, all, settle, finish };
}

describe('an adaptive limit', () => {
  it('lets so many run at once and the others wait', async () => {
    const { running, all, settle, finish } = queueOf(createAdaptiveLimit(3), 5);
    await settle();
    expect(running).toHaveLength(3);
    await finish();
    expect(running).toHaveLength(3);
    for (let left = 4; left > 0; left -= 1) await finish();
    await expect(Promise.all(all)).resolves.toHaveLength(5);
  });

  it('is halved when the model has too much, down to one, and lets those that run go on', async () => {
    const limit = createAdaptiveLimit(5);
    const { running, settle, finish, all } = queueOf(limit, 8);
    await settle();
    limit.throttle();
    expect(limit.current).toBe(2);
    await finish();
    expect(running).toHaveLength(4);
    limit.throttle();
    limit.throttle();
    expect(limit.current).toBe(1);
    while (running.length > 0) await finish();
    await Promise.all(all);
  });

  it('grows by one for each round of successes, never over the most', async () => {
    const limit = createAdaptiveLimit(4);
    limit.throttle();
    const grown: number[] = [];
    for (let done = 0; done < 12; done += 1) {
      await limit.run(async () => {});
      grown.push(limit.current);
    }
    expect(grown).toEqual([2, 3, 3, 3, 4, 4, 4, 4, 4, 4, 4, 4]);
  });

  it('frees the place of work that failed, and does not grow by it', async () => {
    const limit = createAdaptiveLimit(2);
    limit.throttle();
    await expect(limit.run(async () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(limit.current).toBe(1);
    await expect(limit.run(async () => 'next')).resolves.toBe('next');
  });
});
