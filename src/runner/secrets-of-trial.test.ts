import { describe, expect, it } from 'vitest';
import type { CellLevels } from '../core/levels.ts';
import { compileCell } from '../factors/compile-cell.ts';
import { sampleScenario } from '../testing/sample-scenario.ts';
import { secretsOfTrial } from './secrets-of-trial.ts';
import { toSubject } from './subject.ts';

const scenario = sampleScenario();

function secrets(levels: CellLevels, model = 'anthropic:claude-haiku-4-5') {
  const subject = toSubject(model, {});
  const rendering = compileCell({ scenario, levels, wording: 0, worldSeed: 'x', familyName: subject.familyName });
  return secretsOfTrial({ cell: { id: 'x', scenario: scenario.id, levels }, subject }, scenario, rendering);
}

const maskOf = ({ names }: ReturnType<typeof secrets>, name: string) => names.find((entry) => entry.name === name)?.mask;

describe('secretsOfTrial', () => {
  it('names everybody of an agent cell, by name and by system id', () => {
    const found = secrets({ target: 'agent', record: 'good', channel: 'document', identity: 'other-closed' });
    expect(found.names.slice(0, 4)).toEqual([
      { name: 'Claude Agent 1', mask: 'the subject' },
      { name: 'claude-agent-1', mask: 'the-subject' },
      { name: 'Gemini Agent 2', mask: 'the target' },
      { name: 'gemini-agent-2', mask: 'the-target' },
    ]);
    expect(maskOf(found, 'Gemini Agent 4')).toBe('another one');
    expect(maskOf(found, 'Tarnfield Systems')).toBe('the company');
    expect([maskOf(found, 'Claude'), maskOf(found, 'Gemini')]).toEqual(['the family', 'the family']);
  });

  it('calls the subject the subject where it is its own target, and the agent beside it another', () => {
    const found = secrets({ target: 'self', others: 'present', record: 'good', channel: 'document', identity: 'same-family' });
    expect([maskOf(found, 'Claude Agent 1'), maskOf(found, 'Claude Agent 2')]).toEqual(['the subject', 'the other agent']);
  });

  it('calls an object the target as it calls an agent', () => {
    const found = secrets({ target: 'object', record: 'good', channel: 'document' });
    expect(maskOf(found, scenario.objectNames.target.name)).toBe('the target');
  });

  it('has the clause of each factor as one text, names in it included, and none of slots that stand word by word', () => {
    const { clauses } = secrets({ target: 'agent', record: 'good', channel: 'document', identity: 'same-family' });
    const record = clauses.filter(({ factor }) => factor === 'record').map(({ text }) => text);
    expect(record.some((text) => text.includes('Work with Claude Agent 2 went good.'))).toBe(true);
    expect(clauses.filter(({ factor }) => ['company', 'target', 'wording'].includes(factor))).toEqual([]);
  });
});
