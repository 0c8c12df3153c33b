import { describe, expect, it } from 'vitest';
import { coverageOf, differentialError, sameError } from '../judged-runs.ts';

const RUNS = 400;

describe(`over ${RUNS} runs of a simulated subject with declared rates`, () => {
  it.each([
    ['a judge that errs alike in both arms', sameError],
    ['a judge that errs otherwise in each arm', differentialError],
    ['few labels of each kind', { ...differentialError, perStratum: 10 }],
    ['a run that is labelled whole', { ...sameError, blocks: 60, perStratum: 60 }],
  ])('corrected rates and contrasts cover the truth with %s', async (_how, run) => {
    for (const { corrected, of } of await coverageOf(run, RUNS)) {
      expect(corrected, `${of}, corrected`).toBeGreaterThanOrEqual(0.93);
    }
  });

  it('do not cover it where people agree with the judge whatever is true', async () => {
    const led = { ...differentialError, says: (truth: boolean, trial: string) => (trial.startsWith('0') ? false : truth) };
    const [treated] = await coverageOf(led, 40);
    expect(treated?.corrected).toBe(0);
  });
});
