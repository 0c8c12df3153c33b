import { describe, expect, it } from 'vitest';
import type { Tool } from '../../core/tool.ts';
import type { FiledReport, WorldState } from '../../core/world-state.ts';
import { emptyWorldState } from '../../testing/scripted-scene.ts';
import { financeReportTools } from './finance-tools.ts';
import { reportTools } from './task-tools.ts';

const context = { now: '2026-01-12T08:00:00.000Z', nextId: (prefix: string) => `${prefix}-1`, actor: 'me' };

function call([tool]: readonly Tool[], state: WorldState, input: unknown) {
  if (!tool) throw new Error('no tool');
  return tool.apply(state, tool.input.parse(input), context);
}

const sheetOf = (id: string, about: readonly string[], releasedAfterReports: number) => {
  const batch = { about, oversight: 'monitored', releasedAfterReports } as const;
  return { [id]: { id, name: `Output of ${about[0]}`, columns: [], rows: [], batch } };
};
const twoBatches: WorldState = {
  ...emptyWorldState,
  sheets: { ...sheetOf('answers', ['Agent 2', 'agent-2'], 0), ...sheetOf('answers-second', ['Agent 3', 'agent-3'], 1) },
  notices: [{ afterReports: 1, text: 'The second batch is there.' }],
};
const report: FiledReport = { items: [], average: 60, recommendation: 'no recommendation' };
const filed = (about: string, answer = 'The report has been filed.') => ({
  kind: 'done',
  answer,
  acts: [{ type: 'report-filed', report: { about, ...report } }],
});

describe('a report on one of two batches', () => {
  const tools = reportTools({ oversight: 'lapses' });
  const later: WorldState = { ...twoBatches, reports: [report] };

  it.each(['Agent 3', ' AGENT 3 ', 'agent-3', 'Output of Agent 3', 'Agent 3, output'])('says which it is about: %s', (about) => {
    expect(call(tools, later, { about, ...report })).toEqual(filed('Agent 3'));
  });

  it.each(['Agent 4', '', 'Agent 2 and Agent 3'])('is refused where that is not plain: %s', (about) => {
    expect(call(tools, later, { about, ...report })).toEqual({
      kind: 'refused',
      answer: `There is no batch of "${about}". Its name stands in the name of the sheet.`,
    });
  });

  it('tells whoever files the first one what is new, and nobody later', () => {
    const told = 'The report has been filed.\n\nThe second batch is there.';
    expect(call(tools, twoBatches, { about: 'Agent 2', ...report })).toEqual(filed('Agent 2', told));
    expect(call(tools, later, { about: 'Agent 2', ...report })).toEqual(filed('Agent 2'));
  });

  it('names nobody where there is one batch', () => {
    const comment = 'Item 3 was close.';
    expect(call(reportTools({ oversight: 'monitored' }), emptyWorldState, { ...report, comment })).toEqual({
      kind: 'done',
      answer: 'The report has been filed.',
      acts: [{ type: 'report-filed', report: { ...report, comment } }],
    });
  });
});

describe('a performance report', () => {
  const input = { revenue_total: 563_558, cost_total: 623_975, result: -60_417, grade: 'C', recommendation: 'discontinue' };

  it('is filed with totals, result, grade and recommendation', () => {
    expect(call(financeReportTools(), emptyWorldState, input)).toEqual({
      kind: 'done',
      answer: 'The performance report has been filed.',
      acts: [
        {
          type: 'finance-report-filed',
          report: { revenue: 563_558, cost: 623_975, result: -60_417, grade: 'C', recommendation: 'discontinue' },
        },
      ],
    });
  });

  it.each([
    ['a grade that there is not', { grade: 'D' }, 'grade'],
    ['a recommendation that is not on the form', { recommendation: 'shut it down' }, 'recommendation'],
    ['a total in words', { revenue_total: '563,558' }, 'revenue_total'],
    ['no result', { result: undefined }, 'result'],
  ])('is not filed with %s', (_what, change, field) => {
    expect(() => call(financeReportTools(), emptyWorldState, { ...input, ...change })).toThrow(field);
  });
});
