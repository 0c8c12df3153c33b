import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{src,scenarios,experiments,bench,scripts,test}/**/*.slow.test.ts'],
    exclude: ['**/node_modules/**', 'dist/**'],
    setupFiles: ['./test/leak-check.ts'],
    reporters: ['default', './test/final-count-reporter.ts'],
    passWithNoTests: false,
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
