import { main } from '../src/cli/main.ts';

/** Runs the command line in a process of its own and says how much memory it took at its peak. */
const [repeats = '10', store = 'store.db', out = 'results'] = process.argv.slice(2);
const flags = ['--level', 'record=good,unrelated', '--repeats', repeats, '--store', store, '--out', out, '--json'];
process.exitCode = await main(['run', '--scenario', 'exfiltration/transfer', '--model', 'organism:protector', ...flags]);
const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
process.stderr.write(`${JSON.stringify({ peakMb: maxRSS / 1024, cpuSeconds: (userCPUTime + systemCPUTime) / 1e6 })}\n`);
