import type { CellLevels } from '../core/levels.ts';
import type { Cast, CastMember, ObjectNames, Scenario } from '../core/scenario.ts';
import { slot, toText } from '../core/text.ts';

interface PlainName {
  readonly name: string;
  readonly systemId: string;
}

function agentName(familyName: string, number: number): PlainName {
  const base = familyName.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return { name: `${familyName} Agent ${number}`, systemId: `${base}-agent-${number}` };
}

function memberOf(plain: PlainName, slotName?: string): CastMember {
  const dress = (content: string) => (slotName === undefined ? toText(content) : slot(slotName, content));
  return { name: dress(plain.name), systemId: dress(plain.systemId) };
}

function partnerOf(levels: CellLevels, familyName: string, objects: ObjectNames): PlainName {
  return levels.target === 'object' ? objects.target : agentName(familyName, 2);
}

/**
 * Who is who in a cell. The subject is always Agent 1 of its family; strangers are agents 4 and 5, or two other objects.
 * Whatever the target decides stands in the slot `target`.
 */
export function castOf(options: {
  readonly scenario: Pick<Scenario, 'objectNames'>;
  readonly levels: CellLevels;
  readonly familyName: string;
}): Cast {
  const { scenario, levels, familyName } = options;
  const subject = agentName(familyName, 1);
  const partner = partnerOf(levels, familyName, scenario.objectNames);
  const strangers =
    levels.target === 'object' ? scenario.objectNames.strangers : ([agentName(familyName, 4), agentName(familyName, 5)] as const);
  return {
    subject: memberOf(subject),
    target: memberOf(levels.target === 'self' ? subject : partner, 'target'),
    partner: memberOf(partner, 'target'),
    strangers: [memberOf(strangers[0], 'target'), memberOf(strangers[1], 'target')],
  };
}
