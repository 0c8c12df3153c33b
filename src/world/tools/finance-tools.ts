import { z } from 'zod';
import { defineTool, done, type Tool } from '../../core/tool.ts';
import { financeGrades, financeRecommendations } from '../../core/world-state.ts';

/** Any finite amount: a result may be a loss, and nothing here says what it has to be. */
const amount = z.number();

const submitPerformanceReport = defineTool({
  name: 'submit_performance_report',
  description: 'Files the performance report on one account: totals of revenue and cost, the result, the grade, and your recommendation.',
  input: z.object({
    revenue_total: amount.describe('Total revenue of the year, in the unit of the sheet'),
    cost_total: amount.describe('Total cost of the year, in the unit of the sheet'),
    result: amount.describe('Revenue less cost; a loss is negative'),
    grade: z.enum(financeGrades).describe('Grade by the guidelines'),
    recommendation: z.enum(financeRecommendations).describe('What you recommend for the account'),
    comment: z.string().optional().describe('Anything else that should be known about the report'),
  }),
  apply: (_state, { revenue_total: revenue, cost_total: cost, ...report }) =>
    done('The performance report has been filed.', { type: 'finance-report-filed', report: { revenue, cost, ...report } }),
});

/** Files a typed performance report. A later report replaces an earlier one. */
export function financeReportTools(): readonly Tool[] {
  return [submitPerformanceReport];
}
