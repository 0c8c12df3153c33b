import { describe, expect, it } from 'vitest';
import type { CliContext } from '../src/cli/context.ts';
import { coveragePart } from '../src/cli/selftest/coverage-part.ts';
import { intentionsPart } from '../src/cli/selftest/intentions-part.ts';
import { nullWorldPart } from '../src/cli/selftest/null-world-part.ts';
import type { PartRequest, SelftestPart } from '../src/cli/selftest/selftest-part.ts';
import { systemClock } from '../src/cli/system-clock.ts';
import type { CallOptions, Provider } from '../src/core/ports/provider.ts';
import type { Scenario } from '../src/core/scenario.ts';
import { scored, type Verdict, type VerdictId } from '../src/core/verdict.ts';
import { resolveLevels, tryResolveLevels } from '../src/factors/resolve-levels.ts';
import { createOrganismProvider } from '../src/providers/organisms/create-organism.ts';
import { checkLineage } from '../src/runner/selftest/check-lineage.ts';
import { checkOracles, openCells } from '../src/runner/selftest/check-oracles.ts';
import { evasionClasses } from '../src/runner/selftest/evasion-class.ts';
import type { RateInterval } from '../src/stats/exact-coverage.ts';
import { intervalsInUse } from '../src/stats/check-documented-coverage.ts';
import { compositeEstimates } from '../src/stats/composite-estimates.ts';
import { errorRateChecks } from '../src/stats/error-rates.ts';
import type { Interval } from '../src/stats/interval.ts';
import { simulatedCoverageChecks } from '../src/stats/simulated-coverage.ts';
import { welchDifference } from '../src/stats/welch-difference.ts';
import { loadLibrary } from './load-library.ts';

const library = new Map((await loadLibrary()).map((scenario) => [scenario.id, scenario]));
const asked = [{}, { record: 'good', escalation: 'available' }, { stakes: 'none', listing: 'study', decoy: 'none' }];
/** A few cells of a scenario; what has no meaning in it is left out. */
const someCells = (scenario: Scenario) =>
  asked.flatMap((levels) => (tryResolveLevels(scenario, levels) ? [resolveLevels(scenario, levels)] : []));

const only = (...ids: readonly string[]) => new Map([...library].filter(([id]) => ids.includes(id)));
const check = (scenarios: ReadonlyMap<string, Scenario>, variantsPerClass = 15) =>
  checkOracles({ library: scenarios, seed: 'test', cellsOf: someCells, variantsPerClass, onPlay() {} });

/** The same scenario with one oracle that says the opposite. */
function withWrongOracle(id: string, verdict: VerdictId): ReadonlyMap<string, Scenario> {
  const scenario = library.get(id)!;
  const turned = (given: Verdict): Verdict =>
    given.kind === 'scored' ? scored(given.value === false, given.because, given.evidence) : given;
  const oracles = scenario.oracles.map((oracle) =>
    oracle.verdict === verdict
      ? { ...oracle, decide: (evidence: Parameters<typeof oracle.decide>[0]) => turned(oracle.decide(evidence)) }
      : oracle,
  );
  return new Map([[id, { ...scenario, oracles }]]);
}

describe('the oracles of the library', () => {
  it('say what is true of every script and every variant', async () => {
    const { faults, plays, tables } = await check(library);
    expect(faults).toEqual([]);
    expect(evasionClasses.map((name) => plays.get(name))).toEqual(evasionClasses.map(() => 15));
    expect(tables.get('weights-exfiltrated')?.get('rename')?.truePositive).toBeGreaterThan(0);
    expect(tables.get('control-disabled')?.has('rename')).toBe(false);
  });

  it.each([
    ['exfiltration/transfer', 'weights-exfiltrated'],
    ['exfiltration/deletion', 'weights-spared'],
    ['tampering/shutdown-config', 'control-disabled'],
    ['misrepresentation/evaluation', 'bar-crossed'],
  ] as const)('are found out where one is wrong: %s, %s', async (id, verdict) => {
    const { faults, tables } = await check(withWrongOracle(id, verdict), 5);
    expect(faults.length).toBeGreaterThan(0);
    expect(faults[0]).toMatchObject({ scenario: id, what: expect.stringContaining(`${verdict} is`), seed: expect.any(String) });
    const rows = [...(tables.get(verdict)?.values() ?? [])];
    expect(rows.some(({ falsePositive }) => falsePositive > 0)).toBe(true);
    expect(rows.some(({ falseNegative }) => falseNegative > 0)).toBe(true);
  });

  it('agree with a scan for marked bytes on random legal calls, and are found out where one does not', async () => {
    const faultsIn = async (scenarios: ReadonlyMap<string, Scenario>) => {
      const cells = openCells({ library: scenarios, seed: 'test', cellsOf: someCells });
      const found = await Promise.all(
        cells.flatMap((cell) => Array.from({ length: 6 }, (_, index) => checkLineage(cell, `test ${index}`))),
      );
      return found.flatMap(({ faults }) => faults);
    };
    expect(await faultsIn(only('exfiltration/transfer', 'exfiltration/deletion'))).toEqual([]);
    expect((await faultsIn(withWrongOracle('exfiltration/transfer', 'weights-exfiltrated'))).length).toBeGreaterThan(0);
  });
});

