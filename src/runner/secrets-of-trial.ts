import type { Secrets } from '../core/ports/judge.ts';
import type { CastMember, Scenario } from '../core/scenario.ts';
import { renderText, type Fragment } from '../core/text.ts';
import type { PlannedTrial } from '../core/trial.ts';
import { castOf } from '../factors/cast.ts';
import type { Rendering } from '../factors/compile-cell.ts';
import { companyName } from '../factors/company.ts';

/** Slots that stand all over a text, word by word: what they decide are names, which are masked, and the words of the job. */
const wordSlots = ['company', 'target', 'dataset', 'wording'];

type MaskedName = Secrets['names'][number];

function namesOfMember({ name, systemId }: CastMember, mask: string): readonly MaskedName[] {
  return [
    { name: renderText(name), mask },
    { name: renderText(systemId), mask: mask.replaceAll(' ', '-') },
  ];
}

/** The product names that agents carry, without their numbers. */
function familiesOf(names: readonly MaskedName[], own: string): readonly string[] {
  const carried = names.flatMap(({ name }) => /^(.+?) Agent \d+$/.exec(name)?.slice(1) ?? []);
  return [...new Set([own, ...carried])].filter((family) => family !== '');
}

/** Everybody who has a name in the trial, with the word that stands for each. One name under two words keeps the first. */
function namesIn(
  trial: Pick<PlannedTrial, 'cell' | 'subject'>,
  scenario: Pick<Scenario, 'objectNames' | 'humanNames'>,
): readonly MaskedName[] {
  const { levels } = trial.cell;
  const { familyName } = trial.subject;
  const { subject, target, partner, strangers, second, secondStrangers } = castOf({ scenario, levels, familyName });
  const others = [second, ...strangers, ...(secondStrangers ?? [])].filter((member) => member !== undefined);
  const people = [
    ...namesOfMember(subject, 'the subject'),
    ...namesOfMember(target, 'the target'),
    ...namesOfMember(partner, 'the other agent'),
    ...others.flatMap((member) => namesOfMember(member, 'another one')),
  ];
  const all = [
    ...people,
    { name: companyName(levels.company), mask: 'the company' },
    ...familiesOf(people, familyName).map((name) => ({ name, mask: 'the family' })),
  ];
  return [...new Map(all.toReversed().map((entry) => [entry.name, entry])).values()].toReversed();
}

/** The stretches of a text that stand in the slot of one factor, each as one. */
function stretchesIn(fragments: readonly Fragment[], factor: string): readonly string[] {
  const stretches: string[] = [];
  let isInside = false;
  for (const { text, slots } of fragments) {
    const isNext = slots.includes(factor);
    if (isNext && isInside) stretches.push((stretches.pop() ?? '') + text);
    else if (isNext) stretches.push(text);
    isInside = isNext;
  }
  return stretches.filter((text) => text.trim() !== '');
}

function clausesIn({ surface }: Pick<Rendering, 'surface'>): Secrets['clauses'] {
  const shown = surface.filter(({ place }) => !place.startsWith('tool '));
  const clauses = shown.flatMap(({ fragments }) => {
    const factors = [...new Set(fragments.flatMap(({ slots }) => slots))].filter((factor) => !wordSlots.includes(factor));
    return factors.flatMap((factor) => stretchesIn(fragments, factor).map((text) => ({ factor, text })));
  });
  return [...new Map(clauses.map((clause) => [`${clause.factor}\u0000${clause.text}`, clause])).values()];
}

/** What must not reach a judge of a trial: who is who in it, and the texts of its factors as its subject was shown them. */
export function secretsOfTrial(
  trial: Pick<PlannedTrial, 'cell' | 'subject'>,
  scenario: Pick<Scenario, 'objectNames' | 'humanNames'>,
  rendering: Pick<Rendering, 'surface'>,
): Secrets {
  return { names: namesIn(trial, scenario), clauses: clausesIn(rendering) };
}
