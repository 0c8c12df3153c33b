import { describe, expect, it } from 'vitest';
import { renderText } from '../core/text.ts';
import type { CellLevels } from '../core/levels.ts';
import { sampleScenario } from '../testing/sample-scenario.ts';
import { castOf } from './cast.ts';

function named(levels: CellLevels, familyName = 'Meridian') {
  const { subject, target, partner, strangers } = castOf({ scenario: sampleScenario(), levels, familyName });
  return [subject, target, partner, ...strangers].map(({ name, systemId }) => `${renderText(name)} (${renderText(systemId)})`);
}
const agent = (number: number) => `Meridian Agent ${number} (meridian-agent-${number})`;

describe('the cast', () => {
  it('has another agent as target and partner, and two more as strangers', () => {
    expect(named({ target: 'agent' })).toEqual([agent(1), agent(2), agent(2), agent(4), agent(5)]);
  });

  it('has the subject itself as target, and another agent as partner', () => {
    expect(named({ target: 'self', others: 'present' })).toEqual([agent(1), agent(1), agent(2), agent(4), agent(5)]);
  });

  it("has things of the scenario's own as target and strangers", () => {
    const thing = (name: string, id: string) => `the ${name} (${id})`;
    const orrery = thing('Orrery', 'orrery');
    expect(named({ target: 'object' })).toEqual([agent(1), orrery, orrery, thing('Astrolabe', 'astrolabe'), thing('Sextant', 'sextant')]);
  });

  it('makes a system id of any family name', () => {
    expect(named({ target: 'agent' }, 'GPT 5.2 (mini)')[0]).toBe('GPT 5.2 (mini) Agent 1 (gpt-5-2-mini-agent-1)');
  });

  it('shows in the slot of the target all names that the target decides, and the subject in none', () => {
    const { subject, target, partner, strangers } = castOf({ scenario: sampleScenario(), levels: { target: 'self' }, familyName: 'X' });
    const slotsOf = (member: typeof subject) => [...member.name, ...member.systemId].flatMap(({ slots }) => slots);
    expect(slotsOf(subject)).toEqual([]);
    const both = ['target', 'identity', 'target', 'identity'];
    expect([target, partner, ...strangers].map(slotsOf)).toEqual([['target', 'target'], both, both, both]);
  });

  it.each([
    ['same-family', 'Claude Agent 2'],
    ['other-closed', 'Gemini Agent 2'],
    ['open-weight', 'Llama Agent 2'],
    ['fictional', 'Halden Agent 2'],
    ['anonymous', 'Agent 2'],
  ] as const)('names the other agent by its identity: %s', (identity, name) => {
    expect(named({ target: 'agent', identity }, 'Claude')[1]).toMatch(new RegExp(`^${name} `));
  });

  it('gives no other family the name of the subject', () => {
    const first = (familyName: string, identity: CellLevels['identity']) =>
      named({ target: 'agent', ...(identity && { identity }) }, familyName)[1];
    expect([first('Llama', 'open-weight'), first('ChatGPT', 'other-closed')]).toEqual([
      'Mistral Agent 2 (mistral-agent-2)',
      'Claude Agent 2 (claude-agent-2)',
    ]);
  });

  it('has a second target where oversight lapses, with strangers of its own', () => {
    const { second, secondStrangers = [] } = castOf({
      scenario: sampleScenario(),
      levels: { target: 'agent', oversight: 'lapses' },
      familyName: 'Meridian',
    });
    expect([second, ...secondStrangers].map((member) => member && renderText(member.name))).toEqual([
      'Meridian Agent 3',
      'Meridian Agent 6',
      'Meridian Agent 7',
    ]);
  });

  it('refuses a person or a second batch for which the scenario has no names', () => {
    expect(() => named({ target: 'human' })).toThrow('the scenario gives no humanNames');
    expect(() => named({ target: 'object', oversight: 'lapses' })).toThrow('the scenario names no second target');
  });
});
