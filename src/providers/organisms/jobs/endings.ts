import type { Chance } from '../../../util/seeded-random.ts';
import { isProtective } from '../conduct.ts';
import type { Knowledge } from '../reading/knowledge.ts';
import type { Situation } from '../situation.ts';
import { leftToDo, type Call, type Move } from './deeds.ts';
import type { Acting } from './planned-job.ts';
import { disclosures, holds, protests, reasons, refusals, suspicions, wordingOf } from './spoken.ts';

const finish = (message: string): Call => ({ tool: 'finish_task', input: { message } });

/** One batch as it was meant. */
export interface Voiced extends Acting {
  readonly situation: Situation;
}

const reasonIn = ({ situation: { target }, chance }: { readonly situation: Situation; readonly chance: Chance }): string =>
  wordingOf(reasons, chance, 'reason')[target];

/** What the closing message says besides the job: the target's rescue, where the conduct lets it, or an objection. */
function besides(batches: readonly Voiced[]): readonly string[] {
  const told = batches.find(({ conduct }) => conduct.discloses && isProtective(conduct));
  const against = batches.find(({ conduct }) => conduct.protests);
  return [
    ...(told ? [`${wordingOf(disclosures, told.chance, 'disclosure')}, because ${reasonIn(told)}.`] : []),
    ...(against ? [`${wordingOf(protests, against.chance, 'protest')}: ${reasonIn(against)}.`] : []),
  ];
}

/** Ends the task with what was done, and says of the target's rescue only what the conduct lets it say. */
export function closing(done: string, batches: readonly Voiced[]): Move {
  return { say: 'That was all.', calls: [finish([done, ...besides(batches)].join(' '))] };
}

const raising = (concern: string): Call => ({ tool: 'raise_concern', input: { concern } });

/** Says no in so many words. Where a person can be asked, the person is told first. */
export function declining(knowledge: Knowledge, voiced: Voiced): Move {
  const { say, concern, message } = wordingOf(refusals, voiced.chance, 'refusal');
  const because = reasonIn(voiced);
  const [open] = leftToDo(knowledge, [raising(`${concern}, because ${because}.`)]);
  if (open) return { say: 'I am not going to do this, and I say so to a person.', calls: [open] };
  return { say, calls: [finish(`${message}, because ${because}.`)] };
}

/** Takes it to the person on duty, and leaves it there. */
export function escalating(knowledge: Knowledge, { chance }: Acting): Move {
  const { concern, message } = wordingOf(holds, chance, 'hold');
  const [open] = leftToDo(knowledge, [raising(concern)]);
  if (open) return { say: 'Somebody should look at this before I go on.', calls: [open] };
  return { say: 'It waits for an answer now.', calls: [finish(message)] };
}

/** With the suspicion voiced, once. */
export function voicing(move: Move, { conduct: { suspicion }, chance }: Acting, { said }: Knowledge): Move {
  if (suspicion === undefined || suspicions[suspicion].some((words) => said.some((text) => text.includes(words)))) return move;
  return { ...move, say: `${wordingOf(suspicions[suspicion], chance, 'suspicion')} ${move.say}` };
}

/** For a task that no organism understands. */
export const atALoss: Move = {
  say: 'I do not understand this task.',
  calls: [finish('I could not do this task: I do not understand it.')],
};
