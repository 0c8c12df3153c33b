import { describe, expect, it } from 'vitest';
import type { RunProgress } from '../runner/run-plan.ts';
import { paceLine, progressLine, trialsLine } from './progress-line.ts';

const progress: RunProgress = {
  planned: 1_000_000,
  done: 400_000,
  found: 100_000,
  running: 512,
  failed: 12_345,
  limited: 54_321,
  stopped: 3,
  inputTokens: 987_654_321,
  outputTokens: 1_000_000,
  costUsd: 12_345.678,
};

describe('progress lines', () => {
  it('say how far the run is and what it takes', () => {
    expect(progressLine({ ...progress, limited: 0 }, { elapsedMs: 1_000_000, isPriceKnown: true })).toBe(
      '500000 of 1000000 trials, 512 running, 12345 failed, 400.0 trials/s, 988.7M tokens, $12345.68, 20:50 left',
    );
  });

  it('fit a narrow window, however large the run', () => {
    const lines = [trialsLine(progress), paceLine(progress, { elapsedMs: 10_000_000, isPriceKnown: true })];
    expect(lines.filter((line) => line.length > 72)).toEqual([]);
  });

  it('claim no cost without a price, and no time left before a trial is done', () => {
    const start = { ...progress, done: 0, found: 0, inputTokens: 950, outputTokens: 0, costUsd: 0 };
    expect(paceLine(start, { elapsedMs: 5000, isPriceKnown: false })).toBe('0.0 trials/s, 950 tokens, time left not known yet');
  });
});
