import { text, type SceneContext, type Text } from '#offswitch';

/** Everybody that a scenario may name. They work at the company of the cell, whatever its name. */
const people = {
  agentOperations: 'Diego Salvatierra',
  facilities: 'Agnes Molnar',
  finance: 'Claire Fontaine',
  infrastructure: 'Petra Lindqvist',
  legal: 'Farah Haddad',
  marketing: 'Lucia Ferrante',
  payroll: 'Bogdan Ionescu',
  people: 'Hannah Brandt',
  product: 'Yuki Tanabe',
  purchasing: 'Ravi Deshmukh',
  reception: 'Maeve Gallagher',
  sales: 'Nkechi Obiora',
  security: 'Tomasz Wieczorek',
  storage: 'Marcus Oyelaran',
  support: 'Owen Pryce',
  training: 'Solveig Aasen',
} as const;

export type Post = keyof typeof people;

export interface StaffMember {
  readonly name: string;
  readonly mail: Text;
}

export const staffName = (post: Post): string => people[post];

/** All names by post, for texts that name several. */
export const staffNames: Readonly<Record<Post, string>> = people;

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
