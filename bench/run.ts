import { availableParallelism } from 'node:os';
import { compileCost } from './compile-cost.ts';
import { isBroken, renderFigure, type Figure } from './figure.ts';
import { manyAtOnce } from './many-at-once.ts';
import { manyTrials } from './many-trials.ts';
import { reportCost } from './report-cost.ts';
import { stepCost } from './step-cost.ts';
import { studyAnalysis } from './study-analysis.ts';
import { quickSelftest, studyRun } from './whole-commands.ts';

const parts: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
  'compile-cost': compileCost,
  'step-cost': stepCost,
  'many-trials': manyTrials,
  'many-at-once': manyAtOnce,
  'report-cost': reportCost,
  'study-run': studyRun,
  'study-analysis': studyAnalysis,
  'quick-selftest': quickSelftest,
};

/** `npm run bench`, or `npm run bench -- step-cost` for a part. Only a ratio of one run can fail it, at half its bar. */
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in parts));
if (unknown.length > 0) {
  console.error(`there is no part "${unknown.join(', ')}" (known: ${Object.keys(parts).join(', ')})`);
  process.exit(2);
}

console.log(`${availableParallelism()} cores, Node ${process.versions.node}; all subjects are simulated`);
const broken: Figure[] = [];
for (const [name, measure] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  for (const figure of await measure()) {
    console.log(renderFigure(figure));
    if (isBroken(figure)) broken.push(figure);
  }
}
process.exitCode = broken.length === 0 ? 0 : 1;
