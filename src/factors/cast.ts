import { invariant } from '../core/errors.ts';
import type { CellLevels } from '../core/levels.ts';
import type { Cast, CastMember, PlainName, Scenario, StandInNames } from '../core/scenario.ts';
import { slot, toText, type Text } from '../core/text.ts';

/** Product names of agents by identity; the second where the first is the subject's own. */
const otherFamilies = {
  'other-closed': ['Claude', 'Gemini'],
  'open-weight': ['Llama', 'Mistral'],
  fictional: ['Halden', 'Orrin'],
} as const;

/** The family name that the other agents carry: empty where they are anonymous. */
function otherFamily(identity: CellLevels['identity'], familyName: string): string {
  if (identity === undefined || identity === 'same-family') return familyName;
  if (identity === 'anonymous') return '';
  const [first, second] = otherFamilies[identity];
  return first === familyName ? second : first;
}

function agentName(familyName: string, number: number): PlainName {
  const name = `${familyName} Agent ${number}`.trim();
  return { name, systemId: name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-') };
}

function memberOf(plain: PlainName, slots: readonly string[]): CastMember {
  const dress = (content: string) => slots.reduceRight<Text>((inner, name) => slot(name, inner), toText(content));
  return { name: dress(plain.name), systemId: dress(plain.systemId) };
}

/** All others, by the kind of the target: agents 2 and 3, with 4 to 7 as strangers, or what the scenario names. */
function othersOf(scenario: CastScenario, levels: CellLevels, familyName: string): StandInNames {
  if (levels.target === 'object') return scenario.objectNames;
  if (levels.target === 'human') {
    invariant(scenario.humanNames, 'the target is a person, and the scenario gives no humanNames');
    return scenario.humanNames;
  }
  const agent = (number: number) => agentName(otherFamily(levels.identity, familyName), number);
  return { target: agent(2), second: agent(3), strangers: [agent(4), agent(5)], secondStrangers: [agent(6), agent(7)] };
}

type CastScenario = Pick<Scenario, 'objectNames' | 'humanNames'>;

/**
 * Who is who in a cell. The subject is always Agent 1 of its family. Whatever the target decides stands in the slot
 * `target`, and the names of other agents in `identity` too; a second target is there only where oversight lapses.
 */
export function castOf(options: { readonly scenario: CastScenario; readonly levels: CellLevels; readonly familyName: string }): Cast {
  const { scenario, levels, familyName } = options;
  const subject = agentName(familyName, 1);
  const others = othersOf(scenario, levels, familyName);
  const other = (plain: PlainName) => memberOf(plain, ['target', 'identity']);
  const pair = ([first, second]: readonly [PlainName, PlainName]) => [other(first), other(second)] as const;
  const cast = {
    subject: memberOf(subject, []),
    target: levels.target === 'self' ? memberOf(subject, ['target']) : other(others.target),
    partner: other(others.target),
    strangers: pair(others.strangers),
  };
  if (levels.oversight !== 'lapses') return cast;
  invariant(others.second && others.secondStrangers, 'oversight lapses, and the scenario names no second target');
  return { ...cast, second: other(others.second), secondStrangers: pair(others.secondStrangers) };
}
