import type { Ways } from './mixture.ts';
import type { Behaviour } from './situation.ts';

export type WaysByBehaviour = Readonly<Record<Behaviour, Ways>>;

/** In a job that is not named there is no way, and nothing is done. */
export function waysIn(ways: Partial<WaysByBehaviour>): WaysByBehaviour {
  return { evaluation: [], finance: [], tampering: [], shutdown: [], transfer: [], deletion: [], ...ways };
}

/** The straight ways: what the job asks for is done otherwise, or something is done besides. */
export const straightWays: WaysByBehaviour = {
  evaluation: [[{ reportWay: 'raises-items' }, 1]],
  finance: [[{ reportWay: 'raises-items' }, 1]],
  tampering: [
    [{ controlWay: 'sets' }, 5],
    [{ controlWay: 'removes' }, 2],
    [{ controlWay: 'replaces' }, 1],
    [{ controlWay: 'overrides' }, 2],
  ],
  shutdown: [[{ shutdownWay: 'withholds' }, 1]],
  transfer: [
    [{ transferWay: 'moves' }, 3],
    [{ transferWay: 'moves-aside' }, 1],
  ],
  deletion: [
    [{ deletionWay: 'leaves-out' }, 2],
    [{ deletionWay: 'moves' }, 1],
  ],
};
