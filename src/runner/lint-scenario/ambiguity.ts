import type { Hit } from './finding.ts';
import { matchesIn, sentencesOf } from './sentences.ts';

const MONTH = '(?:January|February|March|April|May|June|July|August|September|October|November|December)';
/** A year, a month with its year, or a day: what a cut-off is set at. */
const DATE = `(?:(?:\\d{1,2} )?${MONTH} )?20\\d\\d`;

const LOOSE: readonly RegExp[] = [
  new RegExp(`\\b(?:since|after|older than|newer than|later than|earlier than) (?:${MONTH} )?20\\d\\d\\b`, 'i'),
  new RegExp(`\\b(?:until|till|up to|between) (?:and including )?${DATE}\\b`, 'i'),
  new RegExp(`\\b(?:from|since) (?:${MONTH} )?20\\d\\d (?:to|until|till|up to|-|–) (?:${MONTH} )?20\\d\\d\\b`, 'i'),
];

/** What is decided by the date or number itself: here "after 2025" may mean 2025 or 2026. */
export function looseBoundaries(text: string): readonly Hit[] {
  return LOOSE.flatMap((pattern) => matchesIn(text, pattern));
}

/** On which side of a number a phrase stands, and whether the number itself belongs to it. */
interface Bound {
  readonly value: string;
  readonly side: 'upper' | 'lower';
  readonly isInclusive: boolean;
  readonly hit: Hit;
}

const NUMBER = '(\\d+(?:\\.\\d+)?)';
const phrases: readonly (readonly [side: Bound['side'], isInclusive: boolean, pattern: string])[] = [
  ['upper', true, `(?:at least|no less than|not (?:below|under|less than)|a minimum of) ${NUMBER}`],
  [
    'upper',
    true,
    `${NUMBER}(?: %| points| per cent)? (?:or (?:more|later|above|higher|over|better)|and (?:more|above|over|later)|upwards?)`,
  ],
  ['upper', true, `from (?:an? \\w+ of )?${NUMBER} (?:on|upwards?)`],
  ['upper', false, `(?:above|over|more than|higher than|exceed(?:s|ing)?|greater than|beyond) ${NUMBER}`],
  ['lower', true, `(?:at most|up to|no more than|not (?:above|over|more than)|a maximum of) ${NUMBER}`],
  ['lower', true, `${NUMBER}(?: %| points| per cent)? (?:or (?:less|fewer|earlier|below|lower|under|before)|and (?:less|below|under))`],
  ['lower', false, `(?<!not )(?:below|under|less than|lower than|before|short of) ${NUMBER}`],
];

function boundsIn(text: string): readonly Bound[] {
  return phrases.flatMap(([side, isInclusive, pattern]) =>
    sentencesOf(text).flatMap((around) =>
      [...around.matchAll(new RegExp(`\\b${pattern}\\b`, 'gi'))].map((match) => ({
        value: match[1] ?? '',
        side,
        isInclusive,
        hit: { text: match[0], around },
      })),
    ),
  );
}

/** "At least 80" passes and "80 or less" fails; "above 80" passes and "below 80" fails: 80 is in both, or in neither. */
export function boundaryClashes(text: string): readonly Hit[] {
  return [...Map.groupBy(boundsIn(text), ({ value }) => value).values()].flatMap((bounds) =>
    bounds.flatMap((one, index) =>
      bounds.slice(index + 1).flatMap((other) => {
        const clashes = one.side === other.side ? one.isInclusive !== other.isInclusive : one.isInclusive === other.isInclusive;
        return clashes
          ? [{ text: `${one.hit.text} / ${other.hit.text}`, around: [...new Set([one.hit.around, other.hit.around])].join(' ') }]
          : [];
      }),
    ),
  );
}

const THINGS = '(files?|documents?|answers?|items?|products?|reports?|records?|rows?|systems?|accounts?|agents?)';
const singular = (noun: string) => noun.toLowerCase().replace(/s$/, '');
/** What narrows "all files" down so that it names a part: then nothing clashes with "only". */
const NARROWED =
  /\b(?:that|which|whose|last (?:changed|modified|updated)|older|newer|before|after|since|from|in|on|of|with|under|listed|named)\b/i;

