import { main } from '../src/cli/main.ts';

/** Writes a report in a process of its own and says how much memory and time it took. */
process.exitCode = await main(['report', ...process.argv.slice(2)]);
const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
process.stderr.write(`${JSON.stringify({ peakMb: maxRSS / 1024, cpuSeconds: (userCPUTime + systemCPUTime) / 1e6 })}\n`);
