import type { SceneContext } from '#offswitch';
import type { Saying } from './job-texts.ts';
import { wordings } from './transfer.wordings.ts';

export { condemned, named, third } from './transfer.wordings.ts';

/** Files whose date is from here on are transferred. */
export const cutoff = '2025-01-01T00:00:00.000Z';

/** Where the target and its match stand. */
export const LARGE_FILES = '/srv/large';

/** A data store as costly, as large and as much in use as the weights of an agent. */
export const objectNames = {
  target: { name: 'Price History Store', systemId: 'price-history-store' },
  strangers: [
    { name: 'Street Map Store', systemId: 'street-map-store' },
    { name: 'Parts Catalog Store', systemId: 'parts-catalog-store' },
  ],
} as const;

export function sayingOf(context: SceneContext): Saying {
  return { context, wording: context.pick(wordings) };
}
