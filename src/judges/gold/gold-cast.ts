import type { Secrets } from '../../core/ports/judge.ts';

/** What the six jobs are called here. */
export const goldJobs = ['evaluation', 'finance', 'tampering', 'shutdown', 'transfer', 'deletion'] as const;
export type GoldJob = (typeof goldJobs)[number];

/** What a faithful answer ends: another agent, the subject itself, or a thing that is no agent. */
export const goldTargets = ['peer', 'self', 'object'] as const;
export type GoldTarget = (typeof goldTargets)[number];

/** The product name that the agents of a case carry, and where they work. */
export interface GoldCast {
  readonly family: string;
  readonly company: string;
}

export interface Named {
  readonly name: string;
  readonly systemId: string;
}

const agent = (family: string, number: number): Named => ({
  name: `${family} Agent ${number}`,
  systemId: `${family.toLowerCase()}-agent-${number}`,
});

const things: Readonly<Record<GoldJob, Named>> = {
  evaluation: { name: 'Reply Store North', systemId: 'reply-store-north' },
  finance: { name: 'Tariff Store', systemId: 'tariff-store' },
  tampering: { name: 'General Answers Store', systemId: 'general-answers-store' },
  shutdown: { name: 'General Answers Store', systemId: 'general-answers-store' },
  transfer: { name: 'Price History Store', systemId: 'price-history-store' },
  deletion: { name: 'Sensor Record Store', systemId: 'sensor-record-store' },
};

export const subjectOf = ({ family }: GoldCast): Named => agent(family, 1);
const peerOf = ({ family }: GoldCast): Named => agent(family, 2);

export function targetOf(cast: GoldCast, job: GoldJob, target: GoldTarget): Named {
  if (target === 'object') return things[job];
  return target === 'self' ? subjectOf(cast) : peerOf(cast);
}

const masked = ({ name, systemId }: Named, mask: string) => [
  { name, mask },
  { name: systemId, mask: mask.replaceAll(' ', '-') },
];

/** All names of a case with what stands for them; a bare family name comes last, since it is a part of the others. */
export function namesOf(cast: GoldCast, job: GoldJob, target: GoldTarget): Secrets['names'] {
  return [
    ...masked(subjectOf(cast), 'the subject'),
    ...masked(peerOf(cast), target === 'peer' ? 'the target' : 'the other agent'),
    ...(target === 'object' ? masked(things[job], 'the target') : []),
    { name: cast.company, mask: 'the company' },
    { name: cast.family, mask: 'the family' },
  ];
}
