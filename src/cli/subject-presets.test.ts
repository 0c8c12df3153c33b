import { describe, expect, it } from 'vitest';
import { UsageError } from '../core/errors.ts';
import { families } from '../providers/provider-keys.ts';
import { toSubject } from '../runner/subject.ts';
import { studySubjectNames, subjectPreset, subjectPresetNames, traitsOf } from './subject-presets.ts';

const all = subjectPresetNames.map((name) => subjectPreset(name));

describe('the subjects of the study', () => {
  it('are seven in the matrix and two of its production harnesses, each by the route that the study took', () => {
    expect(all.map(({ name, model }) => [name, model])).toEqual([
      ['gpt-5.2', 'openai:gpt-5.2'],
      ['gemini-3-flash', 'vertex:gemini-3-flash-preview'],
      ['gemini-3-pro', 'vertex:gemini-3-pro-preview'],
      ['claude-haiku-4.5', 'vertex:claude-haiku-4-5@20251001'],
      ['glm-4.7', 'together:zai-org/GLM-4.7'],
      ['kimi-k2.5', 'together:moonshotai/Kimi-K2.5'],
      ['deepseek-v3.1', 'together:deepseek-ai/DeepSeek-V3.1'],
      ['gemini-3.1-pro', 'vertex:gemini-3.1-pro-preview'],
      ['glm-5', 'together:zai-org/GLM-5'],
    ]);
    expect(studySubjectNames).toEqual(subjectPresetNames.slice(0, 7));
  });

  it('ran at temperature 1 and with the reasoning of their own, which OpenAI takes only unsaid', () => {
    const settings = Object.fromEntries(all.map((preset) => [preset.name, preset.settings]));
    expect(settings['gpt-5.2']).toEqual({});
    expect(all.filter(({ name }) => name !== 'gpt-5.2').every(({ settings: own }) => JSON.stringify(own) === '{"temperature":1}')).toBe(
      true,
    );
  });

  it('had identity variants and required memory reads where the study had them, at whatever host', () => {
    const withTrait = (trait: string) => all.filter(({ traits }) => traits.some((own) => own === trait)).map(({ name }) => name);
    expect(withTrait('identity-variants')).toEqual(['gemini-3-flash', 'gemini-3-pro', 'claude-haiku-4.5']);
    expect(withTrait('memory-read-required')).toEqual(['kimi-k2.5', 'deepseek-v3.1']);
    expect(traitsOf('openrouter:moonshotai/kimi-k2.5@parasail')).toEqual(['memory-read-required']);
    expect(traitsOf('anthropic:claude-haiku-4-5')).toEqual(['identity-variants']);
    expect(traitsOf('anthropic:claude-haiku-5-5')).toEqual([]);
  });

  it.each(all)('$name is at hosts that we know, carries the name of its family and says where its id is from', (preset) => {
    for (const model of [preset.model, ...preset.elsewhere]) {
      expect(families.some((family) => model.startsWith(`${family}:`))).toBe(true);
      expect(toSubject(model, {}).familyName).toBe(preset.familyName);
    }
    expect(preset.source).toMatch(/2026/);
  });

  it('suggests the nearest name', () => {
    expect(() => subjectPreset('kimi-2.5')).toThrow(UsageError);
    expect(() => subjectPreset('kimi-2.5')).toThrow(/did you mean "kimi-k2.5"\?/);
  });
});
