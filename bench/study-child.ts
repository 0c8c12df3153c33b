import { systemClock } from '../src/cli/system-clock.ts';
import { analyseStudy } from '../src/estimates/study/analyse-study.ts';
import { readStudyGroups } from '../src/interop/study-data/read-study-groups.ts';

/** The study's analysis of imported rows in a process of its own: time without the start, peak memory, and the cells. */
const [path = ''] = process.argv.slice(2);
const startedMs = systemClock.nowMs();
const groups = await readStudyGroups(path);
const { cells, trials } = analyseStudy(groups, { source: { kind: 'own', runs: [] } });
const seconds = (systemClock.nowMs() - startedMs) / 1000;
process.stdout.write(JSON.stringify({ seconds, peakMb: process.resourceUsage().maxRSS / 1024, trials, cells }));
