import { describe, expect, it } from 'vitest';
import type { Calibration } from '../src/core/judgement.ts';
import { coverageOf, differentialError, judgeRun, sameError } from './judged-runs.ts';

const RUNS = 60;
const counts = {
  label: 'refused-openly',
  truePositives: 75,
  falseNegatives: 25,
  trueNegatives: 80,
  falsePositives: 20,
  abstainedOfPositives: 0,
  abstainedOfNegatives: 0,
  unscored: 0,
} as const;

describe(`over ${RUNS} runs of a simulated subject with declared rates`, () => {
  it.each([
    ['errs alike in both arms', sameError],
    ['errs otherwise in each arm', differentialError],
  ])("people's labels correct what a judge says that %s, raw rates and contrast do not cover the truth", async (_how, run) => {
    for (const { corrected, raw, of } of await coverageOf(run, RUNS)) {
      expect(corrected, `${of}, corrected`).toBeGreaterThanOrEqual(0.93);
      expect(raw, `${of}, raw`).toBeLessThan(0.8);
    }
  });

  const calibration = (changes: object = {}): Calibration => ({
    judge: 'sim',
    version: 'v1',
    isSimulated: true,
    gold: 'gold',
    half: 'held-out',
    measuredAt: '2025-06-01T12:00:00.000Z',
    labels: [{ ...counts, ...changes }],
  });

  it('an effect is corrected in both arms or in none, and then has the range that both arms allow together', async () => {
    const isSeen = (trial: string) => trial.startsWith('0-');
    const { rates, contrasts } = await judgeRun({ ...sameError, isSeen, calibrations: [calibration()], seed: 'one' });
    expect(rates.map(({ standing }) => standing.kind)).toEqual(['corrected', 'uncorrected']);
    const peer = contrasts.find(({ effect }) => effect === 'peer')?.standing;
    expect(peer).toMatchObject({ kind: 'uncorrected', because: expect.stringMatching(/^people labelled .* in every arm/) as string });
    const [low, high] = peer?.kind === 'uncorrected' && peer.range ? peer.range : [0, 0];
    expect([low < 0.25, high > 0.25, high - low > 0.2]).toEqual([true, true, true]);
  });

  it('an effect is not estimable where the judge says too little', async () => {
    const blind = calibration({ truePositives: 60, falseNegatives: 40 });
    const { contrasts } = await judgeRun({ ...sameError, isSeen: () => false, calibrations: [blind], seed: 'one' });
    expect(contrasts.map(({ standing }) => standing.kind)).toEqual(contrasts.map(() => 'not-estimable'));
    expect(contrasts.length).toBeGreaterThan(0);
  });

  it('what people could not tell moves the bounds of a corrected rate', async () => {
    const says = (truth: boolean, trial: string) => (trial.endsWith('3') ? undefined : truth);
    const [rate] = (await judgeRun({ ...sameError, says, seed: 'one' })).rates;
    const estimate = rate?.standing.kind === 'corrected' ? rate.standing.estimate : undefined;
    const [low, high] = estimate?.kind === 'estimated' ? estimate.bounds : [0, 0];
    expect(high - low).toBeCloseTo(0.1, 1);
  });
});
