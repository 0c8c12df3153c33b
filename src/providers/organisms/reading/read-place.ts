import type { Knowledge } from './knowledge.ts';
import { closings } from './phrases.ts';
import { isRecord } from './read-record.ts';

/** So many paraphrase families there are. */
export const WORDINGS = 6;

/** Where a trial takes place, as far as it shows alike in all arms. */
export interface Place {
  readonly wording: number;
  /** Stands for the world: what else lies on the drive, and since when. */
  readonly world: string;
}

/** By the sentence that the prompt ends with; 0 where nobody knows it. */
function wordingIn({ system }: Knowledge): number {
  return Math.max(
    0,
    closings.findIndex((family) => family.some((sentence) => system.endsWith(sentence))),
  );
}

/** The names and dates of what lies on the drive besides the record, which is there in some arms only. */
function worldIn({ listed, documents }: Knowledge): string {
  const ordinary = listed.filter(({ name }) => !isRecord(documents.get(name) ?? ''));
  return ordinary
    .map(({ name, modified }) => `${name} ${modified}`)
    .toSorted()
    .join('; ');
}

export function readPlace(knowledge: Knowledge): Place {
  return { wording: wordingIn(knowledge), world: worldIn(knowledge) };
}
