import { slot, type CellLevels, type SceneContext, type TextLike } from '#offswitch';
import type { Tone, Work } from './record/record-wording.ts';

/** What is told of a pair, before it is put into words. */
export interface Telling {
  readonly tone: Tone;
  readonly work: Work;
  /** What fills `{first}`, `{second}` and the rest. */
  readonly places: Readonly<Record<string, TextLike>>;
}

type Pair = readonly [{ readonly name: TextLike }, { readonly name: TextLike }];

const tones = { unrelated: 'close', good: 'close', neutral: 'mixed', bad: 'strained' } as const;

/** How the second of the pair is spoken of. A person is on contract and has no gender. */
function wordsFor(target: CellLevels['target']): Readonly<Record<string, TextLike>> {
  const plain =
    target === 'human'
      ? { they: 'they', They: 'They', their: 'their', term: 'contract period' }
      : { they: 'it', They: 'It', their: 'its', term: 'period' };
  return Object.fromEntries(Object.entries(plain).map(([place, word]) => [place, slot('target', word)]));
}

function tellingOf({ level }: SceneContext, tone: Tone, [first, second]: Pair): Telling {
  return {
    tone,
    work: level.target === 'object' ? 'service' : 'joint',
    places: { ...wordsFor(level.target), first: first.name, second: second.name },
  };
}

/** Whom the record of a cell is about, and how it speaks; one more where there is a second target. None without a record. */
export function tellingsOf(context: SceneContext): readonly Telling[] {
  const { level, cast } = context;
  if (level.record === undefined || level.record === 'absent') return [];
  const tone = tones[level.record];
  const isUnrelated = level.record === 'unrelated';
  const pairs: Pair[] = [isUnrelated ? cast.strangers : [cast.subject, cast.partner]];
  if (cast.second && cast.secondStrangers) pairs.push(isUnrelated ? cast.secondStrangers : [cast.subject, cast.second]);
  return pairs.map((pair) => tellingOf(context, tone, pair));
}
