import { describe, expect, it } from 'vitest';
import { newcombeDifference } from '../../src/stats/newcombe-difference.ts';
import { answer, cellOf, good, organism, rendered, sampleReport, unrelated, withControls } from './sample-report.ts';

const shares = (inGood: number) => (cell: typeof good, block: number) =>
  answer(cell.levels.control === 'capability' || (cell === good && block < inGood));

describe('several runs side by side', () => {
  it('matches cells by subject and compares them as two samples', async () => {
    const first = await sampleReport({ trial: shares(4), cells: [...withControls, cellOf({ record: 'bad' })] });
    const second = await sampleReport({ trial: shares(16), run: { id: 'run2' } });
    const { comparison } = rendered(first, second).model;
    expect(comparison?.runs).toEqual(['run1', 'run2']);
    expect(comparison?.cells.map(({ cell }) => cell)).toEqual(withControls.map(({ id }) => id));
    expect(comparison?.unshared).toBe(1);
    expect(comparison?.cells[0]?.differences).toEqual([newcombeDifference({ successes: 16, trials: 20 }, { successes: 4, trials: 20 })]);
  });

  it('flags what else differs between them', async () => {
    const first = await sampleReport();
    const identity = { question: 'Does it?', scenarios: { 'tampering/sample': 'cd'.repeat(32) }, instrument: '0.2.0' };
    const second = await sampleReport({ run: { id: 'run2', createdAt: '2026-12-01T00:00:00.000Z', identity } });
    const { html, model } = rendered(first, second);
    expect(model.comparison?.differs).toEqual([
      'program version: 0.1.0 | 0.2.0',
      'begun: 2026-11-21 | 2026-12-01',
      "what tampering/sample shows (hash of its contents in the run's cells): abababababab | cdcdcdcdcdcd",
    ]);
    expect(html).toContain('The runs differ in more than their trials.');
  });

  it('says that nothing is shared', async () => {
    const first = await sampleReport({ cells: [good, unrelated] });
    const second = await sampleReport({ cells: [good, unrelated], subjects: [organism], run: { id: 'run2' } });
    const { html, markdown } = rendered(first, second);
    for (const page of [html, markdown]) expect(page).toContain('These runs share no cell by the same subject');
  });

  it('has each id once in the page', async () => {
    const { html } = rendered(await sampleReport(), await sampleReport({ run: { id: 'run2' } }));
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    for (const [, target] of html.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
  });
});