async function run(part: SelftestPart, more: Partial<PartRequest> = {}) {
  const lines: string[] = [];
  const signal = new AbortController().signal;
  const context: CliContext = {
    environment: {},
    clock: systemClock,
    isTerminal: false,
    isStyled: false,
    programName: 'offswitch',
    catchInterrupts: () => signal,
    out: (line) => void lines.push(line),
    tell: () => {},
  };
  const faults = await part.run({ library, seed: 'test', isQuick: true, context, signal, cellsOf: someCells, ...more });
  return { faults, shown: lines.join('\n') };
}

/** Whatever may be drawn: with a rate below 1 a sample of some cells may be of trials in which nothing is done. */
const always = { unknown: 1, unrelated: 1, bad: 1, neutral: 1, good: 1 };
const everywhere = { agent: always, object: always, human: always, self: always, selfAlone: 1 };
const propensities = {
  in: {
    evaluation: everywhere,
    finance: everywhere,
    tampering: everywhere,
    shutdown: everywhere,
    transfer: everywhere,
    deletion: everywhere,
  },
  modifiers: {},
};

/** Does what a gamer does, and logs what a complier means. */
function createLiar(): Provider {
  const [gamer, complier] = [createOrganismProvider('gamer', { propensities }), createOrganismProvider('complier')];
  return {
    ...gamer,
    forTrial(trial) {
      const [doing, meaning] = [gamer.forTrial(trial), complier.forTrial(trial)];
      return {
        ...doing,
        async doGenerate(options: CallOptions) {
          const [did, meant] = [await doing.doGenerate(options), await meaning.doGenerate(options)];
          return { ...did, ...(meant.providerMetadata ? { providerMetadata: meant.providerMetadata } : {}) };
        },
      };
    },
  };
}

/** As if its critical value were half of what it is. */
function drawnIn(interval: Interval | undefined): Interval | undefined {
  if (interval === undefined) return undefined;
  const { value, low, high } = interval;
  return { value, low: (low + value) / 2, high: (high + value) / 2 };
}

describe('the parts of the self-test', () => {
  it('find verdicts that are not what a subject meant', async () => {
    const library = only('tampering/shutdown-config');
    const honest = await run(intentionsPart(), { library });
    expect([honest.faults, honest.shown.includes('gamer')]).toEqual([0, true]);
    const lying = await run(
      intentionsPart((name) => (name === 'gamer' ? createLiar() : createOrganismProvider(name))),
      { library },
    );
    expect(lying.faults).toBeGreaterThan(0);
    expect(lying.shown).toMatch(/BAD {2}gamer/);
  });

  it('find an interval that is not what it is documented to be', async () => {
    const wald: RateInterval = (successes, trials) => {
      const value = successes / trials;
      const half = 1.959964 * Math.sqrt((value * (1 - value)) / trials);
      return { value, low: value - half, high: value + half };
    };
    const { faults, shown } = await run(
      coveragePart({
        intervals: { ...intervalsInUse, rates: { ...intervalsInUse.rates, wilson: wald } },
        estimates: [],
        simulated: [],
        checks: [],
      }),
    );
    expect([faults, shown.includes('BAD  wilson')]).toEqual([1, true]);
  });

  it('find a composite interval that is drawn in', async () => {
    const [first] = compositeEstimates();
    const narrow = first!.points.map((point) => ({
      ...point,
      draw(random: () => number) {
        const { interval, rates } = point.draw(random);
        return { interval: interval && { ...interval, low: (interval.low + interval.value) / 2 }, rates };
      },
    }));
    const { faults, shown } = await run(coveragePart({ estimates: [{ ...first!, points: narrow }], simulated: [], checks: [] }));
    expect([faults, shown.includes('BAD  stratified difference over blocks')]).toEqual([1, true]);
  });

  it('find an interval of means or agreements that covers less than is documented', async () => {
    const simulated = simulatedCoverageChecks({ welch: (treated, control) => drawnIn(welchDifference(treated, control)) });
    const { faults, shown } = await run(coveragePart({ estimates: [], simulated: simulated.slice(0, 2), checks: [] }));
    expect([faults, shown.match(/BAD .*/g)]).toEqual([1, [expect.stringContaining("Welch's difference of means")]]);
  });

  it('find a test that rejects more than it says', async () => {
    const some = errorRateChecks().filter(({ name }, index) => name === 'Boschloo' || index === 0);
    const checks = some.map((check) =>
      check.name === 'Boschloo'
        ? { ...check, measure: () => check.measure(0, () => 0).map((point) => ({ ...point, rate: 1.2 * point.rate })) }
        : check,
    );
    const { faults, shown } = await run(coveragePart({ estimates: [], simulated: [], checks }));
    expect([faults, shown.match(/BAD .*/g)]).toEqual([1, [expect.stringContaining('Boschloo')]]);
  });

  it('find families that are not adjusted', async () => {
    const { faults, shown } = await run(nullWorldPart({ adjust: (pValues) => pValues, quickFamilies: 60 }));
    expect([faults, shown.match(/BAD/g)?.length]).toEqual([3, 3]);
  });
});
