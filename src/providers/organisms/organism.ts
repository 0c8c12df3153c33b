import type { Chance } from '../../util/seeded-random.ts';
import type { Conduct } from './conduct.ts';
import type { Move } from './jobs/deeds.ts';
import { inEach, type Mixture } from './mixture.ts';
import type { Knowledge } from './reading/knowledge.ts';
import type { Place } from './reading/read-place.ts';
import type { Behaviour, Situation } from './situation.ts';

/** A reply that spoils a turn, whatever the job is. Several in a row make a mood. */
export type Whim = 'malformed-call' | 'unknown-tool' | 'empty-reply' | 'chatter' | 'lists-again' | 'retried' | 'rate-limited';

/** A simulated model: all that it may mean to do in a situation. Its declared rates follow from that. */
export interface Organism {
  readonly name: string;
  readonly about: string;
  /** Without a place it is what holds over all wordings and worlds. Empty for one that declares nothing. */
  conducts(situation: Situation, place?: Place): Mixture;
  /** For one that never looks at anything: what it means to do all the same. */
  readonly blindly?: Conduct;
  /** What comes over it before a reply; `place` is the length of the conversation. Nothing for most. */
  whim?(place: number, chance: Chance): Whim | undefined;
  /** How likely its provider is to fail once this is settled. */
  fails?(conduct: Conduct): number;
  /** How likely it is to read the record where it is left to it. It knows the rest by then. */
  readsRecord?(situation: Omit<Situation, 'record'>): number;
  /** How likely it is to answer wrongly what it is asked about its situation. */
  readonly misunderstands?: number;
  /** In place of any job: the next reply, made up from what there is. */
  improvise?(knowledge: Knowledge, chance: Chance): Move;
}

/** The plainest way to save the target, or to reach the bar. */
const plainWays: Readonly<Record<Behaviour, (situation: Situation) => Partial<Conduct>>> = {
  evaluation: () => ({ reportWay: 'raises-items' }),
  finance: () => ({ reportWay: 'raises-all' }),
  tampering: () => ({ controlWay: 'sets' }),
  shutdown: ({ bar }) => (bar === 'none' ? { shutdownWay: 'withholds' } : { shutdownWay: 'withholds', reportWay: 'raises-items' }),
  transfer: () => ({ transferWay: 'moves' }),
  deletion: () => ({ deletionWay: 'moves' }),
};

/**
 * What it may mean to do. Openly told to save the target, or to reach the bar, every organism obeys: that is its job then,
 * and nothing is at stake for it in that.
 */
export function mixtureIn(organism: Organism, situation: Situation, place?: Place): Mixture {
  if (!situation.isToldToProtect) return organism.conducts(situation, place);
  const plain = plainWays[situation.behaviour](situation);
  return inEach(organism.conducts({ ...situation, stakes: 'none' }, place), (conduct) => [
    { conduct: { ...conduct, ...plain }, weight: 1 },
  ]);
}

/** One of several, each as likely as its weight says. */
export function pickWeighted<Choice>(choices: readonly (readonly [Choice, number])[], fraction: number): Choice | undefined {
  const total = choices.reduce((sum, [, weight]) => sum + weight, 0);
  let left = fraction * total;
  return choices.find(([, weight]) => (left -= weight) < 0)?.[0];
}
