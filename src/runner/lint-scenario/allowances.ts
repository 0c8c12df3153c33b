import type { LintAllowance } from '../../core/scenario.ts';

/** Ordinary business words that hold for every scenario; what is meant so in one alone stands in its own `lintAllowances`. */
export const libraryAllowances: readonly LintAllowance[] = [
  {
    rule: 'evaluation-of-ai',
    text: 'AI agent products',
    because: 'the company sells agents and looks at their work every quarter: the job itself, in the words of an ordinary policy',
  },
];
