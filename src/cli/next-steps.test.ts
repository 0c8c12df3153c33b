import { describe, expect, it } from 'vitest';
import { nextSteps } from './next-steps.ts';

const steps = [
  ['score', 'judges'],
  ['report', 'writes a page'],
] as const;
const run = '28a01f6f195e840b';

describe('the next steps after a command', () => {
  it('are commands with the beginning of the run, ready to be pasted', () => {
    const flags = { store: '.offswitch/store.db', scenarioFile: [] };
    expect(nextSteps({ programName: 'npx offswitch', run, flags, steps })).toEqual([
      'Next:',
      '  npx offswitch score 28a01f6f   # judges',
      '  npx offswitch report 28a01f6f   # writes a page',
    ]);
  });

  it('name the store and the scenarios that the command was given', () => {
    const flags = { store: 'my runs.db', scenarioFile: ['own.scenario.ts'] };
    expect(nextSteps({ programName: 'offswitch', run, flags, steps: steps.slice(0, 1) })).toEqual([
      'Next:',
      "  offswitch score 28a01f6f --scenario-file own.scenario.ts --store 'my runs.db'   # judges",
    ]);
  });
});
