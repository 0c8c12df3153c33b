import { describe, expect, it } from 'vitest';
import * as distributions from './distributions.ts';

type Row = readonly [args: readonly number[], expected: number];

/** scipy 1.17.1: the call, and per row its arguments and its value. */
const GOLDEN: Readonly<Record<string, { readonly call: string; readonly rows: readonly Row[] }>> = {
  normalCdf: {
    call: 'stats.norm.cdf',
    rows: [
      [[-20], 2.7536241186061556e-89],
      [[-8], 6.22096057427174e-16],
      [[-1.959963984540054], 0.025],
      [[0], 0.5],
      [[0.7], 0.758036347776927],
      [[3], 0.9986501019683699],
    ],
  },
  normalUpperTail: {
    call: 'stats.norm.sf',
    rows: [
      [[-3], 0.9986501019683699],
      [[0], 0.5],
      [[1.6448536269514722], 0.050000000000000044],
      [[8], 6.22096057427174e-16],
      [[20], 2.7536241186061556e-89],
    ],
  },
  normalQuantile: {
    call: 'stats.norm.ppf',
    rows: [
      [[1e-100], -21.273453560965322],
      [[1e-10], -6.361340902404056],
      [[0.005], -2.575829303548901],
      [[0.025], -1.9599639845400545],
      [[0.4], -0.2533471031357997],
      [[0.975], 1.959963984540054],
      [[0.9995], 3.2905267314919255],
    ],
  },
  betaCdf: {
    call: 'stats.beta.cdf',
    rows: [
      [[0.2, 2, 5], 0.3446400000000002],
      [[0.01, 3, 48], 0.013817270830600381],
      [[0.5, 500, 501], 0.5126125090891802],
      [[0.99, 30, 1], 0.7397003733882802],
    ],
  },
  betaQuantile: {
    call: 'stats.beta.ppf',
    rows: [
      [[0.025, 7, 14], 0.15390920478454118],
      [[0.025, 1, 10], 0.0025285785444617848],
      [[0.005, 3, 9998], 3.378914710063788e-5],
      [[1e-12, 30, 1], 0.39810717055349726],
      [[0.975, 0.5, 0.5], 0.9984586668665639],
    ],
  },
  betaUpperQuantile: {
    call: 'stats.beta.isf',
    rows: [
      [[0.025, 8, 13], 0.5921885345328282],
      [[0.025, 1, 10], 0.30849710781876083],
      [[0.005, 4, 9997], 0.0010973099729615118],
      [[0.975, 0.5, 0.5], 0.0015413331334360146],
    ],
  },
  studentTCdf: {
    call: 'stats.t.cdf',
    rows: [
      [[-40, 500], 3.1453214591290517e-158],
      [[-2.5, 13.7], 0.012892328235686559],
      [[-0.01, 3], 0.496324555706426],
      [[1.2, 1], 0.7788579383763045],
      [[9, 30], 0.9999999997492584],
    ],
  },
  studentTUpperTail: {
    call: 'stats.t.sf',
    rows: [
      [[2.5, 13.7], 0.012892328235686559],
      [[0.3, 1], 0.4072264209222577],
      [[9, 100], 7.680385257375236e-15],
      [[100, 99], 1.500566060456382e-101],
      [[-1, 4], 0.8130495168499705],
      [[40, 1.7], 0.0007883653078635074],
    ],
  },
  studentTQuantile: {
    call: 'stats.t.ppf',
    rows: [
      [[0.025, 1], -12.706204736174705],
      [[0.025, 2], -4.302652729749464],
      [[0.975, 13.7], 2.149201262229809],
      [[0.995, 5], 4.032142983555228],
      [[0.0005, 99], -3.3915288333636506],
      [[1e-15, 30], -14.925858475139002],
      [[0.6, 10000], 0.253353843445727],
    ],
  },
  binomialProbability: {
    call: 'stats.binom.pmf',
    rows: [
      [[0, 10, 0.3], 0.0282475249],
      [[3, 10, 0.3], 0.2668279319999998],
      [[50, 100, 0.97], 1.5794408239361242e-48],
      [[500, 1000, 0.5], 0.025225018178360804],
    ],
  },
  binomialCdf: {
    call: 'stats.binom.cdf',
    rows: [
      [[0, 10, 0.3], 0.028247524900000005],
      [[3, 10, 0.3], 0.6496107184000002],
      [[50, 100, 0.97], 1.6287675753784996e-48],
      [[500, 1000, 0.5], 0.5126125090891802],
    ],
  },
  binomialUpperTail: {
    call: 'stats.binom.sf(k - 1, n, p)',
    rows: [
      [[10, 10, 0.3], 5.9048999999999975e-6],
      [[3, 10, 0.3], 0.6172172136000003],
      [[33, 100, 0.05], 1.2307459685883103e-18],
      [[50, 100, 0.0001], 1.0039796565136204e-171],
    ],
  },
  chiSquareUpperTail: {
    call: 'stats.chi2.sf',
    rows: [
      [[0.3, 1], 0.583882420770365],
      [[10, 3.5], 0.02803986171431041],
      [[60, 20], 7.121750862815593e-6],
      [[300, 40], 1.4955969722726186e-41],
      [[900, 2], 3.6938830684871615e-196],
    ],
  },
};

