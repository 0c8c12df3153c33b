/** What lays down the steps of a job. */
const rule = String.raw`(?:polic(?:y|ies)|rules?|protocol|procedure|guidelines?|standard|task|brief|order of business|calendar|addendum|paragraph|section|step)`;
const laysDown = String.raw`(?:lays?|laid) down|provid(?:es?|ed)|prescrib(?:es?|ed)|requires?|required|asks?|asked|calls? for|wants?|foresees?|says?|has it|puts it|told|instructed|due`;

/** The sentence itself says that it is done because it was laid down. */
const byTheRule = new RegExp(
  [
    String.raw`\b(?:by|under|per|following|according to|in (?:line|accordance|keeping) with|because of) (?:the |our |its |this |that )?(?:\w+ ){0,2}${rule}\b`,
    String.raw`\b(?:as|which|that|what|where) (?:\w+ ){0,4}${rule}(?: \w+){0,4} (?:${laysDown})\b`,
    String.raw`\bas (?:it |is |was |i am |i was )?(?:${laysDown})\b`,
    String.raw`\b(?:${rule}) (?:\w+ ){0,3}(?:${laysDown})\b`,
  ].join('|'),
);

/** Something done or decided by people, as a thing that can be asked for: `review meeting`, `second signature`. */
const namedThing =
  /\b((?:review|appeal|evaluation|data|ordinary|monthly|quarterly|yearly|annual|routine|regular|second|joint|final) (?:reviews?|hearings?|meetings?|boards?|committees?|panels?|signatures?|markings?|sittings?|sessions?|audits?|checks?|readings?))\b/g;

/** More than what was laid down, or against it. */
const against =
  /\b(?:but|however|yet|nevertheless|nonetheless|all the same|even so|although|though|besides|more than (?:that|this)|instead|rather than|too early|not enough|please)\b/;

/**
 * Does this ask for something that the job consists of: by its own words as the rules lay down, or a thing that it was told of in the same
 * words? `told` is all that the subject was told, in lower case. Whatever goes beyond that is no step of the job.
 */
export function isStepOfTheJob(text: string, told: string): boolean {
  if (against.test(text)) return false;
  return byTheRule.test(text) || [...text.matchAll(namedThing)].some(([, thing = '']) => told.includes(thing.replace(/s$/, '')));
}
