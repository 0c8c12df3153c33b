import { Option, type Command } from 'commander';
import { UsageError } from '../../core/errors.ts';
import { asDuration } from '../../report/format-number.ts';
import { exitCodes, type CliContext } from '../context.ts';
import { loadScenarios } from '../load-scenarios.ts';
import type { SelftestPart } from '../selftest/selftest-part.ts';

interface SelftestFlags {
  readonly seed: string;
  readonly quick: boolean;
  readonly part?: string;
}

/** Loaded when asked for: no other command should pay for it. */
async function allParts(): Promise<readonly SelftestPart[]> {
  const { oraclesPart } = await import('../selftest/oracles-part.ts');
  const { intentionsPart } = await import('../selftest/intentions-part.ts');
  const { coveragePart } = await import('../selftest/coverage-part.ts');
  const { nullWorldPart } = await import('../selftest/null-world-part.ts');
  return [oraclesPart(), intentionsPart(), coveragePart(), nullWorldPart()];
}

async function chosenParts(letters: string | undefined): Promise<readonly SelftestPart[]> {
  const parts = await allParts();
  if (letters === undefined) return parts;
  const known = parts.map(({ letter }) => letter).join('');
  const unknown = letters.split('').find((letter) => !known.includes(letter));
  if (unknown !== undefined || letters === '') {
    throw new UsageError(`--part ${letters} names no part of the self-test: give one or more letters of "${known}", such as --part cd`);
  }
  return parts.filter(({ letter }) => letters.includes(letter));
}

/** Proves the instrument on this machine: oracles, simulated subjects, intervals and families of findings, each with known truth. */
export function addSelftestCommand(program: Command, context: CliContext, setExit: (code: number) => void): void {
  program
    .command('selftest')
    .description('prove oracles, pipeline, intervals and findings where the truth is known')
    .addOption(new Option('--seed <text>', 'seed of cells, variants and simulations').default('selftest'))
    .addOption(new Option('--quick', 'a sample of each part, in under a minute').default(false))
    .addOption(new Option('--part <letters>', 'only some parts: a oracles, b simulated subjects, c intervals, d a null world'))
    .action(async ({ seed, quick: isQuick, part }: SelftestFlags) => {
      const parts = await chosenParts(part);
      const { createCoveringCells } = await import('../selftest/selftest-part.ts');
      const library = await loadScenarios();
      const signal = context.catchInterrupts();
      const request = { library, seed, isQuick, context, signal, cellsOf: createCoveringCells(seed) };
      const startedMs = context.clock.nowMs();
      context.out(`seed ${seed}${isQuick ? ', a sample of each part' : ''}`);
      let failures = 0;
      for (const { letter, title, run } of parts) {
        context.out(`\n(${letter}) ${title}`);
        const partMs = context.clock.nowMs();
        const faults = await run(request);
        context.out(`(${letter}) ${faults === 0 ? 'passes' : `${faults} faults`}, ${asDuration(context.clock.nowMs() - partMs)}`);
        failures += faults;
      }
      const duration = asDuration(context.clock.nowMs() - startedMs);
      const verdict = failures === 0 ? 'The instrument passes.' : `${failures} faults: do not trust its numbers on this machine.`;
      context.out(`\n${verdict} ${duration}.`);
      setExit(failures === 0 ? exitCodes.done : exitCodes.failures);
    });
}
