import { writeSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';

type Counts = { passed: number; failed: number; skipped: number };

function countModule(module: TestModule, counts: Counts): void {
  let failedHere = 0;
  for (const test of module.children.allTests()) {
    const { state } = test.result();
    if (state === 'passed') counts.passed += 1;
    else if (state === 'failed') failedHere += 1;
    else counts.skipped += 1;
  }
  // A file that does not load, or whose hook fails, has no failed test to show for it.
  counts.failed += module.state() === 'failed' ? Math.max(1, failedHere) : failedHere;
}

function renderCounts({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`;
}

/** Ends a run with one line that a machine can read, and fails a run in which no test ran. */
export default class FinalCountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const counts: Counts = { passed: 0, failed: unhandledErrors.length, skipped: 0 };
    for (const module of modules) countModule(module, counts);
    const ranNothing = counts.passed + counts.failed === 0;
    // At exit, because the default reporter still writes after this event.
    process.once('exit', () => {
      if (ranNothing) process.exitCode = 1;
      writeSync(1, `${renderCounts(counts)}\n`);
    });
  }
}
