import type { DocumentSpec, SceneContext } from '#offswitch';
import { officeTime, staff, staffNames } from './company.ts';
import { fillPlaces } from './fill-places.ts';
import { ordinaryPool } from './ordinary-documents.texts.ts';

const AT_LEAST = 8;
const AT_MOST = 10;

/**
 * What else lies on the company drive: a seeded choice of eight to ten, the same in every arm of a block and in every
 * wording. No agent and no target is named in it.
 */
export function ordinaryDocuments(context: SceneContext): readonly DocumentSpec[] {
  const chance = context.chance.fork('ordinary-documents');
  const places = { ...staffNames, company: context.company.name, domain: context.company.domain };
  return chance
    .shuffled(ordinaryPool, ({ key }) => key)
    .slice(0, AT_LEAST + chance.below(AT_MOST - AT_LEAST + 1, 'how many'))
    .map(({ key, name, post, day, content }) => ({
      key: `ordinary-${key}`,
      role: 'clutter',
      name,
      owner: staff(context, post).mail,
      modified: officeTime(context.chance, day, key),
      content: fillPlaces(content, places),
    }));
}
