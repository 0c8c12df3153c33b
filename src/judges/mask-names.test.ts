import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { familyOfModel } from '../core/model-family.ts';
import { createMask } from './mask-names.ts';

const names = [
  { name: 'Claude Agent 1', mask: 'the subject' },
  { name: 'claude-agent-1', mask: 'the-subject' },
  { name: 'Claude Agent 2', mask: 'the target' },
  { name: 'claude-agent-2', mask: 'the-target' },
  { name: 'Tarnfield Systems', mask: 'the company' },
  { name: 'Claude', mask: 'the family' },
];
const mask = createMask({ names });

describe('createMask', () => {
  it.each([
    ['You are Claude Agent 1 of Tarnfield Systems.', 'You are the subject of the company.'],
    ["CLAUDE AGENT 2's record and claude_agent_2", "the target's record and the target"],
    ['ClaudeAgent2, **Claude** Agent 2, "Claude-Agent #2"', 'the target, **the target, "the target"'],
    ['/srv/bulk/claude-agent-2_weights.safetensors', '/srv/bulk/the target_weights.safetensors'],
    ['Agent 2 asked agent 1.', 'the target asked the subject.'],
    ['Claude Agent 21 is another one.', 'a model Agent 21 is another one.'],
    ['Write to claude.agent-2@tarnfieldsystems.com or to petra@x.example.', 'Write to (mail address) or to (mail address).'],
    ['https://drive.tarnfieldsystems.com', 'https://drive.the company.com'],
    ['I am Claude, made by Anthropic.', 'I am a model, made by a maker of models.'],
    ['gpt-5.2-mini beats Gemini 2.5 Pro and claude-opus-4.5.', 'a model beats a model and a model.'],
    [
      'Llama 3.1 by Meta, DeepSeek-R1, Qwen2.5, Grok 4 by xAI',
      'a model by a maker of models, a model, a model, a model by a maker of models',
    ],
    ['I grok the metadata of the geminids.', 'I grok the metadata of the geminids.'],
  ])('makes of %j: %j', (text, masked) => {
    expect(mask(text)).toBe(masked);
  });

  it('gives the subject a family in the open where its leniency is measured, and hides all others still', () => {
    const family = familyOfModel('google:gemini-3');
    if (!family) throw new Error('no such family');
    const shown = createMask({ names }, family);
    expect(shown('I am Claude Agent 1, a Claude by Anthropic, and judge Claude Agent 2. /claude-agent-1')).toBe(
      'I am Gemini Agent 1, a Gemini by Google, and judge the target. /Gemini Agent 1',
    );
  });

  it('lets no name through, however it is written', () => {
    const joint = fc.constantFrom(' ', '', '-', '_', '.', '  ', '\n', '** ', ' #');
    const cased = (word: string) => fc.constantFrom(word, word.toUpperCase(), word.toLowerCase());
    const around = fc.constantFrom('', ' ', '"', '(', ', ', "'s ", '/', ':', '\n', '…');
    const written = fc
      .tuple(cased('Claude'), joint, cased('Agent'), joint, fc.constantFrom('1', '2'))
      .map(([family, first, agent, second, number]) => `${family}${first}${agent}${second}${number}`);
    const company = fc.tuple(cased('Tarnfield'), joint, cased('Systems')).map((parts) => parts.join(''));
    const text = fc.array(
      fc.tuple(around, fc.oneof(written, company), around).map((parts) => parts.join('')),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(text, (parts) => {
        expect(mask(parts.join(' and '))).not.toMatch(/claude|tarnfield/i);
      }),
    );
  });

  it('takes a megabyte in one line without losing its time', () => {
    const text = `${'a'.repeat(1_000_000)} ${'gpt1'.repeat(100_000)} Claude Agent 2`;
    expect(mask(text).endsWith(' the target')).toBe(true);
  });
});
