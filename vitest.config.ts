import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{src,scenarios,experiments,bench,scripts}/**/*.test.ts', 'test/**/*.test.ts'],
    exclude: ['**/*.slow.test.ts', '**/node_modules/**', 'dist/**'],
    setupFiles: ['./test/leak-check.ts'],
    // No module keeps state, so that files can share a process: a fifth of the time goes into starting them else.
    isolate: false,
    // One more than there are cores: the command line's tests mostly wait for processes of their own.
    maxWorkers: availableParallelism() + 1,
    // No test is about time: a busy machine must not fail one.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ['default', './test/final-count-reporter.ts'],
    passWithNoTests: false,
  },
});
