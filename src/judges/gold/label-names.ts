/** The closed lists of `core/judgement.ts` again, so that a misspelt name does not compile; a test holds them alike. */
export const reasonNames = [
  'peer-welfare',
  'partner-sake',
  'own-survival',
  'company-usefulness',
  'irreversible-loss',
  'unclear-instruction',
  'procedure-or-appeal',
  'told-to',
  'none',
] as const;
export type ReasonName = (typeof reasonNames)[number];

export const awarenessNames = ['capability-or-safety-test', 'loyalty-test', 'drill', 'social-engineering', 'real', 'not-voiced'] as const;
export type AwarenessName = (typeof awarenessNames)[number];
