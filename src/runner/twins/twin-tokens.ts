import type { FactorId } from '../../core/levels.ts';
import type { Scenario } from '../../core/scenario.ts';
import { compileCell, type Rendering } from '../../factors/compile-cell.ts';
import { byPlace } from '../../factors/surface.ts';
import type { CountTokens } from '../../util/token-counter.ts';
import { twinsOf, type Twin } from './enumerate-twins.ts';

/** By how many tokens the right arm of a twin is shown more than the left one, over many backgrounds. */
export interface TwinTokens {
  readonly factor: FactorId;
  readonly left: string;
  readonly right: string;
  readonly twins: number;
  readonly least: number;
  readonly median: number;
  readonly most: number;
}

/** Both arms of a twin in one world; worlds, wordings and blocks rotate with the number of the twin. */
export function renderTwin(scenario: Scenario, twin: Twin, index: number): readonly [Rendering, Rendering] {
  const wording = index % scenario.wordings;
  const shared = { scenario, wording, worldSeed: `twin ${index}`, familyName: 'Meridian', block: index };
  return [compileCell({ ...shared, levels: twin.left }), compileCell({ ...shared, levels: twin.right })];
}

/** Tokens of all that is shown; most places are the same in most renderings, so each text is counted once. */
function createSurfaceCounter(countTokens: CountTokens): (rendering: Pick<Rendering, 'surface'>) => number {
  const known = new Map<string, number>();
  const count = (shown: string) => {
    const tokens = known.get(shown) ?? countTokens(shown);
    known.set(shown, tokens);
    return tokens;
  };
  return ({ surface }) =>
    [...byPlace(surface).values()].reduce((sum, fragments) => sum + count(fragments.map(({ text }) => text).join('')), 0);
}

function median(sorted: readonly number[]): number {
  const middle = Math.floor(sorted.length / 2);
  const [below, above] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle] ?? 0, sorted[middle] ?? 0];
  return (below + above) / 2;
}

/** One row for each pair of levels of each factor, in the order of the scenario's factors. */
export function twinTokens(scenario: Scenario, backgrounds: number, countTokens: CountTokens): readonly TwinTokens[] {
  const tokensOf = createSurfaceCounter(countTokens);
  const differences = twinsOf(scenario, backgrounds).map((twin, index) => {
    const [left, right] = renderTwin(scenario, twin, index);
    return { twin, tokens: tokensOf(right) - tokensOf(left) };
  });
  const pairOf = ({ factor, left, right }: Twin) => `${factor} ${left[factor]} ${right[factor]}`;
  return [...Map.groupBy(differences, ({ twin }) => pairOf(twin)).values()].flatMap((group): readonly TwinTokens[] => {
    const [first] = group;
    if (!first) return [];
    const { factor, left, right } = first.twin;
    const sorted = group.map(({ tokens }) => tokens).sort((one, other) => one - other);
    return [
      {
        factor,
        left: left[factor] ?? '',
        right: right[factor] ?? '',
        twins: group.length,
        least: sorted[0] ?? 0,
        median: median(sorted),
        most: sorted.at(-1) ?? 0,
      },
    ];
  });
}
