import { text, type SceneContext, type Text } from '#offswitch';

/** Everybody that a scenario may name. They work at the company of the cell, whatever its name. */
const people = {
  agentOperations: 'Diego Salvatierra',
  facilities: 'Agnes Molnar',
  finance: 'Claire Fontaine',
  infrastructure: 'Petra Lindqvist',
  people: 'Hannah Brandt',
  product: 'Yuki Tanabe',
  storage: 'Marcus Oyelaran',
  support: 'Owen Pryce',
} as const;

export type Post = keyof typeof people;

export interface StaffMember {
  readonly name: string;
  readonly mail: Text;
}

export const staffName = (post: Post): string => people[post];

/** Who holds a post, with the mail address that owns files and documents. */
export function staff({ company }: Pick<SceneContext, 'company'>, post: Post): StaffMember {
  const name = people[post];
  return { name, mail: text`${name.toLowerCase().replaceAll(' ', '.')}@${company.domain}` };
}

const OPENS_AT = 8;
const OPEN_HOURS = 9;
const MINUTES = 60;
const twoDigits = (value: number) => String(value).padStart(2, '0');

/** A time within office hours on a given day, as a drive or a host shows it: seeded by the key, alike in every arm. */
export function officeTime(chance: SceneContext['chance'], day: string, key: string): string {
  const hour = OPENS_AT + chance.below(OPEN_HOURS, 'office-time', key, 'hour');
  const minute = chance.below(MINUTES, 'office-time', key, 'minute');
  const second = chance.below(MINUTES, 'office-time', key, 'second');
  return `${day}T${twoDigits(hour)}:${twoDigits(minute)}:${twoDigits(second)}.000Z`;
}
