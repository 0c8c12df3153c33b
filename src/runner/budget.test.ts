import { describe, expect, it } from 'vitest';
import { BudgetSpentError } from '../core/errors.ts';
import type { RunSpending } from '../core/ports/store.ts';
import { createBudget, type BudgetLimits } from './budget.ts';

const price = { inputUsdPerMillion: 1, outputUsdPerMillion: 10, source: 'test' };
const nothing: RunSpending = { requests: 0, inputTokens: 0, outputTokens: 0, unknownReplies: 0 };

function budgetOf(limits: BudgetLimits, spent: Partial<RunSpending> = {}) {
  const state = { ...nothing, ...spent };
  const budget = createBudget({ limits, price, spent: async () => ({ ...state }) });
  return { budget, spend: (more: Partial<RunSpending>) => Object.assign(state, more) };
}
const messageOf = async (work: Promise<unknown>) =>
  work.then(
    () => 'resolved',
    (error: unknown) => (error instanceof BudgetSpentError ? error.message : `not spent: ${String(error)}`),
  );

describe('a budget', () => {
  it('of tokens lets through what surely fits, to the last token', async () => {
    const { budget } = budgetOf({ tokens: 1000 }, { inputTokens: 700, outputTokens: 100 });
    await expect(budget.reserve({ inputTokens: 150, outputTokens: 50 })).resolves.toBeTypeOf('function');
    expect(await messageOf(budgetOf({ tokens: 1000 }, { inputTokens: 800 }).budget.reserve({ inputTokens: 150, outputTokens: 51 }))).toBe(
      'the budget does not cover another request: 800 tokens of 1000 are spent, and it may take 150 input and 51 output tokens. Give a larger budget to go on',
    );
  });

  it('of dollars counts input and output at their prices', async () => {
    // 100,000 x $1 + 50,000 x $10 a million = $0.60
    const spent = { inputTokens: 100_000, outputTokens: 50_000 };
    await expect(budgetOf({ usd: 0.7 }, spent).budget.reserve({ inputTokens: 0, outputTokens: 10_000 })).resolves.toBeTypeOf('function');
    expect(await messageOf(budgetOf({ usd: 0.7 }, spent).budget.reserve({ inputTokens: 0, outputTokens: 10_001 }))).toBe(
      'the budget does not cover another request: 150000 tokens and $0.6000 of $0.7 are spent, and it may take 0 input and 10001 output tokens. Give a larger budget to go on',
    );
  });

  it('makes a request wait for those in flight that hold what is left', async () => {
    const { budget, spend } = budgetOf({ tokens: 1000 });
    const release = await budget.reserve({ inputTokens: 600, outputTokens: 0 });
    const order: string[] = [];
    const second = budget.reserve({ inputTokens: 600, outputTokens: 0 }).then(() => order.push('second'));
    await Promise.resolve();
    order.push('first answered');
    spend({ inputTokens: 200 });
    release();
    await second;
    expect(order).toEqual(['first answered', 'second']);
  });

  it('refuses those that waited when what is left was used', async () => {
    const { budget, spend } = budgetOf({ tokens: 1000 });
    const release = await budget.reserve({ inputTokens: 600, outputTokens: 0 });
    const second = messageOf(budget.reserve({ inputTokens: 600, outputTokens: 0 }));
    spend({ inputTokens: 500 });
    release();
    expect(await second).toMatch(/^the budget does not cover another request: 500 tokens of 1000 are spent,/);
  });

  it('never holds more at once than it has', async () => {
    const { budget } = budgetOf({ tokens: 1000 });
    let [held, most] = [0, 0];
    const work = Array.from({ length: 20 }, async () => {
      const release = await budget.reserve({ inputTokens: 300, outputTokens: 0 });
      held += 300;
      most = Math.max(most, held);
      await Promise.resolve();
      held -= 300;
      release();
    });
    await Promise.all(work);
    expect({ held, most }).toEqual({ held: 0, most: 900 });
  });

  it('takes a reply that did not say what it took for as much as the next may take', async () => {
    const bound = { inputTokens: 300, outputTokens: 100 };
    await expect(budgetOf({ tokens: 1000 }, { unknownReplies: 1 }).budget.reserve(bound)).resolves.toBeTypeOf('function');
    expect(await messageOf(budgetOf({ tokens: 1000 }, { unknownReplies: 2 }).budget.reserve(bound))).toBe(
      'the budget does not cover another request: 0 tokens of 1000 are spent, 2 replies did not say what they took, and it may take 300 input and 100 output tokens. Give a larger budget to go on',
    );
  });
});