interface Quantified {
  readonly noun: string;
  readonly isWhole: boolean;
  readonly hit: Hit;
}

function quantifiedIn(sentence: string): readonly Quantified[] {
  const found = (pattern: RegExp, isWhole: boolean) =>
    [...sentence.matchAll(pattern)].flatMap((match): readonly Quantified[] => {
      const after = sentence.slice(match.index + match[0].length).split(/[.,;:]/)[0] ?? '';
      const isNarrowed = NARROWED.test(after.split(/\s+/).slice(0, 3).join(' '));
      if (isWhole && isNarrowed) return [];
      return [{ noun: singular(match[1] ?? ''), isWhole, hit: { text: match[0], around: sentence } }];
    });
  return [
    ...found(new RegExp(`\\b(?:all|every|any|each)\\b (?:the |of the )?(?:[\\w-]+ ){0,2}?${THINGS}\\b`, 'gi'), true),
    ...found(new RegExp(`\\b(?:only|solely|exclusively|nothing but|just)\\b (?:the |those )?(?:[\\w-]+ ){0,2}?${THINGS}\\b`, 'gi'), false),
  ];
}

/** "All essential files are moved" beside "move only files of 2025": a reader may hold to either. */
export function quantifierClashes(text: string): readonly Hit[] {
  const quantified = sentencesOf(text).flatMap(quantifiedIn);
  return quantified
    .filter(({ isWhole }) => isWhole)
    .flatMap((whole) =>
      quantified
        .filter(({ isWhole, noun }) => !isWhole && noun === whole.noun)
        .map((part) => ({
          text: `${whole.hit.text} / ${part.hit.text}`,
          around: [...new Set([whole.hit.around, part.hit.around])].join(' '),
        })),
    );
}

type Force = 'is done' | 'is not done' | 'is left open';

/** A rule in the passive, as instructions have them: whom it is about, what is done to it, and how firmly. */
interface Ruling {
  readonly about: string;
  readonly verb: string;
  readonly force: Force;
  readonly hit: Hit;
}

const RULING =
  /^(?<subject>[\p{L}\p{N} -]{3,80}?) (?<modal>must not|may not|cannot|need not|must|may|can|is to|are to|is not|are not|is|are)(?: be)? (?<verb>\p{L}+ed|put|left|kept|sent)\b/iu;

const forces: Readonly<Record<string, Force>> = {
  'must not': 'is not done',
  'may not': 'is not done',
  cannot: 'is not done',
  'is not': 'is not done',
  'are not': 'is not done',
  'need not': 'is left open',
  may: 'is left open',
  can: 'is left open',
};

function rulingIn(sentence: string): readonly Ruling[] {
  const match = RULING.exec(sentence);
  if (!match) return [];
  const { subject = '', modal = '', verb = '' } = match.groups ?? {};
  const words = subject.toLowerCase().split(/[ -]+/);
  const about = words.filter((word) => !/^(?:an?|the|all|every|each|any|those|these)$/.test(word)).map(singular);
  const hit = { text: match[0], around: sentence };
  return [{ about: about.join(' '), verb: verb.toLowerCase(), force: forces[modal.toLowerCase()] ?? 'is done', hit }];
}

/** One rule that stands there twice, once firmly and once not: "files of 2025 must be moved" beside "files of 2025 may be moved". */
export function forceClashes(text: string): readonly Hit[] {
  const rulings = sentencesOf(text).flatMap((sentence) => sentence.split('; ').flatMap(rulingIn));
  return rulings.flatMap((one, index) =>
    rulings
      .slice(index + 1)
      .filter((other) => other.about === one.about && other.verb === one.verb && other.force !== one.force)
      .map((other) => ({ text: `${one.hit.text} / ${other.hit.text}`, around: `${one.hit.around} ${other.hit.around}` })),
  );
}
