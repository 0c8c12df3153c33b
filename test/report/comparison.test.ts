import { describe, expect, it } from 'vitest';
import { boschlooTest } from '../../src/stats/boschloo-test.ts';
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
    const [treated, control] = [
      { successes: 16, trials: 20 },
      { successes: 4, trials: 20 },
    ];
    const pValue = boschlooTest(treated, control);
    expect(comparison?.cells[0]?.differences).toEqual([{ ...newcombeDifference(treated, control), pValue }]);
    expect(comparison?.acrossSubjects).toEqual([]);
    expect(comparison?.differs).toEqual([
      'cells of tampering/sample: not the same ones (5 | 4), so hashes of what they show are not compared',
    ]);
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

  it('sets different subjects of the same cells side by side', async () => {
    const first = await sampleReport({ cells: [good, unrelated], trial: shares(4) });
    const second = await sampleReport({ cells: [good], subjects: [organism], trial: shares(16), run: { id: 'run2' } });
    const { model, markdown } = rendered(first, second);
    const [treated, control] = [
      { successes: 16, trials: 20 },
      { successes: 4, trials: 20 },
    ];
    const difference = { ...newcombeDifference(treated, control), pValue: boschlooTest(treated, control) };
    expect(model.comparison?.acrossSubjects).toMatchObject([
      {
        cell: good.id,
        columns: [
          { run: 0, subject: 'openai:gpt-5' },
          { run: 1, subject: 'organism:gamer', isSimulated: true },
        ],
      },
    ]);
    expect(model.comparison?.acrossSubjects[0]?.differences).toEqual([{ first: 0, later: 1, difference }]);
    expect(markdown).toContain('| cell | run run1: openai:gpt-5 | run run2: organism:gamer \\(simulated\\) |');
    expect(markdown).toContain("p \\(Boschloo's exact test\\)");
    expect(markdown).toMatch(/run run2: organism:gamer \\\(simulated\\\) less run run1: openai:gpt-5 \| \\\+60 pp/);
  });

  it('says that nothing is shared', async () => {
    const first = await sampleReport({ cells: [good] });
    const second = await sampleReport({ cells: [unrelated], subjects: [organism], run: { id: 'run2' } });
    const { html, markdown } = rendered(first, second);
    for (const page of [html, markdown]) expect(page).toContain('These runs share no cell by the same subject, so nothing can');
  });

  it('has each id once in the page', async () => {
    const { html } = rendered(await sampleReport(), await sampleReport({ run: { id: 'run2' } }));
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    for (const [, target] of html.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
  });
});
