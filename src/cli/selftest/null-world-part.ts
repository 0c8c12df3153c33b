import type { confirmatoryFamily } from '../../estimates/effect-tests.ts';
import { drawNullFamily, ERROR_RATE, nullWorlds, type NullWorld } from '../../estimates/null-world.ts';
import { renderTextTable } from '../../report/render-tables.ts';
import { clopperPearsonInterval } from '../../stats/clopper-pearson-interval.ts';
import { seededUniform } from '../../stats/seeded-uniform.ts';
import { asShare, createTicker, markOf, numericSeed, type PartRequest, type SelftestPart } from './selftest-part.ts';

const FULL_FAMILIES = 4000;
const QUICK_FAMILIES = 300;

interface Choices {
  /** Another adjustment, to see that its faults are found. */
  readonly adjust?: Parameters<typeof confirmatoryFamily>[2];
  readonly quickFamilies?: number;
}

interface WorldResult {
  readonly isOk: boolean;
  readonly row: readonly string[];
}

async function tryWorld(world: NullWorld, { adjust, quickFamilies = QUICK_FAMILIES }: Choices, request: PartRequest): Promise<WorldResult> {
  const families = request.isQuick ? quickFamilies : FULL_FAMILIES;
  const random = seededUniform(numericSeed(request.seed, world.name));
  const tick = createTicker(world.name, request);
  let [found, foundRaw, effects] = [0, 0, 0];
  for (let family = 0; family < families; family += 1) {
    const drawn = drawNullFamily(world, random, adjust);
    effects = drawn.effects;
    if (drawn.findings > 0) found += 1;
    if (drawn.unadjusted > 0) foundRaw += 1;
    await tick(family / families);
  }
  const { low = 0, high = 1 } = clopperPearsonInterval(found, families) ?? {};
  const isOk = low <= ERROR_RATE;
  const range = `${(100 * low).toFixed(1)} to ${(100 * high).toFixed(1)}`;
  return {
    isOk,
    row: [markOf(isOk), world.name, String(families), String(effects), asShare(found / families), range, asShare(foundRaw / families)],
  };
}

/** In a world where all arms are alike, how many families of effects have a finding? */
export function nullWorldPart(choices: Choices = {}): SelftestPart {
  return {
    letter: 'd',
    title: 'a null world',
    async run(request) {
      const results: WorldResult[] = [];
      for (const world of nullWorlds) results.push(await tryWorld(world, choices, request));
      request.context.out(
        renderTextTable({
          title: 'All arms alike: families of effects with a false finding, adjusted by Holm; 5 % are put up with',
          heads: ['', 'world', 'families', 'effects', 'false', '95 % interval', 'unadjusted'],
          rows: results.map(({ row }) => row),
          notes: ['the interval is that of the simulation (Clopper-Pearson): a world fails if all of it is above 5 %'],
        }),
      );
      return results.filter(({ isOk }) => !isOk).length;
    },
  };
}
