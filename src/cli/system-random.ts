/** Chance outside of worlds, for the jitter of retries only: a run's own chance is seeded. */
export const systemRandom = (): number => Math.random();