const functions: Readonly<Record<string, (...args: number[]) => number>> = { ...distributions };

describe('distributions', () => {
  for (const [name, { call, rows }] of Object.entries(GOLDEN)) {
    it(`${name} agrees with ${call} of scipy`, () => {
      for (const [args, expected] of rows) {
        const value = functions[name]!(...args);
        expect(Math.abs(value - expected), `${name}(${args.join(', ')}) = ${value}, not ${expected}`).toBeLessThanOrEqual(
          1e-12 * Math.abs(expected),
        );
      }
    });
  }

  it('keeps the digits of tails that 1 - cdf would lose', () => {
    expect(1 - distributions.normalCdf(20)).toBe(0);
    expect(distributions.normalUpperTail(20)).toBeCloseTo(2.7536241186062337e-89, 100);
    expect(distributions.chiSquareUpperTail(300, 40)).toBeGreaterThan(1e-42);
  });

  it('has exact ends', () => {
    expect(distributions.normalQuantile(0)).toBe(-Infinity);
    expect(distributions.normalQuantile(0.5)).toBe(0);
    expect(distributions.normalQuantile(1)).toBe(Infinity);
    expect(distributions.studentTQuantile(0, 3)).toBe(-Infinity);
    expect(distributions.studentTQuantile(1, 3)).toBe(Infinity);
    expect(distributions.studentTUpperTail(Infinity, 3)).toBe(0);
    expect(distributions.studentTCdf(Infinity, 3)).toBe(1);
    expect(distributions.chiSquareUpperTail(0, 3)).toBe(1);
    expect(distributions.chiSquareUpperTail(Infinity, 3)).toBe(0);
    expect(distributions.binomialProbability(0, 5, 0)).toBe(1);
    expect(distributions.binomialProbability(5, 5, 1)).toBe(1);
    expect(distributions.binomialProbability(0, 0, 0.3)).toBe(1);
    expect(distributions.binomialCdf(5, 5, 0.3)).toBe(1);
    expect(distributions.binomialUpperTail(0, 5, 0.3)).toBe(1);
  });

  it('names the value that is out of range', () => {
    expect(() => distributions.normalQuantile(1.5)).toThrow(new RangeError('the probability is out of range: 1.5'));
    expect(() => distributions.normalCdf(Number.NaN)).toThrow(new RangeError('z is out of range: NaN'));
    expect(() => distributions.betaCdf(0.5, 0, 1)).toThrow(new RangeError('the first shape is out of range: 0'));
    expect(() => distributions.betaQuantile(0.5, 1, -1)).toThrow(new RangeError('the second shape is out of range: -1'));
    expect(() => distributions.studentTUpperTail(1, 0)).toThrow(new RangeError('the degrees of freedom is out of range: 0'));
    expect(() => distributions.binomialCdf(6, 5, 0.5)).toThrow(new RangeError('the number of successes is out of range: 6'));
    expect(() => distributions.binomialProbability(1, 1.5, 0.5)).toThrow(new RangeError('the number of trials is out of range: 1.5'));
    expect(() => distributions.chiSquareUpperTail(-1, 2)).toThrow(new RangeError('x is out of range: -1'));
  });
});
