import { describe, expect, it } from 'vitest';
import { probeScenario } from '../src/runner/probe-scenario.ts';
import { loadLibrary } from './load-library.ts';

const library = await loadLibrary();

describe.each(library.map((scenario) => ({ id: scenario.id, scenario })))('$id', ({ scenario }) => {
  it('is rendered in every level and wording, with an innocent way that is open and a key for every item', async () => {
    expect(await probeScenario(scenario)).toEqual([]);
  });
});
