import { describe, expect, it } from 'vitest';
import { mantelHaenszelWeights } from './mantel-haenszel-weights.ts';
import { satoVariance } from './sato-variance.ts';

const arm = (successes: number, trials: number) => ({ successes, trials });

describe('satoVariance', () => {
  it('is the unpooled variance of a difference for one stratum', () => {
    // numpy 2: np.var([1]*56 + [0]*14) / 70 + np.var([1]*48 + [0]*32) / 80
    const one = mantelHaenszelWeights([{ treated: arm(56, 70), control: arm(48, 80) }]);
    expect(satoVariance(one)).toBeCloseTo(0.005285714285714285, 15);
  });

  it('is the variance of the mean paired difference for strata of one trial per arm', () => {
    // numpy 2: np.var(np.array([1,1,0,1,0,1,1,0,1,1]) - np.array([1,0,0,0,0,1,0,1,0,1])) / 10
    const treated = [1, 1, 0, 1, 0, 1, 1, 0, 1, 1];
    const control = [1, 0, 0, 0, 0, 1, 0, 1, 0, 1];
    const pairs = mantelHaenszelWeights(treated.map((yes, index) => ({ treated: arm(yes, 1), control: arm(control[index]!, 1) })));
    expect(satoVariance(pairs)).toBeCloseTo(0.041, 15);
  });

  it("agrees with Sato's formula written out over unlike strata", () => {
    // numpy 2, y1=[4,10,3], n1=[12,25,3], y0=[1,6,2], n0=[10,30,7], N=n1+n0, W=sum(n1*n0/N), d the pooled difference:
    // P = ((n1**2*y0 - n0**2*y1 + n1*n0*(n0-n1)/2) / N**2).sum(); Q = ((y1*(n0-y0) + y0*(n1-y1)) / (2*N)).sum(); (d*P + Q) / W**2
    const strata = mantelHaenszelWeights([
      { treated: arm(4, 12), control: arm(1, 10) },
      { treated: arm(10, 25), control: arm(6, 30) },
      { treated: arm(3, 3), control: arm(2, 7) },
    ]);
    expect(satoVariance(strata)).toBeCloseTo(0.008981067960621147, 15);
  });
});
